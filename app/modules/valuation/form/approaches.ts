import { z } from 'zod'
import { type MethodName, methodNames, type ValuationModel } from '../model/document.ts'
import { valuationMethods } from '../model/engines.ts'
import { inputIdOf } from './fields.ts'

/** What the form of methods sends: one line for each method that is known. */
export const typedApproaches = z.object({
  approaches: z
    .array(
      z.object({ method: z.enum(methodNames), on: z.string().optional(), reason: z.string().max(2000).default('') }),
    )
    .max(methodNames.length),
})

/** Puts what the ledger already holds into the slots of an approach that are still empty. */
function withKnownInputs(
  model: ValuationModel,
  approach: ValuationModel['approaches'][number],
): ValuationModel['approaches'][number] {
  const known = new Map(model.inputs.map((input) => [input.id, input]))
  const inputs = { ...approach.inputs }
  for (const [name, slot] of Object.entries(valuationMethods[approach.method].slots)) {
    if (inputs[name] !== undefined) continue
    const input = known.get(inputIdOf(name)) ?? known.get(slot.register ?? '')
    if (!input || !slot.kinds.includes(input.value.kind)) continue
    if (input.value.kind === 'choice' && slot.choices?.includes(input.value.value) !== true) continue
    // A rate is not put beside tiers, which say it already.
    if (name === 'royaltyRate' && inputs['tiers'] !== undefined) continue
    if (name === 'tiers' && inputs['royaltyRate'] !== undefined) continue
    inputs[name] = input.id
  }
  return { ...approach, inputs }
}

/** The model with an approach by this method: the one it has, enabled, or a new one with what the ledger holds. */
function withApproach(model: ValuationModel, method: MethodName, reason: string): ValuationModel {
  const at = model.approaches.findIndex((one) => one.method === method)
  const before = model.approaches[at] ?? { id: method, method, enabled: true, reason, inputs: {} }
  const approach = withKnownInputs(model, { ...before, enabled: true, reason })
  return { ...model, approaches: at < 0 ? [...model.approaches, approach] : model.approaches.with(at, approach) }
}

/** The model with the methods chosen; one no longer chosen keeps its slots for when it is chosen again. */
export function applyApproaches(
  model: ValuationModel,
  { approaches }: z.output<typeof typedApproaches>,
): ValuationModel {
  return approaches.reduce((so, { method, on, reason }) => {
    if (on !== undefined) return withApproach(so, method, reason)
    const without = so.approaches.map((one) => (one.method === method ? { ...one, enabled: false, reason } : one))
    const gone = without.filter(({ enabled }) => !enabled).map(({ id }) => id)
    return {
      ...so,
      approaches: without,
      reconciliation: {
        ...so.reconciliation,
        weights: so.reconciliation.weights.filter((weight) => !gone.includes(weight.approach)),
      },
    }
  }, model)
}
