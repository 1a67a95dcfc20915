import type { Group } from './questions.ts'

/** The engines of the bench; `own` is the exchange's. */
export const engineNames = ['own', 'plain', 'folded', 'minisearch', 'flexsearch', 'orama'] as const

export type EngineName = (typeof engineNames)[number]

/**
 * What is measured by: the time that passes, or the processor's time over all threads of the engine's process, which
 * stays what it is while others use the machine.
 */
export const clocks = ['wall', 'cpu'] as const

export type Clock = (typeof clocks)[number]

/** What the bench has an engine's process do, one at a time. */
export type Order =
  | { readonly do: 'build'; readonly documents: number; readonly only: 'technology' | null }
  | {
      readonly do: 'ask'
      readonly group: Group
      readonly round: number
      readonly among: number
      readonly count: number
      readonly from: number
      readonly to: number
    }
  | { readonly do: 'memory' }
  /** Own engine only: asks while 200 documents a second come in, and while none do. */
  | { readonly do: 'write'; readonly among: number; readonly seconds: number; readonly turns: number }
  /** Own engine only: candidates for needs, each beside a search. */
  | { readonly do: 'match'; readonly among: number; readonly needs: number }
  | { readonly do: 'close' }

export interface Outcomes {
  /** Without the time in which the documents were made. */
  build: { readonly seconds: number }
  ask: { readonly milliseconds: readonly number[]; readonly found: number }
  /** Growth of the process since before it had any document, in bytes. */
  memory: { readonly growth: number }
  write: {
    readonly quiet: readonly number[]
    readonly busy: readonly number[]
    /** Documents a second that were really indexed. */
    readonly rate: number
  }
  match: { readonly searches: readonly number[]; readonly matches: readonly number[] }
  close: Record<string, never>
}

export interface ReadyOutcome {
  readonly milliseconds: number
}
