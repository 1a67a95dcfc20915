import { columnNames, columnWeights } from '../entry.ts'

/** Raised whenever the tables, the folding or the columns change: an index of another layout is thrown away. */
const LAYOUT = 4

/** The upper half of the file's `application_id`, so that a file of something else is never taken for ours. */
export const FAMILY = 0x54580000

export const APPLICATION_ID = FAMILY + LAYOUT

/**
 * `documents` holds what is shown and what is loaded into memory; `listing_text` holds only the inverted index, by the
 * same rowid. Words are found and folded by `wordsOf` before they come here, so the tokenizer only has to part them at
 * blanks: for `ascii` every other character belongs to a word. `changed` counts the changes since the vocabulary was
 * kept in `vocabulary` and is 0 for what it knows already; until then `words` holds its words.
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
  changed INTEGER NOT NULL,
  words TEXT NOT NULL,
  exact_title BLOB NOT NULL,
  exact_summary BLOB NOT NULL,
  texts TEXT NOT NULL,
  keywords TEXT NOT NULL,
  owner TEXT NOT NULL,
  card TEXT NOT NULL
) STRICT;
CREATE INDEX documents_changed ON documents (changed) WHERE changed > 0;
CREATE TABLE vocabulary (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE listing_text USING fts5 (
  ${columnNames.join(', ')},
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE listing_words USING fts5vocab (listing_text, 'row');
`

const ROW =
  'id, kind, facets, audience, published_at, trl_level, price, updated_at, changed, words, exact_title, exact_summary, texts, keywords, owner, card'
const NAMES = ROW.split(', ')

export const UPSERT = `
INSERT INTO documents (${ROW}) VALUES (${NAMES.map(() => '?').join(', ')})
ON CONFLICT (id) DO UPDATE SET ${NAMES.slice(1)
  .map((name) => `${name} = excluded.${name}`)
  .join(', ')}
WHERE excluded.updated_at >= documents.updated_at
RETURNING slot`

export const INSERT_TEXT = `
INSERT INTO listing_text (rowid, ${columnNames.join(', ')}) VALUES (?, ${columnNames.map(() => '?').join(', ')})`

export const RANKED = `
SELECT rowid, -bm25(listing_text, ${columnNames.map((name) => columnWeights[name]).join(', ')})
FROM listing_text WHERE listing_text MATCH ?`
