/** Raised whenever the tables, the folding or the columns change: an index of another layout is thrown away. */
const LAYOUT = 9

/** The upper half of the file's `application_id`, so that a file of something else is never taken for ours. */
export const FAMILY = 0x54580000

export const APPLICATION_ID = FAMILY + LAYOUT

/** Twice the usual: a chunk of the inverted index then lies in one page. */
export const PAGE_SIZE = 8192

/**
 * `documents` holds what is loaded into memory, `ranked` what the candidates of a search are ranked by, and `shown` what
 * the hits of a page are drawn from, all by the same slot. `segments` holds the inverted index (see `Segment`): one row a
 * segment, with its rows of bytes in chunks of one size. A segment is never changed, only replaced by one it is merged
 * into, which takes the number of its last part.
 *
 * Every write counts `generation` up. A document has the generation it was written in, or 0 once it is in what is `kept`
 * for a quick start; `removed` lists the slots removed since, each with its generation. So whoever has read the file
 * before finds what has changed, if not before `known_since`. A slot is never used again.
 */
export const SCHEMA = `
CREATE TABLE documents (
  slot INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  facets TEXT NOT NULL,
  audience TEXT,
  published_at INTEGER NOT NULL,
  trl_level INTEGER,
  price INTEGER,
  updated_at INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  exact_title BLOB NOT NULL
) STRICT;
CREATE TABLE ranked (
  slot INTEGER PRIMARY KEY,
  exact_summary BLOB NOT NULL,
  other_words BLOB NOT NULL
) STRICT;
CREATE TABLE shown (
  slot INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  texts TEXT NOT NULL,
  keywords TEXT NOT NULL,
  owner TEXT NOT NULL,
  card TEXT NOT NULL
) STRICT;
CREATE INDEX documents_written ON documents (generation) WHERE generation > 0;
CREATE TABLE removed (slot INTEGER PRIMARY KEY, generation INTEGER NOT NULL) STRICT;
CREATE TABLE state (generation INTEGER NOT NULL, known_since INTEGER NOT NULL) STRICT;
INSERT INTO state VALUES (1, 1);
CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE segments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number INTEGER NOT NULL,
  documents BLOB NOT NULL,
  words TEXT NOT NULL,
  counts BLOB NOT NULL,
  slot_starts BLOB NOT NULL,
  first_slot_chunk INTEGER NOT NULL,
  place_starts BLOB NOT NULL,
  first_place_chunk INTEGER NOT NULL,
  bigrams_identity INTEGER NOT NULL,
  bigrams TEXT NOT NULL,
  bigram_counts BLOB NOT NULL,
  bigram_starts BLOB NOT NULL,
  first_bigram_chunk INTEGER NOT NULL,
  beginnings TEXT NOT NULL,
  beginning_counts BLOB NOT NULL,
  beginning_starts BLOB NOT NULL,
  first_beginning_chunk INTEGER NOT NULL
) STRICT;
CREATE TABLE slot_chunks (key INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL) STRICT;
CREATE TABLE beginning_chunks (key INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL) STRICT;
CREATE TABLE place_chunks (key INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL) STRICT;
`

const NAMES = 'id, facets, audience, published_at, trl_level, price, updated_at, generation, exact_title'.split(', ')

const VALUES = `(${NAMES.join(', ')}) VALUES (${NAMES.map(() => '?').join(', ')})`

/** Adds a document; one that is there already is left as it is. */
export const INSERT = `INSERT OR IGNORE INTO documents ${VALUES}`

export const UPSERT = `
INSERT INTO documents ${VALUES}
ON CONFLICT (id) DO UPDATE SET ${NAMES.slice(1)
  .map((name) => `${name} = excluded.${name}`)
  .join(', ')}
WHERE excluded.updated_at >= documents.updated_at
RETURNING slot`
