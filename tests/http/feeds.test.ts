import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import { decideListing } from '#modules/listings/server'
import { createNeedDirectly } from '#modules/needs/server'
import { type Troupe, troupe } from '../support/cast.ts'
import { createExchange, type Exchange, type Sent } from '../support/remix.ts'
import { publishTechnology } from '../support/searches.ts'
import { all, checkAtom, parseXml, type XmlElement } from '../support/xml.ts'

let exchange: Exchange
let institute: Troupe
const titles = 55

beforeAll(async () => {
  exchange = await createExchange()
  institute = await troupe('vien', 'institute')
  for (let index = 0; index < titles; index++)
    await publishTechnology(institute.organisationId, `Xử lý nước thải ${String(index)}`, 'Sạch hơn')
  await publishTechnology(institute.organisationId, 'Sấy <b>"mực" & cá</b> ]]> \u0085\u001f\ufffe😀', 'Giữ & màu')
  const document = { texts: { vi: { title: 'Cần sấy mực', wanted: 'Nhanh' } }, nameHidden: true }
  const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4, decision: 'publish', reason: 'x' } as const
  await transaction(async (tx) => {
    const { organisationId } = institute
    const made = await createNeedDirectly(tx, { organisationId, by: null, state: 'submitted', document })
    if (!made.ok) throw new Error(made.refusal.code)
    return decideListing(tx, made.value, scores, null, null)
  })
  await exchange.settled()
})

afterAll(() => exchange.close())

async function atom(path: string): Promise<XmlElement> {
  const answer = await exchange.fetch(path, { address: path })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const feed = parseXml(await answer.text())
  checkAtom(feed)
  return feed
}

interface JsonFeed {
  readonly version: string
  readonly next_url?: string
  readonly language: string
  readonly items: readonly Record<string, unknown>[]
}

async function json(path: string): Promise<JsonFeed> {
  const answer = await exchange.fetch(path, { address: path })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
  return (await answer.json()) as JsonFeed
}

const textOf = (element: XmlElement, name: string) => all(element, name)[0]?.text ?? ''
const linkOf = (feed: XmlElement, rel: string) =>
  all(feed, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'] ?? null

describe('the Atom feed of a search', () => {
  it('holds what visitors find, the newest first, 50 a page, and names its pages', async () => {
    const feed = await atom('/search.atom?q=nuoc+thai')
    const entries = all(feed, 'entry')
    expect(entries).toHaveLength(50)
    expect(textOf(entries[0] as XmlElement, 'title')).toBe(`Xử lý nước thải ${String(titles - 1)}`)
    expect(linkOf(feed, 'self')).toMatch(/\/search\.atom\?q=nuoc\+thai&sort=newest$/)
    expect(linkOf(feed, 'alternate')).toMatch(/\/search\?q=nuoc\+thai&sort=newest$/)
    const next = new URL(linkOf(feed, 'next') ?? '')
    const second = await atom(next.pathname + next.search)
    expect(all(second, 'entry')).toHaveLength(titles - 50)
    expect(linkOf(second, 'next')).toBeNull()
    expect(linkOf(second, 'previous')).toMatch(/\/search\.atom\?q=nuoc\+thai&sort=newest$/)
    expect(textOf(second, 'id')).toBe(textOf(feed, 'id'))
    expect((await exchange.fetch('/search.atom?q=nuoc+thai&page=3')).status).toBe(404)
  })

  it('is in the language of its address, and says where an entry is in the other', async () => {
    const feed = await atom('/en/search.atom?kind=technology&q=m%E1%BB%B1c')
    expect(feed.attributes['xml:lang']).toBe('en')
    expect(textOf(feed, 'title')).toContain('“mực” · Kind of listing: Technologies')
    const [entry] = all(feed, 'entry')
    expect(entry?.attributes['xml:lang']).toBe('vi')
    expect(textOf(entry as XmlElement, 'title')).toBe('Sấy <b>"mực" & cá</b> ]]> 😀')
    expect(textOf(entry as XmlElement, 'summary')).toBe('Giữ & màu')
    expect(textOf((entry as XmlElement).children.find(({ name }) => name === 'author') as XmlElement, 'name')).toBe(
      'Organisation vien',
    )
  })

  it('does not name who keeps the name back', async () => {
    const path = '/search.atom?kind=need'
    expect(await (await exchange.fetch(path)).text()).not.toMatch(/vien|org_/)
    const [entry] = all(await atom(path), 'entry')
    expect(all(entry as XmlElement, 'author')).toEqual([])
  })

  it('holds only what has all the words, and is right when that is nothing', async () => {
    const feed = await atom('/search.atom?q=nuoc+thai+nguyen+tu+hat+nhan')
    expect(all(feed, 'entry')).toEqual([])
    expect(textOf(feed, 'updated')).toMatch(/T00:00:00\.000Z$/)
  })

  it.each([
    `q=${encodeURIComponent('"><x/>]]>&amp;\u0000\u0001\u001f\u007f')}`,
    'q=%ED%A0%80%EF%BF%BE%EF%BF%BF%FF',
    `q=${'%22%27%3Cscript%3E%26'.repeat(200)}`,
    `q=${'a'.repeat(9000)}`,
    'q=NEAR(*%20OR&page=-1&kind=boat&sort=toString&trlFrom=1e9&__proto__=x&constructor=1',
    'q=%F0%9F%A6%90%20%E2%80%AE%20t%C3%B4m&ipc=C02F&priceTo=999999999999',
    'sort=price&province=52&province=%3C%3E&territory=VN',
  ])('is well-formed for %.40s', async (query) => {
    await atom(`/search.atom?${query}`)
    const feed = await json(`/search.json?${query}`)
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
  })
})

describe('the JSON Feed of a search', () => {
  it('holds the same as the Atom feed', async () => {
    const feed = await json('/en/search.json?q=nuoc+thai')
    const twin = await atom('/en/search.atom?q=nuoc+thai')
    expect(feed.items.map((item) => item['id'])).toEqual(all(twin, 'entry').map((entry) => textOf(entry, 'id')))
    expect(feed.items[0]).toMatchObject({
      title: `Xử lý nước thải ${String(titles - 1)}`,
      content_text: 'Sạch hơn',
      language: 'vi',
      tags: ['Technology'],
      authors: [{ name: 'Organisation vien' }],
    })
    expect(feed.next_url).toMatch(/\/en\/search\.json\?q=nuoc\+thai&sort=newest&page=2$/)
    expect(feed.language).toBe('en')
  })
})

describe('a feed that is followed', () => {
  const path = '/search.atom?q=nuoc'
  const status = async (sent: Sent) => (await exchange.fetch(path, sent)).status

  it('is for everybody the same, may be kept, and is not sent again unchanged', async () => {
    const first = await exchange.fetch(path)
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect(first.headers.get('set-cookie')).toBeNull()
    expect(first.headers.get('vary') ?? '').not.toMatch(/cookie/i)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const tag = first.headers.get('etag') ?? ''
    const changed = first.headers.get('last-modified') ?? ''
    expect(tag).toMatch(/^W\/"[\w-]+"$/)
    const signedIn = await exchange.fetch(path, { as: institute.owner.session })
    expect(signedIn.headers.get('etag')).toBe(tag)
    expect(await status({ headers: { 'If-None-Match': tag } })).toBe(304)
    expect(await status({ headers: { 'If-None-Match': `"other", ${tag.slice(2)}` } })).toBe(304)
    expect(await status({ headers: { 'If-None-Match': '"other"', 'If-Modified-Since': changed } })).toBe(200)
    expect(await status({ headers: { 'If-Modified-Since': changed } })).toBe(304)
    expect(await status({ headers: { 'If-Modified-Since': new Date(0).toUTCString() } })).toBe(200)
    expect(await status({ headers: { 'If-Modified-Since': 'yesterday' } })).toBe(200)
  })

  it('is not asked too often from one place', async () => {
    const sent = { address: 'a-hurried-reader' }
    let answer = await exchange.fetch(path, sent)
    for (let times = 1; times <= 120; times++) answer = await exchange.fetch(path, sent)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await exchange.fetch(path)).status).toBe(200)
  })
})
