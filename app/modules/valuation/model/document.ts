import { z } from 'zod'

/*
 * The model of a valuation: one JSON document that is edited, stored, signed, exported and recomputed. Figures of inputs
 * are decimal texts, so that what was typed is kept exactly; they become doubles when a method reads them.
 */

const modelLimits = { inputs: 500, years: 200, rows: 500, columns: 40, approaches: 40, scenarios: 6 } as const

const text = (most: number) => z.string().max(most)
const words = (most: number) => z.string().trim().min(1).max(most)
const key = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/)

/** How figures are written: digits, and a point before decimals. */
export const decimalForm = /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?$/
const decimal = z.string().regex(decimalForm)
const day = z.iso.date()
const instant = z.iso.datetime()
const currency = z.string().regex(/^[A-Z]{3}$/)
const inBoth = z.strictObject({ vi: text(500), en: text(500) })

export const rightKinds = ['ownership', 'exclusive_use', 'non_exclusive_use', 'sublicence'] as const
/** Bases of value: market value, a value between two known sides, to one owner, or another that the purpose says. */
export const valueBases = ['market', 'equitable', 'investment', 'non_market'] as const

const head = z.strictObject({
  subject: z.strictObject({
    /** Of the technology on this exchange; null where it is not listed. */
    technologyId: text(64).nullable(),
    title: inBoth,
    /** Numbers under which the subject is known, such as of a patent. */
    identifiers: z.array(z.strictObject({ scheme: words(64), value: words(200) })).max(50),
  }),
  right: z.strictObject({
    kind: z.enum(rightKinds),
    territory: text(500),
    from: day.nullable(),
    /** Last day of the right; null where it has none. */
    until: day.nullable(),
  }),
  basis: z.enum(valueBases),
  purpose: text(2000),
  valuationDate: day,
  currency,
  /** Whole units of the currency in the unit of the amounts: 1,000,000 for millions of đồng. */
  amountsIn: z.union([z.literal(1), z.literal(1_000), z.literal(1_000_000), z.literal(1_000_000_000)]),
  /** Inflation a year that the figures assume; null where they are real. */
  inflation: decimal.nullable(),
  /** How much of the model's currency one unit of another is worth. */
  exchangeRates: z.array(z.strictObject({ currency, rate: decimal, on: day, reference: text(1000) })).max(20),
})

export const inputUnits = ['money', 'rate', 'ratio', 'years', 'probability', 'count', 'quantity', 'none'] as const

const cell = z.union([text(1000), z.null()])

const inputValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: decimal }),
  /** One figure a year from the valuation date on. */
  z.strictObject({ kind: z.literal('series'), values: z.array(decimal).max(modelLimits.years) }),
  z.strictObject({ kind: z.literal('date'), value: day }),
  z.strictObject({ kind: z.literal('choice'), value: key }),
  /** Cells are decimal texts or words, as the method's column wants; null is empty. */
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(words(64)).min(1).max(modelLimits.columns),
    rows: z.array(z.array(cell).max(modelLimits.columns)).max(modelLimits.rows),
  }),
])
export type InputValue = z.infer<typeof inputValue>

const distribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('triangular'), low: decimal, mode: decimal, high: decimal }),
  z.strictObject({ kind: z.literal('pert'), low: decimal, mode: decimal, high: decimal, weight: decimal.optional() }),
  z.strictObject({
    kind: z.literal('normal'),
    mean: decimal,
    stdev: decimal,
    atLeast: decimal.optional(),
    atMost: decimal.optional(),
  }),
  z.strictObject({ kind: z.literal('lognormal'), mean: decimal, cv: decimal }),
  z.strictObject({ kind: z.literal('uniform'), low: decimal, high: decimal }),
  z.strictObject({
    kind: z.literal('discrete'),
    outcomes: z
      .array(z.strictObject({ value: decimal, probability: decimal }))
      .min(1)
      .max(100),
  }),
])

/** Where a figure comes from. */
export const sourceKinds = ['document', 'register', 'comparable', 'judgement'] as const
const person = z.strictObject({ id: text(64), name: text(200) })

const ledgerInput = z.strictObject({
  id: key,
  /** Null where the id is the key of a known name. */
  name: inBoth.nullable(),
  unit: z.enum(inputUnits),
  /** Of amounts in another currency than the model's. */
  currency: currency.optional(),
  value: inputValue,
  source: z.strictObject({ kind: z.enum(sourceKinds), reference: text(2000) }),
  enteredBy: person,
  enteredAt: instant,
  /** How the value itself, or a factor upon it, is spread. A series is spread by a factor upon all its years. */
  uncertainty: z.strictObject({ of: z.enum(['value', 'factor']), distribution }).optional(),
})
export type LedgerInput = z.infer<typeof ledgerInput>

export const methodNames = [
  'cost_reproduction',
  'cost_replacement',
  'market_comparables',
  'relief_from_royalty',
  'excess_earnings',
  'with_and_without',
  'incremental_income',
  'risk_adjusted_stages',
  'decision_tree',
  'real_option',
  'deal_structure',
] as const
export type MethodName = (typeof methodNames)[number]

const approach = z.strictObject({
  id: key,
  method: z.enum(methodNames),
  enabled: z.boolean(),
  /** Why this method, for this subject. */
  reason: text(2000),
  /** Which input of the ledger each of the method's slots takes. */
  inputs: z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), key),
})
export type Approach = z.infer<typeof approach>

const scenario = z.strictObject({
  id: key,
  name: inBoth,
  overrides: z.array(z.strictObject({ input: key, value: inputValue })).max(modelLimits.inputs),
})

const reconciliation = z.strictObject({
  /** One for each enabled approach; they sum to one. Without weights there is no point. */
  weights: z
    .array(z.strictObject({ approach: key, weight: z.number().min(0).max(1), reason: text(2000) }))
    .max(modelLimits.approaches),
  range: z.discriminatedUnion('kind', [
    /** From the lowest to the highest of the approaches. */
    z.strictObject({ kind: z.literal('approaches') }),
    z.strictObject({ kind: z.literal('stated'), low: decimal, high: decimal, reason: words(2000) }),
  ]),
  point: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('weighted') }),
    z.strictObject({ kind: z.literal('stated'), value: decimal, reason: words(2000) }),
  ]),
})

const simulation = z.strictObject({
  trials: z.int().min(1_000).max(200_000),
  seed: z.int().min(0).max(4_294_967_295),
  sampling: z.enum(['plain', 'latin_hypercube', 'sobol']),
  /** Figures x whose P(V > x) is wanted. */
  thresholds: z.array(decimal).max(20),
})

const axis = z.strictObject({ input: key, values: z.array(decimal).min(1).max(25) })

/** Of a number the figures tried are its own; of a series they are factors upon it, 1 being the base. */
const sensitivity = z.strictObject({
  /** An approach, or `reconciliation` for the weighted point. */
  of: key,
  inputs: z.array(z.strictObject({ input: key, low: decimal.optional(), high: decimal.optional() })).max(60),
  /** How much inputs without low and high are moved to both sides. */
  variation: z.number().gt(0).lt(1),
  changes: z.array(z.number().gt(-1).lt(10)).min(1).max(21),
  twoWay: z.strictObject({ row: axis, column: axis }).nullable(),
})

export const valuationModel = z.strictObject({
  format: z.literal('valuation-model'),
  version: z.literal(1),
  head,
  inputs: z.array(ledgerInput).max(modelLimits.inputs),
  /** Rank correlations of uncertain inputs; pairs that are not named have none. */
  correlations: z.array(z.strictObject({ inputs: z.tuple([key, key]), rank: z.number().min(-1).max(1) })).max(1_000),
  approaches: z.array(approach).max(modelLimits.approaches),
  /** Beside the base, which is the ledger as it stands. */
  scenarios: z.array(scenario).max(modelLimits.scenarios),
  reconciliation,
  simulation,
  sensitivity,
})
export type ValuationModel = z.infer<typeof valuationModel>
export type Scenario = ValuationModel['scenarios'][number]
export type ModelHead = ValuationModel['head']
