import { config } from '#platform/config'
import { languageOf } from '#i18n'
import { messagesOf } from '#i18n/server'

/**
 * What stops a request before any page sees it: a form posted from another site.
 *
 * @returns the answer, or null to go on
 */
export function gate(request: Request): Response | null {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return null
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const ours = new Set([new URL(request.url).origin, config().origin])
  const foreign = origin === null ? site !== null && site !== 'same-origin' && site !== 'none' : !ours.has(origin)
  if (!foreign) return null
  const messages = messagesOf(languageOf(new URL(request.url).pathname).language)
  return new Response(messages.problems.refusals['form.origin'], {
    status: 403,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
