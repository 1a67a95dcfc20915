import { type ValuationModel } from './document.ts'

/** Why there is no point. Each is the key of a sentence. */
export const reconciliationFaults = [
  'fewer_than_two_approaches',
  'no_weights',
  'approach_without_weight',
  'weight_of_no_approach',
  'weight_of_refused_approach',
  'weight_without_reason',
  'weights_not_one',
  'range_low_above_high',
] as const
type ReconciliationFault = (typeof reconciliationFaults)[number]

export interface Reconciliation {
  parts: { approach: string; value: number; weight: number | null; contribution: number | null; reason: string }[]
  low: number | null
  high: number | null
  /** Null where anything is at fault: nothing is averaged that nobody weighed. */
  point: number | null
  /** Σ w_i·V_i, beside a point that the valuer states. */
  weighted: number | null
  faults: { code: ReconciliationFault; approach: string | null }[]
}

/** Decimal weights may miss one by what they lose in binary. */
const tolerance = 1e-9

/**
 * Reconciles the values of the approaches: Σ w_i·V_i with stated weights and reasons, or a point that is stated; a range
 * from the lowest to the highest, or a stated one.
 *
 * @param values of the enabled approaches; null where a method refused an input
 */
export function reconcile(
  rules: ValuationModel['reconciliation'],
  values: readonly { approach: string; value: number | null }[],
): Reconciliation {
  const faults: Reconciliation['faults'] = []
  const fault = (code: ReconciliationFault, approach: string | null = null) => void faults.push({ code, approach })
  const known = values.flatMap(({ approach, value }) => (value === null ? [] : [{ approach, value }]))
  const weights = new Map(rules.weights.map((one) => [one.approach, one]))

  if (known.length < 2) fault('fewer_than_two_approaches')
  if (rules.weights.length === 0) fault('no_weights')
  for (const { approach, weight, reason } of rules.weights) {
    const valued = values.find((one) => one.approach === approach)
    if (!valued) fault('weight_of_no_approach', approach)
    else if (valued.value === null && weight > 0) fault('weight_of_refused_approach', approach)
    if (reason.trim() === '') fault('weight_without_reason', approach)
  }
  if (rules.weights.length > 0) {
    for (const { approach } of known) if (!weights.has(approach)) fault('approach_without_weight', approach)
    const sum = rules.weights.reduce((so, { weight }) => so + weight, 0)
    if (Math.abs(sum - 1) > tolerance) fault('weights_not_one')
  }

  const parts = known.map(({ approach, value }) => {
    const weighed = weights.get(approach)
    const weight = weighed?.weight ?? null
    return {
      approach,
      value,
      weight,
      contribution: weight === null ? null : weight * value,
      reason: weighed?.reason ?? '',
    }
  })
  const { low, high } = rangeOf(
    rules,
    known.map(({ value }) => value),
  )
  if (rules.range.kind === 'stated' && Number(rules.range.low) > Number(rules.range.high)) fault('range_low_above_high')
  const sound = faults.length === 0
  const weighted = sound ? parts.reduce((so, { contribution }) => so + (contribution ?? 0), 0) : null
  const stated = rules.point.kind === 'stated' ? Number(rules.point.value) : null
  return { parts, low, high, point: sound ? (stated ?? weighted) : null, weighted, faults }
}

function rangeOf({ range }: ValuationModel['reconciliation'], values: readonly number[]) {
  if (range.kind === 'stated') return { low: Number(range.low), high: Number(range.high) }
  if (values.length === 0) return { low: null, high: null }
  return { low: Math.min(...values), high: Math.max(...values) }
}
