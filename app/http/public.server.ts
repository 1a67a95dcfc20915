import { createHash } from 'node:crypto'

/** What is the same for everybody who asks. */
export interface PublicAnswer {
  readonly body: string
  readonly type: string
  /** When it last changed, if that is known. Milliseconds since 1970 UTC. */
  readonly updated?: number
  /** For how many seconds it may be kept. */
  readonly maxAge: number
}

/** Lets pages of other sites read the answer; nobody's session is sent along. */
export const openHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** What a page of another site may send, for its browser that asks beforehand. */
export function preflight(): Response {
  const headers = {
    ...openHeaders,
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': 'Accept, If-None-Match, If-Modified-Since',
    'Access-Control-Max-Age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

/** Whether the caller has this already (RFC 9110, 13.1): tags count before times. */
function isKnown(request: Request, tag: string, updated: number | null): boolean {
  const tags = request.headers.get('if-none-match')
  const bare = (one: string) => one.trim().replace(/^W\//, '')
  if (tags !== null) return tags.trim() === '*' || tags.split(',').some((one) => bare(one) === bare(tag))
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  return updated !== null && !Number.isNaN(since) && Math.floor(updated / 1000) * 1000 <= since
}

/** Answers with something public, or with 304 where the caller has it already. */
export function publicAnswer(request: Request, { body, type, updated, maxAge }: PublicAnswer): Response {
  // Weak, since what is sent is compressed on its way.
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    ...openHeaders,
    'Cache-Control': `public, max-age=${String(maxAge)}`,
    ETag: tag,
    ...(updated === undefined ? {} : { 'Last-Modified': new Date(updated).toUTCString() }),
  }
  if (isKnown(request, tag, updated ?? null)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': type } })
}
