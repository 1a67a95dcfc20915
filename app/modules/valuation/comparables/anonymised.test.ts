import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileOf } from '../engine/quantiles.ts'
import { anonymised, type AnonymisedRates, royaltyBaseNames, type RateQuestion, type SignedRate } from './anonymised.ts'
import { type Member, releasedGroups } from './released.ts'

const any: RateQuestion = { base: 'net_revenue', field: null, right: null, exclusivity: null }

function deal(ownerId: string, rate: number, more: Partial<SignedRate> = {}): SignedRate {
  const signedYear = more.signedYear ?? 2024
  return {
    ownerId,
    field: '207',
    rightKind: 'exclusive_use',
    exclusive: true,
    rate,
    base: 'net_revenue',
    signedYear,
    recordedYear: signedYear,
    withdrawnYear: null,
    ...more,
  }
}

/** Five of three owners. */
const five = [deal('a', 0.02), deal('a', 0.03), deal('b', 0.04), deal('b', 0.05), deal('c', 0.0612)]

const tooFew: AnonymisedRates = { kind: 'too_few' }

describe('rates of signed deals', () => {
  it('are told as quartiles from five deals of three owners on, to every question that means them', () => {
    const rates = { kind: 'rates', deals: 5, lower: 0.03, median: 0.04, upper: 0.05, firstYear: 2024, lastYear: 2024 }
    const of = anonymised(five, 2026)
    for (const field of [null, '2', '207'])
      for (const right of [null, 'exclusive_use'] as const)
        for (const exclusivity of [null, true]) expect(of({ ...any, field, right, exclusivity })).toEqual(rates)
    expect(of({ ...any, field: '203' })).toEqual(tooFew)
    expect(of({ ...any, exclusivity: false })).toEqual(tooFew)
    expect(of({ ...any, base: 'pre_tax_profit' })).toEqual(tooFew)
  })

  it('are not told of four, or of two owners, and it is not said how many there are', () => {
    expect(anonymised(five.slice(1), 2026)(any)).toEqual(tooFew)
    expect(
      anonymised(
        five.map((one) => ({ ...one, ownerId: one.ownerId === 'c' ? 'b' : one.ownerId })),
        2026,
      )(any),
    ).toEqual(tooFew)
    expect(anonymised([], 2026)(any)).toEqual(tooFew)
  })

  it('are rounded to a tenth of a percentage point', () => {
    const of = anonymised(
      five.map((one) => ({ ...one, rate: one.rate + 0.00037 })),
      2026,
    )
    expect(of(any)).toMatchObject({ lower: 0.03, median: 0.04, upper: 0.05 })
  })

  it('of different bases are never mixed', () => {
    const mixed = five.map((one, at) => ({ ...one, base: royaltyBaseNames[at % 2] ?? 'net_revenue' }))
    for (const base of royaltyBaseNames) expect(anonymised(mixed, 2026)({ ...any, base })).toEqual(tooFew)
  })

  it('are told when their year is over', () => {
    expect(anonymised(five, 2024)(any)).toEqual(tooFew)
    expect(anonymised(five, 2025)(any)).toMatchObject({ deals: 5 })
  })

  it('leave out the group that differs from a wider one by a single deal, or by deals of one owner', () => {
    const one = [...five, deal('d', 0.3, { field: '203' })]
    expect(anonymised(one, 2026)(any)).toMatchObject({ deals: 6 })
    expect(anonymised(one, 2026)({ ...any, field: '207' })).toEqual(tooFew)
    const sameOwner = [...one, deal('d', 0.31, { field: '203' })]
    expect(anonymised(sameOwner, 2026)({ ...any, field: '207' })).toEqual(tooFew)
    const two = [...one, deal('e', 0.31, { field: '203' })]
    expect(anonymised(two, 2026)({ ...any, field: '207' })).toMatchObject({ deals: 5 })
  })

  it('leave out a group that only two others together would tell a deal of', () => {
    // All but one are exclusive, and all but one of another kind are in one field: together they would leave one deal.
    const other = (owner: string, more: Partial<SignedRate>) => deal(owner, 0.1, { rightKind: 'sublicence', ...more })
    const deals = [
      ...five,
      other('d', { exclusive: false }),
      other('e', { exclusive: false }),
      other('f', { field: '203' }),
      other('g', { field: '203', exclusive: false }),
    ]
    const of = anonymised(deals, 2026)
    const told = [
      of({ ...any, field: '207' }),
      of({ ...any, exclusivity: true }),
      of({ ...any, right: 'exclusive_use' }),
    ]
    expect(told.filter(({ kind }) => kind === 'rates').length).toBeLessThan(3)
  })

  it('stay as they were until more than one deal has come', () => {
    const grown = [...five, deal('d', 0.3, { signedYear: 2025 })]
    expect(anonymised(grown, 2026)(any)).toEqual(anonymised(five, 2026)(any))
    const more = [...grown, deal('e', 0.3, { signedYear: 2026 })]
    expect(anonymised(more, 2027)(any)).toMatchObject({ deals: 7, lastYear: 2026 })
  })

  it('of deals that came to be known late are told when the year they came in is over', () => {
    const late = [deal('d', 0.3, { signedYear: 2021 }), deal('e', 0.31, { signedYear: 2022 })].map((one) => ({
      ...one,
      recordedYear: 2026,
    }))
    expect(anonymised([...five, ...late], 2026)(any)).toEqual(anonymised(five, 2026)(any))
    expect(anonymised([...five, ...late], 2027)(any)).toMatchObject({ deals: 7, firstYear: 2021, lastYear: 2024 })
  })

  it('count no withdrawn deal, and say nothing of what it was part of until the year is over', () => {
    const [first, ...others] = [...five, deal('d', 0.02), deal('e', 0.03, { rightKind: 'sublicence' })]
    const withdrawn = { ...first, rate: 0.9, withdrawnYear: 2026 }
    expect(anonymised([withdrawn, ...others], 2026)(any)).toEqual(tooFew)
    expect(anonymised([withdrawn, ...others], 2027)(any)).toEqual(anonymised(others, 2027)(any))
    expect(anonymised(others, 2027)(any)).toMatchObject({ deals: 6 })
  })

  it('are told on where what was withdrawn had not been told of', () => {
    const mistyped = deal('d', 0.9, { recordedYear: 2026, withdrawnYear: 2026 })
    expect(anonymised([...five, mistyped], 2026)(any)).toEqual(anonymised(five, 2026)(any))
  })
})

const deals = fc.array(
  fc
    .record({
      ownerId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      field: fc.constantFrom('2', '202', '203', '207', '301', '304'),
      rightKind: fc.constantFrom('ownership', 'exclusive_use', 'non_exclusive_use', 'sublicence'),
      exclusive: fc.boolean(),
      rate: fc.integer({ min: 0, max: 500 }).map((thousandths) => thousandths / 1000),
      base: fc.constant('net_revenue' as const),
      signedYear: fc.integer({ min: 2021, max: 2025 }),
    })
    .map((one): SignedRate => ({ ...one, recordedYear: one.signedYear, withdrawnYear: null })),
  { maxLength: 60 },
)

const questions: RateQuestion[] = [null, '2', '3', '202', '203', '207', '301', '304'].flatMap((field) =>
  ([null, 'ownership', 'exclusive_use', 'non_exclusive_use', 'sublicence'] as const).flatMap((right) =>
    [null, true, false].map((exclusivity) => ({ base: 'net_revenue' as const, field, right, exclusivity })),
  ),
)

const isMeant = (one: SignedRate, { field, right, exclusivity }: RateQuestion) =>
  (field === null || one.field === field || one.field.slice(0, 1) === field) &&
  (right === null || one.rightKind === right) &&
  (exclusivity === null || one.exclusive === exclusivity)

const ownersOf = (some: readonly { ownerId: string }[]) => new Set(some.map(({ ownerId }) => ownerId)).size

/** Members of groups that only say where a deal is, for the sets behind the answers. */
const memberOf = (one: SignedRate): Member & { deal: SignedRate } => ({
  ownerId: one.ownerId,
  knownIn: one.signedYear,
  deal: one,
  groups: questions.flatMap((question, at) => {
    const { field, right, exclusivity } = question
    const depth = field === null ? 0 : field.length === 1 ? 1 : 2
    const conditions = depth + Number(right !== null) + Number(exclusivity !== null)
    return isMeant(one, question) ? [{ key: String(at).padStart(3, '0'), conditions }] : []
  }),
})

describe('whatever deals there are', () => {
  it('an answer rests on five deals of three owners that are meant, of years that are over', () => {
    fc.assert(
      fc.property(deals, fc.integer({ min: 2021, max: 2027 }), (given, year) => {
        const of = anonymised(given, year)
        for (const question of questions) {
          const told = of(question)
          if (told.kind === 'too_few') {
            expect(told).toEqual(tooFew)
            continue
          }
          const meant = given.filter(
            (one) => isMeant(one, question) && one.signedYear <= told.lastYear && one.signedYear < year,
          )
          expect(told.deals).toBe(meant.length)
          expect(told.deals).toBeGreaterThanOrEqual(5)
          expect(ownersOf(meant)).toBeGreaterThanOrEqual(3)
          const rates = meant.map(({ rate }) => rate).sort((a, b) => a - b)
          expect(told.median).toBeCloseTo(quantileOf(rates, 0.5), 2.9)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('no combination of answers, of any years, is about one deal or one owner', () => {
    fc.assert(
      fc.property(deals, (given) => {
        const members = given.map(memberOf)
        const told: (readonly Member[])[] = []
        for (let year = 2021; year <= 2027; year += 1) told.push(...releasedGroups(members, year).values())
        // What no answer tells apart: the deals that are in the same groups of all that were ever told of.
        const apart = Map.groupBy(members, (member) => told.map((group) => Number(group.includes(member))).join(''))
        for (const [inWhich, together] of apart) {
          if (!inWhich.includes('1')) continue
          expect(together.length).toBeGreaterThanOrEqual(2)
          expect(ownersOf(together)).toBeGreaterThanOrEqual(2)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('what was told in a year does not depend on later ones, nor on the order of deals', () => {
    fc.assert(
      fc.property(deals, fc.integer({ min: 2022, max: 2026 }), (given, year) => {
        const [all, known, turned] = [
          anonymised(given, year),
          anonymised(
            given.filter(({ signedYear }) => signedYear < year),
            year,
          ),
          anonymised(given.toReversed(), year),
        ]
        for (const question of questions) {
          expect(known(question)).toEqual(all(question))
          expect(turned(question)).toEqual(all(question))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes a base of thousands of deals in a fraction of a second', () => {
    const many = Array.from({ length: 3_000 }, (_, at) =>
      deal(`o${String(at % 400)}`, (at % 90) / 1000, {
        field: ['202', '203', '207', '301', '304'][at % 5] ?? '207',
        exclusive: at % 3 === 0,
        signedYear: 2010 + (at % 15),
      }),
    )
    const start = performance.now()
    expect(anonymised(many, 2026)(any)).toMatchObject({ deals: 3_000 })
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
