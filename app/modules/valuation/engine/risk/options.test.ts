import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialOption, type LatticeInput } from './lattice.ts'
import { blackScholesMerton, type OptionInput } from './options.ts'
import { deferOption, projectOptions } from './real-options.ts'

const figure = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const anyOption = fc.record({
  value: figure(10, 1000),
  strike: figure(10, 1000),
  years: figure(0.1, 15),
  volatility: figure(0.1, 1),
  rate: figure(-0.02, 0.1),
  leakage: figure(0, 0.1),
})

describe('Black-Scholes-Merton', () => {
  it("gives Hull's examples", () => {
    // Hull, the European options on a stock of 42.
    const stock = blackScholesMerton({ value: 42, strike: 40, years: 0.5, volatility: 0.2, rate: 0.1 }).result
    expect(stock.d1).toBeCloseTo(0.7693, 4)
    expect(stock.d2).toBeCloseTo(0.6278, 4)
    expect(stock.call).toBeCloseTo(4.76, 2)
    expect(stock.put).toBeCloseTo(0.81, 2)
    // The option on an index of 930 with a yield of 3 %.
    const index = { value: 930, strike: 900, years: 2 / 12, volatility: 0.2, rate: 0.08, leakage: 0.03 }
    expect(blackScholesMerton(index).result.call).toBeCloseTo(51.83, 2)
    // The Greek letters of an option on a stock of 49 over 20 weeks.
    const greeks = blackScholesMerton({ value: 49, strike: 50, years: 20 / 52, volatility: 0.2, rate: 0.05 }).result
    expect(greeks.call).toBeCloseTo(2.4, 2)
    expect(greeks.deltaCall).toBeCloseTo(0.522, 3)
    expect(greeks.gamma).toBeCloseTo(0.066, 3)
    expect(greeks.vega).toBeCloseTo(12.1, 1)
    expect(greeks.thetaCall).toBeCloseTo(-4.31, 2)
    expect(greeks.rhoCall).toBeCloseTo(8.91, 2)
  })

  it('keeps put-call parity, C − P = S·e^(−qT) − K·e^(−rT)', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const { call, put, deltaCall, deltaPut } = blackScholesMerton(option).result
        const { value, strike, years, rate, leakage } = option
        expect(call - put).toBeCloseTo(value * Math.exp(-leakage * years) - strike * Math.exp(-rate * years), 9)
        expect(deltaCall - deltaPut).toBeCloseTo(Math.exp(-leakage * years), 12)
        expect(Math.min(call, put)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('has the derivatives it states', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const value = (change: Partial<OptionInput>) => blackScholesMerton({ ...option, ...change }).result
        const at = value({})
        const slope = (name: keyof typeof option, of: 'call' | 'put') => {
          const step = 1e-4 * Math.max(1, option[name])
          const [up, down] = [value({ [name]: option[name] + step }), value({ [name]: option[name] - step })]
          return (up[of] - down[of]) / (2 * step)
        }
        expect(slope('value', 'call')).toBeCloseTo(at.deltaCall, 4)
        expect(slope('value', 'put')).toBeCloseTo(at.deltaPut, 4)
        expect(slope('volatility', 'call') / (1 + at.vega)).toBeCloseTo(at.vega / (1 + at.vega), 3)
        expect(slope('rate', 'put') / 1000).toBeCloseTo(at.rhoPut / 1000, 3)
        expect(slope('years', 'call') / 100).toBeCloseTo(-at.thetaCall / 100, 3)
      }),
    )
  })

  it('shows its working', () => {
    const { steps } = blackScholesMerton({
      value: 8000,
      strike: 10_000,
      years: 5,
      volatility: 0.4,
      rate: 0.04,
      leakage: 0.05,
    })
    expect(steps.map(({ symbol }) => symbol)).toEqual(['d1', 'd2', 'N(d1)', 'N(d2)', 'C', 'P'])
    expect(steps[0]?.numbers).toBe('[ln(8000/10000) + (0.04 − 0.05 + 0.4²/2)·5]/(0.4·√5)')
  })

  it.each([
    [{ value: 0 }, 'value: not_positive'],
    [{ strike: -1 }, 'strike: not_positive'],
    [{ years: 0 }, 'years: not_positive'],
    [{ volatility: 0 }, 'volatility: not_positive'],
    [{ volatility: NaN }, 'volatility: not_a_number'],
    [{ rate: -1 }, 'rate: rate_at_or_below_minus_one'],
    [{ leakage: Infinity }, 'leakage: infinite'],
  ])('refuses %o', (change, said) => {
    const option = { value: 1, strike: 1, years: 1, volatility: 0.3, rate: 0.1 }
    expect(() => blackScholesMerton({ ...option, ...change })).toThrow(said)
    expect(() => binomialOption({ ...option, steps: 3, kind: 'call', exercise: 'american', ...change })).toThrow(said)
  })
})

describe('Cox-Ross-Rubinstein', () => {
  it("gives Hull's examples", () => {
    const five: LatticeInput = {
      value: 50,
      strike: 50,
      years: 5 / 12,
      volatility: 0.4,
      rate: 0.1,
      steps: 5,
      kind: 'put',
      exercise: 'american',
    }
    const { result } = binomialOption(five)
    expect(result.value).toBeCloseTo(4.49, 2)
    expect([result.up, result.down, result.probability]).toEqual([
      expect.closeTo(1.1224, 4),
      expect.closeTo(0.8909, 4),
      expect.closeTo(0.5073, 4),
    ])
    // The same put on ever finer trees, as tabulated.
    expect(binomialOption({ ...five, steps: 30 }).result.value).toBeCloseTo(4.263, 3)
    expect(binomialOption({ ...five, steps: 100 }).result.value).toBeCloseTo(4.278, 3)
    expect(binomialOption({ ...five, steps: 500 }).result.value).toBeCloseTo(4.283, 3)
  })

  it('nears Black-Scholes-Merton', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const exact = blackScholesMerton(option).result
        for (const kind of ['call', 'put'] as const) {
          const { value } = binomialOption({ ...option, steps: 400, kind, exercise: 'european' }).result
          expect(Math.abs(value - exact[kind])).toBeLessThan(0.004 * (option.value + option.strike))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is worth at least the European and at least exercising at once, where it may be exercised early', () => {
    fc.assert(
      fc.property(
        anyOption,
        fc.integer({ min: 20, max: 60 }),
        fc.constantFrom('call', 'put'),
        (option, steps, kind) => {
          const european = binomialOption({ ...option, steps, kind, exercise: 'european' }).result.value
          const american = binomialOption({ ...option, steps, kind, exercise: 'american' }).result
          const now = kind === 'call' ? option.value - option.strike : option.strike - option.value
          expect(american.value).toBeGreaterThanOrEqual(european - 1e-9)
          expect(american.value).toBeGreaterThanOrEqual(now)
          if (american.exerciseNow) expect(american.value).toBe(now)
        },
      ),
    )
  })

  it('never exercises a call early without leakage', () => {
    const option = { value: 120, strike: 100, years: 2, volatility: 0.3, rate: 0.05, steps: 10, kind: 'call' } as const
    const american = binomialOption({ ...option, exercise: 'american' }).result
    expect(american.value).toBeCloseTo(binomialOption({ ...option, exercise: 'european' }).result.value, 10)
    expect(
      american.nodes
        ?.slice(0, -1)
        .flat()
        .some(({ exercise }) => exercise),
    ).toBe(false)
    expect(american.nodes?.map((level) => level.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(binomialOption({ ...option, steps: 13, exercise: 'american' }).result.nodes).toBeUndefined()
  })

  it('refuses steps too coarse for its rate, and words it does not know', () => {
    const option: LatticeInput = {
      value: 1,
      strike: 1,
      years: 10,
      volatility: 0.05,
      rate: 0.2,
      steps: 2,
      kind: 'call',
      exercise: 'european',
    }
    expect(() => binomialOption(option)).toThrow('steps: probability_outside_zero_to_one')
    expect(binomialOption({ ...option, steps: 200 }).result.value).toBeGreaterThan(0)
    expect(() => binomialOption({ ...option, steps: 0 })).toThrow('steps: out_of_range')
    expect(() => binomialOption({ ...option, steps: 2.5 })).toThrow('steps: not_whole')
    expect(() => binomialOption({ ...option, steps: 200, kind: 'swap' as 'call' })).toThrow('kind: unknown')
    expect(() => binomialOption({ ...option, steps: 200, exercise: 'asian' as 'american' })).toThrow(
      'exercise: unknown',
    )
  })
})

describe('real options', () => {
  const project = { projectValue: 8000, years: 5, volatility: 0.4, rate: 0.04, leakage: 0.05 }

  it('to wait is an American call over the static value', () => {
    const { result, steps } = deferOption({ ...project, investment: 10_000 })
    expect(result).toMatchObject({ staticValue: 0, exerciseNow: false })
    expect(result.valueWithOptions).toBeCloseTo(1757.193032, 6)
    expect(steps.at(-1)).toMatchObject({ label: 'flexibility_value', value: result.flexibilityValue })
    const rich = deferOption({ ...project, investment: 1000, leakage: 0.3 }).result
    expect(rich).toMatchObject({ exerciseNow: true, staticValue: 7000, flexibilityValue: 0 })
  })

  it('to abandon is an American put, to expand an American call on the part', () => {
    const abandon = projectOptions({ ...project, abandon: { salvage: 3000 } }).result
    expect(abandon.flexibilityValue).toBeCloseTo(258.668458, 6)
    expect(abandon.valueWithOptions).toBeCloseTo(8258.668458, 6)
    const expand = projectOptions({ ...project, expand: { part: 0.5, cost: 5000 } }).result
    const call = { ...project, value: 4000, strike: 5000, steps: 200, kind: 'call', exercise: 'american' } as const
    expect(expand.flexibilityValue).toBeCloseTo(binomialOption(call).result.value, 8)
    expect(expand.choice).toBe('wait')
  })

  it('together are worth no more than their sum and no less than the best of them', () => {
    const rights = {
      expand: { part: 0.5, cost: 4000 },
      contract: { part: 0.4, saving: 3000 },
      abandon: { salvage: 6000 },
    }
    const worth = (chosen: Partial<typeof rights>) => projectOptions({ ...project, ...chosen }).result.flexibilityValue
    const each = Object.entries(rights).map(([name, right]) => worth({ [name]: right }))
    expect(worth(rights)).toBeLessThanOrEqual(each.reduce((sum, value) => sum + value, 0))
    expect(worth(rights)).toBeGreaterThanOrEqual(Math.max(...each))
  })

  it('say which to use at once', () => {
    expect(projectOptions({ ...project, rate: 0.1, abandon: { salvage: 20_000 } }).result).toMatchObject({
      choice: 'abandon',
      exerciseNow: true,
    })
    const low = projectOptions({ ...project, volatility: 0.05, leakage: 0, abandon: { salvage: 0 } })
    expect(low.warnings).toEqual([{ code: 'never_optimal', values: {} }])
  })

  it('grow with volatility', () => {
    const worth = (volatility: number) =>
      deferOption({ ...project, volatility, investment: 10_000 }).result.valueWithOptions
    expect(worth(0.5)).toBeGreaterThan(worth(0.4))
    expect(worth(0.4)).toBeGreaterThan(worth(0.3))
  })

  it('are refused by the name of what is wrong', () => {
    expect(() => deferOption({ ...project, investment: 0 })).toThrow('investment: not_positive')
    expect(() => deferOption({ ...project, projectValue: -1, investment: 1 })).toThrow('projectValue: not_positive')
    expect(() => projectOptions(project)).toThrow('options: nothing_to_value')
    expect(() => projectOptions({ ...project, expand: { part: 0, cost: 1 } })).toThrow('expand.part: not_positive')
    expect(() => projectOptions({ ...project, contract: { part: 1.1, saving: 1 } })).toThrow(
      'contract.part: out_of_range',
    )
    expect(() => projectOptions({ ...project, abandon: { salvage: -1 } })).toThrow('abandon.salvage: negative')
  })
})
