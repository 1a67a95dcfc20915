import type Database from 'better-sqlite3'
import { PairCounts } from '../pairs.ts'
import { printsFrom } from '../prints.ts'
import type { Prints } from '../prints.ts'
import { Vocabulary } from '../vocabulary.ts'

/** Keeps the pairs, with those of all documents there are. */
export function keepPairs(writer: Database.Database, pairs: PairCounts): void {
  writer
    .prepare<[string, Buffer]>('INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)')
    .run('pairs', Buffer.from(pairs.bytes))
}

/** The pairs as they were kept, with what was written since. */
export function loadPairs(reader: Database.Database): PairCounts {
  const kept = reader.prepare<[string], Buffer>('SELECT value FROM kept WHERE name = ?').pluck()
  const vocabulary = new Vocabulary(undefined, PairCounts.from(kept.get('pairs') ?? new Uint8Array()))
  const since = reader
    .prepare<[], [Buffer, Buffer]>(
      'SELECT exact_title, exact_summary FROM documents JOIN ranked USING (slot) WHERE generation > 0',
    )
    .raw()
  for (const [title, summary] of since.iterate()) vocabulary.learnPairs([printsFrom(title), printsFrom(summary)])
  makeRoom(vocabulary, reader)
  return vocabulary.pairs
}

/** Titles and summaries of all documents. */
export function* keptTexts(connection: Database.Database): Generator<Prints[]> {
  const rows = connection
    .prepare<[], [Buffer, Buffer]>('SELECT exact_title, exact_summary FROM documents JOIN ranked USING (slot)')
    .raw()
  for (const [title, summary] of rows.iterate()) yield [printsFrom(title), printsFrom(summary)]
}

export function makeRoom(vocabulary: Vocabulary, reader: Database.Database): void {
  vocabulary.makeRoom(() => keptTexts(reader))
}
