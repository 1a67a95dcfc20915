import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchDocument } from './document.ts'
import type { SearchEngine, SearchQuery, SearchResult } from './engine.ts'
import type { Segment } from './highlight.ts'

const DAY = 86_400_000

/** A Vietnamese listing; what a test does not name is the same in all of them. */
export function listing(
  id: string,
  title: string,
  more: Partial<SearchDocument> & { summary?: string; body?: string } = {},
) {
  const { summary = '', body = '', ...rest } = more
  const document: SearchDocument = {
    id,
    kind: 'technology',
    externalId: null,
    texts: { vi: { title, summary, body } },
    keywords: [],
    owner: 'Viện Nghiên cứu',
    codes: [],
    facets: facets({}),
    price: null,
    trlLevel: null,
    publishedAt: 1000 * DAY,
    updatedAt: 1000 * DAY,
    audience: 'public',
    card: { title },
    ...rest,
  }
  return document
}

function facets(more: Partial<SearchDocument['facets']>): SearchDocument['facets'] {
  const none = { field: [], industry: [], ipc: [], trl: null, ipStatus: [], rights: [], territory: [], green: [] }
  return { ...none, province: null, ...more }
}

export function query(text: string, more: Partial<SearchQuery> = {}): SearchQuery {
  const plain = { filters: {}, ranges: {}, exact: false, explain: false }
  const reader = { organisationId: null }
  return { text, reader, language: 'vi', ...plain, sort: 'relevance', page: 1, pageSize: 20, ...more }
}

const idsOf = (result: SearchResult) => result.hits.map((hit) => hit.id)
const textOf = (segments: Segment[]) => segments.map((segment) => segment.text).join('')
const markedIn = (segments: Segment[]) => segments.filter((segment) => segment.hit).map((segment) => segment.text)

export async function* batches(...all: SearchDocument[][]) {
  for (const batch of all) yield await Promise.resolve(batch)
}

const market: SearchDocument[] = [
  listing('freeze', 'Công nghệ sấy đông khô trái cây', {
    summary: 'Sấy ở nhiệt độ thấp giữ màu và hương vị của xoài, mít.',
    body: 'Thiết bị làm lạnh nhanh.',
    keywords: ['nông sản'],
    codes: ['A23B 7/024', '1-0012345'],
    facets: facets({ field: ['food', 'energy'], trl: 'deployment', ipStatus: ['patent'], province: '52' }),
    price: 500_000_000,
    trlLevel: 8,
    publishedAt: 1010 * DAY,
  }),
  listing('water', 'Xử lý nước thải dệt nhuộm bằng màng nano', {
    summary: 'Loại bỏ màu và kim loại nặng.',
    owner: 'Trường Đại học Quy Nhơn',
    codes: ['C02F 3/30', 'SDG 6'],
    facets: facets({ field: ['environment'], trl: 'development', ipStatus: ['pending'], province: '52' }),
    price: 200_000_000,
    trlLevel: 5,
    publishedAt: 1020 * DAY,
  }),
  listing('road', 'Vật liệu làm đường từ tro bay', {
    facets: facets({ field: ['materials'], trl: 'research', province: '01' }),
    trlLevel: 3,
    publishedAt: 1005 * DAY,
  }),
  listing('name', 'Phần mềm của kỹ sư Dương', {
    facets: facets({ field: ['software'], trl: 'deployment', province: '01' }),
    publishedAt: 1030 * DAY,
  }),
  listing('need', 'Cần dây chuyền sấy nông sản', {
    kind: 'need',
    facets: facets({ field: ['food'], province: '79' }),
    publishedAt: 1015 * DAY,
  }),
  listing('both', 'Cảm biến độ mặn', {
    texts: {
      vi: { title: 'Cảm biến độ mặn', summary: 'Đo liên tục ở ao nuôi tôm.', body: '' },
      en: { title: 'Salinity sensor', summary: 'Continuous measurement in shrimp ponds.', body: 'wireless probe' },
    },
    facets: facets({ field: ['electronics'], trl: 'development', ipStatus: ['patent', 'pending'], province: '79' }),
    publishedAt: 1001 * DAY,
  }),
]

const hidden = listing('hidden', 'Công nghệ sấy mật', {
  audience: { organisations: ['org_a', 'org_b'] },
  facets: facets({ field: ['food', 'secret'] }),
})

/**
 * What every search engine must do. `open` gives an empty engine at a place of its own; where the engine keeps its
 * index, opening the same `place` again gives it back.
 */
export function describeSearchEngine(
  name: string,
  open: (place: string) => SearchEngine | Promise<SearchEngine>,
): void {
  describe(`search engine ${name}`, () => {
    let engine: SearchEngine
    let places = 0
    const opened: SearchEngine[] = []

    const openAt = async (place: string) => {
      const next = await open(place)
      opened.push(next)
      return next
    }
    const search = (text: string, more: Partial<SearchQuery> = {}) => engine.search(query(text, more))

    beforeEach(async () => {
      engine = await openAt(`place-${String(++places)}`)
      await engine.index(market)
    })
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close()
    })

    describe('words', () => {
      it.each([
        ['without diacritics', 'cong nghe say dong kho'],
        ['with diacritics', 'công nghệ sấy đông khô'],
        ['in capitals', 'CÔNG NGHỆ SẤY ĐÔNG KHÔ'],
        ['decomposed', 'công nghệ sấy đông khô'.normalize('NFD')],
        ['in another order', 'sấy đông khô công nghệ'],
        ['unfinished', 'cong nghe say dong kh'],
      ])('finds a title typed %s', async (_, text) => {
        expect(idsOf(await search(text))[0]).toBe('freeze')
      })

      it('finds documents whose text is decomposed', async () => {
        await engine.index([listing('nfd', 'Thiết bị chưng cất tinh dầu sả'.normalize('NFD'))])
        const result = await search('chưng cất tinh dầu')
        expect(idsOf(result)).toEqual(['nfd'])
        expect(markedIn(result.hits[0]?.title ?? []).map((text) => text.normalize('NFC'))).toEqual([
          'chưng',
          'cất',
          'tinh',
          'dầu',
        ])
      })

      it('searches summary, body, keywords and owner', async () => {
        expect(idsOf(await search('kim loại nặng'))).toEqual(['water'])
        expect(idsOf(await search('làm lạnh nhanh'))).toEqual(['freeze'])
        expect(idsOf(await search('quy nhơn'))).toEqual(['water'])
        expect((await search('nông sản')).total).toBe(2)
      })

      it('puts the word with the typed diacritics first', async () => {
        expect(idsOf(await search('đường'))).toEqual(['road', 'name'])
        expect(idsOf(await search('dương'))).toEqual(['name', 'road'])
      })

      it('takes both ways of placing a tone for the same', async () => {
        await engine.index([listing('old', 'Máy bơm thuỷ lực'), listing('other', 'Thụy Sĩ: máy bơm')])
        expect(idsOf(await search('máy bơm thủy'))[0]).toBe('old')
      })

      it('puts a title before a body', async () => {
        await engine.index([listing('body', 'Máy xúc', { body: 'dùng màng nano' }), listing('title', 'Màng nano')])
        expect(idsOf(await search('màng nano')).slice(0, 3)).toEqual(['title', 'water', 'body'])
      })

      it('adds documents with most of the words beneath those with all', async () => {
        const result = await search('xử lý nước thải dệt may')
        expect(idsOf(result)[0]).toBe('water')
        expect(result.complete).toBe(0)
        await engine.index([listing('all', 'May dệt: xử lý nước thải')])
        const next = await search('xử lý nước thải dệt may')
        expect(idsOf(next).slice(0, 2)).toEqual(['all', 'water'])
        expect(next.complete).toBe(1)
        expect(idsOf(await search('xử lý nước thải dệt may', { sort: 'newest' }))[0]).toBe('all')
      })

      it('finds nothing for words nobody wrote', async () => {
        const result = await search('zyxwvut')
        expect(result).toMatchObject({ total: 0, complete: 0, hits: [], page: 1, pageCount: 1 })
      })

      it('does not let function words decide', async () => {
        expect(idsOf(await search('công nghệ nào để sấy đông khô'))[0]).toBe('freeze')
        expect((await search('của')).total).toBeGreaterThan(0)
      })
    })

    describe('phrases, minus and codes', () => {
      it('keeps quoted words together', async () => {
        expect(idsOf(await search('"nông sản"'))).toEqual(expect.arrayContaining(['freeze', 'need']))
        expect(idsOf(await search('"sấy nông sản"'))).toEqual(['need'])
        expect(idsOf(await search('“sấy nông sản”'))).toEqual(['need'])
      })

      it('never joins two keywords or two languages to a phrase', async () => {
        await engine.index([listing('apart', 'Máy', { keywords: ['mạch', 'nha'] })])
        expect((await search('"mạch nha"')).total).toBe(0)
        expect((await search('"mặn salinity"')).total).toBe(0)
      })

      it('leaves out what follows a minus', async () => {
        expect(idsOf(await search('sấy -"trái cây"'))).toEqual(['need'])
        expect(idsOf(await search('sấy -cần'))).toEqual(['freeze'])
        expect(idsOf(await search('-sấy')).sort()).toEqual(['both', 'name', 'road', 'water'])
      })

      it.each([
        ['C02F 3/30', 'water'],
        ['c02f 3/30', 'water'],
        ['C02F3/30', 'water'],
        ['C02F 3', 'water'],
        ['nước thải C02F 3/30', 'water'],
        ['SDG 6', 'water'],
        ['1-0012345', 'freeze'],
        ['10012345', 'freeze'],
        ['1-00123', 'freeze'],
        ['"A23B 7/024"', 'freeze'],
      ])('finds the code %s', async (text, id) => {
        expect(idsOf(await search(text))).toEqual([id])
      })

      it('finds the number another system gave', async () => {
        await engine.index([listing('external', 'Máy', { externalId: 'KC.05.12/21-30' })])
        expect(idsOf(await search('KC.05.12/21-30'))).toEqual(['external'])
      })

      it('does not take parts of different codes for one', async () => {
        await engine.index([listing('codes', 'Máy', { codes: ['C02F 9/12', 'A23L 3/31'] })])
        expect((await search('C02F 3/31')).total).toBe(0)
      })
    })

    describe('facets and filters', () => {
      it('counts every facet over all documents', async () => {
        const { total, facets: counts } = await search('')
        expect(total).toBe(6)
        expect(counts.kind).toEqual([
          { value: 'technology', count: 5 },
          { value: 'need', count: 1 },
        ])
        expect(counts.language).toEqual([
          { value: 'vi', count: 6 },
          { value: 'en', count: 1 },
        ])
        expect(counts.field.find(({ value }) => value === 'food')?.count).toBe(2)
        expect(counts.ipStatus).toEqual([
          { value: 'patent', count: 2 },
          { value: 'pending', count: 2 },
        ])
      })

      it('takes values of one facet as alternatives and facets together', async () => {
        expect((await search('', { filters: { province: ['52', '79'] } })).total).toBe(4)
        const both = await search('', { filters: { province: ['52', '79'], trl: ['development'] } })
        expect(idsOf(both).sort()).toEqual(['both', 'water'])
      })

      it("leaves a facet's own filter out of its counts", async () => {
        const { facets: counts } = await search('', { filters: { province: ['52'], kind: ['technology'] } })
        expect(counts.province).toEqual([
          { value: '01', count: 2 },
          { value: '52', count: 2 },
          { value: '79', count: 1 },
        ])
        expect(counts.kind).toEqual([{ value: 'technology', count: 2 }])
        expect(counts.field.map(({ value }) => value).sort()).toEqual(['energy', 'environment', 'food'])
      })

      it('lists a chosen value that leads nowhere', async () => {
        const { facets: counts, total } = await search('', { filters: { province: ['none'] } })
        expect(total).toBe(0)
        expect(counts.province).toContainEqual({ value: 'none', count: 0 })
      })

      it('takes an empty choice for none', async () => {
        expect((await search('', { filters: { field: [] } })).total).toBe(6)
      })

      it('gives the counts it promises', async () => {
        const base = { province: ['52', '01'], kind: ['technology'] }
        const { facets: counts } = await search('', { filters: base })
        for (const { value, count } of counts.field) {
          expect((await search('', { filters: { ...base, field: [value] } })).total).toBe(count)
        }
      })

      it('combines words with filters', async () => {
        expect(idsOf(await search('sấy', { filters: { kind: ['need'] } }))).toEqual(['need'])
      })
    })

    describe('order and pages', () => {
      it('orders by date, readiness and price, the unknown last', async () => {
        expect(idsOf(await search(''))).toEqual(['name', 'water', 'need', 'freeze', 'road', 'both'])
        expect(idsOf(await search('', { sort: 'trl' })).slice(0, 3)).toEqual(['freeze', 'water', 'road'])
        expect(idsOf(await search('', { sort: 'price' })).slice(0, 3)).toEqual(['water', 'freeze', 'name'])
        expect(idsOf(await search('sấy', { sort: 'newest' }))).toEqual(['need', 'freeze'])
      })

      it('keeps the order right after single changes', async () => {
        await search('')
        await engine.index([listing('late', 'Máy mới', { publishedAt: 1025 * DAY })])
        await engine.remove(['need'])
        expect(idsOf(await search(''))).toEqual(['name', 'late', 'water', 'freeze', 'road', 'both'])
      })

      it.each(['relevance', 'newest', 'trl', 'price'] as const)(
        'pages by %s without a gap or a repeat',
        async (sort) => {
          const many = Array.from({ length: 257 }, (_, index) =>
            listing(`many-${String(index).padStart(3, '0')}`, `Máy gặt ${String(index % 7)}`, {
              trlLevel: 1 + (index % 3),
            }),
          )
          await engine.index(many)
          const whole: string[] = []
          for (let page = 1; page <= 13; page++) {
            const result = await search('máy gặt', { sort, page })
            expect(result).toMatchObject({ page, pageCount: 13, total: 257 })
            whole.push(...idsOf(result))
          }
          expect(whole.length).toBe(257)
          expect(new Set(whole).size).toBe(257)
        },
      )

      it('breaks ties by id', async () => {
        await engine.index(['c', 'a', 'b'].map((id) => listing(id, 'Lò hơi')))
        expect(idsOf(await search('lò hơi'))).toEqual(['a', 'b', 'c'])
        expect(idsOf(await search('lò hơi', { sort: 'newest' }))).toEqual(['a', 'b', 'c'])
      })

      it.each([
        [0, 1],
        [-5, 1],
        [99, 3],
        [Number.NaN, 1],
        [Infinity, 3],
        [1.9, 1],
      ])('brings page %d into range', async (page, expected) => {
        const result = await search('', { page, pageSize: 2 })
        expect(result).toMatchObject({ page: expected, pageCount: 3 })
        expect(result.hits.length).toBe(2)
      })
    })

    describe('what a hit shows', () => {
      it('marks whole words and the beginning of the last one', async () => {
        const [hit] = (await search('say dong kh')).hits
        expect(markedIn(hit?.title ?? [])).toEqual(['sấy', 'đông', 'kh'])
        expect(textOf(hit?.title ?? [])).toBe('Công nghệ sấy đông khô trái cây')
        expect(markedIn(hit?.snippet ?? [])).toEqual(['Sấy'])
      })

      it('returns the card unchanged', async () => {
        const card = { a: [1, null, { b: 'đ"\\' }], c: false }
        await engine.index([listing('card', 'Thẻ mẫu', { card })])
        expect((await search('thẻ mẫu')).hits[0]?.card).toEqual(card)
      })

      it('shows the language of the page, or the one that holds the words', async () => {
        expect((await search('', { filters: { language: ['en'] } })).hits[0]?.language).toBe('vi')
        expect((await search('', { filters: { language: ['en'] }, language: 'en' })).hits[0]?.language).toBe('en')
        const [hit] = (await search('salinity', { language: 'vi' })).hits
        expect(hit?.language).toBe('en')
        expect(markedIn(hit?.title ?? [])).toEqual(['Salinity'])
        expect(hit?.kind).toBe('technology')
      })

      it('says what was understood', async () => {
        expect((await search('Sấy -mít "đông khô" tr')).query).toEqual({
          words: ['say', 'dong', 'kho', 'tr'],
          prefix: 'tr',
        })
      })
    })

    describe("the reader's rights", () => {
      it('shows a limited listing to its organisations only', async () => {
        await engine.index([hidden, listing('nobody', 'Công nghệ sấy', { audience: { organisations: [] } })])
        const as = (organisationId: string | null) => search('công nghệ sấy', { reader: { organisationId } })
        expect(idsOf(await as('org_a'))).toContain('hidden')
        expect((await as('org_a')).total).toBe((await as(null)).total + 1)
        for (const reader of [null, 'org_c', 'public', 'limited', '']) {
          const result = await as(reader)
          expect(idsOf(result)).not.toContain('hidden')
          expect(idsOf(result)).not.toContain('nobody')
          expect(result.facets.field.map(({ value }) => value)).not.toContain('secret')
        }
      })

      it('follows a change of audience', async () => {
        await engine.index([hidden])
        expect((await search('sấy mật')).hits.map((hit) => hit.id)).not.toContain('hidden')
        await engine.index([{ ...hidden, audience: 'public' }])
        expect(idsOf(await search('sấy mật'))).toContain('hidden')
      })
    })

    describe('writing', () => {
      it('replaces by id and changes nothing when repeated', async () => {
        await engine.index(market)
        await engine.index([...market, ...market])
        expect(await engine.count()).toBe(6)
        expect((await search('sấy')).total).toBe(2)
        await engine.index([listing('freeze', 'Máy nghiền đá')])
        expect(idsOf(await search('"nghiền đá"'))).toEqual(['freeze'])
        expect(idsOf(await search('"đông khô"'))).toEqual([])
        expect((await search('', { filters: { field: ['energy'] } })).total).toBe(0)
      })

      it('does not let an older version replace a newer one', async () => {
        await engine.index([listing('road', 'Bê tông nhựa', { updatedAt: 2000 * DAY })])
        await engine.index([listing('road', 'Bản cũ', { updatedAt: 1999 * DAY })])
        expect(textOf((await search('bê tông')).hits[0]?.title ?? [])).toBe('Bê tông nhựa')
        expect((await search('"bản cũ"')).total).toBe(0)
      })

      it('forgets what is removed', async () => {
        await engine.remove(['freeze', 'unknown'])
        expect(await engine.count()).toBe(5)
        expect(idsOf(await search('sấy'))).toEqual(['need'])
        expect((await search('')).facets.field.map(({ value }) => value)).not.toContain('energy')
        await engine.index(market)
        expect((await search('sấy')).total).toBe(2)
      })

      it('takes all documents of a call or none', async () => {
        const broken = listing('broken', 'Hỏng', { price: 0.5 })
        await expect(engine.index([listing('fine', 'Máy tiện'), broken])).rejects.toThrow(TypeError)
        await expect(engine.index([listing('empty', '', { texts: {} })])).rejects.toThrow(TypeError)
        for (const id of ['', 'x'.repeat(512)])
          await expect(engine.index([listing('fine', 'Máy tiện'), listing(id, 'Máy bào')])).rejects.toThrow(TypeError)
        expect(await engine.count()).toBe(6)
        expect((await search('máy tiện', { exact: true })).total).toBe(0)
      })

      it('keeps what it holds when opened again', async () => {
        if (!engine.capabilities.persistent) return
        await engine.remove(['road'])
        await engine.rebuild(batches(market.slice(0, 3)))
        await engine.index([hidden])
        const before = await search('')
        await engine.close()
        opened.splice(0)
        engine = await openAt(`place-${String(places)}`)
        expect(engine.needsRebuild).toBe(false)
        expect(await search('')).toEqual(before)
        expect(idsOf(await search('sấy mật', { reader: { organisationId: 'org_b' } }))[0]).toBe('hidden')
      })
    })

    describe('rebuilding', () => {
      it('replaces everything', async () => {
        expect(engine.needsRebuild).toBe(true)
        expect(await engine.rebuild(batches([listing('x', 'Máy phay')], [listing('y', 'Máy bào')]))).toEqual({
          documents: 2,
        })
        expect(engine.needsRebuild).toBe(false)
        expect(idsOf(await search('máy')).sort()).toEqual(['x', 'y'])
        expect((await search('sấy', { exact: true })).total).toBe(0)
      })

      it('answers from the old index meanwhile and loses no change', async () => {
        async function* source() {
          yield market
          expect((await search('sấy')).total).toBe(2)
          await engine.index([listing('during', 'Công nghệ sấy mới'), listing('gone', 'Công nghệ sấy cũ')])
          await engine.index([listing('road', 'Nhựa đường', { updatedAt: 1001 * DAY })])
          await engine.remove(['gone', 'need'])
          expect(idsOf(await search('công nghệ sấy'))).toContain('during')
          yield [listing('added', 'Công nghệ sấy lạnh')]
        }
        await engine.rebuild(source())
        expect(idsOf(await search('')).sort()).toEqual(['added', 'both', 'during', 'freeze', 'name', 'road', 'water'])
        expect(textOf((await search('nhựa')).hits[0]?.title ?? [])).toBe('Nhựa đường')
        await engine.index([listing('after', 'Máy tiện')])
        expect(idsOf(await search('máy tiện'))).toEqual(['after'])
      })

      it('keeps the old index when the source fails', async () => {
        async function* failing() {
          yield await Promise.resolve([listing('x', 'Máy phay')])
          throw new Error('source failed')
        }
        await expect(engine.rebuild(failing())).rejects.toThrow('source failed')
        expect(await engine.count()).toBe(6)
        expect((await engine.rebuild(batches(market))).documents).toBe(6)
      })

      it('refuses a second rebuild at the same time', async () => {
        const first = engine.rebuild(batches(market))
        await expect(engine.rebuild(batches([]))).rejects.toThrow('under way')
        expect((await first).documents).toBe(6)
      })
    })

    describe('any input', () => {
      const noise = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc
          .array(
            fc.constantFrom(
              '"',
              '-',
              '*',
              'AND',
              'OR',
              'NEAR(',
              ')',
              '^',
              ':',
              '\0',
              ' ',
              'sấy',
              'title:',
              '\ud800',
              '\udc00',
              '“',
              '3/',
            ),
          )
          .map((parts) => parts.join('')),
        fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      )

      it('answers every text', async () => {
        await fc.assert(
          fc.asyncProperty(noise, noise, async (text, value) => {
            const result = await search(text, { filters: { field: [value, 'food'] } })
            expect(result.hits.length).toBe(Math.min(result.total, 20))
          }),
          { numRuns: 300 },
        )
      })

      it('keeps and marks every text without changing it', async () => {
        await fc.assert(
          fc.asyncProperty(noise, noise, async (title, text) => {
            await engine.index([listing('noise', title, { updatedAt: 5000 * DAY })])
            for (const hit of (await search(text, { filters: { kind: ['technology'] } })).hits) {
              if (hit.id === 'noise') expect(textOf(hit.title)).toBe(title)
            }
          }),
          { numRuns: 150 },
        )
      })

      it.each([
        ['ten megabytes', 'sấy '.repeat(2_000_000)],
        ['ten megabytes without a blank', 'a'.repeat(10_000_000)],
        ['punctuation only', '?!… --- "" * ()'],
        ['function words only', 'và của là những'],
        ['one letter', 's'],
        ['NUL', '\0'],
        ['an unpaired surrogate', '\ud800'],
      ])('answers %s', async (_, text) => {
        const result = await search(text)
        expect(result.pageCount).toBeGreaterThan(0)
      })

      it('reads no more than 24 words', async () => {
        const text = `${'sấy '.repeat(24)} zyxwvut`
        expect((await search(text)).total).toBe(2)
      })

      it('finds every document by its own title', async () => {
        for (const document of market) {
          const title = document.texts.vi?.title ?? ''
          expect(idsOf(await search(title))[0]).toBe(document.id)
        }
      })
    })
  })
}
