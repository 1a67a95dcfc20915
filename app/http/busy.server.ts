/** What an answer says while too much waits; the error page puts it into words. */
const saidFor = (seconds: number) => ({ code: 'busy', values: { seconds } })

const headersFor = (seconds: number) => ({ 'Cache-Control': 'no-store', 'Retry-After': String(seconds) })

/** Too much waits to be answered in time: an answer to be thrown, that says after how many seconds to ask again. */
export function busyResponse(seconds: number): Response {
  return Response.json(saidFor(seconds), { status: 503, headers: headersFor(seconds) })
}

/** `busyResponse` in words, for a reader who asked for a file and not for a page. */
export function busyText(seconds: number, text: string): Response {
  return new Response(text, {
    status: 503,
    headers: { ...headersFor(seconds), 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

/** After how many seconds to ask again, where `busyResponse` is among what failed on a page; else null. */
export function secondsToWait(errors: Readonly<Record<string, unknown>> | null): number | null {
  for (const error of Object.values(errors ?? {})) {
    if (typeof error !== 'object' || error === null || !('status' in error) || error.status !== 503) continue
    const { data } = error as { data?: { values?: { seconds?: unknown } } | null }
    const seconds = data?.values?.seconds
    if (typeof seconds === 'number') return seconds
  }
  return null
}

/** A list of values in which a number is the place of another one, as `turbo-stream` 2 writes them. */
type Rows = unknown[]

const isHiddenError = (row: unknown) => Array.isArray(row) && row[0] === 'SanitizedError'

/**
 * The data of a page fetched by script, of which something failed because too much waits: with `busyResponse` in place
 * of what failed. Remix has no other way, as it hides errors before it asks what is to be answered.
 *
 * @param failed the answer of Remix: rows in its first line, as data of ours holds no promises
 */
export async function busyData(failed: Response, seconds: number): Promise<Response> {
  const rows = JSON.parse(await failed.text()) as Rows
  const at = rows.length
  const { code, values } = saidFor(seconds)
  const said: Rows = [
    { [`_${String(at + 3)}`]: at + 4, [`_${String(at + 5)}`]: at + 6 },
    503,
    '',
    'code',
    code,
    'values',
    { [`_${String(at + 7)}`]: at + 8 },
    'seconds',
    values.seconds,
  ]
  const busy = ['ErrorResponse', at, at + 1, at + 2]
  const headers = new Headers(failed.headers)
  for (const [name, value] of Object.entries(headersFor(seconds))) headers.set(name, value)
  const body = JSON.stringify([...rows.map((row) => (isHiddenError(row) ? busy : row)), ...said])
  return new Response(`${body}\n`, { status: 503, headers })
}
