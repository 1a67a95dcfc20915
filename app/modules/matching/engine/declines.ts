import { declineLowers, type MatchDeclineReason } from '../weights.ts'
import type { Match } from './match.ts'
import type { Reason } from './reasons.ts'

/** What declines compare technologies by. */
export interface Comparable {
  readonly technologyId: string
  readonly ownerId: string
  readonly fields: readonly string[]
  readonly reasons: readonly Reason[]
}

/** A technology that was declined for a need, and why. */
export interface Declined extends Comparable {
  readonly reason: MatchDeclineReason
}

type OfKind<K extends Reason['kind']> = Extract<Reason, { kind: K }>

function reasonOf<K extends Reason['kind']>(reasons: readonly Reason[], kind: K): OfKind<K> | undefined {
  return reasons.find((reason): reason is OfKind<K> => reason.kind === kind)
}

/** The must-haves that are not shown to be met, by key. */
function mustsOpen(reasons: readonly Reason[]): string[] {
  return reasons.flatMap((reason) => (reason.kind === 'must' && reason.standing !== 'met' ? [reason.key] : []))
}

/** Whether another technology shares what was declined in the first. */
function shares(declined: Declined, other: Comparable): boolean {
  switch (declined.reason) {
    case 'field':
      return declined.fields.some((field) => other.fields.includes(field))
    case 'readiness': {
      const claimed = reasonOf(other.reasons, 'readiness')?.claimed ?? null
      const level = reasonOf(declined.reasons, 'readiness')?.claimed ?? null
      return claimed !== null && level !== null && claimed <= level
    }
    case 'capacity':
      return reasonOf(other.reasons, 'capacity')?.standing === 'not_met'
    case 'price': {
      const price = reasonOf(other.reasons, 'budget')?.price ?? null
      const limit = reasonOf(declined.reasons, 'budget')?.price ?? null
      return price !== null && limit !== null && price.currency === limit.currency && price.amount >= limit.amount
    }
    case 'rights':
      return reasonOf(other.reasons, 'territory')?.standing === 'not_met'
    case 'must_have': {
      const open = mustsOpen(declined.reasons)
      return mustsOpen(other.reasons).some((key) => open.includes(key))
    }
    case 'have_solution':
      return true
    case 'owner':
      return other.ownerId === declined.ownerId
  }
}

/** The points that declines of other technologies of the same need take from this one; each reason counts once. */
export function loweredBy(declines: readonly Declined[], other: Comparable): number {
  const counted = new Set<MatchDeclineReason>()
  for (const declined of declines)
    if (declined.technologyId !== other.technologyId && shares(declined, other)) counted.add(declined.reason)
  return [...counted].reduce((sum, reason) => sum + declineLowers[reason], 0)
}

/** A match after the declines of its need. */
export function afterDeclines(match: Match, declines: readonly Declined[], other: Omit<Comparable, 'reasons'>): Match {
  const lowered = loweredBy(declines, { ...other, reasons: match.reasons })
  return { ...match, score: Math.max(0, match.score - lowered) }
}
