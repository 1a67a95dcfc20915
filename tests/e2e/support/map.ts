import { type APIRequestContext, request } from '@playwright/test'
import { steps } from '#modules/technologies'
import routes from '../../../app/routes.ts'
import { someAddress } from './address.ts'
import { signedIn } from './sign-in.ts'

/** Whose eyes see the pages: the visitor and people of the demonstration, each page seen by the first who can. */
export const readers = ['visitor', 'dao-manh-khoi', 'nguyen-duc-toan', 'tham-tra-vien', 'nguyen-hai-dang'] as const
export type ReaderKey = (typeof readers)[number]

/** Where a reader begins to look for pages; what is found from there by its links need not be named. */
const beginnings: Readonly<Record<ReaderKey, readonly string[]>> = {
  visitor: [
    '/',
    '/search?q=tom',
    '/search?q=nuoc&exact=1&why=1&field=2&ipc=C02&trlFrom=3&priceTo=9000000000',
    '/search?q=nuoc&trl=research&province=01&priceTo=1',
    '/search?q=khongcogica',
    '/royalty-rates?field=211',
    '/royalty-rates?field=404&base=pre_tax_profit',
    '/register/sent',
    '/confirm/khong-con',
    '/reset/khong-con',
    '/invitations/khong-con',
  ],
  'dao-manh-khoi': ['/work', '/account', '/work/import'],
  'nguyen-duc-toan': ['/work', '/account', '/account/searches/new?q=tom&trlFrom=4'],
  'tham-tra-vien': ['/operator', '/operator/verifications', '/work'],
  'nguyen-hai-dang': ['/account/organisations', '/work'],
}

/** How many pages of one route are read in search of links. */
const readOfARoute = 3

interface Pattern {
  readonly path: string
  readonly matches: RegExp
}

/** The addresses of routes, those with fewer parameters first, so that the first that matches is the right one. */
export const patterns: readonly Pattern[] = (routes.find(({ path }) => path === 'en?')?.children ?? [])
  .flatMap(({ path, index }) => (index === true ? [''] : path === undefined || path === '*' ? [] : [path]))
  .sort((a, b) => a.split(':').length - b.split(':').length)
  .map((path) => ({ path, matches: new RegExp(`^/${path.replace(/:[^/]+/g, '[^/]+')}$`) }))

const patternOf = (address: string): string | undefined =>
  patterns.find(({ matches }) => matches.test(address.split(/[?#]/, 1)[0] ?? ''))?.path

export interface Found {
  /** The same for pages of which one is enough. */
  readonly key: string
  readonly address: string
  readonly pattern: string
}

/** The pages that each reader is to see, and the routes that answered with something else than a page. */
export interface SiteMap {
  readonly pages: Readonly<Record<ReaderKey, readonly Found[]>>
  readonly others: ReadonlySet<string>
}

let drawn: Promise<SiteMap> | null = null

/** Follows the links of the exchange for every reader; once in each process that tests run in. */
export function siteMap(baseURL: string): Promise<SiteMap> {
  drawn ??= drawMap(baseURL)
  return drawn
}

async function drawMap(baseURL: string): Promise<SiteMap> {
  const seen = new Set<string>()
  const others = new Set<string>()
  const pages: Partial<Record<ReaderKey, readonly Found[]>> = {}
  for (const reader of readers) {
    const session = await request.newContext({
      baseURL,
      extraHTTPHeaders: { 'X-Forwarded-For': someAddress() },
      ...(reader === 'visitor' ? {} : { storageState: { cookies: await signedIn(baseURL, reader), origins: [] } }),
    })
    const found = await walk(session, beginnings[reader], others)
    await session.dispose()
    pages[reader] = found.filter(({ key }) => !seen.has(key))
    for (const { key } of found) seen.add(key)
  }
  return { pages: pages as Record<ReaderKey, readonly Found[]>, others }
}

/** Steps of a form are pages of their own, though of one route. */
const everyStep = (pattern: string): boolean => /:(step|part)$/.test(pattern)

async function walk(session: APIRequestContext, from: readonly string[], others: Set<string>): Promise<Found[]> {
  const found = new Map<string, Found>()
  const read = new Map<string, number>()
  const met = new Set<string>(from)
  let wave = [...from]
  while (wave.length > 0) {
    const next: string[] = []
    for (const address of wave) {
      const pattern = patternOf(address)
      if (pattern === undefined) continue
      const times = read.get(pattern) ?? 0
      if (times >= (everyStep(pattern) ? 20 : readOfARoute) && !from.includes(address)) continue
      read.set(pattern, times + 1)
      const answer = await session.get(address, { maxRedirects: 0 })
      if (!answer.headers()['content-type']?.startsWith('text/html')) {
        if (answer.status() !== 302) others.add(pattern)
        continue
      }
      const key = everyStep(pattern)
        ? `${pattern}#${address.split('/').at(-1) ?? ''}`
        : address.includes('?')
          ? address
          : pattern
      if (!found.has(key)) found.set(key, { key, address, pattern })
      for (const link of linksOf(await answer.text())) {
        if (met.has(link)) continue
        met.add(link)
        next.push(link)
      }
    }
    wave = next
  }
  return [...found.values()]
}

/** Links to pages of ours, without their queries; from one step of the editor to all, which are reached by buttons. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="(\/[^"?#]*)/g)].flatMap(([, path]) => {
    if (path === undefined || path === '/en' || path.startsWith('/en/')) return []
    const editor = /^\/work\/technologies\/[^/]+\/edit\//.exec(path)
    return editor ? steps.map((step) => editor[0] + step) : [path]
  })
}
