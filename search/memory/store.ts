import { DocumentColumns } from '../columns.ts'
import type { Entry } from '../entry.ts'
import { Lexicon } from '../lexicon.ts'
import { Evaluator } from '../postings/evaluate.ts'
import { Inverter } from '../postings/inverter.ts'
import { mergeable, mergeSegments } from '../postings/merge.ts'
import { Postings } from '../postings/postings.ts'
import { SegmentBuilder } from '../postings/segment.ts'
import { hashesOf, NO_PRINTS, PrintPool } from '../prints.ts'
import type { Prints } from '../prints.ts'
import type { OtherColumn, Shown, Store } from '../store.ts'
import { termBigrams } from '../term-bigrams.ts'
import type { TermBigrams } from '../term-bigrams.ts'
import { Vocabulary } from '../vocabulary.ts'

const textsOf = ({ columns }: Entry): Prints[] => [columns.title.prints, columns.summary.prints]

/** Documents in memory: for tests and small sets. */
export class MemoryStore implements Store {
  readonly columns = new DocumentColumns()
  readonly vocabulary: Vocabulary
  readonly postings: Postings
  readonly evaluator: Evaluator
  readonly titles = new PrintPool()
  needsRebuild = true
  #slots = new Map<string, number>()
  #kept = new Map<number, Entry>()
  #next = 1
  #segments = 0
  readonly #bigrams: TermBigrams

  constructor(bigrams: TermBigrams = termBigrams()) {
    this.#bigrams = bigrams
    const lexicon = new Lexicon()
    this.vocabulary = new Vocabulary(lexicon)
    this.postings = new Postings(lexicon)
    this.evaluator = new Evaluator(this.postings, this.vocabulary)
  }

  write(entries: Entry[]): void {
    const taken = new Map<number, Entry>()
    for (const entry of entries) {
      const known = this.#slots.get(entry.row.id)
      const held = known === undefined ? undefined : this.#kept.get(known)
      if (held && held.updatedAt > entry.updatedAt) continue
      const slot = known ?? this.#next++
      this.#slots.set(entry.row.id, slot)
      this.#kept.set(slot, entry)
      this.columns.put(slot, entry.row)
      this.titles.set(slot, entry.columns.title.prints)
      this.vocabulary.learnPairs(textsOf(entry))
      taken.set(slot, entry)
    }
    this.vocabulary.makeRoom(() => [...this.#kept.values()].map(textsOf))
    if (taken.size > 0) this.#add([...taken].sort(([a], [b]) => a - b))
  }

  #add(taken: [number, Entry][]): void {
    const inverter = new Inverter(this.#bigrams)
    for (const [slot, { columns }] of taken) inverter.add(slot, columns)
    const builder = new SegmentBuilder()
    inverter.into(builder)
    this.postings.put(builder.finish(++this.#segments, inverter.documents, inverter.bigrams))
    this.#merge()
  }

  #merge(): void {
    const { segments } = this.postings
    const count = mergeable(segments.map(({ documents }) => documents.length))
    if (count === 0) return
    const merged = segments.slice(-count)
    const builder = new SegmentBuilder()
    const { documents, bigrams } = mergeSegments(merged, (slot) => this.postings.latest(slot), builder)
    const numbers = merged.map(({ number }) => number)
    this.postings.put(builder.finish(numbers.at(-1) ?? 0, documents, bigrams), numbers)
    this.#merge()
  }

  remove(ids: string[]): void {
    const gone = ids.flatMap((id) => this.#slots.get(id) ?? [])
    for (const id of ids) this.#slots.delete(id)
    for (const slot of gone) {
      this.#kept.delete(slot)
      this.columns.drop(slot)
    }
    this.postings.drop(gone)
  }

  reading<Result>(work: () => Result): Result {
    return work()
  }

  exactSummary(slot: number): Prints {
    return this.#kept.get(slot)?.columns.summary.prints ?? NO_PRINTS
  }

  otherWords(slot: number): Record<OtherColumn, Int32Array> {
    const columns = this.#kept.get(slot)?.columns
    const hashes = (name: OtherColumn) => (columns ? hashesOf(columns[name].prints) : NO_PRINTS)
    return { keywords: hashes('keywords'), owner: hashes('owner'), codes: hashes('codes'), body: hashes('body') }
  }

  shown(slot: number): Shown | undefined {
    const entry = this.#kept.get(slot)
    if (!entry) return undefined
    const kind = entry.row.facets.kind[0] === 'need' ? 'need' : 'technology'
    return {
      kind,
      texts: entry.shown,
      keywords: entry.keywords,
      owner: entry.owner,
      card: JSON.parse(entry.card) as unknown,
    }
  }

  seal(): void {
    this.needsRebuild = false
  }

  close(): void {
    this.#kept.clear()
  }
}
