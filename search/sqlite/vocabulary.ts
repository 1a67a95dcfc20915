import type Database from 'better-sqlite3'
import { Lexicon } from '../lexicon.ts'
import { PairCounts } from '../pairs.ts'
import { printsFrom } from '../prints.ts'
import type { Prints } from '../prints.ts'
import { Vocabulary } from '../vocabulary.ts'

/** A word no query can hold; see `Entry`. */
const BOUNDARY = '\uE000'

/** Keeps the words with their document counts, as the index has them, and the pairs. */
export function keepVocabulary(writer: Database.Database, pairs: PairCounts): void {
  const words: string[] = []
  const documents: number[] = []
  const rows = writer.prepare<[], [string, number]>('SELECT term, doc FROM listing_words').raw()
  for (const [word, count] of rows.iterate()) {
    if (word === BOUNDARY) continue
    words.push(word)
    documents.push(count)
  }
  const keep = writer.prepare<[string, Buffer]>('INSERT OR REPLACE INTO vocabulary (name, value) VALUES (?, ?)')
  keep.run('words', Buffer.from(words.join(' ')))
  keep.run('documents', Buffer.from(Uint32Array.from(documents).buffer))
  keep.run('pairs', Buffer.from(pairs.bytes))
}

/** The vocabulary as it was kept, with what was written since. */
export function loadVocabulary(reader: Database.Database): Vocabulary {
  const kept = reader.prepare<[string], Buffer>('SELECT value FROM vocabulary WHERE name = ?').pluck()
  const lexicon = new Lexicon()
  const documents = new Uint32Array(Uint8Array.from(kept.get('documents') ?? []).buffer)
  for (const [index, word] of (kept.get('words')?.toString() ?? '').split(' ').entries()) {
    if (word !== '') lexicon.add(word, documents[index] ?? 0)
  }
  const vocabulary = new Vocabulary(lexicon, PairCounts.from(kept.get('pairs') ?? new Uint8Array()))
  const since = reader.prepare<[], ChangedRow>(
    'SELECT exact_title AS title, exact_summary AS summary, words FROM documents WHERE changed > 0',
  )
  for (const row of since.iterate()) learnRow(vocabulary, row)
  makeRoom(vocabulary, reader)
  return vocabulary
}

export interface ChangedRow {
  title: Buffer
  summary: Buffer
  words: string
}

/** Takes in what is kept of a document's texts. */
export function learnRow(vocabulary: Vocabulary, { title, summary, words }: ChangedRow): void {
  const each = words === '' ? [] : words.split(' ')
  vocabulary.learn(each, [printsFrom(title), printsFrom(summary)])
}

/** Titles and summaries of all documents. */
export function* keptTexts(connection: Database.Database): Generator<Prints[]> {
  const rows = connection.prepare<[], [Buffer, Buffer]>('SELECT exact_title, exact_summary FROM documents').raw()
  for (const [title, summary] of rows.iterate()) yield [printsFrom(title), printsFrom(summary)]
}

export function makeRoom(vocabulary: Vocabulary, reader: Database.Database): void {
  vocabulary.makeRoom(() => keptTexts(reader))
}
