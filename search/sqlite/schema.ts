import { columnNames, columnWeights } from '../entry.ts'

/** Raised whenever the tables, the folding or the columns change: an index of another layout is thrown away. */
const LAYOUT = 2

/** The upper half of the file's `application_id`, so that a file of something else is never taken for ours. */
export const FAMILY = 0x54580000

export const APPLICATION_ID = FAMILY + LAYOUT

/**
 * `documents` holds what is shown and what is loaded into memory; `listing_text` holds only the inverted index, by the
 * same rowid. The tokenizer takes the same classes of characters as `wordsOf`; prefixes of two and three letters
 * have an index of their own, without which they would merge every word they begin.
 */
export const SCHEMA = `
CREATE TABLE documents (
  slot INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  facets TEXT NOT NULL,
  audience TEXT,
  published_at INTEGER NOT NULL,
  trl_level INTEGER,
  price INTEGER,
  updated_at INTEGER NOT NULL,
  exact_title TEXT NOT NULL,
  exact_summary TEXT NOT NULL,
  texts TEXT NOT NULL,
  keywords TEXT NOT NULL,
  owner TEXT NOT NULL,
  card TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE listing_text USING fts5 (
  ${columnNames.join(', ')},
  content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
`

export const UPSERT = `
INSERT INTO documents (id, kind, facets, audience, published_at, trl_level, price, updated_at,
  exact_title, exact_summary, texts, keywords, owner, card)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  kind = excluded.kind, facets = excluded.facets, audience = excluded.audience,
  published_at = excluded.published_at, trl_level = excluded.trl_level, price = excluded.price,
  updated_at = excluded.updated_at, exact_title = excluded.exact_title, exact_summary = excluded.exact_summary,
  texts = excluded.texts, keywords = excluded.keywords, owner = excluded.owner, card = excluded.card
WHERE excluded.updated_at >= documents.updated_at
RETURNING slot`

export const INSERT_TEXT = `
INSERT INTO listing_text (rowid, ${columnNames.join(', ')}) VALUES (?, ${columnNames.map(() => '?').join(', ')})`

export const RANKED = `
SELECT rowid, -bm25(listing_text, ${columnNames.map((name) => columnWeights[name]).join(', ')})
FROM listing_text WHERE listing_text MATCH ?`
