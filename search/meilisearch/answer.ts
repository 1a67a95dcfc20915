import type { MatchKind, SearchHit, SearchQuery, SearchResult } from '../engine.ts'
import type { ShownText } from '../entry.ts'
import { wordsOf } from '../fold.ts'
import { shownText } from '../hit.ts'
import { planOf } from '../plan.ts'
import { decodedText } from '../terminology.ts'
import type { Connection } from './connection.ts'
import type { TermCounts } from './counts.ts'
import { isNarrowed, oneOf, visibleTo } from './filter.ts'
import { keptFields, type Indexed } from './indexed.ts'
import { Mendings } from './mended.ts'
import { hitsQuery, narrowedAnswers, narrowedQueries, type Narrowed, type Scope, type Window } from './narrowed.ts'
import { askedOf, completeText, joined, marksOf, negatives, textOf, type Asked, type Term } from './query.ts'
import { reasonsOf } from './reasons.ts'
import { partialWeights, rotationsOf } from './partial.ts'
import { ranking } from './rerank.ts'
import { exactAttributes, MOST_HITS, originalAttributes } from './settings.ts'
import type { Synonyms } from './synonyms.ts'

type Query = Parameters<Connection['search']>[0][number]

/** What a search is answered with. */
export interface Means {
  connection: Connection
  synonyms: Synonyms
  counts: TermCounts
}

/** Hits that are ranked again in our own code. */
const POOL = 100
/** Fewer documents with every word than this, and mended words and documents with most of the words are added. */
const FEW = 10
const MOST_MENDED = 50
const MOST_PAGE = 100
/** As much of a text as a plan reads. */
const LONGEST_TEXT = 400

function clamp(value: number, most: number): number {
  if (Number.isNaN(value)) return 1
  return Math.min(Math.max(1, Math.trunc(value)), most)
}

interface Ranked {
  document: Indexed
  match: MatchKind
  score: number
}

interface Found {
  narrowed: Narrowed
  /** What the page is cut from; the first stands at `offset`. */
  ranked: Ranked[]
  offset: number
  total: number
  complete: number
  mendings: Mendings
}

const nothingMended = new Mendings([], [])

export const textsOf = (document: Indexed): ShownText[] => JSON.parse(document.shown) as ShownText[]

/** Answers one question; made for it and thrown away. */
export class Search {
  readonly #means: Means
  readonly #query: SearchQuery
  readonly #asked: Asked
  /** The query with raw keys decoded; null where it holds none. */
  readonly #decoded: string | null
  readonly #visible: string
  readonly #pageSize: number

  constructor(means: Means, query: SearchQuery) {
    this.#means = means
    this.#query = { ...query, text: query.text.slice(0, LONGEST_TEXT) }
    this.#decoded = query.exact ? null : decodedText(this.#query.text)
    this.#asked = askedOf(planOf(this.#decoded ?? this.#query.text), means.synonyms, query.exact)
    this.#visible = visibleTo(query.reader)
    this.#pageSize = clamp(query.pageSize, MOST_PAGE)
  }

  async result(): Promise<SearchResult> {
    const found = await this.#expanded(await this.#complete())
    const { total, mendings, narrowed } = found
    const pageCount = this.#pageCount(total)
    const page = clamp(this.#query.page, pageCount)
    const from = (page - 1) * this.#pageSize - found.offset
    const shown = found.ranked.slice(from, from + this.#pageSize)
    const explained = this.#query.explain ? await this.#explained(shown) : null
    const marks = marksOf(this.#asked, mendings.words)
    const hits = shown.map(({ document, match, score }): SearchHit => {
      const card: unknown = JSON.parse(document.card)
      const kind = document.facets.kind[0] === 'need' ? ('need' as const) : ('technology' as const)
      const whole = explained?.get(document.id)
      const reasons = explained === null ? null : whole ? this.#reasons(whole, mendings) : []
      const texts = shownText(textsOf(document), this.#query.language, marks)
      return { id: document.id, kind, match, reasons, score, card, ...texts }
    })
    return {
      hits,
      total,
      complete: found.complete,
      correction: mendings.correction(this.#decoded ?? this.#query.text) ?? (total > 0 ? this.#decoded : null),
      translations: this.#translations(),
      facets: narrowed.facets,
      page,
      pageCount,
      query: marks,
    }
  }

  /** The hits that the first page would show, as they lie in the index: for suggestions. */
  async best(count: number): Promise<Indexed[]> {
    const { ranked } = await this.#complete()
    return ranked.slice(0, count).map(({ document }) => document)
  }

  get asked(): Asked {
    return this.#asked
  }

  get #byRelevance(): boolean {
    return this.#query.sort === 'relevance' && this.#asked.terms.length > 0
  }

  #pageCount(total: number): number {
    return Math.max(1, Math.ceil(Math.min(total, MOST_HITS) / this.#pageSize))
  }

  #window(page: number): Window {
    const start = (page - 1) * this.#pageSize
    if (this.#byRelevance && start < POOL) return { offset: 0, limit: Math.max(POOL, start + this.#pageSize) }
    return { offset: start, limit: this.#pageSize }
  }

  get #fields(): string[] {
    return [...keptFields, 'facets.kind']
  }

  /** The documents with every term, by any of its names; `all` is how many there are before any narrowing. */
  async #complete(): Promise<Found & { all: number }> {
    const { connection, counts } = this.#means
    const { terms, stretches } = this.#asked
    const ranked = terms.length > 0
    const scope: Scope = { text: completeText(this.#asked), conditions: [this.#visible], ranked }
    const guessed = clamp(this.#query.page, this.#pageCount(MOST_HITS))
    const main = narrowedQueries(scope, this.#query, this.#window(guessed), this.#fields)
    const missing = terms.length > 0 ? counts.missing(terms) : []
    const wide = ranked && isNarrowed(this.#query)
    const extra: Query[] = [
      ...missing.map((text) => counts.question(text)),
      ...(wide ? [{ ...this.#wide(scope.text), hitsPerPage: 0 }] : []),
      ...(stretches.length > 0 ? [this.#typedOnly()] : []),
    ]
    const answers = await connection.search([...main, ...extra])
    const narrowed = narrowedAnswers(answers, this.#query)
    const rest = answers.slice(main.length)
    for (const [index, text] of missing.entries()) counts.note(text, rest[index]?.totalHits ?? 0)
    const all = wide ? (rest[missing.length]?.totalHits ?? 0) : narrowed.total
    const typed = stretches.length > 0 ? new Set(answers.at(-1)?.hits.map((hit) => hit.id)) : null
    const page = clamp(this.#query.page, this.#pageCount(narrowed.total))
    const window = this.#window(page)
    if (page !== guessed && window.offset !== this.#window(guessed).offset) {
      const [again] = await connection.search([hitsQuery(scope, this.#query, window, this.#fields)])
      narrowed.hits = again?.hits ?? []
    }
    const kindOf = (document: Indexed) => (typed?.has(document.id) === false ? 'translated' : 'direct')
    const hits = this.#ranked(narrowed.hits, kindOf, window.offset)
    const { total } = narrowed
    return { narrowed, ranked: hits, offset: window.offset, total, complete: total, mendings: nothingMended, all }
  }

  #wide(q: string): Query {
    return { q, attributesToSearchOn: [...exactAttributes], matchingStrategy: 'all', filter: [this.#visible] }
  }

  /** Which of the best hits hold the words themselves, where other names of them are looked for as well. */
  #typedOnly(): Query {
    const { plan, terms, stretches } = this.#asked
    const named = stretches.some(({ from, to }) => to === terms.length && to - from === 1)
    const words = terms.map((term) => (named ? { ...term, prefix: false } : term))
    return { ...this.#wide(joined(negatives(plan), textOf(words))), limit: POOL, attributesToRetrieve: ['id'] }
  }

  /** Hits ranked again, the kinds one beneath the other; the order stays where it was asked for. */
  #ranked(hits: Indexed[], kindOf: (document: Indexed) => MatchKind, offset = 0): Ranked[] {
    if (!this.#byRelevance || offset > 0) {
      return hits.map((document) => ({ document, match: kindOf(document), score: 0 }))
    }
    const order: MatchKind[] = ['direct', 'mended', 'translated', 'partial']
    const rank = this.#rank()
    const pool = hits.slice(0, POOL).map((document, index) => {
      const score = rank(1 - index / POOL, textsOf(document))
      return { document, match: kindOf(document), score }
    })
    pool.sort((a, b) => order.indexOf(a.match) - order.indexOf(b.match) || b.score - a.score)
    const rest = hits.slice(POOL).map((document) => ({ document, match: kindOf(document), score: 0 }))
    return [...pool, ...rest]
  }

  #rank(): (first: number, texts: ShownText[]) => number {
    const { plan, terms } = this.#asked
    const rarity = plan.units.map((_, index) => {
      const own = terms.filter((term) => term.unit === index)
      return own.reduce((most, term) => Math.max(most, this.#means.counts.rarity(term)), 0)
    })
    return ranking(plan, rarity)
  }

  /** Adds documents with mended words, and those with most of the words, where few hold all. */
  async #expanded(found: Found & { all: number }): Promise<Found> {
    const { terms, plan } = this.#asked
    const { counts, connection } = this.#means
    const absent = this.#query.exact ? [] : terms.filter((term) => isMendable(term) && counts.of(term) === 0)
    if (found.all >= FEW || terms.length === 0 || (terms.length < 2 && absent.length === 0)) return found
    const rotations = terms.length > 1 ? rotationsOf(terms, counts) : []
    const isAbsent = new Set(absent)
    const text = joined(
      negatives(plan),
      textOf(terms, (term) => isAbsent.has(term)),
    )
    const [direct, ...answers] = await connection.search([
      { ...this.#wide(completeText(this.#asked)), limit: FEW, attributesToRetrieve: ['id'] },
      ...(absent.length > 0 ? [{ ...this.#tolerant(text), limit: MOST_MENDED }] : []),
      ...rotations.map((order) => this.#partialQuery(order)),
    ])
    const kinds = new Map<string, MatchKind>()
    for (const { document, match } of found.ranked) kinds.set(document.id, match)
    for (const { id } of direct?.hits ?? []) if (!kinds.has(id)) kinds.set(id, 'direct')
    const mended = absent.length > 0 ? (answers.shift()?.hits ?? []) : []
    for (const { id } of mended) if (!kinds.has(id)) kinds.set(id, 'mended')
    const weights = partialWeights({ terms, rotations, answers, counts }, kinds, POOL)
    for (const id of weights.keys()) kinds.set(id, 'partial')
    if (kinds.size === 0) return found
    return this.#union(kinds, weights, absent)
  }

  #tolerant(q: string): Query {
    const attributesToSearchOn = [...originalAttributes, 'codes']
    return { q, attributesToSearchOn, matchingStrategy: 'all', filter: [this.#visible], attributesToRetrieve: ['id'] }
  }

  #partialQuery(order: readonly Term[]): Query {
    return {
      ...this.#wide(
        joined(
          negatives(this.#asked.plan),
          textOf(order, () => true),
        ),
      ),
      matchingStrategy: 'last',
      showRankingScoreDetails: true,
      limit: POOL,
      attributesToRetrieve: ['id'],
    }
  }

  /** Narrows, counts and orders what was found in several ways; it is few. */
  async #union(kinds: Map<string, MatchKind>, weights: Map<string, number>, absent: Term[]): Promise<Found> {
    const scope: Scope = { text: '', conditions: [this.#visible, oneOf([...kinds.keys()])], ranked: this.#byRelevance }
    const window = { offset: 0, limit: kinds.size }
    const queries = narrowedQueries(scope, this.#query, window, this.#fields)
    const narrowed = narrowedAnswers(await this.#means.connection.search(queries), this.#query)
    const places = new Map([...kinds.keys()].map((id, index) => [id, index]))
    const kindOf = (document: Indexed): MatchKind => kinds.get(document.id) ?? 'partial'
    const isPartial = (document: Indexed) => kindOf(document) === 'partial'
    if (this.#byRelevance) narrowed.hits.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
    const complete = narrowed.hits.filter((document) => !isPartial(document))
    const partial = narrowed.hits.filter(isPartial)
    const rank = this.#rank()
    const looser = partial.map((document): Ranked => {
      // Among partial hits the share of the query matters most.
      const score = this.#byRelevance ? rank(2 * (weights.get(document.id) ?? 0), textsOf(document)) : 0
      return { document, match: 'partial', score }
    })
    if (this.#byRelevance) looser.sort((a, b) => b.score - a.score)
    const mended = complete.filter((document) => kindOf(document) === 'mended')
    const texts = mended.flatMap((document) => [
      ...textsOf(document).flatMap(({ title, summary }) => [title, summary]),
      document.terms,
    ])
    return {
      narrowed,
      ranked: [...this.#ranked(complete, kindOf), ...looser],
      offset: 0,
      total: narrowed.hits.length,
      complete: complete.length,
      mendings: new Mendings(
        absent.map((term) => term.words[0] ?? ''),
        texts,
      ),
    }
  }

  /** The whole documents of a page, asked for as the reader, to say why they were found. */
  async #explained(shown: Ranked[]): Promise<Map<string, Indexed>> {
    const ids = shown.map(({ document }) => document.id)
    if (ids.length === 0) return new Map()
    const filter = [this.#visible, oneOf(ids)]
    const [answer] = await this.#means.connection.search([{ q: '', filter, limit: ids.length }])
    return new Map(answer?.hits.map((document) => [document.id, document]))
  }

  #reasons(document: Indexed, mendings: Mendings) {
    const typed = new Map(wordsOf(this.#query.text).map((word) => [word.folded, word.typed]))
    const writtenOf = (folded: string) => typed.get(folded) ?? mendings.writtenOf(folded) ?? folded
    return reasonsOf(document, this.#asked, mendings.words, writtenOf)
  }

  #translations(): SearchResult['translations'] {
    const { terms, stretches } = this.#asked
    const typed = new Map(wordsOf(this.#query.text).map((word) => [word.folded, word.typed]))
    return stretches.map(({ from, to, others }) => ({
      asked: terms
        .slice(from, to)
        .flatMap((term) => term.words)
        .map((word) => typed.get(word) ?? word)
        .join(' '),
      terms: others.map((other) => other.written),
    }))
  }
}

/** A short word that is still being typed is one to be, not one gone wrong. */
function isMendable({ free, words, prefix }: Term): boolean {
  const [word] = words
  return free && word !== undefined && word.length > (prefix ? 3 : 2) && !/\d/.test(word)
}
