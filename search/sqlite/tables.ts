import { deserialize, serialize } from 'node:v8'
import type Database from 'better-sqlite3'
import { DocumentColumns } from '../columns.ts'
import type { SavedColumns } from '../columns.ts'
import type { Entry } from '../entry.ts'
import { PrintPool, printsFrom } from '../prints.ts'
import type { SavedPrints } from '../prints.ts'

/** What is held in memory of every document. */
export interface Tables {
  columns: DocumentColumns
  /** Read for every candidate of every search: about 100 bytes a document. */
  titles: PrintPool
}

/** A row of `documents` as `ROW` names it. */
export interface Row {
  slot: number
  id: string
  facets: string
  audience: string | null
  published_at: number
  trl_level: number | null
  price: number | null
  exact_title: Buffer
}

export const ROW = 'slot, id, facets, audience, published_at, trl_level, price, exact_title'

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

export function putRow({ columns, titles }: Tables, row: Row): void {
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

/** Keeps the tables for a quick start. */
export function keepTables(writer: Database.Database, { columns, titles }: Tables): void {
  writer
    .prepare<[string, Buffer]>('INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)')
    .run('tables', serialize({ columns: columns.saved, titles: titles.saved }))
}

/** The tables as they were kept, with what was written and removed since. */
export function loadTables(reader: Database.Database): Tables {
  const kept = reader.prepare<[], Buffer>("SELECT value FROM kept WHERE name = 'tables'").pluck().get()
  const tables: Tables = { columns: new DocumentColumns(), titles: new PrintPool() }
  if (kept) {
    const saved = deserialize(kept) as { columns: SavedColumns; titles: SavedPrints }
    tables.columns = DocumentColumns.from(saved.columns)
    tables.titles = PrintPool.from(saved.titles)
  }
  const written = reader.prepare<[], Row>(`SELECT ${ROW} FROM documents WHERE generation > 0 ORDER BY slot`)
  for (const row of written.iterate()) putRow(tables, row)
  const removed = reader.prepare<[], number>('SELECT slot FROM removed').pluck()
  for (const slot of removed.iterate()) tables.columns.drop(slot)
  return tables
}
