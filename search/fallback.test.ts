import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MeilisearchStandIn } from '../tests/support/meilisearch/stand-in.ts'
import { batches, listing, query } from './contract.ts'
import type { SearchDocument } from './document.ts'
import type { SearchEngine } from './engine.ts'
import { type BreakerState, withFallback } from './fallback.ts'
import { openMeilisearch } from './meilisearch/engine.ts'
import { openMemorySearch } from './memory/engine.ts'
import { missedWritesIn } from './missed.ts'

const DAY = 86_400_000
const timeoutMs = 300
const coolOffMs = 40

let server: MeilisearchStandIn
let folder: string
let engine: SearchEngine
let embedded: SearchEngine
let changes: BreakerState[]
let errors: unknown[]
/** What the records hold. */
let records: Map<string, SearchDocument>

function record(...documents: SearchDocument[]): SearchDocument[] {
  for (const document of documents) records.set(document.id, document)
  return documents
}

function opened(more: { key?: string; failures?: number } = {}): SearchEngine {
  const { key = server.masterKey, failures = 3 } = more
  embedded = openMemorySearch()
  const primary = openMeilisearch({
    url: server.url,
    key,
    index: 'listings',
    searchTimeoutMs: 1000,
    writeTimeoutMs: 1000,
  })
  return withFallback(primary, embedded, {
    timeoutMs,
    failures,
    coolOffMs,
    mostCoolOffMs: 200,
    missed: missedWritesIn(join(folder, 'missed')),
    documents: {
      of: async (ids) => ids.flatMap((id) => records.get(id) ?? []),
      all: () => batches([...records.values()]),
    },
    onChange: (state, error) => {
      changes.push(state)
      if (error !== undefined) errors.push(error)
    },
  })
}

const search = (text: string) => engine.search(query(text))
const idsOf = async (text: string) => (await search(text)).hits.map((hit) => hit.id)
const answering = async () => (await search('')).answeredBy

async function answeredBy(name: string): Promise<void> {
  await vi.waitFor(async () => expect(await answering()).toBe(name), { timeout: 5000, interval: 20 })
}

beforeEach(async () => {
  server = new MeilisearchStandIn()
  await server.start()
  folder = mkdtempSync(join(tmpdir(), 'fallback-'))
  changes = []
  errors = []
  records = new Map()
  engine = opened()
  await engine.index(record(listing('dry', 'Công nghệ sấy đông khô'), listing('road', 'Vật liệu làm đường')))
  await answeredBy('meilisearch')
})

afterEach(async () => {
  await engine.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('while Meilisearch is well', () => {
  it('is built from the records before it answers, and gets every change', async () => {
    expect(await idsOf('sấy')).toEqual(['dry'])
    await engine.index(record(listing('new', 'Máy sấy thăng hoa')))
    await engine.remove(['road'])
    expect(await answering()).toBe('meilisearch')
    expect((await idsOf('sấy')).sort()).toEqual(['dry', 'new'])
    expect(await idsOf('"làm đường"')).toEqual([])
    expect(existsSync(join(folder, 'missed'))).toBe(false)
  })

  it('asks nothing before there is something to do', async () => {
    const { length } = server.requests
    const passing = opened()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(server.requests).toHaveLength(length)
    await passing.close()
  })

  it('passes on the refusal of a document, and is not opened by it', async () => {
    await expect(engine.index([listing('wrong', 'Máy', { price: 0.5 })])).rejects.toThrow(TypeError)
    expect(await answering()).toBe('meilisearch')
  })
})

describe('when Meilisearch is not well, the embedded index answers', () => {
  it.each([
    ['fails', 'server'],
    ['busy', 'the search is busy'],
    ['hangs', 'no answer within'],
    ['breaks-off', 'unreachable'],
    ['not-json', 'not JSON'],
    [{ slowBy: 700 }, 'no answer within'],
  ] as const)('%j', async (behaviour, reason) => {
    server.behaviour = behaviour
    for (let time = 0; time < 4; time++) expect(await idsOf('sấy')).toEqual(['dry'])
    expect(changes.at(-1) === 'closed').toBe(false)
    expect(String(errors.at(0))).toContain(reason)
    server.behaviour = 'well'
    await answeredBy('meilisearch')
    expect(changes.at(-1)).toBe('closed')
  })

  it('is killed in the middle of a request', async () => {
    server.behaviour = 'hangs'
    const asked = search('sấy')
    await new Promise((resolve) => setTimeout(resolve, 20))
    await server.kill()
    expect(await asked).toMatchObject({ answeredBy: 'embedded', total: 1 })
    server.behaviour = 'well'
    await server.start()
    await answeredBy('meilisearch')
  })

  it('has another key', async () => {
    await engine.close()
    engine = opened({ key: 'another-key-of-somebody' })
    await engine.index([...records.values()])
    expect(await idsOf('sấy')).toEqual(['dry'])
    await vi.waitFor(() => expect(changes.at(-1)).toBe('open'))
    expect(String(errors.at(-1))).toContain('invalid_api_key')
    expect(String(errors.at(-1))).not.toContain('another-key')
    expect(await answering()).toBe('embedded')
  })

  it('never takes longer than the limit and what the embedded index needs', async () => {
    server.behaviour = 'hangs'
    for (let time = 0; time < 4; time++) {
      const start = performance.now()
      await search('sấy')
      expect(performance.now() - start).toBeLessThan(timeoutMs + 150)
    }
  })

  it('is left alone while the breaker is open', async () => {
    server.behaviour = 'hangs'
    await Promise.all(Array.from({ length: 10 }, () => search('sấy')))
    await vi.waitFor(() => expect(changes).toContain('open'))
    const before = server.requests.length
    for (let time = 0; time < 200; time++) await search('sấy')
    // Trials by the clock, and nothing else.
    expect(server.requests.length - before).toBeLessThan(4)
  })
})

describe('what Meilisearch missed', () => {
  it('is there when it is back', async () => {
    await server.kill()
    await engine.index(record(listing('new', 'Máy sấy thăng hoa')))
    await engine.index(record(listing('dry', 'Công nghệ sấy lạnh', { updatedAt: 2000 * DAY })))
    records.delete('road')
    await engine.remove(['road'])
    expect((await idsOf('sấy')).sort()).toEqual(['dry', 'new'])
    expect(readFileSync(join(folder, 'missed'), 'utf8').split('\n').filter(Boolean)).toEqual(
      expect.arrayContaining(['new', 'dry', 'road']),
    )
    await server.start()
    await answeredBy('meilisearch')
    expect((await idsOf('sấy lạnh'))[0]).toBe('dry')
    expect(await idsOf('thăng hoa')).toEqual(['new'])
    expect((await search('')).total).toBe(2)
    expect(existsSync(join(folder, 'missed'))).toBe(false)
  })

  it('never shows again what was withdrawn meanwhile', async () => {
    server.behaviour = 'fails'
    await engine.index(record(listing('dry', 'Công nghệ sấy đông khô', { audience: { organisations: [] } })))
    server.behaviour = 'well'
    for (let time = 0; time < 50; time++) {
      expect(await idsOf('sấy')).toEqual([])
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(await answering()).toBe('meilisearch')
  })

  it('is made up for after a restart', async () => {
    await server.kill()
    await engine.index(record(listing('new', 'Máy sấy thăng hoa')))
    await engine.close()
    await server.start()
    engine = opened()
    await embedded.index([...records.values()])
    await answeredBy('meilisearch')
    expect(await idsOf('thăng hoa')).toEqual(['new'])
  })

  it('is everything where the file says so', async () => {
    await engine.close()
    records.set('unseen', listing('unseen', 'Máy ép'))
    writeFileSync(join(folder, 'missed'), '*\n')
    engine = opened()
    await embedded.index([...records.values()])
    await answeredBy('meilisearch')
    expect(await idsOf('máy ép')).toEqual(['unseen'])
    expect(existsSync(join(folder, 'missed'))).toBe(false)
  })

  it('stays noted while making up for it fails', async () => {
    await server.kill()
    await engine.index(record(listing('new', 'Máy sấy thăng hoa')))
    server.allow('searching', ['search', 'documents.get'], ['*'])
    await engine.close()
    await server.start()
    engine = opened({ key: 'searching' })
    await embedded.index([...records.values()])
    await search('')
    await vi.waitFor(() => expect(String(errors.at(-1))).toContain('invalid_api_key'))
    expect(readFileSync(join(folder, 'missed'), 'utf8')).toContain('new\n')
    expect(await answering()).toBe('embedded')
  })

  it('keeps what is added while the file is read', () => {
    const missed = missedWritesIn(join(folder, 'other'))
    missed.add(['a', 'b', 'a'])
    const { ids, mark } = missed.read()
    expect(ids).toEqual(['a', 'b'])
    missed.add(['a'])
    missed.forget(mark)
    expect(missed.read().ids).toEqual(['a'])
    missed.forget(missed.read().mark)
    expect(existsSync(join(folder, 'other'))).toBe(false)
    missed.add(Array.from({ length: 20_001 }, (_, index) => `id-${String(index)}`))
    expect(missed.read()).toMatchObject({ ids: [], everything: true })
  })
})

describe('rebuilding', () => {
  it('builds both, and answers meanwhile', async () => {
    records.set('press', listing('press', 'Máy ép'))
    async function* source() {
      yield [...records.values()]
      expect(await idsOf('sấy')).toEqual(['dry'])
      await engine.index(record(listing('during', 'Máy sấy mới')))
    }
    expect((await engine.rebuild(source())).documents).toBe(4)
    await answeredBy('meilisearch')
    expect(await idsOf('máy ép')).toEqual(['press'])
    expect(await idsOf('"máy sấy mới"')).toEqual(['during'])
    expect(server.indexes).toEqual(['listings'])
  })

  it('builds the other when it is back', async () => {
    await server.kill()
    records.set('press', listing('press', 'Máy ép'))
    expect((await engine.rebuild(batches([...records.values()]))).documents).toBe(3)
    expect(await idsOf('máy ép')).toEqual(['press'])
    await server.start()
    await answeredBy('meilisearch')
    expect(await idsOf('máy ép')).toEqual(['press'])
  })

  it('passes on that the embedded index cannot be built, and leaves the other as it is', async () => {
    async function* failing() {
      yield await Promise.resolve([listing('x', 'Máy')])
      throw new Error('source failed')
    }
    await expect(engine.rebuild(failing())).rejects.toThrow('source failed')
    expect(await answering()).toBe('meilisearch')
    expect(await idsOf('sấy')).toEqual(['dry'])
  })
})

describe('terms', () => {
  it('reach the other when it is back', async () => {
    await server.kill()
    await engine.useTerms({ added: [{ kind: 'translation', a: 'freeze drying', b: 'sấy đông khô' }], without: [] })
    await search('')
    await server.start()
    await answeredBy('meilisearch')
    const result = await search('freeze drying')
    expect(result.answeredBy).toBe('meilisearch')
    expect(result.hits.map((hit) => hit.id)).toEqual(['dry'])
    expect(result.translations).toEqual([{ asked: 'freeze drying', terms: ['sấy đông khô'] }])
  })
})
