import { scienceFields } from '#classifications'
import { quantileOf } from '../engine/quantiles.ts'
import { type ValuationModel } from '../model/document.ts'
import { type Group, type Member, releasedGroups } from './released.ts'

/** What a running royalty is a share of: net selling price, net revenue, profit before tax. */
export const royaltyBaseNames = ['net_selling_price', 'net_revenue', 'pre_tax_profit'] as const
export type RoyaltyBase = (typeof royaltyBaseNames)[number]

type RightKind = ValuationModel['head']['right']['kind']

/** What of a signed deal goes into the base of rates. */
export interface SignedRate {
  readonly ownerId: string
  /** A code of the classification of science and technology fields, of either level. */
  readonly field: string
  readonly rightKind: RightKind
  readonly exclusive: boolean
  /** Of the base: 0.05 for 5 %. */
  readonly rate: number
  readonly base: RoyaltyBase
  readonly signedYear: number
  /** In which it came to be known; never before it was signed. */
  readonly recordedYear: number
  /** In which it was withdrawn as wrong; null while it stands. */
  readonly withdrawnYear: number | null
}

/** Which deals are meant; null is any. A field of the first level stands for all below it. */
export interface RateQuestion {
  readonly base: RoyaltyBase
  readonly field: string | null
  readonly right: RightKind | null
  readonly exclusivity: boolean | null
}

/** What is told of deals: never of one, nor of so few that one could be told apart. */
export type AnonymisedRates =
  | {
      readonly kind: 'rates'
      readonly deals: number
      /** Quartiles of type 7, rounded to a thousandth: a tenth of a percentage point. */
      readonly lower: number
      readonly median: number
      readonly upper: number
      readonly firstYear: number
      readonly lastYear: number
    }
  | { readonly kind: 'too_few' }

const parents = new Map(scienceFields.map(({ code, parent }) => [code, parent]))

function keyOf({ base, field, right, exclusivity }: RateQuestion): string {
  return [base, field ?? '*', right ?? '*', exclusivity ?? '*'].join(' ')
}

/** The questions that a deal is part of the answer to. */
function groupsOf({ base, field, rightKind, exclusive }: SignedRate): Group[] {
  const parent = parents.get(field)
  const fields = [null, ...(parent === undefined ? [] : [parent]), field]
  return fields.flatMap((one, depth) =>
    [null, rightKind].flatMap((right) =>
      [null, exclusive].map((exclusivity) => ({
        key: keyOf({ base, field: one, right, exclusivity }),
        conditions: depth + Number(right !== null) + Number(exclusivity !== null),
      })),
    ),
  )
}

type Deal = Member & { readonly rate: number; readonly signedYear: number }

function rounded(rate: number): number {
  return Math.round(rate * 1000) / 1000
}

/**
 * The rates of signed deals, of which nobody can tell a single one: quartiles, how many and of which years, only from 5
 * deals of at least 3 owners on; and no two answers, of this year or years before, differ by a single deal or owner. The
 * answer to a question may therefore be that of an earlier year, or none.
 *
 * A deal withdrawn as wrong counts no more; what it had been part of is not told until the year is over, or the change
 * would show it.
 *
 * @param year the current one: deals known since it began are told of when it is over, since each that came would show
 * @returns answers to questions of this base of rates
 */
export function anonymised(deals: readonly SignedRate[], year: number): (question: RateQuestion) => AnonymisedRates {
  const standing = deals.filter(({ withdrawnYear }) => withdrawnYear === null)
  const members = standing.map((deal): Deal => ({
    ownerId: deal.ownerId,
    knownIn: Math.max(deal.signedYear, deal.recordedYear),
    signedYear: deal.signedYear,
    rate: deal.rate,
    groups: groupsOf(deal),
  }))
  const released = releasedGroups(members, year)
  const changed = new Set(
    deals
      .filter(({ withdrawnYear, recordedYear }) => withdrawnYear === year && recordedYear < year)
      .flatMap((deal) => groupsOf(deal).map(({ key }) => key)),
  )
  return (question) => {
    const key = keyOf(question)
    const group = released.get(key)
    if (!group || changed.has(key)) return { kind: 'too_few' }
    const rates = group.map(({ rate }) => rate).sort((a, b) => a - b)
    const years = group.map(({ signedYear }) => signedYear)
    return {
      kind: 'rates',
      deals: group.length,
      lower: rounded(quantileOf(rates, 0.25)),
      median: rounded(quantileOf(rates, 0.5)),
      upper: rounded(quantileOf(rates, 0.75)),
      firstYear: Math.min(...years),
      lastYear: Math.max(...years),
    }
  }
}
