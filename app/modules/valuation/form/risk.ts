import { z } from 'zod'
import type { Issue, Language } from '#kernel'
import { type LedgerInput, type ValuationModel } from '../model/document.ts'
import { decimalFromText, decimalInText, seriesParts } from './figures.ts'
import { type InputField } from './fields.ts'
import { scenarioFields } from './scenarios.ts'
import { placesOf } from './units.ts'

/** The figures of each kind of spread, in the order in which they are typed. */
const spreadFigures = {
  triangular: ['low', 'mode', 'high'],
  pert: ['low', 'mode', 'high'],
  uniform: ['low', 'high'],
  normal: ['mean', 'stdev'],
  lognormal: ['mean', 'cv'],
  discrete: ['value', 'probability'],
} as const
export const spreadKinds = ['triangular', 'pert', 'uniform', 'normal', 'lognormal', 'discrete'] as const
export type SpreadKind = (typeof spreadKinds)[number]

const samplings = ['plain', 'latin_hypercube', 'sobol'] as const
const text = (most: number) => z.string().trim().max(most).default('')
const grouped = /^\d{1,3}([.,\s]\d{3})+$/

/** A whole number, its thousands apart or not, by the marks of either language. */
const wholeNumber = (least: number, most: number) =>
  text(20)
    .transform((typed, context) => {
      if (/^\d+$/.test(typed) || grouped.test(typed)) return Number(typed.replace(/\D/g, ''))
      context.addIssue({ code: 'custom', message: typed === '' ? 'required' : 'figure' })
      return z.NEVER
    })
    .pipe(z.number().min(least).max(most))
const axis = z.object({ input: text(64), values: text(1000) }).prefault({})

export const typedRisk = z.object({
  spreads: z
    .array(z.object({ input: z.string().max(64), kind: z.enum(['', ...spreadKinds]).default(''), figures: text(2000) }))
    .max(500)
    .default([]),
  correlations: z
    .array(z.object({ one: text(64), other: text(64), rank: text(20) }))
    .max(200)
    .default([]),
  trials: wholeNumber(1000, 200_000),
  seed: wholeNumber(0, 4_294_967_295),
  sampling: z.enum(samplings),
  thresholds: text(1000),
  variation: text(20),
  /** One that is checked alone comes as a text. */
  moved: z.preprocess(
    (sent: unknown) => (sent === undefined ? [] : Array.isArray(sent) ? (sent as unknown[]) : [sent]),
    z.array(z.string().max(64)).max(60),
  ),
  row: axis,
  column: axis,
})
type TypedRisk = z.output<typeof typedRisk>
type Spread = NonNullable<LedgerInput['uncertainty']>['distribution']

/** A spread of a series is one of a factor upon it, typed in per cents of the ledger's figures. */
function placesFor(field: InputField): number {
  return field.input?.value.kind === 'series' ? -2 : placesOf(field.unit)
}

/** Shares of one, per cents as they are typed, among the figures of a spread. */
const alwaysShares = ['cv', 'probability']

function spreadFrom(kind: SpreadKind, typed: string, field: InputField, language: Language): Spread | null {
  const names = spreadFigures[kind]
  const places = names.map((name) => (alwaysShares.includes(name) ? -2 : placesFor(field)))
  if (kind === 'discrete') {
    const outcomes = seriesParts(typed).map((pair) => {
      const [value, probability] = pair.split('=').map((one, at) => decimalFromText(one, language, places[at]))
      return value && probability ? { value, probability } : null
    })
    const known = outcomes.filter((outcome) => outcome !== null)
    return known.length > 0 && known.length === outcomes.length ? { kind, outcomes: known } : null
  }
  const figures = seriesParts(typed).map((one, at) => decimalFromText(one, language, places[at]))
  if (figures.length !== names.length || figures.includes(null)) return null
  return { kind, ...Object.fromEntries(names.map((name, at) => [name, figures[at]])) } as unknown as Spread
}

/** A spread's figures as they are typed. */
export function typedSpread(field: InputField, language: Language): { kind: SpreadKind | ''; figures: string } {
  const spread = field.input?.uncertainty?.distribution
  if (!spread) return { kind: '', figures: '' }
  if (spread.kind === 'discrete') {
    const pairs = spread.outcomes.map(
      ({ value, probability }) =>
        `${decimalInText(value, language, placesFor(field))} = ${decimalInText(probability, language, -2)}`,
    )
    return { kind: spread.kind, figures: pairs.join('; ') }
  }
  const figures = spreadFigures[spread.kind].map((name) => {
    const figure = (spread as unknown as Record<string, string>)[name] ?? ''
    return decimalInText(figure, language, alwaysShares.includes(name) ? -2 : placesFor(field))
  })
  return { kind: spread.kind, figures: figures.join('; ') }
}

/** The figures of an axis of the two-way table as they are typed: factors upon a series in per cents. */
export function typedAxis(field: InputField, values: readonly string[], language: Language): string {
  return values.map((value) => decimalInText(value, language, placesFor(field))).join('; ')
}

class Reading {
  readonly issues: Record<string, Issue[]> = {}
  readonly fields: ReadonlyMap<string, InputField>
  readonly language: Language

  constructor(model: ValuationModel, language: Language) {
    this.fields = new Map(scenarioFields(model).map((field) => [field.id, field]))
    this.language = language
  }

  wrong(name: string, code: string): null {
    this.issues[name] = [{ code }]
    return null
  }

  figures(name: string, typed: string, places: number): string[] {
    return seriesParts(typed).flatMap((one) => {
      const figure = decimalFromText(one, this.language, places)
      if (figure === null) this.wrong(name, 'figure')
      return figure ?? []
    })
  }

  axis(name: 'row' | 'column', { input, values }: TypedRisk['row']) {
    const field = this.fields.get(input)
    if (input === '' && values === '') return null
    if (!field) return this.wrong(`${name}.input`, 'choose')
    const figures = this.figures(`${name}.values`, values, placesFor(field))
    if (figures.length === 0 || figures.length > 25) return this.wrong(`${name}.values`, 'figure')
    return { input, values: figures }
  }
}

function withSpreads(model: ValuationModel, { spreads }: TypedRisk, reading: Reading): ValuationModel {
  const typed = new Map(spreads.map((spread, at) => [spread.input, { ...spread, at }]))
  const inputs = model.inputs.map((input): LedgerInput => {
    const one = typed.get(input.id)
    const field = reading.fields.get(input.id)
    if (!one || !field) return input
    const { uncertainty: before, ...certain } = input
    if (one.kind === '') return certain
    const distribution = spreadFrom(one.kind, one.figures, field, reading.language)
    if (!distribution) {
      reading.wrong(`spreads[${one.at}].figures`, 'figures_of_spread')
      return before ? input : certain
    }
    return { ...certain, uncertainty: { of: input.value.kind === 'series' ? 'factor' : 'value', distribution } }
  })
  return { ...model, inputs }
}

function correlationsFrom(model: ValuationModel, { correlations }: TypedRisk, reading: Reading) {
  const uncertain = new Set(model.inputs.flatMap(({ id, uncertainty }) => (uncertainty ? [id] : [])))
  const seen = new Set<string>()
  return correlations.flatMap(({ one, other, rank }, at): ValuationModel['correlations'] => {
    if (one === '' && other === '' && rank === '') return []
    const name = `correlations[${at}]`
    if (!uncertain.has(one)) reading.wrong(`${name}.one`, 'not_uncertain')
    if (!uncertain.has(other)) reading.wrong(`${name}.other`, 'not_uncertain')
    const figure = decimalFromText(rank, reading.language)
    const pair = [one, other].sort().join(' ')
    if (figure === null || Math.abs(Number(figure)) > 1) reading.wrong(`${name}.rank`, 'figure')
    else if (one === other || seen.has(pair)) reading.wrong(`${name}.other`, 'repeated')
    else if (uncertain.has(one) && uncertain.has(other)) {
      seen.add(pair)
      return [{ inputs: [one, other], rank: Number(figure) }]
    }
    return []
  })
}

/** The model with its spreads, correlations, simulation and sensitivity as the form has them. */
export function applyRisk(
  model: ValuationModel,
  typed: TypedRisk,
  language: Language,
): { model: ValuationModel; issues: Record<string, Issue[]> } {
  const reading = new Reading(model, language)
  const spread = withSpreads(model, typed, reading)
  const variation = decimalFromText(typed.variation, language, -2)
  const share = Number(variation)
  if (variation === null || share <= 0 || share >= 1) reading.wrong('variation', 'figure')
  const [row, column] = [reading.axis('row', typed.row), reading.axis('column', typed.column)]
  if (row && column && row.input === column.input) reading.wrong('column.input', 'repeated')
  const twoWay = row && column ? { row, column } : null
  if ((row === null) !== (column === null)) reading.wrong(row ? 'column.input' : 'row.input', 'choose')
  const kept = new Map(model.sensitivity.inputs.map((one) => [one.input, one]))
  const next: ValuationModel = {
    ...spread,
    correlations: correlationsFrom(spread, typed, reading),
    simulation: {
      trials: typed.trials,
      seed: typed.seed,
      sampling: typed.sampling,
      thresholds: reading.figures('thresholds', typed.thresholds, 0).slice(0, 20),
    },
    sensitivity: {
      ...model.sensitivity,
      variation: share > 0 && share < 1 ? share : model.sensitivity.variation,
      inputs: typed.moved.flatMap((input) => (reading.fields.has(input) ? [kept.get(input) ?? { input }] : [])),
      twoWay,
    },
  }
  return { model: next, issues: reading.issues }
}
