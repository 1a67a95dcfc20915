import { type Drawing, type Language } from '#kernel'

/** A document in blocks, from top to bottom; where pages end is for the typesetting to say. */
export interface Document {
  readonly title: string
  readonly language: Language
  /** When it was made, in milliseconds since 1970 UTC: the same document gives the same bytes. */
  readonly made: number
  /** A line at the head of every page. */
  readonly header: string | null
  /** At the foot of every page, beside its number. */
  readonly footer: string
  /** How pages are numbered, such as `Trang {page}/{pages}`. */
  readonly pageNumber: string
  readonly blocks: readonly Block[]
}

export interface Title {
  readonly kind: 'title'
  readonly text: string
  /** What kind of document it is, above the title. */
  readonly over: string | null
  readonly under: string | null
}

export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  /** `caution` is what a reader must not miss. */
  readonly tone: 'plain' | 'muted' | 'strong' | 'caution'
}

export interface List {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly string[]
}

export interface Fact {
  readonly term: string
  readonly value: string
}

export interface Facts {
  readonly kind: 'facts'
  readonly rows: readonly Fact[]
}

/** A cell's text, and what is said beneath it in a smaller hand. A line break starts a new line. */
export type Cell = string | { readonly text: string; readonly note: string }

export interface Column {
  readonly heading: string
  /** Columns on the right hold figures, which stand under each other digit by digit. */
  readonly align: 'left' | 'right'
  /** Part of the width, in relation to other columns'; by what is in the cells where none has any. */
  readonly share?: number
}

export interface Row {
  readonly cells: readonly Cell[]
  /** Of a sum or a result. */
  readonly strong?: boolean
}

export interface Table {
  readonly kind: 'table'
  readonly caption: string | null
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Figure {
  readonly kind: 'drawing'
  readonly drawing: Drawing
  /** What it shows, for who cannot see it. */
  readonly description: string
}

/** Kept together in a frame. */
export interface Signature {
  readonly kind: 'signature'
  readonly heading: string
  readonly rows: readonly Fact[]
  readonly note: string | null
}

export type Block =
  Title | Heading | Paragraph | List | Facts | Table | Figure | Signature | { readonly kind: 'pageBreak' }

/** A cell as its text and its note, which may be empty. */
export function cellParts(cell: Cell | undefined): { text: string; note: string } {
  return typeof cell === 'object' ? cell : { text: cell ?? '', note: '' }
}
