import type { DocumentColumns } from './columns.ts'
import type { ListingKind } from './document.ts'
import type { Entry, ShownText } from './entry.ts'
import type { Unit } from './plan.ts'

/** Where all the units of a question must be found. */
export type Place = 'anywhere' | 'title'

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

/** What an engine of this folder keeps documents in. Everything is synchronous: a search sees one state. */
export interface Store {
  readonly columns: DocumentColumns
  /** True until `seal` was called once in the life of this store's data. */
  readonly needsRebuild: boolean
  /** Adds or replaces, all or none; versions older than what is held are passed over. */
  write(entries: Entry[]): void
  remove(ids: string[]): void
  /** Takes in what another process has changed. */
  refresh(): void
  /** Slots of the documents that hold every unit. */
  matching(units: Unit[], place: Place): number[]
  /** How many documents hold the unit. */
  count(unit: Unit): number
  /** As `matching` anywhere, with a score by weighted columns. */
  scored(units: Unit[]): Scored
  /** The words kept for ranking; see `Entry.exact`. */
  exactTitle(slot: number): string
  exactSummary(slot: number): string
  /** Undefined if another process has just removed the document. */
  shown(slot: number): Shown | undefined
  /** Marks the data as complete. */
  seal(): void
  close(): void
}
