import { z } from 'zod'
import { currencies, largestAmount, type Money } from '#kernel'
import { exclusivities, rightsOffered, sublicences } from '#modules/technologies'
import { type OfferedTerms, royaltyBaseNames } from '#modules/valuation'
import type { Sides } from './request.ts'

/*
 * What one version of the terms says. Amounts are whole minor units of its currency, rates decimal texts (`0.045` for
 * 4.5 %), years decimal texts counted from signing. How likely a milestone is to be reached is no term: each side judges
 * that by itself.
 */

export const termsLimits = { milestones: 12, tiers: 8, territories: 40, text: 4000 } as const

const text = (most: number) => z.string().max(most)
const decimal = z.string().regex(/^(0|[1-9]\d{0,29})(\.\d{1,30})?$/)
const amount = z.int().min(1).max(largestAmount)
const rate = decimal.refine((value) => Number(value) <= 1, { error: 'terms.rate' })
const years = decimal.refine((value) => Number(value) <= 100, { error: 'terms.years' })
const day = z.iso.date().nullable()

export const termsSchema = z
  .strictObject({
    rightKind: z.enum(rightsOffered),
    /** An assignment has neither: whoever owns decides of both. */
    exclusivity: z.enum(exclusivities).nullable(),
    sublicence: z.enum(sublicences).nullable(),
    territories: z.array(text(200).min(1)).min(1).max(termsLimits.territories),
    fieldOfUse: text(1000),
    /** The day of signing where none is stated. */
    effectiveOn: day,
    /** Last day; without one and without years the terms last as long as the rights do. */
    endsOn: day,
    termYears: years.nullable(),
    improvements: text(termsLimits.text),
    currency: z.enum(currencies),
    /** Declared where nothing is to be paid, so that a form left empty gives nothing away. */
    free: z.boolean(),
    upfront: amount.nullable(),
    milestones: z.array(z.strictObject({ name: text(200).min(1), year: years, amount })).max(termsLimits.milestones),
    royaltyRate: rate.nullable(),
    /** Of a year's base: `to` is null for the part without end. */
    tiers: z
      .array(z.strictObject({ from: z.int().min(0).max(largestAmount), to: amount.nullable(), rate }))
      .max(termsLimits.tiers),
    royaltyBase: z.enum(royaltyBaseNames).nullable(),
    /** Least payable a year. */
    minimum: amount.nullable(),
    /** Most payable over the whole term, of royalties and minimums. */
    totalCap: amount.nullable(),
    otherConditions: text(termsLimits.text),
  })
  .superRefine((terms, context) => {
    for (const { path, code } of faultsOf(terms)) context.addIssue({ code: 'custom', path: [...path], message: code })
  })
export type Terms = z.infer<typeof termsSchema>

interface Fault {
  readonly path: readonly (string | number)[]
  readonly code: string
}

const sameName = (one: string, other: string): boolean =>
  one.normalize('NFC').trim().toLowerCase() === other.normalize('NFC').trim().toLowerCase()

function faultsOfRight(terms: Terms): Fault[] {
  const { rightKind, exclusivity, sublicence, effectiveOn, endsOn, termYears } = terms
  const faults: Fault[] = []
  const use = rightKind === 'use'
  if (use !== (exclusivity !== null)) faults.push({ path: ['exclusivity'], code: use ? 'choose' : 'invalid' })
  if (use !== (sublicence !== null)) faults.push({ path: ['sublicence'], code: use ? 'choose' : 'invalid' })
  if (endsOn !== null && termYears !== null) faults.push({ path: ['termYears'], code: 'terms.end_twice' })
  if (endsOn !== null && effectiveOn !== null && endsOn < effectiveOn)
    faults.push({ path: ['endsOn'], code: 'terms.end_before_start' })
  if (termYears !== null && Number(termYears) === 0) faults.push({ path: ['termYears'], code: 'terms.years' })
  return faults
}

function faultsOfTiers({ tiers }: Terms): Fault[] {
  const faults: Fault[] = []
  let reached: number | null = 0
  for (const [at, { from, to }] of tiers.entries()) {
    if (from !== reached) faults.push({ path: ['tiers', at, 'from'], code: 'terms.tiers_apart' })
    else if (to !== null && to <= from) faults.push({ path: ['tiers', at, 'to'], code: 'terms.tier_order' })
    reached = to
  }
  return faults
}

function faultsOfPayment(terms: Terms): Fault[] {
  const { free, upfront, milestones, royaltyRate, tiers, royaltyBase, minimum, totalCap } = terms
  const faults: Fault[] = []
  const royalty = Number(royaltyRate ?? 0) > 0 || tiers.some((tier) => Number(tier.rate) > 0)
  const paid = upfront !== null || milestones.length > 0 || royalty || minimum !== null
  if (!paid && !free) faults.push({ path: ['upfront'], code: 'terms.no_payment' })
  if (paid && free) faults.push({ path: ['free'], code: 'terms.free_and_paid' })
  if (royaltyRate !== null && tiers.length > 0) faults.push({ path: ['royaltyRate'], code: 'terms.rate_and_tiers' })
  if (royalty && royaltyBase === null) faults.push({ path: ['royaltyBase'], code: 'choose' })
  if (totalCap !== null && !royalty && minimum === null) faults.push({ path: ['totalCap'], code: 'terms.cap_alone' })
  if (minimum !== null && totalCap !== null && minimum > totalCap)
    faults.push({ path: ['minimum'], code: 'terms.minimum_above_cap' })
  for (const [at, { name }] of milestones.entries())
    if (milestones.slice(0, at).some((before) => sameName(before.name, name)))
      faults.push({ path: ['milestones', at, 'name'], code: 'terms.milestone_twice' })
  return faults
}

/** What does not fit together in terms each part of which is well formed. */
function faultsOf(terms: Terms): Fault[] {
  return [...faultsOfRight(terms), ...faultsOfTiers(terms), ...faultsOfPayment(terms)]
}

/** Who gives the technology and who takes it, and which technology. */
export interface TermsSides {
  readonly technologyId: string
  readonly transferorId: string
  readonly transfereeId: string
}

/** The sides of a request's terms; null where it is about no technology of the exchange. */
export function termsSidesOf(
  request: Sides & {
    readonly kind: 'transfer' | 'answer'
    readonly listingId: string
    readonly offeredListingId: string | null
  },
): TermsSides | null {
  const { fromOrganisationId: from, toOrganisationId: to } = request
  if (request.kind === 'transfer') return { technologyId: request.listingId, transferorId: to, transfereeId: from }
  if (request.offeredListingId === null) return null
  return { technologyId: request.offeredListingId, transferorId: from, transfereeId: to }
}

const minorDigits = { VND: 0, USD: 2 } as const

/** Minor units as a decimal text in whole units of the currency: 150 US cents are `1.5`. */
export function wholeUnits({ amount: minor, currency }: Money): string {
  const digits = minorDigits[currency]
  const padded = String(minor).padStart(digits + 1, '0')
  const part = digits === 0 ? '' : padded.slice(-digits).replace(/0+$/, '')
  return `${padded.slice(0, padded.length - digits)}${part === '' ? '' : `.${part}`}`
}

/** A decimal text in whole units as minor units; null where the currency has no coin so small. */
export function minorUnitsOf(decimal: string, currency: Money['currency']): number | null {
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
  const digits = minorDigits[currency]
  if (whole === '' || part.length > digits) return null
  const minor = Number(whole + part.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}

/** The last day of a period of whole or part years that begins on a day. */
function lastDay(from: string, length: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number)
  const months = Math.floor(length * 12 + 1e-9)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const longest = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  const end = Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(dayOfMonth, longest)) - 86_400_000
  return new Date(end).toISOString().slice(0, 10)
}

/** Terms as a valuation takes them. */
export function asOffered(terms: Terms): OfferedTerms {
  const { currency, endsOn, effectiveOn, termYears, royaltyRate, tiers, milestones } = terms
  const whole = (minor: number) => wholeUnits({ amount: minor, currency })
  const end = endsOn ?? (effectiveOn !== null && termYears !== null ? lastDay(effectiveOn, Number(termYears)) : null)
  const money = (name: 'upfront' | 'minimum' | 'totalCap') => {
    const minor = terms[name]
    return minor === null ? {} : { [name]: whole(minor) }
  }
  return {
    currency,
    end,
    years: end === null ? termYears : null,
    ...money('upfront'),
    ...money('minimum'),
    ...money('totalCap'),
    ...(royaltyRate === null ? {} : { royaltyRate }),
    ...(tiers.length === 0
      ? {}
      : {
          tiers: tiers.map(({ from, to, rate: part }) => ({
            from: whole(from),
            to: to === null ? null : whole(to),
            rate: part,
          })),
        }),
    ...(milestones.length === 0
      ? {}
      : { milestones: milestones.map(({ name, year, amount: minor }) => ({ name, year, amount: whole(minor) })) }),
  }
}
