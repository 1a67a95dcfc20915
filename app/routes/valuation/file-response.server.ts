import { refusalText } from '#i18n'
import { messagesOf } from '#i18n/server'
import { busySeconds, type Result } from '#kernel'
import { type Arrival, busyText, demand } from '#http'

interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/**
 * A file made for the reader, to be kept and not to be cached; or in words why there is none, as no page stands around
 * it: 422 what is too large to be made, 503 with Retry-After where too much waits.
 */
export async function fileResponse(
  arrival: Arrival,
  name: string,
  making: Promise<Result<MadeFile>>,
): Promise<Response> {
  const messages = messagesOf(arrival.language)
  try {
    const made = await making
    if (!made.ok && made.refusal.status === 422)
      return new Response(refusalText(messages, made.refusal.code, made.refusal.values), {
        status: 422,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
      })
    const { bytes, type } = demand(arrival, made)
    return new Response(bytes, {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    const seconds = busySeconds(error)
    if (seconds === null) throw error
    return busyText(seconds, messages.problems.pages.text503)
  }
}
