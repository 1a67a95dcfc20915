import { z } from 'zod'
import type { Issue, Language } from '#kernel'
import { type ValuationModel } from '../model/document.ts'
import { decimalFromText } from './figures.ts'

const text = (most: number) => z.string().trim().max(most).default('')

/** What the form of the conclusion sends: weights in per cents with reasons, the range and the point. */
export const typedConclusion = z.object({
  weights: z
    .array(z.object({ approach: z.string().max(64), weight: text(20), reason: text(2000) }))
    .max(40)
    .default([]),
  range: z.enum(['approaches', 'stated']),
  low: text(60),
  high: text(60),
  rangeReason: text(2000),
  point: z.enum(['weighted', 'stated']),
  value: text(60),
  pointReason: text(2000),
})
type TypedConclusion = z.output<typeof typedConclusion>
type Issues = Record<string, Issue[]>

function figureIn(name: string, typed: string, language: Language, issues: Issues, places = 0): string | null {
  const figure = decimalFromText(typed, language, places)
  if (figure === null) issues[name] = [{ code: typed === '' ? 'required' : 'figure' }]
  return figure
}

function reasonIn(name: string, reason: string, issues: Issues): string {
  if (reason === '') issues[name] = [{ code: 'required' }]
  return reason
}

function weightsFrom(model: ValuationModel, typed: TypedConclusion, language: Language, issues: Issues) {
  const enabled = new Set(model.approaches.flatMap(({ id, enabled: on }) => (on ? [id] : [])))
  return typed.weights.flatMap(({ approach, weight, reason }, at) => {
    if (!enabled.has(approach) || weight === '') return []
    const figure = figureIn(`weights[${at}].weight`, weight, language, issues, -2)
    const share = Number(figure)
    if (figure === null) return []
    if (share < 0 || share > 1) {
      issues[`weights[${at}].weight`] = [{ code: 'share_of_one' }]
      return []
    }
    return [{ approach, weight: share, reason }]
  })
}

/** The model with its reconciliation as the form has it. What is missing for a point is no fault; the page says it. */
export function applyConclusion(
  model: ValuationModel,
  typed: TypedConclusion,
  language: Language,
): { model: ValuationModel; issues: Issues } {
  const issues: Issues = {}
  const reconciliation: ValuationModel['reconciliation'] = {
    weights: weightsFrom(model, typed, language, issues),
    range: { kind: 'approaches' },
    point: { kind: 'weighted' },
  }
  if (typed.range === 'stated') {
    const low = figureIn('low', typed.low, language, issues)
    const high = figureIn('high', typed.high, language, issues)
    const reason = reasonIn('rangeReason', typed.rangeReason, issues)
    if (low !== null && high !== null) reconciliation.range = { kind: 'stated', low, high, reason }
  }
  if (typed.point === 'stated') {
    const value = figureIn('value', typed.value, language, issues)
    const reason = reasonIn('pointReason', typed.pointReason, issues)
    if (value !== null) reconciliation.point = { kind: 'stated', value, reason }
  }
  return { model: { ...model, reconciliation }, issues }
}
