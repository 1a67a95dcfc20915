import Database from 'better-sqlite3'
import { fold, type SearchDocument } from '#search'
import { type Contestant, countedFacets, hitsShown, textOf, valuesOf, wordsOf } from './contestant.ts'

/**
 * FTS5 as people usually set it up. `plain`: unicode61 that removes diacritics, all words, unweighted bm25. `folded`:
 * text folded by us, the title eight times the weight, a prefix index, and any of the words where all give too few.
 */
export type Manner = 'plain' | 'folded'

const INDEX: Record<Manner, string> = {
  plain: `content = 'documents', tokenize = 'unicode61 remove_diacritics 2'`,
  folded: `content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'`,
}

export function openFts(path: string, manner: Manner): Contestant {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('cache_size = -12000')
  database.exec(`
    CREATE TABLE IF NOT EXISTS documents (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, summary TEXT NOT NULL,
      card TEXT NOT NULL, published_at INTEGER NOT NULL, ${countedFacets.map((name) => `"${name}" TEXT NOT NULL`).join(', ')}
    ) STRICT;
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (title, summary, ${INDEX[manner]});`)
  if (manner === 'folded') database.exec(`INSERT INTO words (words, rank) VALUES ('rank', 'bm25(8.0, 1.0)')`)
  const columns = ['id', 'title', 'summary', 'card', 'published_at', ...countedFacets.map((name) => `"${name}"`)]
  const insert = database.prepare(
    `INSERT INTO documents (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const insertWords = database.prepare('INSERT INTO words (rowid, title, summary) VALUES (?, ?, ?)')
  const given = (text: string) => (manner === 'folded' ? fold(text) : text)

  function add(document: SearchDocument): void {
    const { title, summary } = textOf(document)
    const values = valuesOf(document)
    const { lastInsertRowid } = insert.run(
      document.id,
      title,
      summary,
      JSON.stringify(document.card),
      document.publishedAt,
      ...countedFacets.map((name) => values[name]),
    )
    insertWords.run(lastInsertRowid, given(title), given(summary))
  }

  /** A question in the language of FTS5; null for one without words. */
  function matchOf(text: string, unfinished: boolean, between: 'AND' | 'OR'): string | null {
    const words = wordsOf(given(text))
    if (words.length === 0) return null
    return words.map((word, at) => `"${word}"${unfinished && at === words.length - 1 ? ' *' : ''}`).join(` ${between} `)
  }

  function whereOf(filters: [string, string[]][]): { clause: string; values: string[] } {
    return {
      clause: filters.map(([name, chosen]) => ` AND d."${name}" IN (${chosen.map(() => '?').join(', ')})`).join(''),
      values: filters.flatMap(([, chosen]) => chosen),
    }
  }

  const statements = new Map<string, Database.Statement<unknown[], Record<string, unknown>>>()
  function rows(statement: string, ...values: unknown[]): Record<string, unknown>[] {
    let prepared = statements.get(statement)
    if (!prepared) statements.set(statement, (prepared = database.prepare(statement)))
    return prepared.all(...values)
  }

  /** Sorted by number alone: with the texts in the sorter every hit would be read. */
  function best(match: string, filters: [string, string[]][]): string[] {
    const { clause, values } = whereOf(filters)
    const join = filters.length === 0 ? '' : 'JOIN documents d ON d.number = words.rowid'
    return rows(
      `SELECT id, title, summary, card
       FROM (SELECT words.rowid AS hit FROM words ${join} WHERE words MATCH ?${clause} ORDER BY rank LIMIT ${String(hitsShown)})
       JOIN documents ON number = hit`,
      match,
      ...values,
    ).map((row) => String(row['id']))
  }

  function count(match: string, filters: [string, string[]][]): void {
    const { clause, values } = whereOf(filters)
    const found = 'd.number IN (SELECT rowid FROM words WHERE words MATCH ?)'
    rows(`SELECT count(*) AS total FROM documents d WHERE ${found}${clause}`, match, ...values)
    for (const name of countedFacets) {
      const others = whereOf(filters.filter(([own]) => own !== name))
      rows(
        `SELECT d."${name}" AS value, count(*) AS number FROM documents d WHERE ${found}${others.clause} GROUP BY 1`,
        match,
        ...others.values,
      )
    }
  }

  return {
    build: async (documents) => {
      for await (const batch of documents) {
        database.exec('BEGIN')
        for (const document of batch) add(document)
        database.exec('COMMIT')
      }
      database.pragma('wal_checkpoint(TRUNCATE)')
    },
    ask: async ({ text, unfinished, filters }) => {
      const chosen = Object.entries(filters)
      let match = matchOf(text, unfinished, 'AND')
      if (match === null) return { ids: [] }
      let ids = best(match, chosen)
      if (manner === 'folded' && ids.length < hitsShown) {
        match = matchOf(text, unfinished, 'OR') ?? match
        ids = best(match, chosen)
      }
      if (chosen.length > 0) count(match, chosen)
      return { ids }
    },
    close: async () => {
      database.close()
    },
  }
}
