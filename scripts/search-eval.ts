import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language, SearchDocument } from '#search'
import { documentsOf, type Given, type ReadingNotes, searchDocumentOf } from './search-eval/documents.ts'
import { engineNamed, openEngine, type Opened } from './search-eval/engines.ts'
import { ask, type ClassFigures, failuresOf, figuresOf } from './search-eval/evaluation.ts'
import { type Choice, chooseItems, knownItemQueries } from './search-eval/known-items.ts'
import { Mistake, mustExist } from './search-eval/lines.ts'
import { type Query, readQueries } from './search-eval/queries.ts'
import { failuresList, figuresTable, meansOf } from './search-eval/report.ts'

/** `npm run search:eval`: how well an engine finds what is wanted. Reads files, writes a temporary index, prints. */

const usage = `npm run search:eval -- --documents FILE… [options]
  --documents FILE…    JSONL: {id, lang: vi|en, title, summary} and, where there are, body, kind, keywords, owner,
                       codes, pair (the id of the twin in the other language, or a name both give)
  --queries FILE       JSONL: {class, query, lang, relevant: {documentId: grade}}; without it, known-item queries are
                       made of the documents
  --engine NAME        sqlite (default), meilisearch or memory
  --classes A,B        only these classes
  --limit N            only the first N documents
  --items N            known items of each language (400)
  --seed N             of the known items (1)
  --json FILE          write all figures and every query
  --worst N            how many of the worst queries to list (20)`

interface Options {
  readonly documents: readonly string[]
  readonly queries: string | null
  readonly engine: string
  readonly classes: readonly string[] | null
  readonly limit: number
  readonly items: number
  readonly seed: number
  readonly json: string | null
  readonly worst: number
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (!/^\d{1,9}$/.test(text)) throw new Mistake(`--${name} must be a whole number, not "${text}".`)
  return Number(text)
}

function readOptions(): Options {
  let read
  try {
    read = parseArgs({
      allowPositionals: true,
      options: {
        documents: { type: 'string', multiple: true },
        queries: { type: 'string' },
        engine: { type: 'string', default: 'sqlite' },
        classes: { type: 'string', multiple: true },
        limit: { type: 'string' },
        items: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'string' },
        worst: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
  const { values, positionals } = read
  // What a shell makes of `--documents data/*.jsonl` stands behind the first file.
  const documents = [...(values.documents ?? []), ...positionals]
  if (values.help || documents.length === 0) throw new Mistake(usage)
  const classes = (values.classes ?? []).flatMap((list) => list.split(/,(?! )/)).map((name) => name.trim())
  return {
    documents,
    queries: values.queries ?? null,
    engine: values.engine,
    classes: classes.length === 0 ? null : classes,
    limit: whole('limit', values.limit, Infinity),
    items: whole('items', values.items, 400),
    seed: whole('seed', values.seed, 1),
    json: values.json ?? null,
    worst: whole('worst', values.worst, 20),
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

function progress(what: string): (done: number) => void {
  if (!process.stderr.isTTY) return () => undefined
  return (done) => void process.stderr.write(`\r${what} ${String(done)} `)
}

/** What of the documents is needed after they were indexed. */
interface Kept {
  readonly items: Given[]
  readonly asking: Given[]
  readonly languages: Map<string, Language>
  readonly titles: Map<string, string>
  /** Given ids by those in the index. */
  readonly names: Map<string, string>
  indexed: number
}

const BATCH = 500

/** Documents in batches for the engine, keeping on the way what the queries need. */
async function* batchesOf(
  documents: AsyncIterable<Given>,
  choice: Choice | null,
  wanted: ReadonlySet<string>,
  kept: Kept,
): AsyncGenerator<SearchDocument[]> {
  const report = progress('Indexing')
  let batch: SearchDocument[] = []
  for await (const given of documents) {
    if (choice?.asking.has(given.id)) kept.asking.push(given)
    if (choice?.leftOut.has(given.id)) continue
    if (choice?.items.has(given.id)) kept.items.push(given)
    if (wanted.has(given.id)) {
      kept.languages.set(given.id, given.lang)
      kept.titles.set(given.id, given.title)
    }
    kept.indexed += 1
    const id = `d${String(kept.indexed)}`
    kept.names.set(id, given.id)
    batch.push(searchDocumentOf(given, id))
    if (batch.length < BATCH) continue
    yield batch
    report(kept.indexed)
    batch = []
  }
  if (batch.length > 0) yield batch
}

function onlyClasses(queries: readonly Query[], classes: readonly string[] | null): Query[] {
  if (classes === null) return [...queries]
  const known = [...new Set(queries.map((query) => query.class))]
  const unknown = classes.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Mistake(
      `There is no class "${unknown.join('", "')}". Classes: ${known.map((name) => `"${name}"`).join(', ')}.`,
    )
  return queries.filter((query) => classes.includes(query.class))
}

const many = (count: number, one: string, more: string) => `${String(count)} ${count === 1 ? one : more}`

function sayNotes(notes: ReadingNotes): void {
  if (notes.duplicates > 0)
    say(
      `${many(notes.duplicates, 'document has', 'documents have')} an id that was given before and got a number behind it.`,
    )
  if (notes.empty > 0) say(`${many(notes.empty, 'document has', 'documents have')} no text and were passed over.`)
}

async function run(options: Options): Promise<void> {
  const name = engineNamed(options.engine)
  for (const file of [...options.documents, ...(options.queries === null ? [] : [options.queries])]) mustExist(file)
  const given = options.queries === null ? null : await readQueries(options.queries)
  const choice =
    given === null
      ? await chooseItems(documentsOf(options.documents, options.limit), options.items, options.seed)
      : null
  const wanted = new Set([
    ...(given?.queries ?? []).flatMap(({ relevant }) => [...relevant.keys()]),
    ...(choice?.items ?? []),
    ...(choice?.asking.values() ?? []),
  ])

  place.folder = mkdtempSync(join(tmpdir(), 'search-eval-'))
  place.opened = openEngine(name, place.folder)
  const { engine } = place.opened
  try {
    const kept: Kept = { items: [], asking: [], languages: new Map(), titles: new Map(), names: new Map(), indexed: 0 }
    const notes: ReadingNotes = { duplicates: 0, empty: 0 }
    const start = performance.now()
    await engine.rebuild(batchesOf(documentsOf(options.documents, options.limit, notes), choice, wanted, kept))
    const seconds = (performance.now() - start) / 1000
    if (kept.indexed === 0) throw new Mistake('The files hold no document.')
    say(`${many(kept.indexed, 'document', 'documents')} indexed by ${engine.name} in ${seconds.toFixed(1)} s.`)
    sayNotes(notes)
    if (choice !== null)
      say(
        choice.leftOut.size === 0
          ? 'No document names its twin in the other language (pair): English queries for Vietnamese texts are left out.'
          : `${many(choice.leftOut.size, 'English document', 'English documents')} with a Vietnamese twin left out of the index.`,
      )

    const all =
      given?.queries ?? (choice === null ? [] : knownItemQueries(kept.items, kept.asking, choice, options.seed))
    if (all.length === 0)
      throw new Mistake('There is nothing to ask: no queries, or no title of 3 to 14 words of its own.')
    if (given !== null && given.withoutAnswer > 0)
      say(`${many(given.withoutAnswer, 'query names', 'queries name')} no relevant document and were passed over.`)
    const queries = onlyClasses(all, options.classes)
    const missing = [...new Set(queries.flatMap(({ relevant }) => [...relevant.keys()]))].filter(
      (id) => !kept.titles.has(id),
    )
    if (missing.length > 0)
      say(
        `${many(missing.length, 'relevant document is', 'relevant documents are')} not among the documents, and so not found: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ', …' : ''}`,
      )

    const index = { engine, names: kept.names }
    const asked = await ask(index, queries, progress('Asking'))
    if (process.stderr.isTTY) process.stderr.write('\n')
    const across = new Set(
      queries
        .filter(({ lang, relevant }) =>
          [...relevant.keys()].every((id) => lang !== null && (kept.languages.get(id) ?? lang) !== lang),
        )
        .map((query) => query.class),
    )
    const figures = figuresOf(asked)
    const means = meansOf(figures, (figure: ClassFigures) => across.has(figure.class))
    say(`\n${figuresTable(figures, means)}`)
    const failures = await failuresOf(index, asked, options.worst)
    if (failures.length > 0) say(`\nThe worst ${String(failures.length)}:\n${failuresList(failures, kept.titles)}`)
    if (options.json !== null)
      writeFileSync(
        options.json,
        `${JSON.stringify({ engine: engine.name, documents: kept.indexed, seed: options.seed, indexingSeconds: seconds, classes: figures, means, worst: failures, queries: asked.map(({ query, ...one }) => ({ ...query, relevant: Object.fromEntries(query.relevant), ...one })) }, null, 1)}\n`,
      )
  } finally {
    await engine.close()
  }
}

/** What is to be taken away at the end. */
const place: { folder: string | null; opened: Opened | null } = { folder: null, opened: null }

async function tidy(): Promise<void> {
  if (place.folder !== null) rmSync(place.folder, { recursive: true, force: true })
  await place.opened?.remove()
}

// A terminal and npm may both send it: the second one must not end us while we tidy.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => {
    void tidy().finally(() => process.exit(code))
  })

/** What somebody can put right is told in a line: also that a server is not reached. */
const isTold = (error: unknown) =>
  error instanceof Mistake || (error instanceof Error && error.name === 'MeilisearchFault')

try {
  await run(readOptions())
} catch (error) {
  if (!(error instanceof Error) || !isTold(error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  await tidy().catch(() => undefined)
}
