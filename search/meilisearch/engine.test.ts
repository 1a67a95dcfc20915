import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MeilisearchStandIn } from '../../tests/support/meilisearch/stand-in.ts'
import { batches, listing, query } from '../contract.ts'
import { SearchBusyError, type SearchEngine, type SearchQuery, type SearchResult } from '../engine.ts'
import { planOf } from '../plan.ts'
import { MeilisearchFault } from './connection.ts'
import { openMeilisearch } from './engine.ts'
import { ABOUT, indexedOf } from './indexed.ts'
import { isNear } from './mended.ts'
import { askedOf, completeText } from './query.ts'
import { LAYOUT, settingsWith } from './settings.ts'
import { Synonyms } from './synonyms.ts'
import { decoded, encoded } from './values.ts'

const DAY = 86_400_000
const server = new MeilisearchStandIn()
beforeAll(() => server.start())
afterAll(() => server.stop())

let engine: SearchEngine
let index: string
let indexes = 0
const open = (more: Partial<Parameters<typeof openMeilisearch>[0]> = {}) =>
  openMeilisearch({ url: server.url, key: server.masterKey, index, ...more })

beforeEach(() => {
  index = `index-${String(++indexes)}`
  engine = open()
  server.searches.length = 0
})

const search = (text: string, more: Partial<SearchQuery> = {}) => engine.search(query(text, more))
const idsOf = (result: SearchResult) => result.hits.map((hit) => hit.id)
const none = listing('none', 'x').facets

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  )
}

describe('settings', () => {
  it('have a new version whenever they change', () => {
    const settings = createHash('sha256')
      .update(JSON.stringify(settingsWith({})))
      .digest('hex')
    const document = Object.keys(indexedOf(listing('a', 'Máy'))).join()
    expect({ version: LAYOUT, settings: settings.slice(0, 16), document }).toMatchInlineSnapshot(`
      {
        "document": "id,updatedAt,title,summary,keywords,owner,codes,body,runs,original,facets,audience,trl,price,publishedAt,trlOrder,priceOrder,shown,card,terms",
        "settings": "efa3c9de2d751dab",
        "version": 1,
      }
    `)
  })

  it('of another version are brought up by building anew beside the index and taking its place', async () => {
    await engine.rebuild(batches([listing('old', 'Máy gặt')]))
    expect(engine.needsRebuild).toBe(false)
    await fetch(`${server.url}/indexes/${index}/documents`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.masterKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify([{ id: ABOUT, layout: LAYOUT - 1 }]),
    })
    const next = open()
    expect(next.needsRebuild).toBe(true)
    expect(await next.count()).toBe(1)
    expect(next.needsRebuild).toBe(true)
    await next.rebuild(batches([listing('new', 'Máy gặt')]))
    expect(next.needsRebuild).toBe(false)
    expect((await next.search(query('máy gặt'))).hits.map((hit) => hit.id)).toEqual(['new'])
    const again = open()
    await again.count()
    expect(again.needsRebuild).toBe(false)
  })

  it('leave nothing behind, not even what a killed rebuild left', async () => {
    async function* failing() {
      yield await Promise.resolve([listing('half', 'Máy')])
      throw new Error('killed')
    }
    await expect(engine.rebuild(failing())).rejects.toThrow('killed')
    expect(server.indexes).toContain(`${index}_next`)
    await engine.rebuild(batches([listing('whole', 'Máy')]))
    expect(server.indexes).not.toContain(`${index}_next`)
    expect(idsOf(await search('máy'))).toEqual(['whole'])
  })
})

describe('what is sent', () => {
  it('always holds what the reader may see', async () => {
    await engine.index([
      listing('dry', 'Công nghệ sấy đông khô', { keywords: ['nông sản'] }),
      listing('hidden', 'Máy sấy', { audience: { organisations: ['org_A'] } }),
    ])
    server.searches.length = 0
    const reader = { organisationId: 'org_A' }
    await search('sấy -lạnh zzzzz', { reader, explain: true, filters: { kind: ['technology'], field: ['x'] } })
    await search('sấy đôngg khô')
    await search('')
    await engine.suggest({ text: 's', reader, language: 'vi', limit: 3 })
    await engine.candidates({ texts: [{ text: 'sấy đông khô', weight: 1 }], reader, filters: {}, ranges: {}, limit: 5 })
    expect(server.searches.length).toBeGreaterThan(10)
    for (const { filter } of server.searches) expect(JSON.stringify(filter)).toMatch(/^\["audience IN \[/)
    expect(idsOf(await search('máy sấy', { reader: { organisationId: 'org_a' } }))).not.toContain('hidden')
    expect(idsOf(await search('máy sấy', { reader }))).toContain('hidden')
  })

  it.each([
    ['nhà máy sản xuất gạch ngói bằng tro bay nhiệt điện than antraxit', 10],
    ['"một hai ba bốn năm sáu bảy tám" chín mười mườimột mườihai', 10],
    ['và của là sấy những được trong với khô để theo khi lạnh', 3],
  ])('has at most ten words: %s', (text, words) => {
    const sent = completeText(askedOf(planOf(`${text} `), new Synonyms([])))
    expect(sent.match(/\p{L}+/gu)).toHaveLength(words)
  })

  it('names what is left out first, words as they stand, and leaves a beginning open', () => {
    const sent = (text: string) => completeText(askedOf(planOf(text), new Synonyms([])))
    expect(sent('sấy khô -"trái cây" -mít')).toBe('-"trai cay" -"mit" "say" "kho"')
    expect(sent('sấy đông kh')).toBe('"say" "dong" kh')
    expect(sent('nước thải C02F 3/30')).toBe('"nuoc" "thai" c02f330')
    expect(sent('"sấy nông')).toBe('"say" nong')
    expect(sent('-sấy')).toBe('-"say"')
    expect(sent('a:b" OR (c) * ~')).not.toMatch(/[*~():]/)
  })

  it('finds filter values exactly, whatever signs they have', async () => {
    const values = [
      'a"b',
      "a'b",
      'a\\b',
      'a\\"b',
      'A',
      'a',
      ' a',
      'ａ',
      'á',
      'á'.normalize('NFD'),
      'OR',
      ']',
      '',
      '\ud800',
      '.',
      '_a',
    ]
    await engine.index(
      values.map((value, at) => listing(`v${String(at)}`, 'Máy', { facets: { ...none, field: [value] } })),
    )
    for (const [at, value] of values.entries()) {
      const result = await search('', { filters: { field: [value] } })
      expect(idsOf(result)).toEqual([`v${String(at)}`])
      expect(result.facets.field.find((one) => one.value === value)?.count).toBe(1)
    }
    expect(new Set((await search('')).facets.field.map(({ value }) => value))).toEqual(new Set(values))
  })

  it('has filter values that come back as they were', () => {
    const texts = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((units) => String.fromCharCode(...units))
    fc.assert(fc.property(texts, (value) => decoded(encoded(value)) === value && /^[a-z0-9_.-]+$/.test(encoded(value))))
  })

  it('narrows by ranges, both ends included', async () => {
    await engine.index([
      listing('low', 'Máy', { trlLevel: 3, price: 100 }),
      listing('high', 'Máy', { trlLevel: 7, price: 500 }),
      listing('open', 'Máy'),
    ])
    const within = async (ranges: SearchQuery['ranges']) => idsOf(await search('máy', { ranges })).sort()
    expect(await within({ trl: { from: 3, to: 7 } })).toEqual(['high', 'low'])
    expect(await within({ trl: { from: 4, to: null } })).toEqual(['high'])
    expect(await within({ price: { from: null, to: 499.5 } })).toEqual(['low'])
    expect(await within({ price: { from: Number.NaN, to: 1e300 } })).toEqual(['high', 'low'])
    expect(await within({ price: { from: -Infinity, to: null } })).toEqual(['high', 'low'])
  })
})

describe('what is found', () => {
  beforeEach(() =>
    engine.index([
      listing('dry', 'Công nghệ sấy thăng hoa trái cây', {
        keywords: ['nông sản', 'thực phẩm'],
        owner: 'Viện Cơ điện',
      }),
      listing('water', 'Xử lý nước thải dệt nhuộm', { summary: 'Dùng màng nano.', body: 'Bể hiếu khí.' }),
      listing('road', 'Vật liệu làm đường'),
    ]),
  )

  it('mends words that stand nowhere, and says how', async () => {
    const result = await search('sấy thănng hoa')
    expect(result.hits[0]).toMatchObject({ id: 'dry', match: 'mended' })
    expect(result).toMatchObject({ correction: 'sấy thăng hoa', complete: 1 })
    expect(result.query.words).toContain('thang')
    expect((await search('sấy thănng hoa', { exact: true })).correction).toBeNull()
  })

  it('leaves words alone that stand somewhere', async () => {
    expect((await search('đường')).correction).toBeNull()
    expect(idsOf(await search('đường'))).toEqual(['road'])
  })

  it('adds what holds most of the words, marked as such', async () => {
    const result = await search('nước thải dệt zzzzz', { sort: 'newest' })
    expect(result).toMatchObject({ total: 1, complete: 0 })
    expect(result.hits[0]).toMatchObject({ id: 'water', match: 'partial' })
  })

  it('finds other names of things, beneath the thing itself', async () => {
    await engine.useTerms({
      added: [
        { kind: 'translation', a: 'wastewater', b: 'nước thải' },
        { kind: 'synonym', a: 'thăng hoa', b: 'đông khô' },
      ],
      without: [],
    })
    await engine.index([listing('own', 'A wastewater meter')])
    const result = await search('wastewater')
    expect(result.hits.map(({ id, match }) => [id, match])).toEqual([
      ['own', 'direct'],
      ['water', 'translated'],
    ])
    expect(result.translations).toEqual([{ asked: 'wastewater', terms: ['nước thải'] }])
    expect(idsOf(await search('wastewater', { exact: true }))).toEqual(['own'])
    expect(idsOf(await search('sấy đông khô'))).toEqual(['dry'])
    const [hit] = (await search('sấy đông khô', { explain: true })).hits
    expect(hit?.reasons).toEqual([
      { asked: 'sấy', reading: 'typed', found: 'sấy', places: ['title'] },
      { asked: 'đông khô', reading: 'synonym', found: 'thăng hoa', places: ['title'] },
    ])
    await engine.rebuild(batches([listing('water', 'Xử lý nước thải')]))
    expect(idsOf(await search('wastewater'))).toEqual(['water'])
  })

  it('is explained word by word', async () => {
    const [hit] = (await search('xử lý nướcc thải nan', { explain: true })).hits
    expect(hit?.reasons).toEqual([
      { asked: 'xử', reading: 'typed', found: 'xử', places: ['title'] },
      { asked: 'lý', reading: 'typed', found: 'lý', places: ['title'] },
      { asked: 'nướcc', reading: 'mended', found: 'nước', places: ['title'] },
      { asked: 'thải', reading: 'typed', found: 'thải', places: ['title'] },
      { asked: 'nan', reading: 'beginning', found: 'nan', places: ['summary'] },
    ])
    expect((await search('xử lý')).hits[0]?.reasons).toBeNull()
  })

  it('is suggested as it is typed', async () => {
    const suggest = async (text: string) => {
      const found = await engine.suggest({ text, reader: { organisationId: null }, language: 'vi', limit: 3 })
      return found.map(({ kind, text: segments }) => [kind, segments.map((segment) => segment.text).join('')])
    }
    expect(await suggest('nong s')).toContainEqual(['term', 'nông sản'])
    expect(await suggest('say th')).toEqual([['title', 'Công nghệ sấy thăng hoa trái cây']])
    expect(await suggest('vien co')).toContainEqual(['organisation', 'Viện Cơ điện'])
    expect(await suggest(' ')).toEqual([])
  })

  it('is a candidate by the rare words it holds', async () => {
    const texts = [
      { text: 'Cần xử lý nước thải bằng màng nano', weight: 2 },
      { text: 'trái cây', weight: 1 },
    ]
    const reader = { organisationId: null }
    const found = await engine.candidates({ texts, reader, filters: {}, ranges: {}, limit: 10 })
    expect(found.map(({ id }) => id)).toEqual(['water', 'dry'])
    expect(found[0]?.score).toBeGreaterThan(0.5)
    expect(found[0]?.score).toBeLessThanOrEqual(1)
    const filters = { kind: ['need'] }
    expect(await engine.candidates({ texts, reader, filters, ranges: {}, limit: 10 })).toEqual([])
  })

  it('is counted beyond what can be paged to', async () => {
    engine = open({ searchTimeoutMs: 15_000 })
    const many = Array.from({ length: 1050 }, (_, at) =>
      listing(`m${String(at)}`, 'Máy gặt', { publishedAt: at * DAY }),
    )
    await engine.index(many)
    const result = await search('máy gặt', { sort: 'newest', page: 99 })
    expect(result).toMatchObject({ total: 1050, complete: 1050, page: 50, pageCount: 50 })
    expect(result.facets.kind).toEqual([{ value: 'technology', count: 1050 }])
    expect(result.hits).toHaveLength(20)
  })
})

describe('faults', () => {
  const secret = 'a-key-nobody-may-read'

  it.each([
    ['fails', 'server', 'internal'],
    ['not-json', 'server', null],
    ['hangs', 'slow', null],
    ['breaks-off', 'unreachable', 'UND_ERR_SOCKET'],
  ] as const)('of a server that %s are told apart', async (behaviour, kind, code) => {
    await engine.count()
    const impatient = open({ searchTimeoutMs: 400, writeTimeoutMs: 400 })
    await impatient.count()
    server.behaviour = behaviour
    const error = await faultOf(impatient.search(query('máy')))
    server.behaviour = 'well'
    expect(error).toBeInstanceOf(MeilisearchFault)
    expect(error).toMatchObject({ kind, code })
  })

  it('of a busy server ask to come back', async () => {
    await engine.count()
    server.behaviour = 'busy'
    const error = await faultOf(engine.search(query('máy')))
    server.behaviour = 'well'
    expect(error).toBeInstanceOf(SearchBusyError)
  })

  it('never hold the key', async () => {
    const refused = await faultOf(open({ key: secret }).search(query('máy')))
    expect(refused).toMatchObject({ kind: 'key', code: 'invalid_api_key' })
    const away = await faultOf(open({ key: secret, url: 'http://127.0.0.1:1' }).search(query('máy')))
    expect(away).toMatchObject({ kind: 'unreachable' })
    for (const error of [refused, away]) {
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret)
      expect((error as Error).cause).toBeUndefined()
    }
  })

  it('are passed over by the next question', async () => {
    const late = open()
    server.behaviour = 'fails'
    expect(await faultOf(late.search(query('máy')))).toMatchObject({ kind: 'server' })
    server.behaviour = 'well'
    expect((await late.search(query('máy'))).total).toBe(0)
  })

  it('are changes that are not carried out in time', async () => {
    const impatient = open({ writeTimeoutMs: 400 })
    await impatient.count()
    server.tasks.hold(true)
    const error = await faultOf(impatient.index([listing('a', 'Máy')]))
    server.tasks.hold(false)
    expect(error).toMatchObject({ kind: 'slow' })
  })

  it('are ids that Meilisearch cannot hold, before anything is sent', async () => {
    await expect(engine.index([listing('a b', 'Máy')])).rejects.toThrow(TypeError)
    await expect(engine.index([listing(ABOUT, 'Máy')])).rejects.toThrow(TypeError)
  })

  it('need no more than the rights that the key is said to have', async () => {
    const rights =
      'search documents.add documents.get documents.delete indexes.create indexes.delete indexes.swap settings.update tasks.get'
    server.allow('narrow', rights.split(' '), [index, `${index}_next`])
    const narrow = open({ key: 'narrow' })
    await narrow.index([listing('a', 'Máy gặt')])
    await narrow.remove(['a'])
    await narrow.useTerms({ added: [], without: [] })
    await narrow.rebuild(batches([listing('b', 'Máy gặt')]))
    expect((await narrow.search(query('máy'))).total).toBe(1)
  })
})

describe('synonyms', () => {
  it('keep within what Meilisearch reads', () => {
    engine = open({ searchTimeoutMs: 15_000 })
    const many = Array.from({ length: 60 }, (_, at) => ({ kind: 'synonym' as const, a: 'máy', b: `tên ${String(at)}` }))
    const { setting } = new Synonyms([
      ...many,
      { kind: 'translation', a: 'one two three four', b: 'bốn' },
      { kind: 'synonym', a: 'Sấy', b: 'say' },
      { kind: 'synonym', a: '', b: 'trống' },
    ])
    expect(setting['may']).toHaveLength(50)
    expect(Object.keys(setting)).not.toContain('one two three four')
    expect(setting['bon']).toEqual(['one two three four'])
    expect(Object.keys(setting)).not.toContain('say')
  })
})

describe('near words', () => {
  it.each([
    ['nuocc', 'nuoc', 1, true],
    ['noucs', 'nuocs', 1, true],
    ['abc', 'abcde', 1, false],
    ['', 'a', 1, true],
    ['kitten', 'sitting', 2, false],
  ])('%s and %s within %d: %s', (a, b, most, near) => {
    expect(isNear(a, b, most)).toBe(near)
  })
})

describe('a document made ready', () => {
  it('has the codes of its texts without their signs, and their beginnings', () => {
    const { runs, codes } = indexedOf(
      listing('a', 'Theo ISO/IEC-27001', { summary: 'Phân loại C02F 3/30, năm 2025.', codes: ['A23B 7/024'] }),
    )
    expect(runs).toEqual(['isoiec', 'isoiec27001', '330', 'c02f3', 'c02f330'])
    expect(codes).toEqual(['a23b 7 024', 'a23b7', 'a23b7024'])
  })

  it('is ready soon, whatever its text', () => {
    const start = performance.now()
    for (const text of ['a'.repeat(500_000), '1'.repeat(500_000), 'A00B '.repeat(100_000), '1/'.repeat(250_000)]) {
      indexedOf(listing('a', 'Máy', { body: text }))
    }
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
