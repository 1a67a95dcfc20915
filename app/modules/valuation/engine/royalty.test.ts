import { describe, expect, it } from 'vitest'
import {
  positionInRange,
  profitSplitRoyalty,
  quarterRule,
  royaltyAtPosition,
  royaltyRange,
  scorecard,
} from './royalty.ts'

const criteria = [
  { key: 'technical_merit', weight: 0.2, score: 4 },
  { key: 'ip_strength', weight: 0.2, score: 3 },
  { key: 'market', weight: 0.2, score: 5 },
  { key: 'advantage', weight: 0.15, score: 4 },
  { key: 'readiness', weight: 0.15, score: 3 },
  { key: 'team', weight: 0.1, score: 2 },
]
const observations = [0.01, 0.02, 0.04, 0.07, 0.08, 0.09, 0.1, 0.12].map((rate) => ({ rate }))
const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code)

describe('profit split', () => {
  it('shares the operating profit', () => {
    expect(profitSplitRoyalty({ operatingMargin: 0.16, licensorShare: 0.25 }).result).toBe(0.04)
    expect(codes(profitSplitRoyalty({ operatingMargin: 0.16, licensorShare: 0.25 }))).toEqual([
      'quarter_rule_is_no_evidence',
    ])
    expect(codes(profitSplitRoyalty({ operatingMargin: 0.16, licensorShare: 0.3 }))).toEqual([])
    expect(() => profitSplitRoyalty({ operatingMargin: -0.1, licensorShare: 0.25 })).toThrow(
      'operatingMargin: out_of_range',
    )
  })

  it('is beside a quarter only a check', () => {
    const near = quarterRule({ operatingMargin: 0.2, royaltyRate: 0.06 })
    expect(near.result).toEqual({ royaltyRate: 0.05, shareTaken: 0.3 })
    expect(codes(near)).toEqual(['quarter_rule_is_no_evidence'])
    expect(codes(quarterRule({ operatingMargin: 0.05, royaltyRate: 0.06 }))).toEqual([
      'quarter_rule_is_no_evidence',
      'royalty_beyond_quarter_rule',
    ])
    expect(() => quarterRule({ operatingMargin: 0, royaltyRate: 0.1 })).toThrow('operatingMargin: out_of_range')
  })
})

describe('scorecard', () => {
  it('places a rate in its range', () => {
    const { result } = scorecard({ criteria, royalties: { low: 0.02, high: 0.07 } })
    expect(result.score).toBeCloseTo(3.65, 14)
    expect(result.index).toBeCloseTo(66.25, 12)
    expect(result.royaltyRate).toBeCloseTo(0.053125, 14)
    expect(scorecard({ criteria }).result.royaltyRate).toBeNull()
    const best = criteria.map((one) => ({ ...one, score: 10 }))
    expect(scorecard({ criteria: best, scale: [0, 10] }).result.index).toBe(100)
  })

  it.each([
    [{ criteria: [] }, 'criteria: empty_series'],
    [{ criteria: criteria.slice(1) }, 'criteria.weight: shares_not_one'],
    [{ criteria: [{ key: 'a', weight: 1, score: 6 }] }, 'criteria[0].score: out_of_range'],
    [{ criteria: [{ key: 'a', weight: -1, score: 3 }] }, 'criteria[0].weight: out_of_range'],
    [{ criteria, scale: [5, 1] as [number, number] }, 'scale: low_above_high'],
    [{ criteria, royalties: { low: 0.07, high: 0.02 } }, 'royalties: low_above_high'],
  ])('refuses %j', (given, message) => {
    expect(() => scorecard(given)).toThrow(message)
  })
})

describe('royalty ranges', () => {
  it('are quartiles of type 7', () => {
    const { result, warnings } = royaltyRange({ observations })
    expect(result.lowerQuartile).toBeCloseTo(0.035, 14)
    expect(result.median).toBeCloseTo(0.075, 14)
    expect(result.upperQuartile).toBeCloseTo(0.0925, 14)
    expect(result.mean).toBeCloseTo(0.06625, 14)
    expect(warnings).toEqual([])
    expect(codes(royaltyRange({ observations: observations.slice(0, 4) }))).toEqual(['fewer_than_five_observations'])
  })

  it('place a rate and are read at a place', () => {
    const inside = positionInRange({ observations, royaltyRate: 0.075 })
    expect(inside.result).toBeCloseTo(0.5, 14)
    expect(codes(inside)).toEqual([])
    expect(positionInRange({ observations, royaltyRate: 0.3 })).toMatchObject({
      result: 1,
      warnings: [{ code: 'royalty_beyond_range' }],
    })
    expect(royaltyAtPosition({ observations, position: 0.25 }).result).toBeCloseTo(0.035, 14)
  })

  it.each([
    [{ observations: [] }, 'observations: empty_series'],
    [{ observations: [{ rate: 2 }] }, 'observations[0].rate: out_of_range'],
    [
      {
        observations: [
          { rate: 0.1, unit: 'net_sales' },
          { rate: 0.1, unit: 'profit' },
        ],
      },
      'observations[1].unit: mixed_units',
    ],
  ])('refuse %j', (given, message) => {
    expect(() => royaltyRange(given)).toThrow(message)
  })
})
