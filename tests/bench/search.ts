import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { corpusOf } from './search/corpus.ts'
import { clocks, type EngineName, engineNames } from './search/orders.ts'
import {
  foundTable,
  growthVerdicts,
  matchVerdict,
  speedTable,
  speedVerdicts,
  type Verdict,
  verdictTable,
  writeVerdict,
} from './search/report.ts'
import { endAll, removeIndex, startEngine } from './search/running.ts'
import { type EngineFigures, measureSpeed } from './search/speed.ts'
import { readTexts } from './search/texts.ts'

/**
 * `npm run bench:search`: our engine beside others over the same documents and questions in the same run. Prints
 * Markdown; compare ratios, not milliseconds.
 */

const usage = `npm run bench:search -- [options]
  --documents N     of the large index (100000)
  --standard N      what a still larger index is compared with, for the same questions (100000)
  --engines A,B     of the large index: ${engineNames.join(', ')} (own,plain,folded)
  --parts A,B       libraries: all engines at --small documents; speed: the large index; writing: searches while
                    documents come in; matching: candidates for needs (all; above the standard size: speed)
  --small N         documents for the libraries (10000)
  --questions N     of each kind (400)
  --rounds N        of different questions; each engine's calmest counts (2)
  --clock NAME      wall, or cpu for a machine that others use: processor time of the engine's process (wall)
  --data FOLDER     JSONL files with the real texts to mix (../shared/data)
  --json FILE       write the figures
  --write FILE      only write the documents, as JSONL for npm run search:eval`

const parts = ['libraries', 'speed', 'writing', 'matching'] as const
type Part = (typeof parts)[number]

/** Something to be put right by whoever runs the command. */
class Mistake extends Error {}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Mistake(`--${name} must be a whole number from 1, not "${text}".`)
  return Number(text)
}

function chosen<Name extends string>(name: string, text: string, known: readonly Name[]): Name[] {
  return text.split(',').map((given) => {
    const found = known.find((one) => one === given.trim())
    if (found === undefined) throw new Mistake(`--${name}: there is no "${given}". Known: ${known.join(', ')}.`)
    return found
  })
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        documents: { type: 'string', default: '100000' },
        standard: { type: 'string', default: '100000' },
        engines: { type: 'string' },
        parts: { type: 'string' },
        small: { type: 'string', default: '10000' },
        questions: { type: 'string', default: '400' },
        rounds: { type: 'string', default: '2' },
        clock: { type: 'string', default: 'wall' },
        data: { type: 'string', default: '../shared/data' },
        json: { type: 'string' },
        write: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) throw new Mistake(usage)
    return values
  } catch (error) {
    if (error instanceof Mistake) throw error
    throw new Mistake(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

const MATCHED = 20_000

const say = (line: string) => void process.stdout.write(`${line}\n`)
const note = (line: string) => void process.stderr.write(`${line}\n`)

async function writeDocuments(texts: string, documents: number, file: string): Promise<void> {
  const corpus = corpusOf(readTexts(texts))
  function* lines(): Generator<string> {
    for (let number = 0; number < documents; number++) {
      const { id, kind, owner, keywords, texts: written } = corpus.document(number)
      const lang = written.vi ? 'vi' : 'en'
      yield `${JSON.stringify({ id, kind, lang, ...written[lang], owner, keywords })}\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  say(`${String(documents)} documents written to ${file}, the first ${String(2 * corpus.real)} as somebody wrote them.`)
}

async function run(folder: string): Promise<void> {
  const options = readOptions()
  const texts = resolve(options.data)
  const documents = whole('documents', options.documents)
  const standard = whole('standard', options.standard)
  const large = documents > standard
  const small = whole('small', options.small)
  const questions = whole('questions', options.questions)
  const rounds = whole('rounds', options.rounds)
  const standardEngines = large ? 'own,plain' : 'own,plain,folded'
  const engines = chosen<EngineName>('engines', options.engines ?? standardEngines, engineNames)
  const wanted = chosen<Part>('parts', options.parts ?? (large ? 'speed' : parts.join(',')), parts)
  const clock = chosen('clock', options.clock, clocks)[0] ?? 'wall'
  const ground = { texts, clock }
  try {
    readTexts(texts)
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : String(error))
  }
  if (options.write !== undefined) return writeDocuments(texts, documents, options.write)

  const among = Math.min(documents, standard)
  const measure = (size: number, names: readonly EngineName[], more: { builds: number; rounds: number }) => {
    note(`${String(size)} documents: ${names.join(', ')}`)
    const box = { build: 300, group: 20 }
    const asked = Math.min(size, among)
    return measureSpeed({
      documents: size,
      among: asked,
      engines: names,
      questions,
      ground,
      folder,
      box,
      say: note,
      ...more,
    })
  }
  const kept: Record<string, unknown> = {}
  const verdicts: Verdict[] = []

  say(
    `${new Date().toISOString().slice(0, 10)}; ${String(cpus().length)} cores, ${(totalmem() / 1024 ** 3).toFixed(0)} GiB; Node ${process.version}; ${String(questions)} questions of each kind, ${String(rounds)} rounds; milliseconds are p50 / p95 / p99${clock === 'cpu' ? ' of processor time' : ''}.`,
  )
  if (wanted.includes('libraries')) {
    const figures = await measure(small, engineNames, { builds: 1, rounds: 1 })
    kept['libraries'] = figures
    say(`\n${String(small)} documents:\n\n${speedTable(figures, questions)}\n\n${foundTable(figures)}`)
  }
  if (wanted.includes('speed')) {
    const figures = await measure(documents, engines, { builds: large ? 1 : 2, rounds })
    kept['speed'] = figures
    say(`\n${String(documents)} documents:\n\n${speedTable(figures, questions)}\n\n${foundTable(figures)}`)
    if (large) {
      const before: EngineFigures[] = await measure(standard, ['own'], { builds: 1, rounds })
      kept['standard'] = before
      say(`\n${String(standard)} documents:\n\n${speedTable(before, questions)}`)
      verdicts.push(
        ...growthVerdicts(
          before[0],
          figures.find(({ engine }) => engine === 'own'),
        ),
      )
    } else verdicts.push(...speedVerdicts(figures))
  }
  if (wanted.includes('writing')) {
    note('Searching while documents come in')
    const running = await startEngine('own', join(folder, 'writing.db'), ground)
    await running.order({ do: 'build', documents, only: null })
    const outcome = await running.order({ do: 'write', among: documents, seconds: 5, turns: 4 })
    await running.close()
    removeIndex(running.path)
    kept['writing'] = outcome
    verdicts.push(writeVerdict(outcome))
  }
  if (wanted.includes('matching')) {
    note('Candidates for needs')
    const running = await startEngine('own', join(folder, 'matching.db'), ground)
    await running.order({ do: 'build', documents: MATCHED, only: 'technology' })
    const outcome = await running.order({ do: 'match', among: MATCHED, needs: 300 })
    await running.close()
    removeIndex(running.path)
    kept['matching'] = outcome
    verdicts.push(matchVerdict(outcome, MATCHED))
  }
  if (verdicts.length > 0) say(`\n${verdictTable(verdicts)}`)
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ ...kept, verdicts }, null, 1)}\n`)
}

let folder: string | null = null
const tidy = () => {
  endAll()
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
}
// A terminal and npm may both send it: the second one must not end us while we tidy.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => {
    tidy()
    process.exit(code)
  })

try {
  folder = mkdtempSync(join(tmpdir(), 'search-bench-'))
  await run(folder)
} catch (error) {
  if (!(error instanceof Mistake)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  tidy()
}
