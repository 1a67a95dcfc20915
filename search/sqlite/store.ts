import { DocumentColumns } from '../columns.ts'
import type { ListingKind } from '../document.ts'
import { columnNames } from '../entry.ts'
import type { Entry, ShownText } from '../entry.ts'
import type { Pattern, Unit } from '../plan.ts'
import type { Place, Scored, Shown, Store } from '../store.ts'
import { closeFile, detach, identity, openFile, replaceFile } from './file.ts'
import type { Connections } from './file.ts'
import { INSERT_TEXT, RANKED, UPSERT } from './schema.ts'

/** Words hold letters, digits and marks only, so quoting them leaves nothing for the query language to read. */
function patternExpression(pattern: Pattern): string {
  return `"${pattern.words.join(' ')}"${pattern.prefix ? ' *' : ''}`
}

function expression(units: Unit[], place: Place): string {
  const all = units.map((unit) => `(${unit.patterns.map(patternExpression).join(' OR ')})`).join(' AND ')
  return place === 'title' ? `title : (${all})` : all
}

interface RowColumns {
  slot: number
  id: string
  facets: string
  audience: string | null
  published_at: number
  trl_level: number | null
  price: number | null
  exact_title: string
}

type Statements = ReturnType<typeof prepare>

function prepare({ writer, reader }: Connections) {
  return {
    upsert: writer.prepare<(string | number | null)[], number>(UPSERT).pluck(),
    removeText: writer.prepare<[number]>('DELETE FROM listing_text WHERE rowid = ?'),
    insertText: writer.prepare<(string | number)[]>(INSERT_TEXT),
    remove: writer.prepare<[string], number>('DELETE FROM documents WHERE id = ? RETURNING slot').pluck(),
    version: writer.prepare<[], number>('PRAGMA data_version').pluck(),
    rows: reader.prepare<[], RowColumns>(
      'SELECT slot, id, facets, audience, published_at, trl_level, price, exact_title FROM documents ORDER BY slot',
    ),
    matching: reader.prepare<[string], number>('SELECT rowid FROM listing_text WHERE listing_text MATCH ?').pluck(),
    count: reader.prepare<[string], number>('SELECT count(*) FROM listing_text WHERE listing_text MATCH ?').pluck(),
    ranked: reader.prepare<[string], [number, number]>(RANKED).raw(),
    exactSummary: reader.prepare<[number], string>('SELECT exact_summary FROM documents WHERE slot = ?').pluck(),
    shown: reader
      .prepare<[number], [ListingKind, string, string, string, string]>(
        'SELECT kind, texts, keywords, owner, card FROM documents WHERE slot = ?',
      )
      .raw(),
  }
}

/** Documents in one SQLite file with a full-text index; facet values in memory, loaded when it is opened. */
export class SqliteStore implements Store {
  readonly #path: string
  #connections: Connections
  #statements: Statements
  #columns = new DocumentColumns()
  /** Read for every candidate of every search, so kept in memory too: about 100 bytes a document. */
  #titles: string[] = []
  #version = 0
  #identity = 0

  constructor(path: string) {
    this.#path = path
    this.#connections = openFile(path)
    this.#statements = prepare(this.#connections)
    try {
      this.#load()
    } catch (error) {
      this.close()
      throw error
    }
  }

  get columns(): DocumentColumns {
    return this.#columns
  }

  get needsRebuild(): boolean {
    return this.#connections.writer.pragma('user_version', { simple: true }) !== 1
  }

  seal(): void {
    const { writer } = this.#connections
    writer.exec("INSERT INTO listing_text (listing_text) VALUES ('optimize')")
    writer.pragma('user_version = 1')
  }

  #load(): void {
    this.#identity = identity(this.#path)
    this.#version = this.#statements.version.get() ?? 0
    const columns = new DocumentColumns()
    const titles: string[] = []
    for (const row of this.#statements.rows.iterate()) {
      columns.put(row.slot, {
        id: row.id,
        facets: JSON.parse(row.facets) as Entry['row']['facets'],
        audience: row.audience === null ? null : (JSON.parse(row.audience) as string[]),
        publishedAt: row.published_at,
        trlLevel: row.trl_level,
        price: row.price,
      })
      titles[row.slot] = row.exact_title
    }
    this.#columns = columns
    this.#titles = titles
  }

  #reopen(): void {
    this.#connections = openFile(this.#path)
    this.#statements = prepare(this.#connections)
  }

  refresh(): void {
    if (identity(this.#path) !== this.#identity) {
      closeFile(this.#connections)
      this.#reopen()
      this.#load()
    } else if (this.#statements.version.get() !== this.#version) this.#load()
  }

  #transaction(work: () => void): void {
    this.#connections.writer.transaction(work).immediate()
  }

  write(entries: Entry[]): void {
    const { upsert, removeText, insertText } = this.#statements
    const written: [number, Entry][] = []
    this.#transaction(() => {
      for (const entry of entries) {
        const { row, updatedAt, columns, exact, shown, keywords, owner, card } = entry
        const slot = upsert.get(
          row.id,
          row.facets.kind[0] ?? '',
          JSON.stringify(row.facets),
          row.audience === null ? null : JSON.stringify(row.audience),
          row.publishedAt,
          row.trlLevel,
          row.price,
          updatedAt,
          exact.title,
          exact.summary,
          JSON.stringify(shown),
          JSON.stringify(keywords),
          owner,
          card,
        )
        if (slot === undefined) continue
        removeText.run(slot)
        insertText.run(slot, ...columnNames.map((name) => columns[name]))
        written.push([slot, entry])
      }
    })
    for (const [slot, entry] of written) {
      this.#columns.put(slot, entry.row)
      this.#titles[slot] = entry.exact.title
    }
  }

  remove(ids: string[]): void {
    const { remove, removeText } = this.#statements
    this.#transaction(() => {
      for (const id of ids) {
        const slot = remove.get(id)
        if (slot !== undefined) removeText.run(slot)
      }
    })
    for (const id of ids) this.#columns.drop(id)
  }

  matching(units: Unit[], place: Place): number[] {
    return this.#statements.matching.all(expression(units, place))
  }

  count(unit: Unit): number {
    return this.#statements.count.get(expression([unit], 'anywhere')) ?? 0
  }

  scored(units: Unit[]): Scored {
    const slots: number[] = []
    const scores: number[] = []
    for (const [slot, score] of this.#statements.ranked.all(expression(units, 'anywhere'))) {
      slots.push(slot)
      scores.push(score)
    }
    return { slots, scores }
  }

  exactTitle(slot: number): string {
    return this.#titles[slot] ?? ''
  }

  exactSummary(slot: number): string {
    return this.#statements.exactSummary.get(slot) ?? ''
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

  /**
   * Takes the place of `live` in its file and over its path. Nothing can be read from either in between, since it all
   * happens in one turn. Throws, with `live` still in use, if another process has the file open.
   */
  takeOver(live: SqliteStore): SqliteStore {
    detach(this.#connections, this.#path)
    try {
      detach(live.#connections, live.#path)
      replaceFile(this.#path, live.#path)
      live.#columns = this.#columns
      live.#titles = this.#titles
    } finally {
      live.#reopen()
      live.#identity = identity(live.#path)
      live.#version = live.#statements.version.get() ?? 0
    }
    return live
  }

  close(): void {
    closeFile(this.#connections)
  }
}
