import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MeilisearchStandIn } from './stand-in.ts'

/** Each test names the page of Meilisearch's documentation whose rule it holds the stand-in to. */

let server: MeilisearchStandIn
let index: string
let indexes = 0

interface Reply {
  status: number
  body: Record<string, unknown>
}

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${server.masterKey}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** Sends a change and gives the task as it ended. */
async function change(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const { status, body: task } = await ask(method, path, body)
  expect(status).toBe(202)
  for (;;) {
    const { body: now } = await ask('GET', `/tasks/${String(task['taskUid'])}`)
    if (now['status'] === 'succeeded' || now['status'] === 'failed') return now
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

const add = (documents: unknown[]) => change('POST', `/indexes/${index}/documents`, documents)
const configure = (settings: unknown) => change('PATCH', `/indexes/${index}/settings`, settings)
const codeOf = ({ body }: Reply) => body['code']

async function searched(query: Record<string, unknown>): Promise<Reply> {
  const { status, body } = await ask('POST', '/multi-search', { queries: [{ indexUid: index, ...query }] })
  const [result] = Array.isArray(body['results']) ? (body['results'] as Record<string, unknown>[]) : []
  return { status, body: result ?? body }
}

async function found(q: string, more: Record<string, unknown> = {}): Promise<unknown[]> {
  const { body } = await searched({ q, matchingStrategy: 'all', ...more })
  return (body['hits'] as { id: unknown }[]).map((hit) => hit.id)
}

beforeAll(async () => {
  server = new MeilisearchStandIn({ payloadLimit: 100_000 })
  await server.start()
})
afterAll(() => server.stop())
beforeEach(async () => {
  index = `index-${String(++indexes)}`
  await change('POST', '/indexes', { uid: index, primaryKey: 'id' })
})

const movies = [
  { id: 1, title: 'Saturday Night', genre: ['comedy', 'drama'], rating: 5 },
  { id: 2, title: 'Batman dark knight', genre: ['action'], rating: 8 },
  { id: 3, title: 'Batman and the dark', genre: ['action'], rating: 7 },
  { id: 4, title: 'Batman', genre: ['Action'], rating: 6 },
]

describe('resources/internals/typo_tolerance, relevancy/typo_tolerance_settings', () => {
  beforeEach(() =>
    add([
      { id: 1, title: 'saturday' },
      { id: 2, title: 'iphone' },
      { id: 3, title: 'cat' },
      { id: 4, title: 'misunderstanding' },
      { id: 5, title: 'year 2025' },
    ]),
  )

  it.each([
    ['satuday', [1]],
    ['sutuday', []],
    ['caturday', []],
    ['saturdya', [1]],
    ['iphoe', [2]],
    ['ct', []],
    ['cot', []],
    ['misunderstnding', [4]],
    ['misundrstnding', [4]],
    ['msndrstnding', []],
  ])('%s', async (q, ids) => {
    expect(await found(q)).toEqual(ids)
  })

  it('follows minWordSizeForTypos', async () => {
    await configure({ typoTolerance: { minWordSizeForTypos: { oneTypo: 3, twoTypos: 8 } } })
    expect(await found('cot')).toEqual([3])
    expect(await found('sutuday')).toEqual([])
    expect(await found('sutirday')).toEqual([1])
    expect(
      codeOf(
        await ask('PATCH', `/indexes/${index}/settings`, {
          typoTolerance: { minWordSizeForTypos: { oneTypo: 9, twoTypos: 8 } },
        }),
      ),
    ).toBe('invalid_settings_typo_tolerance')
  })

  it('allows none where they are disabled', async () => {
    expect(await found('20255')).toEqual([5])
    await configure({ typoTolerance: { disableOnNumbers: true, disableOnWords: ['Satuday'] } })
    expect(await found('20255')).toEqual([])
    expect(await found('satuday')).toEqual([])
    await configure({ typoTolerance: { disableOnAttributes: ['title'] } })
    expect(await found('iphoe')).toEqual([])
    await add([{ id: 6, title: '', text: 'misspeled' }])
    expect(await found('misspelled')).toEqual([6])
    await configure({ typoTolerance: { enabled: false, disableOnAttributes: [] } })
    expect(await found('iphoe')).toEqual([])
  })
})

describe('resources/internals/concat', () => {
  it('joins up to three words and splits one where its halves stand together', async () => {
    await add([
      { id: 1, title: 'the newspaper' },
      { id: 2, title: 'news paper' },
      { id: 3, title: 'news on paper' },
    ])
    expect(await found('news paper ')).toEqual([2, 3, 1])
    expect(await found('newspaper')).toEqual([1, 2])
  })
})

describe('resources/internals/prefix, full_text_search/how_to/configure_prefix_search', () => {
  it('takes only the last word for a beginning', async () => {
    await add([{ id: 1, title: 'harry potter' }])
    expect(await found('harry pot')).toEqual([1])
    expect(await found('har potter')).toEqual([])
    await configure({ prefixSearch: 'disabled' })
    expect(await found('harry pot')).toEqual([])
  })
})

describe('resources/help/known_limitations', () => {
  it('reads ten words of a query', async () => {
    await add([{ id: 1, title: 'a b c d e f g h i j' }])
    expect(await found('a b c d e f g h i j zzz')).toEqual([1])
    expect(await found('zzz a b c d e f g h i j')).toEqual([])
    expect(await found('"a b c d e" f g h i j zzz')).toEqual([1])
  })

  it('reaches a thousand hits, and counts no further', async () => {
    await add(Array.from({ length: 1001 }, (_, id) => ({ id, title: 'x' })))
    expect((await searched({ q: 'x', hitsPerPage: 1, page: 1 })).body).toMatchObject({
      totalHits: 1000,
      totalPages: 1000,
    })
    expect((await searched({ q: 'x', offset: 1000, limit: 5 })).body).toMatchObject({
      hits: [],
      estimatedTotalHits: 1000,
    })
    await configure({ pagination: { maxTotalHits: 2 } })
    expect(await found('x')).toHaveLength(2)
  })

  it('keeps filter values of up to 468 bytes, ids of up to 511, filters up to 200 deep', async () => {
    await configure({ filterableAttributes: ['genre'] })
    await add([
      { id: 1, genre: 'a'.repeat(468) },
      { id: 2, genre: 'a'.repeat(469) },
    ])
    expect(await found('', { filter: `genre = ${'a'.repeat(468)}` })).toEqual([1])
    expect(await found('', { filter: `genre = ${'a'.repeat(469)}` })).toEqual([])
    expect(await add([{ id: 'x'.repeat(512) }])).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_document_id' },
    })
    const deep = `${'('.repeat(202)}genre = a${')'.repeat(202)}`
    expect(codeOf(await searched({ filter: deep }))).toBe('invalid_search_filter')
  })

  it('takes payloads up to its limit', async () => {
    const reply = await ask('POST', `/indexes/${index}/documents`, [{ id: 1, title: 'x'.repeat(100_000) }])
    expect(reply).toMatchObject({ status: 413, body: { code: 'payload_too_large', type: 'invalid_request' } })
  })
})

describe('full_text_search/how_to/use_matching_strategy, getting_started/phrase_search', () => {
  beforeEach(() => add(movies))

  it('leaves out words from the end, the most frequent, or none', async () => {
    expect(await found('batman dark knight', { matchingStrategy: 'last' })).toEqual([2, 3, 4])
    expect(await found('knight batman', { matchingStrategy: 'last' })).toEqual([2])
    expect(await found('knight batman', { matchingStrategy: 'frequency' })).toEqual([2])
    expect(await found('batman saturday', { matchingStrategy: 'frequency' })).toEqual([1])
    expect(await found('batman dark knight')).toEqual([2])
  })

  it('never leaves out a phrase, and excludes what follows a minus', async () => {
    expect(await found('"dark knight" batman zzz', { matchingStrategy: 'last' })).toEqual([2])
    expect(await found('"knight dark"')).toEqual([])
    expect(await found('-knight batman')).toEqual([3, 4])
    expect(await found('-"dark knight" batman')).toEqual([3, 4])
    expect((await found('-batman')).sort()).toEqual([1])
  })

  it('tells how many words were found', async () => {
    const { body } = await searched({
      q: 'batman dark knight',
      matchingStrategy: 'last',
      showRankingScoreDetails: true,
    })
    const hits = body['hits'] as {
      _rankingScoreDetails: { words: { matchingWords: number; maxMatchingWords: number } }
    }[]
    expect(hits.map((hit) => hit._rankingScoreDetails.words.matchingWords)).toEqual([3, 2, 1])
    expect(hits[0]?._rankingScoreDetails.words.maxMatchingWords).toBe(3)
  })
})

describe('relevancy/ranking_rules, resources/internals/bucket_sort', () => {
  it('orders by each rule within the one before', async () => {
    await configure({ searchableAttributes: ['title', 'text'] })
    await add([
      { id: 'far', title: 'dark is the knight', text: '' },
      { id: 'text', title: '', text: 'dark knight' },
      { id: 'title', title: 'dark knight', text: '' },
      { id: 'later', title: 'a dark knight', text: '' },
      { id: 'typo', title: 'dark knigth', text: '' },
    ])
    expect(await found('dark knight')).toEqual(['title', 'later', 'text', 'far', 'typo'])
    await configure({ rankingRules: ['words', 'attributeRank', 'proximity'] })
    expect((await found('dark knight')).at(-1)).toBe('text')
  })

  it('sorts by what is sortable, at the place of the rule, and by custom rules', async () => {
    await add(movies)
    expect(codeOf(await searched({ sort: ['rating:asc'] }))).toBe('invalid_search_sort')
    await configure({ sortableAttributes: ['rating'] })
    expect(codeOf(await searched({ sort: ['rating'] }))).toBe('invalid_search_sort')
    expect(await found('', { sort: ['rating:desc'] })).toEqual([2, 3, 4, 1])
    await configure({ rankingRules: ['words', 'rating:asc'] })
    expect(await found('')).toEqual([1, 4, 3, 2])
    expect(codeOf(await searched({ sort: ['rating:asc'] }))).toBe('invalid_search_sort')
    expect(codeOf(await ask('PATCH', `/indexes/${index}/settings`, { rankingRules: ['best'] }))).toBe(
      'invalid_settings_ranking_rules',
    )
    const mixed = { rankingRules: ['attribute', 'attributeRank'] }
    expect(codeOf(await ask('PATCH', `/indexes/${index}/settings`, mixed))).toBe('invalid_settings_ranking_rules')
  })
})

describe('relevancy/synonyms', () => {
  it('goes one way, takes several words for a phrase, and keys of up to three words', async () => {
    await configure({
      synonyms: { sf: ['san francisco'], 'san francisco': ['sf'], 'lord of the rings': ['lotr'], phone: ['iphone'] },
    })
    await add([
      { id: 1, title: 'san francisco' },
      { id: 2, title: 'san diego francisco' },
      { id: 3, title: 'sf' },
      { id: 4, title: 'lotr' },
      { id: 5, title: 'iphone' },
      { id: 6, title: 'phone' },
    ])
    expect(await found('sf')).toEqual([3, 1])
    expect((await found('san francisco')).sort()).toEqual([1, 2, 3])
    expect(await found('lord of the rings')).toEqual([])
    expect((await found('phone')).sort()).toEqual([5, 6])
    expect(await found('"phone"')).toEqual([6])
  })

  it('reads fifty forms of a key', async () => {
    await configure({ synonyms: { book: Array.from({ length: 51 }, (_, at) => `form${String(at + 100)}`) } })
    await add([
      { id: 1, title: 'form149' },
      { id: 2, title: 'form150' },
    ])
    expect(await found('book')).toEqual([1])
  })
})

describe('resources/help/language, resources/internals/datatypes, how_to/configure_stop_words', () => {
  it('takes off marks, makes đ a d, splits at capitals and signs', async () => {
    await add([
      { id: 1, title: 'Đường sắt' },
      { id: 2, title: 'camelCase' },
      { id: 3, title: 'Bruce.Willis' },
    ])
    expect(await found('duong sat')).toEqual([1])
    expect(await found('ĐƯỜNG')).toEqual([1])
    expect(await found('case')).toEqual([2])
    expect(await found('"bruce willis"')).toEqual([])
    expect(await found('bruce willis')).toEqual([3])
  })

  it('keeps the elements of a list apart, and reaches into objects', async () => {
    await configure({ searchableAttributes: ['deep.words'] })
    await add([{ id: 1, title: 'x', deep: { words: ['dark', 'knight'] } }])
    expect(await found('"dark knight"')).toEqual([])
    expect(await found('dark knight')).toEqual([1])
    expect(await found('x')).toEqual([])
  })

  it('passes over stop words, in phrases too', async () => {
    await configure({ stopWords: ['the'] })
    await add([{ id: 1, title: 'great gatsby' }])
    expect(await found('the great "the gatsby"')).toEqual([1])
  })
})

describe('filtering_sorting_faceting/advanced/filter_expression_syntax', () => {
  beforeEach(async () => {
    await configure({ filterableAttributes: ['genre', 'rating', 'title', 'none'], sortableAttributes: ['id'] })
    await add([...movies, { id: 5, title: 'It\'s "so" \\ good', genre: [], rating: null, none: '' }])
  })
  const filtered = (filter: unknown) => found('', { filter, sort: ['id:asc'] })

  it.each([
    ['genre = action', [2, 3, 4]],
    ['genre = "ACTION"', [2, 3, 4]],
    ['genre != action', [1, 5]],
    ['rating > 6', [2, 3]],
    ['rating 6 TO 7', [3, 4]],
    ['rating >= 6 AND NOT rating = 7', [2, 4]],
    ['genre = comedy OR genre = action AND rating > 7', [1, 2]],
    ['(genre = comedy OR genre = action) AND rating > 7', [2]],
    ['genre IN [comedy, "drama"]', [1]],
    ['genre IN []', []],
    ['genre NOT IN [action]', [1, 5]],
    ['none EXISTS', [5]],
    ['none NOT EXISTS', [1, 2, 3, 4]],
    ['none IS EMPTY', [5]],
    ['rating IS NULL', [5]],
    ['rating IS NOT NULL', [1, 2, 3, 4]],
    ['title STARTS WITH bat', [2, 3, 4]],
    ['title = "It\'s \\"so\\" \\\\ good"', [5]],
    ["title = 'It\\'s \"so\" \\\\ good'", [5]],
    [
      ['genre = action', 'rating > 6'],
      [2, 3],
    ],
    [
      [['genre = comedy', 'rating = 8'], 'rating > 1'],
      [1, 2],
    ],
  ])('%j', async (filter, ids) => {
    expect(await filtered(filter)).toEqual(ids)
  })

  it.each([
    'genre',
    'genre =',
    'genre = action XOR rating = 1',
    'genre = action)',
    '(genre = action',
    'genre = "action',
    'genre = NOT',
    'genre IN action',
    'genre & action',
    'unknown = 1',
    'rating > high',
    '_geo = 1',
  ])('refuses %s', async (filter) => {
    expect(await searched({ filter })).toMatchObject({
      status: 400,
      body: { code: 'invalid_search_filter', type: 'invalid_request' },
    })
  })

  it('refuses lists deeper than two', async () => {
    expect(codeOf(await searched({ filter: [[['genre = action']]] }))).toBe('invalid_search_filter')
    expect(codeOf(await searched({ filter: true }))).toBe('invalid_search_filter')
  })

  it('allows the operators that a granular attribute has (how_to/configure_granular_filters)', async () => {
    const features = { facetSearch: false, filter: { equality: true, comparison: false } }
    await configure({ filterableAttributes: [{ attributePatterns: ['rat*'], features }] })
    expect(await found('', { filter: 'rating = 8' })).toEqual([2])
    expect(codeOf(await searched({ filter: 'rating > 8' }))).toBe('invalid_search_filter')
  })
})

describe('how_to/filter_with_facets, reference/api/settings (faceting)', () => {
  beforeEach(() => add(movies))

  it('counts over all hits, up to a hundred values in the order asked for', async () => {
    expect(codeOf(await searched({ facets: ['genre'] }))).toBe('invalid_search_facets')
    await configure({ filterableAttributes: ['genre'] })
    const { body } = await searched({ facets: ['genre'], limit: 0 })
    expect(body).toMatchObject({ hits: [], facetDistribution: { genre: { action: 3, comedy: 1, drama: 1 } } })
    await configure({ faceting: { maxValuesPerFacet: 1, sortFacetValuesBy: { '*': 'count' } } })
    expect((await searched({ facets: ['genre'] })).body['facetDistribution']).toEqual({ genre: { action: 3 } })
    expect(
      codeOf(await ask('PATCH', `/indexes/${index}/settings`, { faceting: { sortFacetValuesBy: { '*': 'size' } } })),
    ).toBe('invalid_settings_faceting')
  })

  it('shows exact totals with hitsPerPage, estimates with limit (how_to/paginate_search_results)', async () => {
    expect((await searched({ q: 'batman', hitsPerPage: 2, page: 2 })).body).toMatchObject({
      page: 2,
      totalPages: 2,
      totalHits: 3,
    })
    expect((await searched({ q: 'batman', hitsPerPage: 0 })).body).toMatchObject({ hits: [], totalHits: 3 })
    const { body } = await searched({ q: 'batman', limit: 1 })
    expect(body).toMatchObject({ limit: 1, offset: 0, estimatedTotalHits: 3 })
    expect(body).not.toHaveProperty('totalHits')
  })
})

describe('reference/api/search, reference/errors', () => {
  beforeEach(() => add(movies))

  it.each([
    [{ typos: true }, 'bad_request'],
    [{ q: ['a'] }, 'invalid_search_q'],
    [{ limit: '1' }, 'invalid_search_limit'],
    [{ offset: -1 }, 'invalid_search_offset'],
    [{ page: 1.5 }, 'invalid_search_page'],
    [{ hitsPerPage: 'x' }, 'invalid_search_hits_per_page'],
    [{ sort: 'rating:asc' }, 'invalid_search_sort'],
    [{ facets: 'genre' }, 'invalid_search_facets'],
    [{ matchingStrategy: 'some' }, 'invalid_search_matching_strategy'],
    [{ attributesToRetrieve: 'id' }, 'invalid_search_attributes_to_retrieve'],
    [{ showRankingScoreDetails: 1 }, 'invalid_search_show_ranking_score_details'],
  ])('refuses %j', async (query, code) => {
    const { status, body } = await searched(query)
    expect(status).toBe(400)
    expect(body).toEqual({
      code,
      type: 'invalid_request',
      link: `https://docs.meilisearch.com/errors#${code}`,
      message: expect.any(String) as string,
    })
  })

  it('searches only on searchable attributes', async () => {
    await configure({ searchableAttributes: ['title'] })
    expect(codeOf(await searched({ q: 'x', attributesToSearchOn: ['genre'] }))).toBe(
      'invalid_search_attributes_to_search_on',
    )
    expect(await found('action')).toEqual([])
  })

  it('says which of several searches is wrong (multi_search)', async () => {
    const queries = [{ indexUid: index }, { indexUid: 'nowhere' }]
    const { status, body } = await ask('POST', '/multi-search', { queries })
    expect(status).toBe(404)
    expect(body).toMatchObject({ code: 'index_not_found', message: 'Inside `.queries[1]`: Index `nowhere` not found.' })
    expect(codeOf(await ask('POST', '/multi-search', { queries: [{ q: '' }] }))).toBe('missing_index_uid')
    expect(codeOf(await ask('POST', '/multi-search', {}))).toBe('bad_request')
  })

  it('retrieves inner attributes in their objects', async () => {
    await add([{ id: 9, deep: { a: 1, b: 2 } }])
    const { body } = await searched({ q: '', attributesToRetrieve: ['deep.a'], limit: 10 })
    expect(body['hits']).toContainEqual({ deep: { a: 1 } })
  })

  it('takes JSON only, and whole characters only', async () => {
    expect(codeOf(await ask('POST', '/multi-search', '{', {}))).toBe('malformed_payload')
    expect(codeOf(await ask('POST', '/multi-search', { queries: [{ indexUid: index, q: '\ud800' }] }))).toBe(
      'malformed_payload',
    )
    expect(codeOf(await ask('POST', '/multi-search', 'x', { 'Content-Type': 'text/html' }))).toBe(
      'invalid_content_type',
    )
    expect(codeOf(await ask('POST', '/multi-search', ''))).toBe('missing_payload')
    expect((await ask('GET', '/nowhere')).status).toBe(404)
  })
})

describe('tasks_and_batches/async_operations, resources/internals/primary_key', () => {
  it('takes changes and carries them out later, in their order', async () => {
    server.tasks.hold(true)
    const first = await ask('POST', `/indexes/${index}/documents`, [{ id: 1 }])
    expect(first).toMatchObject({
      status: 202,
      body: { status: 'enqueued', indexUid: index, type: 'documentAdditionOrUpdate' },
    })
    expect(await found('')).toEqual([])
    const path = `/tasks/${String(first.body['taskUid'])}`
    expect((await ask('GET', path)).body).toMatchObject({ status: 'enqueued', startedAt: null })
    server.tasks.hold(false)
    expect(await change('POST', `/indexes/${index}/documents/delete-batch`, [1, 2])).toMatchObject({
      status: 'succeeded',
      details: { providedIds: 2, deletedDocuments: 1 },
    })
    expect((await ask('GET', path)).body).toMatchObject({ status: 'succeeded', error: null })
    expect(codeOf(await ask('GET', '/tasks/99999'))).toBe('task_not_found')
  })

  it('fails a whole task for one wrong document', async () => {
    expect(await add([{ id: 1 }, { title: 'x' }])).toMatchObject({
      status: 'failed',
      error: { code: 'missing_document_id' },
    })
    expect(await add([{ id: 1 }, { id: 'a b' }])).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_document_id' },
    })
    expect(await found('')).toEqual([])
    index = 'inferred'
    expect(await add([{ id: 1, other_id: 2 }])).toMatchObject({
      error: { code: 'index_primary_key_multiple_candidates_found' },
    })
  })

  it('makes, deletes and swaps indexes (reference/api/indexes)', async () => {
    expect(await change('POST', '/indexes', { uid: index })).toMatchObject({
      status: 'failed',
      error: { code: 'index_already_exists' },
    })
    expect(codeOf(await ask('POST', '/indexes', { uid: 'a b' }))).toBe('invalid_index_uid')
    expect(await change('DELETE', '/indexes/nowhere')).toMatchObject({
      status: 'failed',
      error: { code: 'index_not_found' },
    })
    await add([{ id: 1 }])
    const other = `${index}-other`
    await change('POST', '/indexes', { uid: other, primaryKey: 'id' })
    expect(await change('POST', '/swap-indexes', [{ indexes: [index, other] }])).toMatchObject({ status: 'succeeded' })
    expect(await found('')).toEqual([])
    expect(codeOf(await ask('POST', '/swap-indexes', [{ indexes: [index] }]))).toBe('invalid_swap_indexes')
    expect(codeOf(await ask('POST', '/swap-indexes', [{ indexes: [index, other] }, { indexes: [other, index] }]))).toBe(
      'invalid_swap_duplicate_index_found',
    )
    expect(await change('POST', '/swap-indexes', [{ indexes: [index, 'nowhere'] }])).toMatchObject({
      error: { code: 'index_not_found' },
    })
  })

  it.each([
    [{ typos: {} }, 'bad_request'],
    [{ searchableAttributes: 'title' }, 'invalid_settings_searchable_attributes'],
    [{ stopWords: [1] }, 'invalid_settings_stop_words'],
    [{ synonyms: { a: 'b' } }, 'invalid_settings_synonyms'],
    [{ searchCutoffMs: '1' }, 'invalid_settings_search_cutoff_ms'],
    [{ pagination: { maxTotalHits: 0 } }, 'invalid_settings_pagination'],
    [
      { localizedAttributes: [{ attributePatterns: ['*'], locales: ['vietnamese'] }] },
      'invalid_settings_localized_attributes',
    ],
    [{ filterableAttributes: [{ attributePatterns: ['*'], features: { equality: true } }] }, 'bad_request'],
    [{ prefixSearch: 'always' }, 'invalid_settings_prefix_search'],
  ])('refuses the settings %j (reference/api/settings)', async (settings, code) => {
    expect(codeOf(await ask('PATCH', `/indexes/${index}/settings`, settings))).toBe(code)
  })

  it('fetches documents (reference/api/documents)', async () => {
    await add(movies)
    const { body } = await ask('POST', `/indexes/${index}/documents/fetch`, { ids: [2, 3], fields: ['id'], limit: 1 })
    expect(body).toEqual({ results: [{ id: 2 }], offset: 0, limit: 1, total: 2 })
    const wrong = await ask('POST', `/indexes/${index}/documents/fetch`, { filter: 'genre = action' })
    expect(codeOf(wrong)).toBe('invalid_document_filter')
    expect((await ask('GET', `/indexes/${index}/documents/4`)).body).toMatchObject({ title: 'Batman' })
    expect(codeOf(await ask('GET', `/indexes/${index}/documents/99`))).toBe('document_not_found')
  })
})

describe('reference/api/authorization, security/how_to/manage_api_keys', () => {
  it('wants a key, the right one, for this action and this index', async () => {
    const asked = { queries: [{ indexUid: index }] }
    const bare = await fetch(`${server.url}/multi-search`, { method: 'POST', body: JSON.stringify(asked) })
    expect(bare.status).toBe(401)
    expect(await bare.json()).toMatchObject({ code: 'missing_authorization_header', type: 'auth' })
    const wrong = await ask('POST', '/multi-search', asked, { Authorization: 'Bearer wrong' })
    expect(wrong).toMatchObject({ status: 403, body: { code: 'invalid_api_key', type: 'auth' } })
    server.allow('searching', ['search'], ['other*'])
    expect((await ask('POST', '/multi-search', asked, { Authorization: 'Bearer searching' })).status).toBe(403)
    server.allow('searching', ['search'], ['index-*'])
    expect((await ask('POST', '/multi-search', asked, { Authorization: 'Bearer searching' })).status).toBe(200)
    expect((await ask('DELETE', `/indexes/${index}`, undefined, { Authorization: 'Bearer searching' })).status).toBe(
      403,
    )
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
  })
})
