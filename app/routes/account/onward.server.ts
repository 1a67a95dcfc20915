import { type Arrival, safePath, sessionCookie } from '#http'
import { sessionCookieSeconds } from '#modules/accounts/server'

/** Where the reader was going when signing in came between, or null. */
export function nextOf(url: URL): string | null {
  const next = safePath(url.searchParams.get('next'), '')
  return next === '' ? null : next
}

/** A path with the page to go on to kept in its query. */
export function withNext(path: string, next: string | null): string {
  return next === null ? path : `${path}?next=${encodeURIComponent(next)}`
}

/** How the reader's browser names itself. */
export function deviceOf(arrival: Pick<Arrival, 'request'>): string {
  return arrival.request.headers.get('user-agent') ?? ''
}

/** The header that gives the browser its session. */
export function sessionHeaders(session: string): Headers {
  return new Headers({ 'Set-Cookie': sessionCookie.set(session, sessionCookieSeconds) })
}
