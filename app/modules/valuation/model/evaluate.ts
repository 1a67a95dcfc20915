import { InputRefusal, type Unit, type Warning, type Worked } from '../engine/worked.ts'
import { type Approach, type MethodName, type ValuationModel } from './document.ts'
import { currentEngine, type Engine } from './engines.ts'
import { givenOf, type Ledger, ledgerOf, ledgerWith, slotOfPath } from './ledger.ts'
import { type Reconciliation } from './reconcile.ts'

/** An input that a method would not take, as the ledger and the method know it. */
export interface ApproachRefusal {
  /** Of the ledger; null where no input is given for the slot. */
  input: string | null
  slot: string
  /** The engine's own path, such as `revenues[3]`. */
  path: string
  reason: string
}

export type ApproachOutcome =
  { value: number; worked: Worked<object>; refusal: null } | { value: null; worked: null; refusal: ApproachRefusal }

export type EvaluatedApproach = ApproachOutcome & { approach: string; method: MethodName }

/** What a reader of the whole model is warned of. */
export const modelWarningCodes = [
  'fewer_than_two_approaches',
  'one_family_only',
  'approaches_far_apart',
  'point_outside_range',
  'source_without_reference',
] as const
type ModelWarningCode = (typeof modelWarningCodes)[number]

/** What each figure of a warning is measured in. */
export const modelWarningUnits: Readonly<Record<ModelWarningCode, Readonly<Record<string, Unit>>>> = {
  fewer_than_two_approaches: { count: 'count' },
  one_family_only: { count: 'count' },
  approaches_far_apart: { lowest: 'money', highest: 'money' },
  point_outside_range: { point: 'money', low: 'money', high: 'money' },
  source_without_reference: {},
}

export interface ModelWarning {
  code: ModelWarningCode
  /** The input it speaks of; null where it speaks of the whole. */
  input: string | null
  values: Warning['values']
}

export interface EvaluatedScenario {
  /** `base` or a scenario's id. */
  scenario: string
  approaches: EvaluatedApproach[]
  reconciliation: Reconciliation
  warnings: ModelWarning[]
}

export interface Evaluation {
  engine: { version: string }
  /** The base first. */
  scenarios: EvaluatedScenario[]
}

/** The refusal of an approach in the words of the ledger. */
export function refusalOf(error: InputRefusal, approach: Approach, engine: Engine): ApproachRefusal {
  const slot = slotOfPath(engine.methods[approach.method], error.input)
  const input = Object.hasOwn(approach.inputs, slot) ? (approach.inputs[slot] ?? null) : null
  return { input, slot, path: error.input, reason: error.reason }
}

function outcomeOf(approach: Approach, ledger: Ledger, engine: Engine): ApproachOutcome {
  const method = engine.methods[approach.method]
  try {
    const { value, worked } = method.run(givenOf(approach, method, ledger), ledger)
    return { value, worked, refusal: null }
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error
    return { value: null, worked: null, refusal: refusalOf(error, approach, engine) }
  }
}

/** Highest over lowest of the approaches from which on they tell different stories. */
const farApart = 1.5

function warningsOf(
  model: ValuationModel,
  approaches: EvaluatedApproach[],
  reconciled: Reconciliation,
  engine: Engine,
) {
  const warnings: ModelWarning[] = []
  const values = approaches.flatMap(({ value }) => (value === null ? [] : [value]))
  const families = new Set(approaches.map(({ method }) => engine.methods[method].family))
  if (values.length < 2)
    warnings.push({ code: 'fewer_than_two_approaches', input: null, values: { count: values.length } })
  else if (families.size === 1)
    warnings.push({ code: 'one_family_only', input: null, values: { count: values.length } })
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  if (values.length > 1 && highest > 0 && highest > farApart * lowest)
    warnings.push({ code: 'approaches_far_apart', input: null, values: { lowest, highest } })
  const { point, low, high } = reconciled
  if (point !== null && low !== null && high !== null && (point < low || point > high))
    warnings.push({ code: 'point_outside_range', input: null, values: { point, low, high } })
  for (const { id, source } of model.inputs)
    if (source.reference.trim() === '') warnings.push({ code: 'source_without_reference', input: id, values: {} })
  return warnings
}

/**
 * All enabled approaches of a model, in the base and in each scenario: its value with its working, or the refusal that
 * names the input; the reconciliation; and what to be warned of. The working is written when it is read.
 */
export function evaluateModel(model: ValuationModel, engine: Engine = currentEngine): Evaluation {
  const base = ledgerOf(model)
  const enabled = model.approaches.filter((approach) => approach.enabled)
  const evaluated = (scenario: string, ledger: Ledger): EvaluatedScenario => {
    const approaches = enabled.map((approach) => ({
      approach: approach.id,
      method: approach.method,
      ...outcomeOf(approach, ledger, engine),
    }))
    const reconciliation = engine.reconcile(model.reconciliation, approaches)
    return { scenario, approaches, reconciliation, warnings: warningsOf(model, approaches, reconciliation, engine) }
  }
  return {
    engine: { version: engine.version },
    scenarios: [
      evaluated('base', base),
      ...model.scenarios.map((scenario) => evaluated(scenario.id, ledgerWith(base, scenario))),
    ],
  }
}
