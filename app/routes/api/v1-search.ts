import type { LoaderFunctionArgs } from '@remix-run/node'
import { limit, openHeaders, preflight, publicAnswer } from '#http'
import { answersKept } from '#modules/interchange'
import { callSearch, problem } from '#modules/interchange/server'

function told(problemTold: ReturnType<typeof problem>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problemTold), {
    status: problemTold.status,
    headers: {
      ...openHeaders,
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  })
}

const languageOf = (url: URL) => (url.searchParams.get('lang') === 'en' ? 'en' : 'vi')

/** Nobody's session is looked at: every caller is answered as a visitor. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight()
  const url = new URL(request.url)
  const allowed = await limit('open', context.address)
  if (!allowed.ok)
    return told(problem('too_many', languageOf(url)), {
      'Retry-After': String(allowed.refusal.values?.['seconds'] ?? 60),
    })
  const called = await callSearch(url.searchParams)
  if (!called.ok)
    return told(called.problem, called.retryAfter === null ? {} : { 'Retry-After': String(called.retryAfter) })
  return publicAnswer(request, {
    body: JSON.stringify(called.answer),
    type: 'application/json; charset=utf-8',
    maxAge: answersKept,
  })
}

export function action({ request }: LoaderFunctionArgs): Response {
  return told(problem('method', languageOf(new URL(request.url))), { Allow: 'GET, HEAD, OPTIONS' })
}
