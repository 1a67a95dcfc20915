import { and, eq, ne } from 'drizzle-orm'
import { reader } from '#db'
import { localPath } from '#i18n'
import { type Language, languages } from '#kernel'
import { organisations } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import { config } from '#platform/config'
import { inView, marketFigures } from './market.server.ts'

/** What the exchange tells of its addresses to search engines. */

interface Address {
  readonly kind: 'technology' | 'need' | 'organisation'
  readonly id: string
}

/** Listings and organisations on one page of the site map. */
const perPage = 5000
const perChunk = 500
const fixed = ['/', '/search', '/organisations', '/about', '/privacy', '/api']
const closed = [
  '/account',
  '/work',
  '/operator',
  '/notifications',
  '/sign-in',
  '/register',
  '/forgotten',
  '/reset/',
  '/confirm/',
  '/unsubscribe/',
]

const folders: Readonly<Record<Address['kind'], string>> = {
  technology: '/technologies/',
  need: '/needs/',
  organisation: '/organisations/',
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

const address = (path: string, language: Language): string => config().origin + localPath(language, path)

/** A stretch of what has a page of its own: listings in view by id, then verified organisations. */
async function addresses(offset: number, limit: number): Promise<Address[]> {
  const rows = await reader()
    .select({ kind: listings.kind, id: listings.id })
    .from(listings)
    .where(inView())
    .orderBy(listings.id)
    .limit(limit)
    .offset(offset)
  if (rows.length === limit) return rows
  const { technologies, needs } = await marketFigures()
  const verified = await reader()
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.verification, 'verified'), ne(organisations.kind, 'operator')))
    .orderBy(organisations.id)
    .limit(limit - rows.length)
    .offset(Math.max(0, offset - technologies - needs))
  return [...rows, ...verified.map(({ id }) => ({ kind: 'organisation' as const, id }))]
}

/** One page in both languages, each naming the other. */
function entries(path: string): string {
  const alternates = languages
    .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address(path, language)}"/>`)
    .join('')
  return languages.map((language) => `<url><loc>${address(path, language)}</loc>${alternates}</url>\n`).join('')
}

async function* parts(page: number): AsyncGenerator<string> {
  yield `${head}<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  if (page === 1) yield fixed.map(entries).join('')
  for (let from = (page - 1) * perPage; from < page * perPage; from += perChunk) {
    const some = await addresses(from, perChunk)
    if (some.length > 0) yield some.map(({ kind, id }) => entries(folders[kind] + id)).join('')
    if (some.length < perChunk) break
  }
  yield '</urlset>\n'
}

async function pageCount(): Promise<number> {
  const { technologies, needs, organisations: verified } = await marketFigures()
  return Math.max(1, Math.ceil((technologies + needs + verified) / perPage))
}

/** The site map's index (sitemaps.org 0.9), naming its pages of 5,000 listings and organisations each. */
export async function siteMapIndex(): Promise<string> {
  const pages = Array.from(
    { length: await pageCount() },
    (_, page) => `<sitemap><loc>${config().origin}/sitemap.xml?page=${String(page + 1)}</loc></sitemap>\n`,
  )
  return `${head}<sitemapindex ${namespace}>\n${pages.join('')}</sitemapindex>\n`
}

/** One page of the site map from 1, a part after another; null when there is none of this number. */
export async function siteMapPage(page: number): Promise<AsyncGenerator<string> | null> {
  return Number.isSafeInteger(page) && page >= 1 && page <= (await pageCount()) ? parts(page) : null
}

/** What crawlers are asked to leave alone: everything that belongs to one reader. */
export function robots(): string {
  const lines = closed.flatMap((path) => languages.map((language) => `Disallow: ${localPath(language, path)}`))
  return ['User-agent: *', ...lines, '', `Sitemap: ${config().origin}/sitemap.xml`, ''].join('\n')
}

/** The exchange in the terms of schema.org, with its search box. */
export function siteSchema(language: Language): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: config().exchange.name[language],
    url: address('/', language),
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${address('/search', language)}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}
