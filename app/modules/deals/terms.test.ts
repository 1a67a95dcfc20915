import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language, Result } from '#kernel'
import { aTyped, someTerms } from '../../../tests/support/terms.ts'
import { hashOfTerms } from './commands/offer-terms.server.ts'
import { asOffered, minorUnitsOf, type Terms, termsSchema, wholeUnits } from './terms.ts'
import { changedParts } from './terms-difference.ts'
import { readTerms, typedTerms } from './terms-form.ts'

const faults = (result: Result<unknown>) =>
  result.ok
    ? {}
    : Object.fromEntries(
        Object.entries(result.refusal.fields ?? {}).map(([field, issues]) => [field, issues.map(({ code }) => code)]),
      )

const read = (more: Record<string, unknown> = {}, language: Language = 'vi') => readTerms(aTyped(more), language)

describe('terms as typed', () => {
  it('are read by the conventions of the page’s language', () => {
    const vi = read({ upfront: '1.200.000.000 ₫', royaltyRate: '4,5', termYears: '7,5' })
    const en = read({ upfront: '1,200,000,000', royaltyRate: '4.5', termYears: '7.5' }, 'en')
    expect(vi).toEqual(en)
    expect(vi).toMatchObject({ ok: true, value: { upfront: 1_200_000_000, royaltyRate: '0.045', termYears: '7.5' } })
  })

  it('keep cents, and refuse coins that there are not', () => {
    expect(read({ currency: 'USD', upfront: '1.250,75' })).toMatchObject({ ok: true, value: { upfront: 125_075 } })
    expect(faults(read({ currency: 'USD', upfront: '0,001' }))).toEqual({ upfront: ['terms.coins'] })
    expect(faults(read({ upfront: '1,5' }))).toEqual({ upfront: ['terms.coins'] })
    expect(faults(read({ upfront: 'nhiều' }))).toEqual({ upfront: ['figure'] })
    expect(faults(read({ upfront: '-5' }))).toEqual({ upfront: ['figure'] })
  })

  it('leave out rows in which nothing was typed, and name faults by the rows of the form', () => {
    const empty = { name: '', year: '', amount: '' }
    const rows = [empty, { name: 'Chạy thử', year: '1', amount: '200.000.000' }, empty]
    expect(read({ milestones: rows })).toMatchObject({ ok: true, value: { milestones: [{ amount: 200_000_000 }] } })
    const twice = [...rows, { name: 'chạy THỬ ', year: '2', amount: '5' }, { name: 'Bán', year: '', amount: '' }]
    expect(faults(read({ milestones: twice }))).toEqual({
      'milestones[3].name': ['terms.milestone_twice'],
      'milestones[4].year': ['required'],
      'milestones[4].amount': ['required'],
    })
  })

  it('take tiers one after another, each beginning where the one before ends', () => {
    const tiers = [
      { from: '', to: '10.000.000.000', rate: '3' },
      { from: '', to: '', rate: '4,25' },
    ]
    expect(read({ royaltyRate: '', tiers })).toMatchObject({
      ok: true,
      value: {
        tiers: [
          { from: 0, to: 10_000_000_000, rate: '0.03' },
          { from: 10_000_000_000, to: null, rate: '0.0425' },
        ],
      },
    })
  })

  it.each<[string, Record<string, unknown>, Record<string, string[]>]>([
    ['no place', { territories: ' \n ' }, { territories: ['required'] }],
    [
      'a use without exclusivity',
      { exclusivity: '', sublicence: '' },
      { exclusivity: ['choose'], sublicence: ['choose'] },
    ],
    ['nothing to be paid', { upfront: '', royaltyRate: '' }, { upfront: ['terms.no_payment'] }],
    ['nothing but zeros', { upfront: '0', royaltyRate: '0' }, { upfront: ['terms.no_payment'] }],
    ['payment of what is free', { free: 'on' }, { free: ['terms.free_and_paid'] }],
    ['two ends', { endsOn: '2031-01-01', termYears: '5' }, { termYears: ['terms.end_twice'] }],
    [
      'an end before the start',
      { effectiveOn: '2027-01-01', endsOn: '2026-12-31', termYears: '' },
      { endsOn: ['terms.end_before_start'] },
    ],
    ['no years at all', { termYears: '0' }, { termYears: ['terms.years'] }],
    ['more than all of the base', { royaltyRate: '101' }, { royaltyRate: ['terms.rate'] }],
    ['a royalty of nothing', { royaltyBase: '' }, { royaltyBase: ['choose'] }],
    ['one rate and tiers', { tiers: [{ from: '0', to: '', rate: '3' }] }, { royaltyRate: ['terms.rate_and_tiers'] }],
    [
      'tiers with a gap',
      {
        royaltyRate: '',
        tiers: [
          { from: '0', to: '100', rate: '3' },
          { from: '200', to: '', rate: '4' },
        ],
      },
      { 'tiers[1].from': ['terms.tiers_apart'] },
    ],
    [
      'tiers after one without end',
      {
        royaltyRate: '',
        tiers: [
          { from: '0', to: '', rate: '3' },
          { from: '200', to: '', rate: '4' },
        ],
      },
      { 'tiers[1].from': ['terms.tiers_apart'] },
    ],
    [
      'a tier upside down',
      {
        royaltyRate: '',
        tiers: [
          { from: '', to: '100', rate: '3' },
          { from: '', to: '50', rate: '4' },
        ],
      },
      { 'tiers[1].to': ['terms.tier_order'] },
    ],
    ['a minimum above the cap', { minimum: '10', totalCap: '9' }, { minimum: ['terms.minimum_above_cap'] }],
    ['a cap of nothing', { royaltyRate: '', totalCap: '9' }, { totalCap: ['terms.cap_alone'] }],
    ['a day that is none', { endsOn: '2031-13-01', termYears: '' }, { endsOn: ['date'] }],
  ])('are refused with %s', (_said, more, expected) => {
    expect(faults(read(more))).toEqual(expected)
  })

  it('of an assignment have neither exclusivity nor sublicences, whatever was sent', () => {
    expect(read({ rightKind: 'ownership', exclusivity: 'exclusive', sublicence: 'free' })).toMatchObject({
      ok: true,
      value: { exclusivity: null, sublicence: null },
    })
  })

  it('may give the technology away where that is said', () => {
    expect(read({ upfront: '', royaltyRate: '', free: 'on' }).ok).toBe(true)
  })
})

const text = (longest: number) => fc.string({ maxLength: longest, unit: 'grapheme-ascii' }).map((one) => one.trim())
const amount = fc.integer({ min: 1, max: 1_000_000_000_000 })
const percent = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => String(hundredths / 10_000))

/** Terms that keep all rules. */
const anyTerms: fc.Arbitrary<Terms> = fc
  .record({
    use: fc.boolean(),
    currency: fc.constantFrom('VND' as const, 'USD' as const),
    upfront: amount,
    steps: fc.array(amount, { maxLength: 4 }),
    names: fc.uniqueArray(fc.constantFrom('Chạy thử', 'Nghiệm thu', 'Bán lô đầu', 'Cấp phép'), { maxLength: 4 }),
    rate: percent,
    tiered: fc.boolean(),
    minimum: fc.option(fc.integer({ min: 1, max: 1000 })),
    cap: fc.option(fc.integer({ min: 1000, max: 1_000_000 })),
    free: text(30),
    years: fc.constantFrom(null, '5', '7.5'),
  })
  .map(({ use, currency, upfront, steps, names, rate, tiered, minimum, cap, free, years }) => {
    let from = 0
    const tiers = tiered
      ? [
          ...steps.map((step) => ({ from, to: (from += step), rate })),
          { from: steps.reduce((so, one) => so + one, 0), to: null, rate },
        ]
      : []
    return {
      ...someTerms,
      rightKind: use ? 'use' : 'ownership',
      exclusivity: use ? 'sole' : null,
      sublicence: use ? 'with_consent' : null,
      currency,
      upfront,
      milestones: names.map((name, at) => ({ name, year: String(at), amount: upfront })),
      royaltyRate: tiered ? null : rate,
      tiers,
      minimum,
      totalCap: cap,
      otherConditions: free,
      termYears: years,
    }
  })

describe('terms', () => {
  it('come back from the form as they are, in both languages, with the same hash', () => {
    fc.assert(
      fc.property(anyTerms, fc.constantFrom('vi' as const, 'en' as const), (terms, language) => {
        const typed = typedTerms(terms, language)
        const again = readTerms(terms.free ? typed : { ...typed, free: undefined }, language)
        expect(again).toEqual({ ok: true, value: terms })
        if (again.ok) expect(hashOfTerms(again.value)).toBe(hashOfTerms(terms))
      }),
      { numRuns: 200 },
    )
  })

  it('have one hash whatever the order of their fields, and another for other terms', () => {
    const reversed = Object.fromEntries(Object.entries(someTerms).reverse()) as Terms
    expect(hashOfTerms(reversed)).toBe(hashOfTerms(someTerms))
    expect(hashOfTerms({ ...someTerms, upfront: 1 })).not.toBe(hashOfTerms(someTerms))
  })

  it('lose no coin between minor units and whole ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e15 }),
        fc.constantFrom('VND' as const, 'USD' as const),
        (minor, currency) => {
          expect(minorUnitsOf(wholeUnits({ amount: minor, currency }), currency)).toBe(minor)
        },
      ),
    )
    expect([wholeUnits({ amount: 5, currency: 'USD' }), wholeUnits({ amount: 150, currency: 'USD' })]).toEqual([
      '0.05',
      '1.5',
    ])
  })

  it('are checked when they come from elsewhere than the form, too', () => {
    expect(termsSchema.safeParse({ ...someTerms, rightKind: 'ownership' }).success).toBe(false)
    expect(termsSchema.safeParse({ ...someTerms, probability: 1 }).success).toBe(false)
    expect(termsSchema.safeParse(someTerms).success).toBe(true)
  })

  it('tell a valuation amounts in whole units, and when they end', () => {
    const dated = { ...someTerms, effectiveOn: '2027-01-31', termYears: '2.5' }
    expect(asOffered(dated)).toMatchObject({ end: '2029-07-30', years: null, upfront: '500000000' })
    expect(asOffered({ ...someTerms, effectiveOn: null, termYears: '5' })).toMatchObject({ end: null, years: '5' })
    expect(asOffered({ ...someTerms, endsOn: '2031-12-31', termYears: null })).toMatchObject({ end: '2031-12-31' })
    expect(asOffered({ ...someTerms, currency: 'USD', upfront: 12_345 })).toMatchObject({ upfront: '123.45' })
    expect(Object.keys(asOffered({ ...someTerms, upfront: null, royaltyRate: null, free: true }))).toEqual([
      'currency',
      'end',
      'years',
    ])
  })

  it('differ by parts; the same figures in another currency are other amounts', () => {
    expect(changedParts(someTerms, someTerms)).toEqual([])
    expect(changedParts(someTerms, { ...someTerms, royaltyRate: '0.05', territories: ['Gia Lai'] })).toEqual([
      'territories',
      'royaltyRate',
    ])
    expect(changedParts(someTerms, { ...someTerms, currency: 'USD' })).toEqual(['currency', 'upfront'])
  })
})
