import { describe, expect, it } from 'vitest'
import { riskMethods } from './risk.ts'
import { type Inputs } from './vector.ts'

const run = (method: string, inputs: Inputs): Inputs => riskMethods[method]?.(inputs, new Map()) ?? {}

describe('vectors by other names', () => {
  const rates = { revenues: [100, 200], royalty_rate: 0.05, discount_rate: 0.1, tax_rate: 0.2 }

  it('takes a base written out, other distributions and correlation', () => {
    const outputs = run('monte_carlo', {
      base: rates,
      seed: 7,
      trials: 4000,
      variables: [
        { name: 'royalty', dist: 'pert', min: 0.04, mode: 0.05, max: 0.06 },
        { name: 'revenue', dist: 'lognormal', mean: 1, cv: 0.2 },
      ],
      correlation: [
        [1, 0.4],
        [0.4, 1],
      ],
    })
    // 100/1.1 + 200/1.21, times 5 %, after tax of 20 %.
    const middle = (100 / 1.1 + 200 / 1.21) * 0.05 * 0.8
    expect(Number(outputs['mean']) / middle).toBeGreaterThan(0.985)
    expect(Number(outputs['mean']) / middle).toBeLessThan(1.015)
    expect(Number(outputs['p97.5'])).toBeGreaterThan(Number(outputs['p2.5']))
    expect(Number(outputs['prob_above_9']) + Number(outputs['prob_below_9'])).toBe(1)
  })

  it('needs no base figure of what is drawn, and gives percentiles in a list of their own', () => {
    const outputs = run('monte_carlo', {
      revenues: [100],
      seed: 1,
      trials: 1000,
      royalty_rate: { dist: 'uniform', low: 0, high: 1 },
      discount_rate: { dist: 'discrete', values: [0.25], probabilities: [1] },
    })
    expect(Number(outputs['mean']) / 40).toBeCloseTo(1, 1)
    for (const name of ['p5', '5', '0.05'])
      expect(Reflect.get(outputs['percentiles'] as object, name)).toBe(outputs['p5'])
    expect(Reflect.get(outputs['prob_above'] as object, '40')).toBe(outputs['prob_above_40'])
    const crossed = { revenues: [100], discount_rate: 0.1, royalty_rate: { dist: 'triangular', a: 1, m: 0.5, b: 0.8 } }
    expect(() => run('monte_carlo', { ...crossed, seed: 1, trials: 10 })).toThrow('low_not_below_high')
  })

  it('takes ranges for a tornado, and plain cash flows', () => {
    const outputs = run('tornado', { cash_flows: [110], rate: 0.1, ranges: { rate: [0, 0.1], multiplier: 0.5 } })
    expect(outputs['base_value']).toBeCloseTo(100, 9)
    expect(outputs['items']).toMatchObject([
      { input: 'revenue_multiplier', swing: expect.closeTo(100, 9) as number },
      { input: 'discount_rate', low_case_input: 0.1, swing: expect.closeTo(10, 9) as number },
    ])
  })

  it('answers what has no figure in its name with nothing, so that outputs can be printed', () => {
    const outputs = run('uniform', { a: 0, b: 12 })
    expect(JSON.stringify(outputs)).toContain('"mean":6')
    expect(outputs).toMatchObject({ variance: 12, quantiles: {}, cdf: {} })
    expect(Reflect.get(outputs['quantiles'] as object, '0.25')).toBe(3)
    expect(Reflect.get(outputs['cdf'] as object, '9')).toBe(0.75)
  })

  it('takes one option by its kind', () => {
    const put = { S: 50, K: 52, T: 2, sigma: 0.3, r: 0.05, steps: 2, type: 'American put' }
    expect(run('binomial_crr', put)['value']).toBeCloseTo(7.4284, 4)
    expect(run('binomial_crr', put)['american_put_2']).toBe(run('binomial_crr', put)['price'])
  })

  it('refuses what is not there', () => {
    expect(() => run('monte_carlo', { base: 'no-such', seed: 1, trials: 10 })).toThrow('base: unknown')
    expect(() => run('triangular', { a: 0, b: 1 })).toThrow('m: missing')
    expect(() => run('tornado', { ...rates, inputs: ['beta'], variation: 0.1 })).toThrow('beta: unknown')
  })
})
