/** Too much waits to be answered in time: an answer to be thrown, that says after how many seconds to ask again. */
export function busyResponse(seconds: number): Response {
  return Response.json(
    { code: 'busy', values: { seconds } },
    { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': String(seconds) } },
  )
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
