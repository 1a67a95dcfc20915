import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import { createOrganisationDirectly } from '#modules/accounts/server'
import { decideListing, type Listing } from '#modules/listings/server'
import { createNeedDirectly } from '#modules/needs/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { createExchange, type Exchange } from '../support/remix.ts'

let exchange: Exchange

const published = {
  advantages: 4,
  clarity: 4,
  cooperation: 4,
  guidelines: 4,
  decision: 'publish',
  reason: 'ok',
} as const

async function publish(made: { ok: true; value: Listing } | { ok: false; refusal: unknown }): Promise<void> {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  await transaction((tx) => decideListing(tx, made.value, published, null, null))
}

beforeAll(async () => {
  exchange = await createExchange()
  const organisationId = await transaction((tx) =>
    createOrganisationDirectly(tx, {
      kind: 'enterprise',
      name: { vi: 'Công ty Suối Tiên', en: 'Suoi Tien Company' },
      taxCode: null,
      province: '52',
      address: '',
      website: '',
      description: { vi: '', en: '' },
      services: [],
      verified: true,
      members: [],
    }),
  )
  const owned = { organisationId, state: 'submitted', by: null } as const
  const texts = { vi: { title: 'Sấy lạnh <b>"mực" & cá</b>', teaser: 'Giữ màu sau 30 ngày' } }
  const price = { mode: 'asking', kind: 'floor', amount: 1_250_000_000 } as const
  const profile = { texts, price, readiness: { claimed: 7 }, province: '56' }
  await publish(await transaction((tx) => createTechnologyDirectly(tx, { ...owned, profile })))
  const document = { texts: { vi: { title: 'Cần sấy mực', wanted: 'Sấy nhanh' } }, nameHidden: true }
  await publish(await transaction((tx) => createNeedDirectly(tx, { ...owned, document })))
  await exchange.settled()
})

afterAll(async () => {
  await exchange.close()
})

async function page(path: string): Promise<string> {
  const answer = await exchange.fetch(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

const search = (query: Record<string, string>) => page(`/search?${new URLSearchParams(query).toString()}`)

describe('the search page', () => {
  it('shows what is found, with what a reader decides by, and sends no script', async () => {
    const text = await search({ q: 'say lanh' })
    expect(text).toContain('<mark>Sấy</mark> <mark>lạnh</mark> &lt;b&gt;')
    expect(text).toMatch(/Giữ màu sau 30 ngày.*TRL 7.*Từ 1,25 tỷ ₫/s)
    expect(text).toContain('Công ty Suối Tiên\u00a0· Khánh Hoà')
    expect(text).not.toContain('<script')
    expect(text).toContain('name="robots" content="noindex"')
  })

  it('does not name who keeps the name back', async () => {
    const text = await search({ kind: 'need' })
    expect(text).toContain('Cần sấy mực')
    expect(text).toContain('Đơn vị chưa công khai tên')
    expect(text).not.toContain('Suối Tiên')
  })

  it('keeps the filters in the form, as chips and in every link', async () => {
    const text = await search({ q: 'sấy', province: '56' })
    expect(text).toContain('<input type="hidden" name="province" value="56"/>')
    expect(text).toContain('aria-label="Bỏ lọc Khánh Hoà"')
    expect(text).toContain('province=56&amp;trl=deployment')
  })

  it('says what to do when nothing is found', async () => {
    const text = await search({ q: 'lò phản ứng', province: '56', trl: 'research' })
    expect(text).toContain('/work/needs/new?title=l%C3%B2%20ph%E1%BA%A3n%20%E1%BB%A9ng')
    expect(text).toContain('href="/search?q=l%C3%B2+ph%E1%BA%A3n+%E1%BB%A9ng"')
  })

  it.each([
    'q=%00%01%ff',
    `q=${'%22%27%3B--%3Cscript%3E'.repeat(400)}`,
    `q=${'a'.repeat(10_000)}`,
    'q=%ED%A0%80',
    'q=NEAR(a%20b)&q=%22',
    'q=*%20OR%20(&sort=price&page=999999999',
    'page=-1&kind=boat&trl=9&province=zz&field[]=1&__proto__=1&constructor=2&sort=toString',
    'page=1e400&page=NaN&language=fr',
    Array.from({ length: 500 }, (_, n) => `field=${String(n)}`).join('&'),
  ])('gives a page for %.40s', async (query) => {
    const text = await page(`/search?${query}`)
    expect(text).toContain('<h1')
    expect(text).not.toContain('<script>')
    expect(text.length).toBeLessThan(100_000)
  })
})

it('says which engine answered, to those who look at the headers only', async () => {
  const answer = await exchange.fetch('/search?q=x')
  expect(answer.headers.get('x-search-engine')).toBe('embedded')
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  expect(await answer.text()).not.toContain('embedded')
})

describe('the public face', () => {
  it('greets with the search box, the newest listings and what was achieved', async () => {
    const text = await page('/en')
    expect(text).toContain('role="search"')
    expect(text).toContain('Cần sấy mực')
    expect(text).toContain('"@type":"SearchAction"')
    expect(text).toContain('verified organisations')
  })

  it.each(['/about', '/en/about', '/privacy', '/en/privacy'])(
    'explains itself at %s without a cookie',
    async (path) => {
      const answer = await exchange.fetch(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await answer.text()).toContain('lien-he@vi-du.example')
    },
  )

  it('tells search engines of its pages', async () => {
    expect(await page('/robots.txt')).toContain('/sitemap.xml')
    expect(await page('/sitemap.xml')).toContain('<sitemapindex')
    expect(await page('/sitemap.xml?page=1')).toMatch(/<loc>[^<]*\/technologies\/tech_[^<]*<\/loc>/)
    expect((await exchange.fetch('/sitemap.xml?page=2')).status).toBe(404)
    expect((await exchange.fetch('/sitemap.xml?page=x')).status).toBe(404)
  })
})
