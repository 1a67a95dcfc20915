import { join } from 'node:path'
import { percentile } from '../../../scripts/search-eval/measures.ts'
import type { EngineName } from './orders.ts'
import { type Group, groups } from './questions.ts'
import { type Ground, readyAfter, removeIndex, type Running, sizeOf, startEngine, TooLong } from './running.ts'

/** How long the questions of a group took, in milliseconds. */
export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Questions asked; fewer than were meant where the time box was full. */
  readonly questions: number
  /** The share of questions for which the document they come from was among the first ten. */
  readonly found: number
}

export interface EngineFigures {
  readonly engine: EngineName
  readonly documents: number
  /** Seconds to index everything; null when it was not done in its time. */
  readonly buildSeconds: number | null
  readonly bytes: number
  readonly growth: number
  readonly readyMilliseconds: number | null
  readonly latencies: Partial<Record<Group, Latency>>
}

export interface SpeedOptions {
  readonly documents: number
  /** Questions are taken from the first so many documents. */
  readonly among: number
  readonly engines: readonly EngineName[]
  readonly questions: number
  readonly rounds: number
  /** How often an index is built; the quickest counts. */
  readonly builds: number
  readonly ground: Ground
  readonly folder: string
  /** Seconds a library in memory may take to build, and for each group of questions in a round; some need minutes. */
  readonly box: { readonly build: number; readonly group: number }
  readonly say: (line: string) => void
}

const onDisk = (engine: EngineName) => ['own', 'plain', 'folded'].includes(engine)
/** Questions asked of one engine before the next has its turn, so that a disturbance hits all alike. */
const CHUNK = 25

interface Built {
  readonly running: Running
  readonly seconds: number
}

/** Builds all indexes in turn, `builds` times over; the engines of the last time go on. */
async function buildAll(options: SpeedOptions): Promise<{ built: Built[]; failed: EngineName[] }> {
  const { documents, engines, builds, ground, folder, box, say } = options
  const best = new Map<EngineName, number>()
  const failed = new Set<EngineName>()
  const running: Running[] = []
  for (let time = 1; time <= builds; time++)
    for (const engine of engines) {
      if (failed.has(engine) || (time > 1 && !onDisk(engine))) continue
      const last = time === builds || !onDisk(engine)
      const path = join(folder, `${engine}-${String(documents)}-${String(time)}.db`)
      const one = await startEngine(engine, path, ground)
      try {
        const { seconds } = await one.order(
          { do: 'build', documents, only: null },
          onDisk(engine) ? Infinity : box.build,
        )
        best.set(engine, Math.min(seconds, best.get(engine) ?? Infinity))
        say(`  ${engine}: ${String(documents)} documents in ${seconds.toFixed(1)} s`)
        if (last) running.push(one)
        else {
          await one.close()
          removeIndex(path)
        }
      } catch (error) {
        if (!(error instanceof TooLong)) throw error
        failed.add(engine)
        removeIndex(path)
        say(`  ${engine}: not built in ${String(box.build)} s`)
      }
    }
  return {
    built: running.map((one) => ({ running: one, seconds: best.get(one.engine) ?? 0 })),
    failed: [...failed],
  }
}

interface Asked {
  milliseconds: number[]
  found: number
  spent: number
}

/** Asks the questions of a group of all engines in turn, a chunk at a time. */
async function askAll(
  built: readonly Built[],
  options: SpeedOptions,
  group: Group,
  round: number,
): Promise<Map<EngineName, Asked>> {
  const { among, questions: count, box } = options
  const asked = new Map<EngineName, Asked>()
  for (let from = 0; from < count; from += CHUNK)
    for (const { running } of built) {
      const so = asked.get(running.engine) ?? { milliseconds: [], found: 0, spent: 0 }
      asked.set(running.engine, so)
      // FTS5 needs minutes for ten thousand words.
      if (group === 'odd' && running.engine !== 'own') continue
      if (!onDisk(running.engine) && so.spent > box.group * 1000) continue
      const order = { do: 'ask', group, round, among, count, from, to: Math.min(count, from + CHUNK) } as const
      const { milliseconds, found } = await running.order(order)
      so.milliseconds.push(...milliseconds)
      so.found += found
      so.spent += milliseconds.reduce((sum, one) => sum + one, 0)
    }
  return asked
}

function latencyOf({ milliseconds, found }: Asked): Latency {
  return {
    p50: percentile(milliseconds, 0.5),
    p95: percentile(milliseconds, 0.95),
    p99: percentile(milliseconds, 0.99),
    questions: milliseconds.length,
    found: milliseconds.length === 0 ? 0 : found / milliseconds.length,
  }
}

/** Builds and asks all engines; of several rounds with different questions, each engine's calmest counts. */
export async function measureSpeed(options: SpeedOptions): Promise<EngineFigures[]> {
  const { documents, rounds, ground, say } = options
  const { built, failed } = await buildAll(options)
  const latencies = new Map<EngineName, Partial<Record<Group, Latency>>>()
  // What is compiled and read into memory by the first questions is not part of the figures.
  for (const group of groups) await askAll(built, { ...options, questions: CHUNK }, group, 0)
  for (let round = 1; round <= rounds; round++)
    for (const group of groups) {
      for (const [engine, asked] of await askAll(built, options, group, round)) {
        const latency = latencyOf(asked)
        const own = latencies.get(engine) ?? {}
        if (latency.p95 < (own[group]?.p95 ?? Infinity)) own[group] = latency
        latencies.set(engine, own)
      }
      say(`  round ${String(round)}, ${group}`)
    }
  const figures: EngineFigures[] = []
  for (const { running, seconds } of built) {
    const { engine, path } = running
    const { growth } = await running.order({ do: 'memory' })
    await running.close()
    const ready: number[] = []
    for (let time = 0; onDisk(engine) && time < 3; time++) ready.push(await readyAfter(engine, path, ground))
    figures.push({
      engine,
      documents,
      buildSeconds: seconds,
      bytes: sizeOf(path),
      growth,
      readyMilliseconds: ready.length === 0 ? null : Math.min(...ready),
      latencies: latencies.get(engine) ?? {},
    })
    removeIndex(path)
  }
  for (const engine of failed)
    figures.push({
      engine,
      documents,
      buildSeconds: null,
      bytes: 0,
      growth: 0,
      readyMilliseconds: null,
      latencies: {},
    })
  return figures
}
