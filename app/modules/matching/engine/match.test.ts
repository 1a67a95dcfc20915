import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NeedInput, needSchema, publicNeed } from '#modules/needs'
import { type ProfileInput, profileSchema, publicTechnology } from '#modules/technologies'
import { declineLowers, mustCaps, subjectFloor, weights } from '../weights.ts'
import { afterDeclines, type Declined, loweredBy } from './declines.ts'
import { matchOf, type PairFacts, preparedNeed, preparedTechnology, ranked, scoreOf } from './match.ts'
import { isCriterion, type Reason } from './reasons.ts'

const today = Date.UTC(2026, 10, 25)
const noFacts: PairFacts = {
  reserved: false,
  taken: false,
  answering: { asked: 0, answeredInTime: 0, medianHours: null },
  answers: new Map(),
}

const sayings = [
  'Công suất 800 kg/giờ, điện 0,9 kWh/kg.',
  'Sấy bánh tráng ở 58 °C, tỷ lệ loại 2,7%.',
  'Không dùng hóa chất bảo quản.',
  'Chi phí vận hành 2.900 đồng/m³ nước thải.',
  'Nuôi tôm thẻ, tỷ lệ sống 84 ± 5%.',
  '',
] as const
const wishes = [
  'Công suất tối thiểu 500 kg/giờ',
  'Tỷ lệ loại không quá 3%',
  'Không dùng hóa chất',
  'Chi phí vận hành không quá 1.000 đồng/m³',
  'Tỷ lệ sống từ 90%',
] as const

const technology = fc
  .record({
    id: fc.stringMatching(/^tech_[a-z]{6}$/),
    title: fc.constantFrom('Máy sấy bánh tráng', 'Xử lý nước thải', 'Nuôi tôm tuần hoàn'),
    advantages: fc.subarray([...sayings]).map((list) => list.join(' ')),
    claimed: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    fields: fc.subarray(['203', '211', '207', '405'], { maxLength: 3 }),
    amount: fc.option(fc.integer({ min: 1, max: 5_000_000_000 }), { nil: null }),
    currency: fc.constantFrom('VND' as const, 'USD' as const),
    territory: fc.subarray(['VN', '52', '01'] as const),
    province: fc.constantFrom('52', '01', null),
  })
  .map(({ id, title, advantages, claimed, fields, amount, currency, territory, province }) => {
    const input: ProfileInput = {
      texts: { vi: { title, advantages } },
      readiness: { claimed },
      fields,
      offers: [{ right: 'use', territory: [...territory] }],
      price: amount === null ? { mode: 'open' } : { mode: 'asking', kind: 'firm', amount, currency },
      province,
    }
    return preparedTechnology(id, publicTechnology(profileSchema.parse(input)).profile, today)
  })

const need = fc
  .record({
    title: fc.constantFrom('Tìm máy sấy bánh tráng', 'Cần trạm xử lý nước thải 50 m³/ngày'),
    musts: fc.subarray([...wishes]),
    nices: fc.subarray([...wishes]),
    to: fc.option(fc.integer({ min: 1, max: 5_000_000_000 }), { nil: null }),
    province: fc.constantFrom('52', '86', null),
  })
  .map(({ title, musts, nices, to, province }) => {
    const input: NeedInput = {
      texts: { vi: { title, wanted: `${title} cho hợp tác xã.` } },
      criteria: [
        ...musts.map((vi) => ({ kind: 'must' as const, vi })),
        ...nices.map((vi) => ({ kind: 'nice' as const, vi })),
      ],
      budget: { to },
      fields: ['203'],
      province,
    }
    return preparedNeed({ profile: needSchema.parse(input), province })
  })

describe('a score', () => {
  test('is whole, within 0 and 100, and the same for the same input', () => {
    fc.assert(
      fc.property(need, technology, (wanted, offered) => {
        const match = matchOf(wanted, offered, noFacts)
        expect(Number.isInteger(match.score)).toBe(true)
        expect(match.score).toBeGreaterThanOrEqual(0)
        expect(match.score).toBeLessThanOrEqual(100)
        expect(matchOf(wanted, offered, noFacts)).toEqual(match)
      }),
    )
  })

  test('does not depend on the order of technologies', () => {
    const several = fc.uniqueArray(technology, { minLength: 2, maxLength: 6, selector: ({ id }) => id })
    fc.assert(
      fc.property(need, several, fc.nat(), (wanted, offered, seed) => {
        const order = ranked(offered.map((one) => matchOf(wanted, one, noFacts)))
        const shuffled = [...offered].sort(
          (a, b) => ((a.id.charCodeAt(5) * seed) % 7) - ((b.id.charCodeAt(5) * seed) % 7),
        )
        expect(ranked(shuffled.map((one) => matchOf(wanted, one, noFacts)))).toEqual(order)
      }),
    )
  })

  test('is never lowered by one more criterion met', () => {
    fc.assert(
      fc.property(need, technology, fc.nat(), (wanted, offered, which) => {
        const before = matchOf(wanted, offered, noFacts)
        const open = before.reasons.filter(isCriterion).filter(({ standing }) => standing !== 'met')
        const chosen = open[which % Math.max(1, open.length)]
        if (!chosen) return
        const answers = new Map([[chosen.key, { verdict: 'met' as const, text: 'Đạt.', language: 'vi' as const }]])
        expect(matchOf(wanted, offered, { ...noFacts, answers }).score).toBeGreaterThanOrEqual(before.score)
      }),
    )
  })

  test('is at most what the must-haves not met leave', () => {
    fc.assert(
      fc.property(need, technology, (wanted, offered) => {
        const { reasons, score } = matchOf(wanted, offered, noFacts)
        const missed = reasons.filter(({ kind, standing }) => kind === 'must' && standing === 'not_met').length
        expect(score).toBeLessThanOrEqual(mustCaps[Math.min(missed, 3)] ?? 0)
      }),
    )
  })

  test('of a strange subject stays low whatever else agrees', () => {
    const reasons = Object.entries(weights).map(([kind, most]) => ({
      kind,
      most,
      points: most,
      standing: 'met',
      evidence: null,
      likeness: 0.05,
    })) as unknown as Reason[]
    expect(scoreOf(reasons)).toBe(subjectFloor.most)
  })

  test('the table gives a hundred points', () => {
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })
})

const plainTechnology = (id: string, over: ProfileInput = {}) =>
  preparedTechnology(
    id,
    publicTechnology(profileSchema.parse({ texts: { vi: { title: 'Máy sấy bánh tráng' } }, fields: ['203'], ...over }))
      .profile,
    today,
  )
const plainNeed = (over: NeedInput = {}) =>
  preparedNeed({
    profile: needSchema.parse({ texts: { vi: { title: 'Tìm máy sấy bánh tráng' } }, fields: ['203'], ...over }),
    province: '52',
  })
const reasonOf = (kind: Reason['kind'], match: { readonly reasons: readonly Reason[] }) =>
  match.reasons.find((reason) => reason.kind === kind)

describe('what a match is made of', () => {
  test('another currency is not compared', () => {
    const priced = plainTechnology('a', { price: { mode: 'asking', kind: 'firm', amount: 100, currency: 'USD' } })
    const match = matchOf(plainNeed({ budget: { to: 900_000_000 } }), priced, noFacts)
    expect(reasonOf('budget', match)).toMatchObject({ standing: 'unknown' })
  })

  test('a price within the budget, a fifth above it, and far above it', () => {
    const standings = [100, 115, 130].map((amount) => {
      const priced = plainTechnology('a', { price: { mode: 'asking', kind: 'firm', amount } })
      return reasonOf('budget', matchOf(plainNeed({ budget: { to: 100 } }), priced, noFacts))?.standing
    })
    expect(standings).toEqual(['met', 'partly', 'not_met'])
  })

  test('rights elsewhere, promised or set aside are not free', () => {
    const south = plainTechnology('a', { offers: [{ right: 'use', territory: ['96'] }] })
    const everywhere = plainTechnology('b', { offers: [{ right: 'use', territory: ['VN'] }] })
    expect(reasonOf('territory', matchOf(plainNeed(), south, noFacts))).toMatchObject({ why: 'elsewhere' })
    expect(reasonOf('territory', matchOf(plainNeed(), everywhere, noFacts))).toMatchObject({ why: 'offered' })
    const taken = matchOf(plainNeed(), everywhere, { ...noFacts, taken: true })
    expect(reasonOf('territory', taken)).toMatchObject({ why: 'taken', standing: 'not_met', points: 0 })
  })

  test('unfinished work is ready enough where it is welcome, and what must have run is not', () => {
    const early = plainTechnology('a', { readiness: { claimed: 5 } })
    const welcome = plainNeed({ texts: { vi: { title: 'Tìm máy sấy', wanted: 'Nhận cả công nghệ đang hoàn thiện.' } } })
    const proven = plainNeed({ texts: { vi: { title: 'Tìm máy sấy', wanted: 'Cần công nghệ đã chạy thật.' } } })
    expect(reasonOf('readiness', matchOf(welcome, early, noFacts))).toMatchObject({ standing: 'met', wanted: 4 })
    expect(reasonOf('readiness', matchOf(proven, early, noFacts))).toMatchObject({ standing: 'not_met', wanted: 8 })
  })

  test('the owner answers in time, or has been asked too seldom to tell', () => {
    const answering = { asked: 10, answeredInTime: 9, medianHours: 20 }
    const known = matchOf(plainNeed(), plainTechnology('a'), { ...noFacts, answering })
    expect(reasonOf('answering', known)).toMatchObject({ standing: 'met', medianHours: 20 })
    expect(reasonOf('answering', matchOf(plainNeed(), plainTechnology('a'), noFacts))?.standing).toBe('unknown')
  })

  test('nothing a hidden or closed text says reaches a reason', () => {
    const secret = 'Bí mật: năng suất 900 kg/giờ tại xưởng Hoa Sen.'
    const profile = profileSchema.parse({
      texts: { vi: { title: 'Máy sấy bánh tráng', solution: secret, advantages: secret } },
      visibility: { solution: 'confidential', advantages: 'confidential' },
    })
    const owner = { id: 'org_1', kind: 'enterprise' as const, name: { vi: 'Hoa Sen', en: 'Lotus' }, province: '52' }
    const wanted = publicNeed(
      needSchema.parse({
        texts: { vi: { title: 'Hoa Sen tìm máy sấy bánh tráng' } },
        criteria: [{ kind: 'must', vi: 'Năng suất tối thiểu 500 kg/giờ cho Hoa Sen' }],
        nameHidden: true,
      }),
      owner,
    )
    const offered = preparedTechnology('a', publicTechnology(profile).profile, today)
    const said = JSON.stringify(matchOf(preparedNeed(wanted), offered, noFacts))
    expect(said).not.toContain('Hoa Sen')
    expect(said).not.toContain('Bí mật')
  })
})

describe('a decline', () => {
  const match = matchOf(plainNeed(), plainTechnology('b', { readiness: { claimed: 5 } }), noFacts)
  const other = { technologyId: 'b', ownerId: 'org_b', fields: ['203'] }
  const declined = (over: Partial<Declined>): Declined => ({
    technologyId: 'a',
    ownerId: 'org_a',
    fields: ['203'],
    reasons: match.reasons,
    reason: 'field',
    ...over,
  })

  test('lowers what shares what it concerns, by the table, once a reason', () => {
    const comparable = { ...other, reasons: match.reasons }
    expect(loweredBy([declined({})], comparable)).toBe(declineLowers.field)
    expect(loweredBy([declined({}), declined({ technologyId: 'c' })], comparable)).toBe(declineLowers.field)
    expect(loweredBy([declined({ fields: ['405'] })], comparable)).toBe(0)
    expect(loweredBy([declined({ reason: 'owner' })], comparable)).toBe(0)
    expect(loweredBy([declined({ reason: 'owner', ownerId: 'org_b' })], comparable)).toBe(declineLowers.owner)
    expect(loweredBy([declined({ reason: 'readiness' })], comparable)).toBe(declineLowers.readiness)
  })

  test('does not lower the match itself, and never below nothing', () => {
    expect(afterDeclines(match, [declined({ technologyId: 'b' })], other).score).toBe(match.score)
    expect(afterDeclines({ ...match, score: 3 }, [declined({})], other).score).toBe(0)
  })
})
