import type { DocumentColumns } from './columns.ts'
import type { ListingKind } from './document.ts'
import type { ColumnName, Entry, ShownText } from './entry.ts'
import type { Expression } from './expression.ts'
import type { Prints } from './prints.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where an expression must be found. */
export type Place = 'anywhere' | ColumnName

/** Slots with a score each, the higher the better, in no order. */
export interface Scored {
  slots: number[]
  scores: number[]
}

/** What a result row is made from. */
export interface Shown {
  kind: ListingKind
  texts: ShownText[]
  keywords: string[]
  owner: string
  card: unknown
}

/** What searches are answered from. Everything is synchronous: a search sees one state. */
export interface ReadableStore {
  readonly columns: DocumentColumns
  readonly vocabulary: Vocabulary
  /** Slots of the documents that hold what is asked. */
  matching(expression: Expression, place: Place): number[]
  /** Whether one document holds it. */
  holds(slot: number, expression: Expression, place: Place): boolean
  /** As `matching` anywhere, with a score by weighted columns. */
  scored(expression: Expression): Scored
  /** The words kept for ranking; see `Entry.exact`. */
  exactTitle(slot: number): Prints
  exactSummary(slot: number): Prints
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
  /** Takes in what another process has changed. */
  refresh(): void
  /** Marks the data as complete. */
  seal(): void
  close(): void
}
