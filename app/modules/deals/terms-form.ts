import { z } from 'zod'
import { check, currencies, type Currency, done, type Issue, type Language, refuse, type Result } from '#kernel'
import { exclusivities, rightsOffered, sublicences } from '#modules/technologies'
import { decimalFromText, decimalInText, royaltyBaseNames } from '#modules/valuation'
import { minorUnitsOf, type Terms, termsLimits, termsSchema, wholeUnits } from './terms.ts'

const line = (most: number) => z.string().trim().max(most).default('')
const figure = line(60)

const oneOrNone = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([z.literal(''), z.enum(values)])
    .default('')
    .transform((value) => (value === '' ? null : value))

/** What the form of terms sends: texts as they were typed in a language. */
const typedSchema = z.object({
  rightKind: z.enum(rightsOffered),
  exclusivity: oneOrNone(exclusivities),
  sublicence: oneOrNone(sublicences),
  territories: line(8000),
  fieldOfUse: line(1000),
  effectiveOn: line(10),
  endsOn: line(10),
  termYears: figure,
  improvements: line(termsLimits.text),
  currency: z.enum(currencies),
  free: z.string().optional(),
  upfront: figure,
  milestones: z
    .array(z.object({ name: line(200), year: figure, amount: figure }))
    .max(termsLimits.milestones)
    .default([]),
  royaltyRate: figure,
  tiers: z
    .array(z.object({ from: figure, to: figure, rate: figure }))
    .max(termsLimits.tiers)
    .default([]),
  royaltyBase: oneOrNone(royaltyBaseNames),
  minimum: figure,
  totalCap: figure,
  otherConditions: line(termsLimits.text),
})
type Typed = z.output<typeof typedSchema>

function amountIn(text: string, language: Language): string | null {
  const decimal = decimalFromText(text.replace(/[₫đĐ$]|VND|VNĐ|USD/gi, ''), language)
  return decimal === null || decimal.startsWith('-') ? null : decimal
}

/** An amount as it was typed in a language, in minor units of its currency; null where it is none. */
export function typedAmount(text: string, language: Language, currency: Currency): number | null {
  const decimal = amountIn(text, language)
  return decimal === null ? null : minorUnitsOf(decimal, currency)
}

/** Reads typed figures one by one and keeps what could not be read by field. */
class Reading {
  readonly issues: Record<string, Issue[]> = {}
  readonly #language: Language
  readonly #currency: Currency

  constructor(language: Language, currency: Currency) {
    this.#language = language
    this.#currency = currency
  }

  #wrong(field: string, code: string): null {
    ;(this.issues[field] ??= []).push({ code })
    return null
  }

  /** An amount in whole units as minor ones. */
  amount(field: string, text: string): number | null {
    if (text === '') return null
    const decimal = amountIn(text, this.#language)
    if (decimal === null) return this.#wrong(field, 'figure')
    return minorUnitsOf(decimal, this.#currency) ?? this.#wrong(field, 'terms.coins')
  }

  decimal(field: string, text: string, places = 0): string | null {
    if (text === '') return null
    const decimal = decimalFromText(text, this.#language, places)
    return decimal === null || decimal.startsWith('-') ? this.#wrong(field, 'figure') : decimal
  }
}

const orNull = (minor: number | null): number | null => (minor === 0 ? null : minor)

/** Rows in which something was typed, each with its place in the form. */
function typedIn<Row extends Readonly<Record<string, string>>>(rows: readonly Row[]): { row: Row; at: number }[] {
  return rows.map((row, at) => ({ row, at })).filter(({ row }) => Object.values(row).some((cell) => cell !== ''))
}

function termsFrom(typed: Typed, reading: Reading): { terms: Terms; places: Readonly<Record<string, number[]>> } {
  const milestones = typedIn(typed.milestones)
  const tiers = typedIn(typed.tiers)
  let reached: number | null = 0
  const readTiers = tiers.map(({ row, at }) => {
    const typedFrom = row.from === '' ? reached : reading.amount(`tiers[${String(at)}].from`, row.from)
    const to = orNull(reading.amount(`tiers[${String(at)}].to`, row.to))
    reached = to
    return { from: typedFrom ?? 0, to, rate: reading.decimal(`tiers[${String(at)}].rate`, row.rate, -2) ?? '' }
  })
  const royaltyRate = reading.decimal('royaltyRate', typed.royaltyRate, -2)
  const use = typed.rightKind === 'use'
  const terms: Terms = {
    rightKind: typed.rightKind,
    exclusivity: use ? typed.exclusivity : null,
    sublicence: use ? typed.sublicence : null,
    territories: [
      ...new Set(
        typed.territories
          .split('\n')
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ),
    ],
    fieldOfUse: typed.fieldOfUse,
    effectiveOn: typed.effectiveOn || null,
    endsOn: typed.endsOn || null,
    termYears: reading.decimal('termYears', typed.termYears),
    improvements: typed.improvements,
    currency: typed.currency,
    free: typed.free === 'on',
    upfront: orNull(reading.amount('upfront', typed.upfront)),
    milestones: milestones.map(({ row, at }) => ({
      name: row.name,
      year: reading.decimal(`milestones[${String(at)}].year`, row.year) ?? '',
      amount: reading.amount(`milestones[${String(at)}].amount`, row.amount) ?? 0,
    })),
    royaltyRate: royaltyRate !== null && Number(royaltyRate) === 0 ? null : royaltyRate,
    tiers: readTiers,
    royaltyBase: typed.royaltyRate === '' && tiers.length === 0 ? null : typed.royaltyBase,
    minimum: orNull(reading.amount('minimum', typed.minimum)),
    totalCap: orNull(reading.amount('totalCap', typed.totalCap)),
    otherConditions: typed.otherConditions,
  }
  return { terms, places: { milestones: milestones.map(({ at }) => at), tiers: tiers.map(({ at }) => at) } }
}

/** The field of the form that a path of the terms came from: rows left empty are no rows of the terms. */
function fieldOf(path: string, places: Readonly<Record<string, number[]>>): string {
  const [, list = '', at = '', rest = ''] = /^(\w+)\[(\d+)\](.*)$/.exec(path) ?? []
  if (list === 'territories') return list
  return list === '' ? path : `${list}[${String(places[list]?.[Number(at)] ?? at)}]${rest}`
}

const missing = new Set(['format', 'too_small', 'too_few_items'])

/**
 * The terms that a form holds, as it was typed in a language.
 *
 * @returns refusal 400 `form.invalid` by field of the form
 */
export function readTerms(input: unknown, language: Language): Result<Terms> {
  const typed = check(typedSchema, input)
  if (!typed.ok) return typed
  const reading = new Reading(language, typed.value.currency)
  const { terms, places } = termsFrom(typed.value, reading)
  const checked = check(termsSchema, terms)
  const issues: Record<string, readonly Issue[]> = {}
  for (const [path, found] of Object.entries(checked.ok ? {} : (checked.refusal.fields ?? {}))) {
    const field = fieldOf(path, places)
    const figureOrPlace = field === 'territories' || /\]\.(year|rate|amount)$/.test(field)
    issues[field] = figureOrPlace ? found.map((one) => (missing.has(one.code) ? { code: 'required' } : one)) : found
  }
  // What could not be read is told as such, not as missing.
  Object.assign(issues, reading.issues)
  if (Object.keys(issues).length > 0 || !checked.ok) return refuse('form.invalid', 400, { fields: issues })
  return done(checked.value)
}

/** What the fields of the form hold. */
export interface TypedTerms extends Record<string, unknown> {
  rightKind: string
  exclusivity: string
  sublicence: string
  territories: string
  fieldOfUse: string
  effectiveOn: string
  endsOn: string
  termYears: string
  improvements: string
  currency: string
  free: string
  upfront: string
  milestones: { name: string; year: string; amount: string }[]
  royaltyRate: string
  tiers: { from: string; to: string; rate: string }[]
  royaltyBase: string
  minimum: string
  totalCap: string
  otherConditions: string
}

/** Terms as the texts of the form in a language; what is not given is an empty text. */
export function typedTerms(terms: Partial<Terms>, language: Language): TypedTerms {
  const currency = terms.currency ?? 'VND'
  const money = (minor: number | null | undefined) =>
    typeof minor === 'number' ? decimalInText(wholeUnits({ amount: minor, currency }), language) : ''
  const percent = (rate: string | null | undefined) =>
    typeof rate === 'string' ? decimalInText(rate, language, -2) : ''
  const plain = (decimal: string | null | undefined) =>
    typeof decimal === 'string' ? decimalInText(decimal, language) : ''
  return {
    rightKind: terms.rightKind ?? '',
    exclusivity: terms.exclusivity ?? '',
    sublicence: terms.sublicence ?? '',
    territories: terms.territories?.join('\n') ?? '',
    fieldOfUse: terms.fieldOfUse ?? '',
    effectiveOn: terms.effectiveOn ?? '',
    endsOn: terms.endsOn ?? '',
    termYears: plain(terms.termYears),
    improvements: terms.improvements ?? '',
    currency,
    free: terms.free === true ? 'on' : '',
    upfront: money(terms.upfront),
    milestones: (terms.milestones ?? []).map(({ name, year, amount }) => ({
      name,
      year: plain(year),
      amount: money(amount),
    })),
    royaltyRate: percent(terms.royaltyRate),
    tiers: (terms.tiers ?? []).map(({ from, to, rate }) => ({ from: money(from), to: money(to), rate: percent(rate) })),
    royaltyBase: terms.royaltyBase ?? '',
    minimum: money(terms.minimum),
    totalCap: money(terms.totalCap),
    otherConditions: terms.otherConditions ?? '',
  }
}
