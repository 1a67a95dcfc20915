import type { LoaderFunctionArgs } from '@remix-run/node'
import { arrive, busyResponse, limit } from '#http'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import { busySeconds } from '#kernel'
import { actingAs } from '#modules/accounts'
import { suggestions } from '#modules/catalogue/server'

const waitSeconds = 60

/**
 * What the words so far may become, as JSON: groups with their names in the reader's language, each item with the
 * address it leads to, or null where its words are to be searched for.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { actor, address, language, url } = await arrive(args)
  const allowed = await limit('suggest', address)
  if (!allowed.ok)
    return Response.json(
      { code: allowed.refusal.code },
      { status: 429, headers: { 'Cache-Control': 'no-store', 'Retry-After': String(waitSeconds) } },
    )
  const names = messagesOf(language).catalogue.suggest.kinds
  try {
    const found = await suggestions({
      text: url.searchParams.get('q') ?? '',
      language,
      organisationId: actingAs(actor),
    })
    const groups = found.map(({ kind, items }) => ({
      name: names[kind],
      items: items.map(({ text, path }) => ({ text, path: path === null ? null : localPath(language, path) })),
    }))
    return Response.json({ groups }, { headers: { 'Cache-Control': 'private, max-age=60', Vary: 'Cookie' } })
  } catch (error) {
    const seconds = busySeconds(error)
    if (seconds === null) throw error
    return busyResponse(seconds)
  }
}
