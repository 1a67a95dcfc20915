import type { Terms } from './terms.ts'

/** The parts of terms in the order in which they are read. */
export const termsParts = [
  'rightKind',
  'exclusivity',
  'sublicence',
  'territories',
  'fieldOfUse',
  'effectiveOn',
  'endsOn',
  'termYears',
  'currency',
  'free',
  'upfront',
  'milestones',
  'royaltyRate',
  'tiers',
  'royaltyBase',
  'minimum',
  'totalCap',
  'improvements',
  'otherConditions',
] as const satisfies readonly (keyof Terms)[]
export type TermsPart = (typeof termsParts)[number]

const money: readonly TermsPart[] = ['upfront', 'milestones', 'tiers', 'minimum', 'totalCap']

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0)

/** The parts in which a version differs from the one before it. An amount in another currency is another amount. */
export function changedParts(before: Terms, after: Terms): TermsPart[] {
  const otherCurrency = before.currency !== after.currency
  return termsParts.filter(
    (part) =>
      JSON.stringify(before[part]) !== JSON.stringify(after[part]) ||
      (otherCurrency && money.includes(part) && !isNothing(after[part])),
  )
}
