import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { transaction } from '#db'
import { decideListing } from '#modules/listings/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { type Troupe, troupe } from '../support/cast.ts'
import { createExchange, type Exchange, type Sent } from '../support/remix.ts'
import { publishTechnology } from '../support/searches.ts'

type Json = Record<string, unknown>

interface Parameter {
  readonly name: string
  readonly schema: Json & { readonly items?: Json }
}

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly Parameter[] } }>>
  readonly components: { readonly schemas: { readonly SearchAnswer: Json; readonly Problem: Json } }
}

interface Answer {
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly limit: number
  readonly items: readonly (Json & { readonly title: string; readonly reasons: readonly Json[] })[]
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
  readonly links: {
    readonly self: string
    readonly next: string | null
    readonly previous: string | null
    page: string
  }
}

let exchange: Exchange
let institute: Troupe
let document: Document
let caller = 0

beforeAll(async () => {
  exchange = await createExchange()
  institute = await troupe('vien', 'institute')
  const { organisationId } = institute
  for (let index = 0; index < 25; index++) await publishTechnology(organisationId, `Xử lý nước thải ${String(index)}`)
  const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4, decision: 'publish', reason: 'x' } as const
  await transaction(async (tx) => {
    const profile = { texts: { vi: { title: 'Máy sấy lạnh', teaser: 'Giữ màu' } }, readiness: { claimed: 7 } }
    const state = 'submitted' as const
    const made = await createTechnologyDirectly(tx, { organisationId, by: null, state, profile, externalId: 'CN-07' })
    if (!made.ok) throw new Error(made.refusal.code)
    return decideListing(tx, made.value, scores, null, null)
  })
  await exchange.settled()
  document = (await (await exchange.fetch('/api/v1/openapi.json')).json()) as Document
})

afterAll(() => exchange.close())

const ask = (query: string, sent: Sent = {}) =>
  exchange.fetch(`/api/v1/search${query === '' ? '' : `?${query}`}`, {
    address: `caller-${String(Math.floor(caller++ / 50))}`,
    ...sent,
  })

const shape = (name: 'SearchAnswer' | 'Problem') => z.fromJSONSchema(document.components.schemas[name])

async function answered(query: string): Promise<Answer> {
  const response = await ask(query)
  expect([query, response.status]).toEqual([query, 200])
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  return shape('SearchAnswer').parse(await response.json()) as Answer
}

async function problem(
  query: string,
  status: number,
): Promise<Json & { faults?: { parameter: string; fault: string }[] }> {
  const response = await ask(query)
  expect([query, response.status]).toEqual([query, status])
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const body = shape('Problem').parse(await response.json()) as Json & { status: number }
  expect(body.status).toBe(status)
  return body
}

describe('an answer', () => {
  it('holds each listing with its ids, kind, language, title, score and reasons, as documented', async () => {
    const { items, total, limit } = await answered('q=say+lanh')
    expect([total, limit]).toEqual([1, 20])
    expect(items[0]).toMatchObject({
      externalId: 'CN-07',
      kind: 'technology',
      language: 'vi',
      title: 'Máy sấy lạnh',
      summary: 'Giữ màu',
      match: 'direct',
    })
    expect(items[0]?.['id']).toMatch(/^tech_/)
    expect(items[0]?.['url']).toMatch(/\/technologies\/tech_\w+$/)
    expect(typeof items[0]?.['score']).toBe('number')
  })

  it.each([
    'q=nuoc+thai',
    'q=say',
    'kind=technology&sort=newest',
    'q=may+nuoc&trlFrom=5',
    'q=n%C6%B0%E1%BB%9Bc&lang=en',
  ])('to %s is the same as the page’s, in order and number', async (query) => {
    const { items, total, facets } = await answered(`${query}&limit=20`)
    const english = query.includes('lang=en')
    const page = await exchange.fetch(`${english ? '/en' : ''}/search?${query.replace('&lang=en', '')}`)
    const html = await page.text()
    const shown = [...html.matchAll(/<h2[^>]*><a href="(?:\/en)?\/(?:technologies|needs)\/(\w+)"/g)].map(([, id]) => id)
    expect(items.map((item) => item['id'])).toEqual(shown)
    expect(facets['kind']?.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  })

  it('is read page by page along its links, each listing once', async () => {
    const seen: unknown[] = []
    let path: string | null = '/api/v1/search?q=nuoc+thai&limit=10&lang=en'
    while (path !== null) {
      const at: URL = new URL(path, 'http://site')
      const { items, links, limit, pages } = await answered(at.search.slice(1))
      expect([limit, pages]).toEqual([10, 3])
      seen.push(...items.map((item) => item['id']))
      path = links.next
    }
    expect(seen).toHaveLength(25)
    expect(new Set(seen)).toHaveLength(25)
    const { links } = await answered('q=nuoc+thai&limit=10&lang=en&page=2')
    expect(links.previous).toMatch(/\/api\/v1\/search\?q=nuoc\+thai&lang=en&limit=10$/)
    expect(links.page).toMatch(/\/en\/search\?q=nuoc\+thai$/)
  })

  it('is a visitor’s, whoever asks, may be read by any site and be kept', async () => {
    const plain = await ask('q=nuoc')
    const own = await ask('q=nuoc', { as: institute.owner.session, headers: { Origin: 'https://elsewhere.example' } })
    expect(own.headers.get('etag')).toBe(plain.headers.get('etag'))
    expect(own.headers.get('access-control-allow-origin')).toBe('*')
    expect(own.headers.get('access-control-allow-credentials')).toBeNull()
    expect(plain.headers.get('cache-control')).toBe('public, max-age=30')
    expect((await ask('q=nuoc', { headers: { 'If-None-Match': plain.headers.get('etag') ?? '' } })).status).toBe(304)
    const before = await ask('q=nuoc', { method: 'OPTIONS' })
    expect(before.status).toBe(204)
    expect(before.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
  })
})

describe('the documented parameters', () => {
  it('are exactly those that are taken, with the values that are documented', async () => {
    const { parameters } = document.paths['/api/v1/search']?.get ?? { parameters: [] }
    const names = parameters.map(({ name }) => name)
    expect(new Set(names)).toHaveLength(names.length)
    const given = (schema: Json): string[] => {
      if (Array.isArray(schema['enum'])) return schema['enum'] as string[]
      if (typeof schema['pattern'] === 'string') return ['C', 'C02', 'C02F']
      if (schema['type'] === 'integer') return [String(schema['minimum'])]
      return ['nước']
    }
    for (const { name, schema } of parameters)
      for (const value of given(schema.items ?? schema).slice(0, 12))
        await answered(new URLSearchParams({ [name]: value }).toString())
    // What the page takes beside them, and what an API might: none is taken silently.
    for (const name of ['why', 'held', 'done', 'query', 'filter', 'Q', 'limit ', '__proto__', 'constructor', '']) {
      const { faults } = await problem(new URLSearchParams({ [name]: '1' }).toString(), 400)
      expect(faults).toMatchObject([{ parameter: name, fault: 'unknown_parameter' }])
    }
  })

  it('repeat where it is documented and only there', async () => {
    const { parameters } = document.paths['/api/v1/search']?.get ?? { parameters: [] }
    for (const { name, schema } of parameters) {
      const value = schema.items ? ((schema.items['enum'] as string[] | undefined)?.[0] ?? 'C') : '1'
      const twice = `${name}=${value}&${name}=${value}`
      if (schema['type'] === 'array') await answered(twice)
      else expect((await problem(twice, 400)).faults).toMatchObject([{ parameter: name, fault: 'given_twice' }])
    }
  })

  it('stand on the page of the API in both languages, with a real answer', async () => {
    for (const path of ['/api', '/en/api']) {
      const text = await (await exchange.fetch(path)).text()
      for (const { name } of document.paths['/api/v1/search']?.get.parameters ?? [])
        expect(text).toContain(`>${name}</code>`)
      expect(text).toContain('&quot;externalId&quot;')
      expect(text).not.toContain('<script')
    }
  })
})

describe('what is not right', () => {
  it.each([
    ['kind=boat', 'kind', 'unknown_value'],
    ['kind=technology&kind=boat', 'kind', 'unknown_value'],
    ['kind=', 'kind', 'unknown_value'],
    ['ipc=c02f', 'ipc', 'unknown_value'],
    ['lang=fr', 'lang', 'unknown_value'],
    ['sort=toString', 'sort', 'unknown_value'],
    ['exact=true', 'exact', 'unknown_value'],
    ['limit=0', 'limit', 'out_of_range'],
    ['limit=101', 'limit', 'out_of_range'],
    ['limit=-1', 'limit', 'not_a_number'],
    ['limit=1e2', 'limit', 'not_a_number'],
    ['limit=', 'limit', 'not_a_number'],
    ['page=0', 'page', 'out_of_range'],
    ['page=2.5', 'page', 'not_a_number'],
    ['page=99999999999999999999', 'page', 'not_a_number'],
    ['page=9999&limit=100', 'page', 'too_deep'],
    ['trlFrom=0', 'trlFrom', 'out_of_range'],
    ['trlFrom=7&trlTo=3', 'trlFrom', 'wrong_order'],
    ['priceFrom=1.000.000', 'priceFrom', 'not_a_number'],
    ['priceTo=9007199254740992', 'priceTo', 'out_of_range'],
    ['priceFrom=2&priceTo=1', 'priceFrom', 'wrong_order'],
    [`q=${'a'.repeat(401)}`, 'q', 'too_long'],
    [`${'x'.repeat(500)}=1`, 'x'.repeat(60), 'unknown_parameter'],
  ])('%.50s is told', async (query, parameter, fault) => {
    const told = await problem(query, 400)
    expect(told['code']).toBe('invalid_parameters')
    expect(told.faults).toMatchObject([{ parameter, fault }])
  })

  it('is told in the language asked for, all of it, but not without end', async () => {
    const told = await problem('lang=en&kind=boat&limit=0', 400)
    expect(told['title']).toBe('Parameters are not right')
    expect(told['type']).toMatch(/\/en\/api#invalid_parameters$/)
    expect(told.faults).toHaveLength(2)
    const many = Array.from({ length: 500 }, (_, n) => `x${String(n)}=1`).join('&')
    expect((await problem(many, 400)).faults).toHaveLength(20)
  })

  it('is a page that does not exist', async () => {
    expect((await problem('q=nuoc+thai&page=3', 404))['code']).toBe('no_such_page')
  })

  it('is a form', async () => {
    const response = await ask('', { form: { q: 'x' } })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  it('is to ask too often', async () => {
    const sent = { address: 'a-hurried-program' }
    let response = await ask('limit=1', sent)
    for (let times = 1; times <= 120; times++) response = await ask('limit=1', sent)
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(shape('Problem').parse(await response.json())).toMatchObject({ code: 'too_many' })
  })

  it.each(['q=%00%01%ff', 'q=%ED%A0%80', 'q=NEAR(a%20b)%20%22', `q=${'%F0%9F%A6%90'.repeat(100)}`, 'q='])(
    'is never the text: %.30s',
    async (query) => {
      await answered(query)
    },
  )
})
