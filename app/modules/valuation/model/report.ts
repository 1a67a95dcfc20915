import { z } from 'zod'
import { type Step, type Warning, type Worked } from '../engine/worked.ts'
import { canonicalJson, type Hash } from './canonical.ts'
import { valuationModel, type ValuationModel } from './document.ts'
import { type Engine } from './engines.ts'
import { evaluateModel, type EvaluatedScenario, type Evaluation } from './evaluate.ts'
import { faultsOf, type Parsed, parseModel } from './parse.ts'
import { type Sensitivity, sensitivityOf } from './sensitivity.ts'
import { type SimulatedModel, simulateModel } from './simulate.ts'

const text = (most: number) => z.string().max(most)

/** What a person says in a report beside what is computed. */
const particulars = z.strictObject({
  /** A private estimate is no certificate of valuation, and every page of it says so. */
  kind: z.enum(['private_estimate', 'mandated']),
  issuedAt: z.iso.datetime(),
  valuer: z.strictObject({
    name: text(200),
    /** Of the valuer's licence; null where there is none. */
    licenceNumber: text(100).nullable(),
    organisation: text(500).nullable(),
  }),
  /** Independence and conflicts of interest, in the valuer's words. */
  independence: text(5000),
  limits: z.array(text(5000)).max(50),
})
export type ReportParticulars = z.infer<typeof particulars>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const computed = z.record(z.string(), z.unknown())

/** Everything a report states. What is computed is compared when it is verified, so here its shape is left open. */
const valuationReport = z.strictObject({
  format: z.literal('valuation-report'),
  version: z.literal(1),
  engine: z.strictObject({ version: text(20) }),
  particulars,
  head: computed,
  assumptions: z.array(computed),
  figures: computed,
  model: valuationModel,
  /** SHA-256 of the canonical model: changed assumptions show. */
  modelHash: sha256,
  /** SHA-256 of the canonical report without this field: its identity, which is signed. */
  hash: sha256,
})

interface WorkedOut<Result> {
  result: Result
  steps: Step[]
  warnings: Warning[]
}

type Assumption = ValuationModel['inputs'][number] & {
  /** Slots of approaches that take it. */
  usedBy: { approach: string; slot: string }[]
  /** What each scenario sets instead. */
  inScenarios: { scenario: string; value: ValuationModel['inputs'][number]['value'] }[]
}

interface ReportFigures {
  base: ReturnType<typeof baseFigures>
  scenarios: ReturnType<typeof scenarioFigures>[]
  simulation: ReturnType<typeof simulationFigures>
  sensitivity: ReturnType<typeof sensitivityFigures>
}

export interface ValuationReport {
  format: 'valuation-report'
  version: 1
  engine: { version: string }
  particulars: ReportParticulars
  head: ValuationModel['head']
  assumptions: Assumption[]
  figures: ReportFigures
  model: ValuationModel
  modelHash: string
  hash: string
}

/** Results of a model by one version of the engine. */
export interface ModelResults {
  evaluation: Evaluation
  simulated: SimulatedModel
  sensitivity: Sensitivity
}

export function resultsOf(model: ValuationModel, engine?: Engine): ModelResults {
  const simulated = simulateModel(model, engine)
  return { evaluation: evaluateModel(model, engine), simulated, sensitivity: sensitivityOf(model, simulated, engine) }
}

function workedOut<Result>(worked: Worked<Result> | null): WorkedOut<Result> | null {
  return worked && { result: worked.result, steps: worked.steps, warnings: worked.warnings }
}

function baseFigures({ approaches, reconciliation, warnings }: EvaluatedScenario) {
  return {
    approaches: approaches.map(({ approach, method, value, worked, refusal }) => ({
      approach,
      method,
      value,
      refusal,
      working: workedOut(worked),
    })),
    reconciliation,
    warnings,
  }
}

/** Scenarios state values; the working of each approach is that of the base. */
function scenarioFigures({ scenario, approaches, reconciliation, warnings }: EvaluatedScenario) {
  return {
    scenario,
    approaches: approaches.map(({ approach, value, worked, refusal }) => ({
      approach,
      value,
      refusal,
      warnings: worked?.warnings ?? [],
    })),
    reconciliation,
    warnings,
  }
}

function simulationFigures({ inputs, targets }: SimulatedModel) {
  return {
    inputs,
    targets: targets.map(({ of, simulation, contribution, refusal }) => {
      if (!simulation) return { of, simulation: null, contribution: null, refusal }
      // Values and draws are as many as there are trials; the seed brings them back.
      const { values: _values, draws: _draws, ...figures } = simulation.result
      return {
        of,
        simulation: { result: figures, steps: simulation.steps, warnings: simulation.warnings },
        contribution: workedOut(contribution),
        refusal,
      }
    }),
  }
}

function sensitivityFigures({ of, tornado, spider, twoWay, contribution, refusals }: Sensitivity) {
  return {
    of,
    tornado: workedOut(tornado),
    spider: workedOut(spider),
    twoWay: workedOut(twoWay),
    contribution: workedOut(contribution),
    refusals,
  }
}

/** What is stated of the spread of one approach, or of the point. */
export type StatedTarget = ReportFigures['simulation']['targets'][number]
export type StatedSensitivity = ReportFigures['sensitivity']

export type StatedFigures = Pick<ValuationReport, 'engine' | 'head' | 'assumptions' | 'figures'>

/** What verifying works out again. */
export function statedBy(model: ValuationModel, { evaluation, simulated, sensitivity }: ModelResults): StatedFigures {
  const [base, ...scenarios] = evaluation.scenarios
  if (!base) throw new RangeError('An evaluation has a base')
  return {
    engine: evaluation.engine,
    head: model.head,
    assumptions: model.inputs.map((input) => ({
      ...input,
      usedBy: model.approaches.flatMap(({ id, enabled, inputs }) =>
        enabled
          ? Object.entries(inputs).flatMap(([slot, from]) => (from === input.id ? [{ approach: id, slot }] : []))
          : [],
      ),
      inScenarios: model.scenarios.flatMap(({ id, overrides }) =>
        overrides.flatMap((one) => (one.input === input.id ? [{ scenario: id, value: one.value }] : [])),
      ),
    })),
    figures: {
      base: baseFigures(base),
      scenarios: scenarios.map((scenario) => scenarioFigures(scenario)),
      simulation: simulationFigures(simulated),
      sensitivity: sensitivityFigures(sensitivity),
    },
  }
}

/** What identifies a report: the hash of everything in it but the hash. */
export async function reportHash(report: Omit<ValuationReport, 'hash'>, hash: Hash): Promise<string> {
  const { hash: _own, ...rest } = report as ValuationReport
  return hash(canonicalJson(rest))
}

/** The report of a model, ready to be typeset, signed and recomputed by anyone. */
export async function reportOf(
  model: ValuationModel,
  results: ModelResults,
  given: ReportParticulars,
  hash: Hash,
): Promise<ValuationReport> {
  const stated = statedBy(model, results)
  const modelHash = await hash(canonicalJson(model))
  const report = {
    format: 'valuation-report',
    version: 1,
    ...stated,
    particulars: given,
    model,
    modelHash,
  } as const
  // As it is read back: without what JSON leaves out.
  const written = JSON.parse(canonicalJson(report)) as Omit<ValuationReport, 'hash'>
  return { ...written, hash: await reportHash(written, hash) }
}

/** A report from anywhere: each fault with its path, or the report. Whether its figures are right is not asked here. */
export function parseReport(given: unknown): Parsed<ValuationReport> {
  const read = valuationReport.safeParse(given)
  if (!read.success) return { ok: false, faults: faultsOf(read.error) }
  const model = parseModel(read.data.model)
  if (!model.ok) return { ok: false, faults: model.faults.map(({ path, code }) => ({ path: `model.${path}`, code })) }
  return { ok: true, value: read.data as unknown as ValuationReport }
}
