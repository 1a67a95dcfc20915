import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchDocument } from '#search'
import { type Contestant, textOf } from './contestant.ts'
import { corpusOf } from './corpus.ts'
import { openFts } from './fts.ts'
import { openFlexSearch, openMiniSearch, openOrama } from './libraries.ts'
import { openOwn } from './own.ts'
import { groups, questionsOf } from './questions.ts'
import { growthVerdicts, speedVerdicts } from './report.ts'
import type { EngineFigures } from './speed.ts'
import { readTexts } from './texts.ts'

const texts = readTexts(resolve(import.meta.dirname, '../../search-eval'))
const corpus = corpusOf(texts)
const first = (count: number) => Array.from({ length: count }, (_none, number) => corpus.document(number))

describe('the documents of the bench', () => {
  it('are half Vietnamese and half English, the real ones first, each with an id of its own', () => {
    const documents = first(400)
    expect(documents.filter((document) => document.texts.vi)).toHaveLength(200)
    expect(new Set(documents.map(({ id }) => id)).size).toBe(400)
    const titles = texts.map(({ title }) => title)
    expect(corpus.real).toBe(5)
    for (const document of documents.slice(0, 10)) expect(titles).toContain(textOf(document).title)
    const again = documents.slice(20).filter((document) => titles.includes(textOf(document).title))
    expect(again.length).toBeLessThan(40)
  })

  it('depend on their number only', () => {
    const again = corpusOf(readTexts(resolve(import.meta.dirname, '../../search-eval')))
    expect([9, 350, 7].map((number) => again.document(number))).toEqual(
      [9, 350, 7].map((number) => corpus.document(number)),
    )
  })

  it('are made of words that people wrote, and of few others', () => {
    const known = new Set(
      texts.flatMap(({ title, summary }) => `${title} ${summary}`.toLowerCase().match(/\p{L}+/gu) ?? []),
    )
    const words = first(400).flatMap(
      (document) =>
        Object.values(textOf(document))
          .join(' ')
          .match(/\p{L}+/gu) ?? [],
    )
    const strange = words.filter((word) => !known.has(word.toLowerCase()))
    expect(strange.length / words.length).toBeLessThan(0.1)
    expect(strange.length).toBeGreaterThan(100)
  })

  it('need texts in both languages', () => {
    expect(() => readTexts(resolve(import.meta.dirname, '..'))).toThrow(/bench mixes its documents from real texts/)
  })
})

describe('questions', () => {
  it.each(groups)('of the kind "%s" are as many as asked for and the same on every run', (group) => {
    const questions = questionsOf(corpus, 400, group, 40, 1)
    expect(questions).toHaveLength(40)
    expect(questionsOf(corpus, 400, group, 40, 1)).toEqual(questions)
    expect(questionsOf(corpus, 400, group, 40, 2)).not.toEqual(questions)
    for (const { text, filters, language } of questions) {
      const words = text.split(' ').length
      if (group === 'words') expect(words).toBeLessThanOrEqual(3)
      if (group === 'long') expect(words).toBeGreaterThanOrEqual(8)
      if (group === 'unmarked') expect([language, /^[\x00-\x7f]*$/.test(text)]).toEqual(['vi', true])
      expect(Object.keys(filters).length > 0).toBe(group === 'filter')
    }
  })
})

describe('every engine', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'search-bench-test-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const engines: [string, () => Contestant | Promise<Contestant>][] = [
    ['own', () => openOwn(join(folder, 'own.db'))],
    ['plain', () => openFts(join(folder, 'plain.db'), 'plain')],
    ['folded', () => openFts(join(folder, 'folded.db'), 'folded')],
    ['minisearch', openMiniSearch],
    ['flexsearch', openFlexSearch],
    ['orama', openOrama],
  ]

  async function* inBatches(documents: SearchDocument[]) {
    yield await Promise.resolve(documents.slice(0, 30))
    yield documents.slice(30)
  }

  it.each(engines)('%s finds real documents by their titles, filtered too', async (_name, open) => {
    const contestant = await open()
    const documents = first(60)
    await contestant.build(inBatches(documents))
    for (const document of documents.slice(0, 10)) {
      const { title, language } = textOf(document)
      const question = { text: title, language, unfinished: false, source: document.id }
      expect((await contestant.ask({ ...question, filters: {} })).ids).toContain(document.id)
      const { field, trl } = document.facets
      const fitting = { field: field.slice(0, 1), trl: [trl ?? ''] }
      expect((await contestant.ask({ ...question, filters: fitting })).ids).toContain(document.id)
      const other = { trl: [trl === 'research' ? 'deployment' : 'research'] }
      expect((await contestant.ask({ ...question, filters: other })).ids).not.toContain(document.id)
      expect((await contestant.ask({ ...question, text: '…', filters: {} })).ids.length).toBeLessThanOrEqual(10)
    }
    await contestant.close()
  })
})

describe('verdicts', () => {
  function figures(engine: EngineFigures['engine'], p95: number, documents = 100): EngineFigures {
    const latency = { p50: 1, p95, p99: 100, questions: 10, found: 1 }
    const latencies = Object.fromEntries(groups.map((group) => [group, latency]))
    return { engine, documents, buildSeconds: 10, bytes: 1, growth: 250e6, readyMilliseconds: 1400, latencies }
  }

  it('compare p95 with the engine that each aim names', () => {
    const verdicts = speedVerdicts([figures('own', 5), figures('plain', 50), figures('folded', 9)])
    expect(verdicts.map(({ met }) => met)).toEqual([true, false, true, true, false, false, false, true, false, true])
    expect(verdicts[0]?.measured).toBe('0.10 (5.00 to 50.0 ms)')
    expect(speedVerdicts([figures('own', 5)])).toHaveLength(3)
    expect(speedVerdicts([figures('plain', 5)])).toEqual([])
  })

  it('compare a large index with a standard one', () => {
    const verdicts = growthVerdicts(figures('own', 5), figures('own', 21, 1000))
    expect(verdicts).toHaveLength(groups.length)
    expect(verdicts[0]).toMatchObject({ met: false, measured: '4.20 (21.0 to 5.00 ms)' })
  })
})
