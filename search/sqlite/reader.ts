import type Database from 'better-sqlite3'
import { DocumentColumns } from '../columns.ts'
import type { ListingKind } from '../document.ts'
import type { Entry, ShownText } from '../entry.ts'
import { isPattern } from '../expression.ts'
import type { Expression, Pattern } from '../expression.ts'
import { NO_PRINTS, PrintPool, printsFrom } from '../prints.ts'
import type { Prints } from '../prints.ts'
import type { Place, ReadableStore, Scored, Shown } from '../store.ts'
import { type Vocabulary } from '../vocabulary.ts'
import { identity, openReader } from './file.ts'
import { RANKED } from './schema.ts'
import { learnRow, loadVocabulary, makeRoom } from './vocabulary.ts'
import type { ChangedRow } from './vocabulary.ts'
import type { Changes } from './writer.ts'

/** Words hold letters, digits and marks only, so quoting them leaves nothing for the query language to read. */
function patternText({ words, prefix }: Pattern): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`
}

function expressionText(expression: Expression): string {
  if (isPattern(expression)) return patternText(expression)
  return 'all' in expression
    ? `(${expression.all.map(expressionText).join(' AND ')})`
    : `(${expression.any.map(expressionText).join(' OR ')})`
}

function matchText(expression: Expression, place: Place): string {
  const text = expressionText(expression)
  return place === 'anywhere' ? text : `${place} : (${text})`
}

interface Row {
  slot: number
  id: string
  facets: string
  audience: string | null
  published_at: number
  trl_level: number | null
  price: number | null
  exact_title: Buffer
}

const COLUMNS = 'slot, id, facets, audience, published_at, trl_level, price, exact_title'

function prepare(reader: Database.Database) {
  const one = (names: string) => `SELECT ${names} FROM documents WHERE slot = ?`
  return {
    version: reader.prepare<[], number>('PRAGMA data_version').pluck(),
    rows: reader.prepare<[], Row>(`SELECT ${COLUMNS} FROM documents ORDER BY slot`),
    row: reader.prepare<[number], Row & ChangedRow>(
      one(`${COLUMNS}, exact_title AS title, exact_summary AS summary, words`),
    ),
    matching: reader.prepare<[string], number>('SELECT rowid FROM listing_text WHERE listing_text MATCH ?').pluck(),
    holds: reader
      .prepare<[string, number], number>('SELECT 1 FROM listing_text WHERE listing_text MATCH ? AND rowid = ?')
      .pluck(),
    ranked: reader.prepare<[string], [number, number]>(RANKED).raw(),
    exactSummary: reader.prepare<[number], Buffer>(one('exact_summary')).pluck(),
    shown: reader
      .prepare<[number], [ListingKind, string, string, string, string]>(one('kind, texts, keywords, owner, card'))
      .raw(),
  }
}

/** What is kept in memory beside an index file: loaded once, then brought up to date by what changes. */
interface Memory {
  columns: DocumentColumns
  vocabulary: Vocabulary
  /** Read for every candidate of every search: about 100 bytes a document. */
  titles: PrintPool
}

/** Facet values repeat from document to document: each text is parsed once. */
class Parsed<Value> {
  #known = new Map<string, Value>()

  of(text: string): Value {
    let value = this.#known.get(text)
    if (value === undefined) {
      value = JSON.parse(text) as Value
      if (this.#known.size > 20_000) this.#known.clear()
      this.#known.set(text, value)
    }
    return value
  }
}

const facetsOf = new Parsed<Entry['row']['facets']>()
const audienceOf = new Parsed<string[]>()

function put({ columns, titles }: Memory, row: Row): void {
  columns.put(row.slot, {
    id: row.id,
    facets: facetsOf.of(row.facets),
    audience: row.audience === null ? null : audienceOf.of(row.audience),
    publishedAt: row.published_at,
    trlLevel: row.trl_level,
    price: row.price,
  })
  titles.set(row.slot, printsFrom(row.exact_title))
}

function load(connection: Database.Database, statements: ReturnType<typeof prepare>): Memory {
  const memory: Memory = {
    columns: new DocumentColumns(),
    vocabulary: loadVocabulary(connection),
    titles: new PrintPool(),
  }
  for (const row of statements.rows.iterate()) put(memory, row)
  return memory
}

/** Answers searches from an index file, with facet values, titles and vocabulary in memory. */
export class SqliteReader implements ReadableStore {
  readonly #path: string
  #connection: Database.Database
  #statements: ReturnType<typeof prepare>
  #memory: Memory
  #version: number
  #identity: number

  /** Throws what SQLite throws for a damaged file. */
  constructor(path: string) {
    this.#path = path
    this.#identity = identity(path)
    this.#connection = openReader(path)
    try {
      this.#statements = prepare(this.#connection)
      this.#version = this.#statements.version.get() ?? 0
      this.#memory = load(this.#connection, this.#statements)
    } catch (error) {
      this.#connection.close()
      throw error
    }
  }

  get columns(): DocumentColumns {
    return this.#memory.columns
  }

  get vocabulary(): Vocabulary {
    return this.#memory.vocabulary
  }

  #open(): void {
    this.#identity = identity(this.#path)
    this.#connection = openReader(this.#path)
    this.#statements = prepare(this.#connection)
    this.#version = this.#statements.version.get() ?? 0
  }

  /** Takes in what the writer of this process has changed. */
  apply(changes: Changes): void {
    for (const id of changes.removed) this.columns.drop(id)
    for (const slot of changes.written) {
      const row = this.#statements.row.get(slot)
      if (!row) continue
      put(this.#memory, row)
      learnRow(this.vocabulary, row)
    }
    if (changes.written.length > 0) makeRoom(this.vocabulary, this.#connection)
    this.#version = this.#statements.version.get() ?? 0
  }

  /** Takes in what another process has changed. */
  refresh(): void {
    if (identity(this.#path) !== this.#identity) {
      this.#connection.close()
      this.#open()
    } else if (this.#statements.version.get() === this.#version) return
    this.#version = this.#statements.version.get() ?? 0
    this.#memory = load(this.#connection, this.#statements)
  }

  /** Lets go of the file, so that another may take its place; what is in memory stays. */
  release(): void {
    this.#connection.close()
  }

  /** Opens the file that is there now. `next`: the reader of the file that took its place, already closed. */
  resume(next: SqliteReader | null): void {
    this.#open()
    if (next) this.#memory = next.#memory
  }

  matching(expression: Expression, place: Place): number[] {
    return this.#statements.matching.all(matchText(expression, place))
  }

  holds(slot: number, expression: Expression, place: Place): boolean {
    return this.#statements.holds.get(matchText(expression, place), slot) !== undefined
  }

  scored(expression: Expression): Scored {
    const slots: number[] = []
    const scores: number[] = []
    for (const [slot, score] of this.#statements.ranked.all(matchText(expression, 'anywhere'))) {
      slots.push(slot)
      scores.push(score)
    }
    return { slots, scores }
  }

  exactTitle(slot: number): Prints {
    return this.#memory.titles.get(slot)
  }

  exactSummary(slot: number): Prints {
    const bytes = this.#statements.exactSummary.get(slot)
    return bytes ? printsFrom(bytes) : NO_PRINTS
  }

  shown(slot: number): Shown | undefined {
    const row = this.#statements.shown.get(slot)
    if (!row) return undefined
    const [kind, texts, keywords, owner, card] = row
    return {
      kind,
      texts: JSON.parse(texts) as ShownText[],
      keywords: JSON.parse(keywords) as string[],
      owner,
      card: JSON.parse(card) as unknown,
    }
  }

  close(): void {
    this.#connection.close()
  }
}
