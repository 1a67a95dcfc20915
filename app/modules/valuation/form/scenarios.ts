import { z } from 'zod'
import type { Issue, Language } from '#kernel'
import { type InputValue, type Scenario, type ValuationModel } from '../model/document.ts'
import { type InputField, inputFields, isRateBuilt } from './fields.ts'
import { readInput, typedValue } from './inputs.ts'

/** What the form of scenarios sends: for each its name, and what it sets instead of the ledger. */
export const typedScenarios = z.object({
  scenarios: z
    .array(
      z.object({
        id: z.string().max(64).default(''),
        name: z.string().trim().max(200).default(''),
        remove: z.string().optional(),
        overrides: z
          .array(z.object({ input: z.string().max(64), value: z.string().max(20_000).default('') }))
          .max(500)
          .default([]),
      }),
    )
    .max(6),
})
type TypedScenario = z.output<typeof typedScenarios>['scenarios'][number]

/** Inputs that a scenario may set: figures, one a field or one a year, where the value follows them. */
export function scenarioFields(model: ValuationModel): InputField[] {
  const fields = inputFields(model)
  const built = isRateBuilt(fields)
  const said = new Set(model.scenarios.flatMap(({ overrides }) => overrides.map(({ input }) => input)))
  return fields.filter(
    ({ id, slot, input, ownId }) =>
      (input?.value.kind === 'number' || input?.value.kind === 'series') &&
      (built || ownId === null || slot.partOf === undefined || input.uncertainty !== undefined || said.has(id)),
  )
}

/** What a scenario sets for a field, as text; empty where it is as in the base. */
export function typedOverride(field: InputField, scenario: Scenario, language: Language): string {
  const value = scenario.overrides.find(({ input }) => input === field.id)?.value
  return value && field.input ? typedValue({ ...field, input: { ...field.input, value } }, language) : ''
}

/** A value of the kind that the ledger has: a scenario cannot set one figure where there are many. */
function ofSameKind(value: InputValue, field: InputField): InputValue | null {
  const kind = field.input?.value.kind
  if (value.kind === kind) return value
  return kind === 'series' && value.kind === 'number' ? { kind, values: [value.value] } : null
}

function freeId(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`scenario_${number}`)) return `scenario_${number}`
}

/** The model with its scenarios as the form has them; a line without a name, or taken away, is none. */
export function applyScenarios(
  model: ValuationModel,
  typed: readonly TypedScenario[],
  language: Language,
): { model: ValuationModel; issues: Record<string, Issue[]> } {
  const fields = new Map(scenarioFields(model).map((field) => [field.id, field]))
  const issues: Record<string, Issue[]> = {}
  const taken = new Set(model.scenarios.map(({ id }) => id))
  const scenarios = typed.flatMap((one, at): Scenario[] => {
    const before = model.scenarios.find(({ id }) => id === one.id)
    if (one.remove !== undefined || (one.name === '' && !before)) return []
    if (one.name === '') {
      issues[`scenarios[${at}].name`] = [{ code: 'required' }]
      return before ? [before] : []
    }
    const overrides = one.overrides.flatMap(({ input, value: text }, place) => {
      const field = fields.get(input)
      if (!field || text.trim() === '') return []
      const read = readInput(field, { value: text, rows: [] }, language)
      const value = 'value' in read && read.value ? ofSameKind(read.value, field) : null
      if (value) return [{ input, value }]
      issues[`scenarios[${at}].overrides[${place}].value`] = 'issue' in read ? [read.issue] : [{ code: 'figure' }]
      return []
    })
    const shown = before?.name[language]
    const name = before && shown === one.name ? before.name : { vi: one.name, en: one.name }
    const id = before?.id ?? freeId(taken)
    taken.add(id)
    return [{ id, name, overrides }]
  })
  return { model: { ...model, scenarios }, issues }
}
