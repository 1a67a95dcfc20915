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
  const profile = { texts, price, readiness: { claimed: 7 }, province: '56', fields: ['207'], ipc: ['F26B 5/06'] }
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
  it('shows what is found, with what a reader decides by, and sends the script of its box alone', async () => {
    const text = await search({ q: 'say lanh' })
    expect(text).toContain('<mark>Sấy</mark> <mark>lạnh</mark> &lt;b&gt;')
    expect(text).toMatch(/Giữ màu sau 30 ngày.*TRL 7.*Từ 1,25 tỷ ₫/s)
    expect(text).toContain('Công ty Suối Tiên\u00a0· Khánh Hoà')
    expect(text.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/search-box-/),
    ])
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
    expect(text).toContain('/account/searches/new?q=l%C3%B2+ph%E1%BA%A3n+%E1%BB%A9ng')
    expect(text).toContain('Mới đăng trên sàn')
  })

  it('names the filter that is too tight and what there would be without it', async () => {
    const text = await search({ q: 'sấy', province: '56', trl: 'research' })
    expect(text).toContain('Không có nội dung nào về “sấy” khớp với bộ lọc')
    expect(text).toContain('Bỏ lọc Nghiên cứu (TRL 1–3): 1 kết quả')
    expect(text).not.toContain('Bỏ lọc Khánh Hoà: ')
    expect(text).toContain('Bỏ tất cả bộ lọc: 2 kết quả')
    expect(text).toContain('Kết quả gần nhất khi bỏ bộ lọc')
    expect(text).toContain('<mark>Sấy</mark>')
  })

  it('narrows by ranges, in numbers as people write them, and says what it understood', async () => {
    const text = await search({ kind: 'technology', trlFrom: '6', priceFrom: '1 tỷ', priceTo: '1.300.000.000' })
    expect(text).toContain('1 kết quả')
    expect(text).toContain('aria-label="Bỏ lọc TRL từ 6"')
    expect(text).toContain('aria-label="Bỏ lọc Từ 1 tỷ ₫ đến 1,3 tỷ ₫"')
    expect(await search({ kind: 'technology', priceTo: '1.200.000.000' })).toContain('Không có nội dung nào khớp')
  })

  it('opens a field to those beneath it once it is chosen', async () => {
    const text = await search({ field: '2' })
    expect(text).toContain('aria-label="Bỏ lọc Khoa học kỹ thuật và công nghệ"')
    expect(text).toContain('field=207')
    expect(await search({})).not.toContain('field=207')
  })

  it('searches exactly what was typed when asked, and offers the way back', async () => {
    const text = await search({ q: 'say lanh', exact: '1' })
    expect(text).toContain('Đang tìm đúng các từ đã gõ.')
    expect(text).toContain('href="/search?q=say+lanh"')
  })

  it('keeps what is to be compared in every link and form', async () => {
    const id = `tech_${'0'.repeat(26)}`
    const text = await search({ q: 'sấy', with: id })
    expect(text).toContain('Đang giữ 1 công nghệ để so sánh.')
    expect(text).toContain(`<input type="hidden" name="with" value="${id}"/>`)
    expect(text).toContain(`sort=newest&amp;with=${id}`)
    expect(await search({ with: '"><b>' })).not.toContain('Đang giữ')
  })

  it('leads on to keeping and following the search', async () => {
    const text = await search({ q: 'sấy', kind: 'need', why: '1', page: '1' })
    for (const path of ['/account/searches/new', '/search.atom', '/search.json'])
      expect(text).toContain(`href="${path}?q=s%E1%BA%A5y&amp;kind=need"`)
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

describe('suggestions', () => {
  async function suggest(
    path: string,
  ): Promise<{ groups: { name: string; items: { text: unknown; path: string | null }[] }[] }> {
    const answer = await exchange.fetch(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60')
    return (await answer.json()) as Awaited<ReturnType<typeof suggest>>
  }

  it('offers titles with their pages, and fields by their beginnings, in the language of the address', async () => {
    const { groups } = await suggest('/search/suggestions?q=say%20la')
    expect(groups.map(({ name }) => name)).toEqual(['Công nghệ và nhu cầu'])
    expect(groups[0]?.items[0]?.path).toMatch(/^\/technologies\/tech_/)
    const english = await suggest('/en/search/suggestions?q=ky%20thuat%20mo')
    expect(english.groups).toContainEqual({
      name: 'Fields',
      items: [{ text: expect.anything() as unknown, path: '/en/search?field=207' }],
    })
  })

  it('does not name who keeps the name back', async () => {
    const { groups } = await suggest('/search/suggestions?q=suoi%20tien')
    const owners = groups.filter(({ name }) => name === 'Tổ chức')
    expect(owners).toHaveLength(1)
    expect(JSON.stringify(groups)).not.toContain('need_')
  })

  it.each([
    '',
    'q=',
    'q=a',
    'q=%00',
    'q=%22%22',
    'q=%F0%9F%98%80',
    `q=${'a%20'.repeat(3000)}`,
    'q=NEAR(a%20b)%20*',
    'q=%ED%A0%80',
  ])('answers %.30s with nothing or little', async (query) => {
    const { groups } = await suggest(`/search/suggestions?${query}`)
    expect(JSON.stringify(groups).length).toBeLessThan(5_000)
  })

  it('asks for patience where one place asks too much', async () => {
    const statuses = new Set<number>()
    for (let count = 0; count < 610; count++)
      statuses.add((await exchange.fetch('/search/suggestions?q=a', { address: 'busy-office' })).status)
    expect([...statuses].sort()).toEqual([200, 429])
    const answer = await exchange.fetch('/search/suggestions?q=a', { address: 'busy-office' })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('the comparison', () => {
  async function technologyId(): Promise<string> {
    return /tech_[0-9a-z]{26}/.exec(await search({ kind: 'technology' }))?.[0] ?? ''
  }

  it('shows what a technology says, and leaves a line for what is not there', async () => {
    const id = await technologyId()
    const hidden = `tech_${'0'.repeat(26)}`
    const text = await page(`/compare?id=${id}&id=${hidden}&id=${encodeURIComponent('"><script>')}&id=${id}`)
    expect(text).toMatch(/<th scope="row"[^>]*>Giá/)
    expect(text).toContain('1.250.000.000')
    expect(text).toContain('2 công nghệ không tồn tại hoặc không hiển thị công khai')
    expect(text).toContain('Thêm ít nhất một công nghệ nữa')
    expect(text).toContain(`/search?kind=technology&amp;field=207&amp;with=${id}`)
    expect(text).not.toContain('"><script>')
  })

  it('takes the first four of more, and says so', async () => {
    const ids = Array.from({ length: 6 }, (_, n) => `id=tech_${String(n).repeat(26)}`)
    const text = await page(`/compare?${ids.join('&')}`)
    expect(text).toContain('Bảng chỉ so sánh 4 công nghệ đầu tiên; 2 công nghệ còn lại')
    expect(text).toContain('Chưa có công nghệ nào để so sánh')
  })

  it.each([
    '',
    'id=',
    'id=%00',
    `id=${'a'.repeat(9000)}`,
    Array.from({ length: 300 }, (_, n) => `id=${String(n)}`).join('&'),
  ])('gives a page for %.20s', async (query) => {
    const text = await page(`/en/compare?${query}`)
    expect(text).toContain('There is nothing to compare yet')
    expect(text.length).toBeLessThan(30_000)
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
