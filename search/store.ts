import type { DocumentColumns } from './columns.ts'
import type { ListingKind } from './document.ts'
import type { ColumnName, Entry, ShownText } from './entry.ts'
import type { Evaluator } from './postings/evaluate.ts'
import type { Postings } from './postings/postings.ts'
import type { PrintPool, Prints } from './prints.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a result row is made from. */
export interface Shown {
  kind: ListingKind
  texts: ShownText[]
  keywords: string[]
  owner: string
  card: unknown
}

/** The columns of which only whether they hold something is asked. */
export type OtherColumn = Exclude<ColumnName, 'title' | 'summary'>

/** What searches are answered from. Everything is synchronous: a search sees one state. */
export interface ReadableStore {
  readonly columns: DocumentColumns
  readonly vocabulary: Vocabulary
  readonly postings: Postings
  readonly evaluator: Evaluator
  /** Titles and summaries as they are kept for ranking. */
  readonly titles: PrintPool
  exactSummary(slot: number): Prints
  /** The folded words of the other columns by their hashes, 0 between things no phrase may reach across. */
  otherWords(slot: number): Record<OtherColumn, Int32Array>
  /** Undefined if another process has just removed the document. */
  shown(slot: number): Shown | undefined
}

/** What an engine of this folder keeps documents in. */
export interface Store extends ReadableStore {
  /** True until `seal` was called once in the life of this store's data. */
  readonly needsRebuild: boolean
  /** Adds or replaces, all or none; versions older than what is held are passed over. */
  write(entries: Entry[]): void
  remove(ids: string[]): void
  /** Runs `work` on one state of the store, which has in it what was written before, by other processes too. */
  reading<Result>(work: () => Result): Result
  /** Marks the data as complete. */
  seal(): void
  close(): void
}
