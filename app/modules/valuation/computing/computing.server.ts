import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { done, type Language, refuse, type Result } from '#kernel'
import { config } from '#platform/config'
import { canonicalJson } from '../model/canonical.ts'
import { type LedgerInput, type ValuationModel } from '../model/document.ts'
import { type Parsed } from '../model/parse.ts'
import { type ReportParticulars, type StatedFigures, type ValuationReport } from '../model/report.ts'
import { type ReportSignature } from '../report/closing.server.ts'
import { type ReadAssumptions } from '../workbook/read.ts'
import { KeptResults } from './kept.server.ts'
import { ComputingEndedError, ComputingPool, type PoolOptions, type Queue } from './pool.server.ts'
import { type CheckedReport } from './tasks.ts'

/** A report to be typeset, and how. */
export interface Typesetting {
  readonly report: ValuationReport
  readonly as: 'pdf' | 'docx'
  readonly language: Language
  readonly signature: ReportSignature | null
}

/** What a thread is asked, and answers. */
export interface ComputingCalls {
  simulate: (model: ValuationModel) => Result<StatedFigures>
  report: (given: { model: ValuationModel; particulars: ReportParticulars }) => Promise<Result<ValuationReport>>
  verify: (text: string) => Promise<Result<CheckedReport>>
  model: (text: string) => Result<Parsed<ValuationModel>>
  typeset: (given: Typesetting) => Promise<Result<Uint8Array>>
  workbook: (given: {
    bytes: Uint8Array
    model: ValuationModel
    by: LedgerInput['enteredBy']
    at: string
  }) => Promise<Result<ReadAssumptions>>
}

/** Milliseconds a computation may take where nothing else is said. */
const limits: Readonly<Record<Queue, number>> = { own: 20_000, files: 10_000 }

function usual(): PoolOptions {
  return {
    script: join(config().root, 'app', 'modules', 'valuation', 'computing', 'thread.server.ts'),
    threads: Math.max(1, availableParallelism() - 1),
    waiting: { own: 16, files: 6 },
    patience: 15_000,
    rest: 600_000,
    megabytes: 384,
  }
}

/** Figures of the models that were looked at last; those of a large one take about 200 kB. */
const mostKept = 32 * 1024 * 1024

/** Computations beside the server. Each is refused with 422 `computing.too_long` or `computing.too_large`. */
export class Computing {
  readonly #pool: ComputingPool
  readonly #simulated = new KeptResults<StatedFigures>({ most: mostKept })

  constructor(options: Partial<PoolOptions> = {}) {
    this.#pool = new ComputingPool({ ...usual(), ...options })
  }

  async call<Name extends keyof ComputingCalls>(
    name: Name,
    given: Parameters<ComputingCalls[Name]>[0],
    queue: Queue,
    limit = limits[queue],
  ): Promise<Awaited<ReturnType<ComputingCalls[Name]>>> {
    type Answer = Awaited<ReturnType<ComputingCalls[Name]>>
    try {
      return (await this.#pool.run({ name, given }, queue, limit)) as Answer
    } catch (error) {
      if (!(error instanceof ComputingEndedError)) throw error
      const refused =
        error.why === 'too_long'
          ? refuse('computing.too_long', 422, { values: { seconds: Math.round(limit / 1000) } })
          : refuse('computing.too_large', 422)
      return refused as Answer
    }
  }

  /** The figures of a model, kept by the model itself: who shows another model never sees them. */
  async simulate(model: ValuationModel, limit?: number): Promise<Result<StatedFigures>> {
    const key = createHash('sha256').update(canonicalJson(model)).digest('base64')
    const kept = this.#simulated.get(key)
    if (kept) return done(kept)
    const figures = await this.call('simulate', model, 'own', limit)
    if (figures.ok) this.#simulated.keep(key, figures.value)
    return figures
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

// One for the process, even where a development server loads this file twice.
const key = Symbol.for('exchange.computing')
const shared = globalThis as { [key]?: Computing | undefined }
const computing = (): Computing => (shared[key] ??= new Computing())

/** How long a computation may take, in milliseconds from when it is begun. */
interface Limited {
  readonly limit?: number
}

/**
 * All figures of a model: approaches, simulation with histogram and convergence, sensitivity. Beside the server, so that
 * pages are answered meanwhile.
 *
 * @returns refusals: 422 `computing.too_large`, 422 `computing.too_long`
 * @throws ComputingBusyError when too many wait
 */
export function simulateApart(model: ValuationModel, { limit }: Limited = {}): Promise<Result<StatedFigures>> {
  return computing().simulate(model, limit)
}

/** The report of a model, ready to be signed; refused and thrown as `simulateApart`. */
export function reportApart(
  model: ValuationModel,
  particulars: ReportParticulars,
  { limit }: Limited = {},
): Promise<Result<ValuationReport>> {
  return computing().call('report', { model, particulars }, 'own', limit)
}

/** A report as a file to read or to edit; refused and thrown as `simulateApart`. */
export function typesetApart(given: Typesetting, { limit }: Limited = {}): Promise<Result<Uint8Array>> {
  return computing().call('typeset', given, 'own', limit)
}

/**
 * Recomputes the report in a file of anybody.
 *
 * @returns what recomputing says, or the faults of what is no report; refusals: 413 `file.too_large`, 422
 *   `file.too_deep`, 422 `file.not_json`, 422 `computing.too_large`, 422 `computing.too_long`
 * @throws ComputingBusyError when too many wait
 */
export function verifyApart(text: string, { limit }: Limited = {}): Promise<Result<CheckedReport>> {
  return computing().call('verify', text, 'files', limit)
}

/** A model from a file of anybody, or its faults by path; refused and thrown as `verifyApart`. */
export function readUploadedModel(text: string, { limit }: Limited = {}): Promise<Result<Parsed<ValuationModel>>> {
  return computing().call('model', text, 'files', limit)
}

/**
 * A workbook from a file of anybody as changes to the model it was written from, or its faults by cell.
 *
 * @returns refusals 422: `file.no_workbook`, `file.workbook_too_large`, `computing.too_long`, `computing.too_large`
 * @throws ComputingBusyError when too many wait
 */
export function readUploadedWorkbook(
  bytes: Uint8Array,
  model: ValuationModel,
  by: LedgerInput['enteredBy'],
  at: string,
  { limit }: Limited = {},
): Promise<Result<ReadAssumptions>> {
  // A copy: of a piece of a larger buffer, all would be sent.
  return computing().call('workbook', { bytes: Uint8Array.from(bytes), model, by, at }, 'files', limit)
}

/** Ends all threads. They are started again when they are needed. */
export async function closeComputing(): Promise<void> {
  await shared[key]?.close()
  shared[key] = undefined
}
