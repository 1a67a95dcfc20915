import { type ChildProcess, fork } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, EngineName, Order, Outcomes, ReadyOutcome } from './orders.ts'

const program = join(import.meta.dirname, 'engine-process.ts')

/** The heap, and below the memory allocator, of the exchange (scripts/setup/run.mjs); libraries that keep all in memory get what they ask for. */
const heapOf = (engine: EngineName) =>
  ['own', 'plain', 'folded'].includes(engine)
    ? ['--max-semi-space-size=4', '--max-old-space-size=768']
    : ['--max-old-space-size=8000']

/** What takes longer than it may. */
export class TooLong extends Error {}

const children = new Set<ChildProcess>()

/** Ends all engine processes. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

type Told = { readonly outcome: unknown } | { readonly failure: string }

function start(engine: EngineName, given: readonly string[]): ChildProcess {
  const child = fork(program, [engine, ...given], {
    execArgv: ['--expose-gc', ...heapOf(engine)],
    env: { ...process.env, MALLOC_MMAP_THRESHOLD_: '65536' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

function answerOf(child: ChildProcess, longest: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer =
      longest === Infinity
        ? undefined
        : setTimeout(() => {
            child.kill('SIGKILL')
            reject(new TooLong())
          }, longest * 1000)
    const ended = (code: number | null, signal: string | null) => {
      clearTimeout(timer)
      reject(new Error(`An engine's process ended (${String(code ?? signal)})`))
    }
    child.once('exit', ended)
    child.once('message', (told: Told) => {
      clearTimeout(timer)
      child.off('exit', ended)
      if ('failure' in told) reject(new Error(told.failure))
      else resolve(told.outcome)
    })
  })
}

/** What is the same for all engines of a run: the folder of the real texts, and the clock. */
export interface Ground {
  readonly texts: string
  readonly clock: Clock
}

/** An engine in its process. */
export interface Running {
  readonly engine: EngineName
  readonly path: string
  /** Throws TooLong, and the process is gone, after `longest` seconds. */
  order<Given extends Order>(order: Given, longest?: number): Promise<Outcomes[Given['do']]>
  /** Closes the engine and waits for the end of its process. */
  close(): Promise<void>
}

export async function startEngine(engine: EngineName, path: string, { texts, clock }: Ground): Promise<Running> {
  const child = start(engine, [path, texts, clock])
  await answerOf(child, Infinity)
  const order = async <Given extends Order>(given: Given, longest = Infinity) => {
    const answer = answerOf(child, longest)
    child.send(given)
    return (await answer) as Outcomes[Given['do']]
  }
  return {
    engine,
    path,
    order,
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      await order({ do: 'close' })
      await gone
    },
  }
}

/** Milliseconds until a fresh process has opened what was built and answered once. */
export async function readyAfter(engine: EngineName, path: string, { texts, clock }: Ground): Promise<number> {
  const child = start(engine, [path, texts, clock, 'ready'])
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const { milliseconds } = (await answerOf(child, Infinity)) as ReadyOutcome
  await gone
  return milliseconds
}

const companions = ['', '-wal', '-shm']

/** Bytes of an index file and what belongs to it. */
export function sizeOf(path: string): number {
  return companions.reduce(
    (sum, companion) => sum + (statSync(path + companion, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

export function removeIndex(path: string): void {
  for (const companion of companions) rmSync(path + companion, { force: true })
}
