import type { LoaderFunctionArgs } from '@remix-run/node'
import { busyResponse, limit, openHeaders, preflight, publicAnswer } from '#http'
import { languageOf } from '#i18n'
import { busySeconds } from '#kernel'
import { type FeedFormat, questionFeed } from '#modules/interchange/server'

const keptSeconds = 300

/** Answers with the feed of the question in the address. Nobody's session is looked at: everybody sees the same. */
export async function answerFeed(format: FeedFormat, { request, context }: LoaderFunctionArgs): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight()
  const url = new URL(request.url)
  const { language } = languageOf(url.pathname)
  const allowed = await limit('open', context.address)
  if (!allowed.ok) {
    const wait = String(allowed.refusal.values?.['seconds'] ?? 60)
    return new Response(null, { status: 429, headers: { ...openHeaders, 'Retry-After': wait } })
  }
  try {
    const feed = await questionFeed(format, url.searchParams, language)
    if (!feed.ok) return new Response(null, { status: feed.refusal.status, headers: openHeaders })
    return publicAnswer(request, { ...feed.value, maxAge: keptSeconds })
  } catch (error) {
    const seconds = busySeconds(error)
    if (seconds === null) throw error
    return busyResponse(seconds)
  }
}
