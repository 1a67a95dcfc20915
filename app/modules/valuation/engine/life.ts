import { finite, life, refuseInput } from './checks.ts'
import { monthsLater, readDay, wholeMonths } from './days.ts'
import { type Step, type Worked } from './worked.ts'
import { figure, figures, step, warning, worked } from './working.ts'

export const lifeKinds = ['legal', 'contractual', 'technological', 'economic'] as const
export type LifeKind = (typeof lifeKinds)[number]

export interface RemainingLife {
  /** Years left by each limit, null where there is none. */
  legal: number | null
  contractual: number | null
  technological: number | null
  economic: number | null
  /** The shortest of them. */
  remaining: number
  /** Which of them it is; the first where several are equal. */
  bound: LifeKind
}

export interface RemainingLifeInput {
  /** ISO day. */
  valuationDate?: string | undefined
  /** The term of protection: from filing for a number of years, or the day on which it ends. */
  legal?: { filingDate: string; termYears: number } | { expiryDate: string } | { years: number } | null | undefined
  contractual?: { years: number } | { endDate: string } | null | undefined
  /** Cycle of the technology, and how much of it has passed. */
  technological?: { cycleYears: number; elapsedYears: number } | { years: number } | null | undefined
  economic?: { years: number } | null | undefined
}

/** Whole months until a day over twelve, nothing once it has passed. */
function yearsUntil(input: string, end: string, valuationDate: string | undefined): number {
  return Math.max(0, wholeMonths(readDay('valuationDate', valuationDate), readDay(input, end)) / 12)
}

function isoDay(day: { year: number; month: number; day: number }): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`
}

type Limit = { years: number; formula: string; numbers: string } | null

function legalLimit(given: RemainingLifeInput): Limit {
  const right = given.legal
  if (!right) return null
  if ('years' in right) return stated('legal.years', right.years)
  if ('expiryDate' in right)
    return {
      years: yearsUntil('legal.expiryDate', right.expiryDate, given.valuationDate),
      formula: '⌊months to expiry⌋ / 12',
      numbers: `${given.valuationDate ?? ''} → ${right.expiryDate}`,
    }
  const filing = readDay('legal.filingDate', right.filingDate)
  const months = life('legal.termYears', right.termYears) * 12
  if (!Number.isInteger(months)) refuseInput('legal.termYears', 'not_whole')
  if (months > 12_000) refuseInput('legal.termYears', 'out_of_range')
  const expiry = isoDay(monthsLater(filing, months))
  return {
    years: yearsUntil('legal.filingDate', expiry, given.valuationDate),
    formula: '⌊months to (filing + term)⌋ / 12',
    numbers: `${right.filingDate} + ${figure(right.termYears)} = ${expiry}; ${given.valuationDate ?? ''} → ${expiry}`,
  }
}

function stated(input: string, years: number): Limit {
  return { years: life(input, years), formula: 'L', numbers: figure(years) }
}

function contractualLimit(given: RemainingLifeInput): Limit {
  const contract = given.contractual
  if (!contract) return null
  if ('years' in contract) return stated('contractual.years', contract.years)
  return {
    years: yearsUntil('contractual.endDate', contract.endDate, given.valuationDate),
    formula: '⌊months to end⌋ / 12',
    numbers: `${given.valuationDate ?? ''} → ${contract.endDate}`,
  }
}

function technologicalLimit(given: RemainingLifeInput): Limit {
  const cycle = given.technological
  if (!cycle) return null
  if ('years' in cycle) return stated('technological.years', cycle.years)
  const years = life('technological.cycleYears', cycle.cycleYears)
  const elapsed = life('technological.elapsedYears', cycle.elapsedYears)
  return {
    years: Math.max(0, years - elapsed),
    formula: 'cycle − elapsed',
    numbers: `${figure(years)} − ${figure(elapsed)}`,
  }
}

/**
 * Remaining useful life: the shortest of what law, contract, technology and market leave.
 *
 * RUL = min(legal, contractual, technological, economic); legal = filing + term − valuation date, in whole months over
 * twelve (20 years from filing for an invention, 10 for a utility solution, 15 for an industrial design).
 * Source: Circular 37/2024/TT-BTC (economic life by law, economics, technology, function); IVS 210; IP Law (terms).
 *
 * @returns years, exact in months; at least one limit is needed
 * @throws InputRefusal nothing_to_value, negative_life, not_a_date, not_whole, missing (valuation date)
 */
export function remainingUsefulLife(given: RemainingLifeInput): Worked<RemainingLife> {
  const limits: Record<LifeKind, Limit> = {
    legal: legalLimit(given),
    contractual: contractualLimit(given),
    technological: technologicalLimit(given),
    economic: given.economic ? stated('economic.years', given.economic.years) : null,
  }
  const labels = {
    legal: 'legal_life',
    contractual: 'contractual_life',
    technological: 'technological_life',
    economic: 'economic_life',
  } as const
  const known = lifeKinds.flatMap((kind) => {
    const limit = limits[kind]
    return limit ? [{ kind, ...limit }] : []
  })
  const steps: Step[] = known.map(({ kind, years, formula, numbers }) =>
    step(labels[kind], `L_${kind}`, formula, numbers, years, 'years'),
  )
  const [first] = known
  if (!first) return refuseInput('legal', 'nothing_to_value')
  const shortest = known.reduce((so, one) => (one.years < so.years ? one : so), first)
  steps.push(
    step(
      'remaining_useful_life',
      'RUL',
      'min(L)',
      `min(${figures(
        known.map(({ years }) => years),
        '; ',
      )})`,
      shortest.years,
      'years',
    ),
  )
  const warnings = [
    ...(shortest.years === 0 ? [warning('life_has_ended')] : []),
    ...(known.length === 1 ? [warning('one_life_only')] : []),
  ]
  return worked(
    {
      legal: limits.legal?.years ?? null,
      contractual: limits.contractual?.years ?? null,
      technological: limits.technological?.years ?? null,
      economic: limits.economic?.years ?? null,
      remaining: finite('remaining', shortest.years),
      bound: shortest.kind,
    },
    steps,
    warnings,
  )
}
