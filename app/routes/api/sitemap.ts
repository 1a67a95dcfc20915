import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { refusalResponse } from '#http'
import { localPath } from '#i18n'
import { type Address, addressCount, addresses } from '#modules/catalogue/server'
import { config } from '#platform/config'

const perPage = 5000
const perChunk = 500
const fixed = ['/', '/search', '/about', '/privacy']

const folders: Readonly<Record<Address['kind'], string>> = {
  technology: '/technologies/',
  need: '/needs/',
  organisation: '/organisations/',
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** One page in both languages, each naming the other. */
function entries(path: string): string {
  const { origin } = config()
  const address = { vi: origin + path, en: origin + localPath('en', path) }
  const alternates = (['vi', 'en'] as const)
    .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address[language]}"/>`)
    .join('')
  return `<url><loc>${address.vi}</loc>${alternates}</url>\n<url><loc>${address.en}</loc>${alternates}</url>\n`
}

async function* pages(page: number): AsyncGenerator<string> {
  yield `${head}<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  if (page === 1) yield fixed.map(entries).join('')
  for (let from = (page - 1) * perPage; from < page * perPage; from += perChunk) {
    const some = await addresses(from, perChunk)
    if (some.length > 0) yield some.map(({ kind, id }) => entries(folders[kind] + id)).join('')
    if (some.length < perChunk) break
  }
  yield '</urlset>\n'
}

function index(pageCount: number): string {
  const each = Array.from(
    { length: pageCount },
    (_, page) => `<sitemap><loc>${config().origin}/sitemap.xml?page=${String(page + 1)}</loc></sitemap>\n`,
  )
  return `${head}<sitemapindex ${namespace}>\n${each.join('')}</sitemapindex>\n`
}

/** `/sitemap.xml` is the index; `?page=1` and on are its parts, of 5,000 listings and organisations each. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('page')
  const pageCount = Math.max(1, Math.ceil((await addressCount()) / perPage))
  const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }
  if (asked === null) return new Response(index(pageCount), { headers })
  const page = Number(asked)
  if (!Number.isSafeInteger(page) || page < 1 || page > pageCount)
    throw refusalResponse({ code: 'not_found', status: 404 })
  return new Response(createReadableStreamFromReadable(Readable.from(pages(page))), { headers })
}
