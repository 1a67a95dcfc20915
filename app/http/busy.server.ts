import { busySeconds } from '#kernel'

/** Too much waits to be answered in time: an answer to be thrown, that says after how many seconds to ask again. */
export function busyResponse(seconds: number): Response {
  return Response.json(
    { code: 'busy', values: { seconds } },
    { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': String(seconds) } },
  )
}

/**
 * What work comes to. Where too much waits, `busyResponse` is thrown instead: pages that are fetched by script get an
 * answer of their own that way.
 */
export async function orBusy<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work
  } catch (error) {
    const seconds = busySeconds(error)
    if (seconds === null) throw error
    throw busyResponse(seconds)
  }
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
