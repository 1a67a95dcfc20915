import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputRefusal } from '#modules/valuation'
import { type Inputs, isRecord } from './risk-inputs.ts'
import { riskMethods } from './risk.ts'

interface Vector {
  id: string
  method: string
  inputs: Inputs
  outputs: Inputs
}

/** Beside the project, or beside the folder its working trees are in. */
const file = ['..', '../..']
  .map((up) => join(process.cwd(), up, 'shared', 'domain', 'valuation-vectors.json'))
  .find((path) => existsSync(path))
const vectors = file ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }).vectors : []
const byId = new Map(vectors.map(({ id, inputs }) => [id, inputs]))
const ours = vectors.filter(({ method }) => Object.hasOwn(riskMethods, method))

/** Paths of the figures that differ by more than 1e-6·max(1, |x|). */
function differences(path: string, expected: unknown, got: unknown): string[] {
  if (typeof expected === 'number')
    return typeof got === 'number' && Math.abs(got - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
      ? []
      : [`${path}: expected ${expected}, got ${String(got)}`]
  if (Array.isArray(expected))
    return Array.isArray(got) && got.length === expected.length
      ? expected.flatMap((one, at) => differences(`${path}[${at}]`, one, got[at]))
      : [`${path}: lists differ`]
  if (isRecord(expected))
    return isRecord(got)
      ? Object.entries(expected).flatMap(([name, one]) => differences(`${path}.${name}`, one, got[name]))
      : [`${path}: nothing there`]
  return expected === got ? [] : [`${path}: expected ${String(expected)}, got ${String(got)}`]
}

const run = (method: string, inputs: Inputs): Inputs => riskMethods[method]?.(inputs, byId) ?? {}

describe.skipIf(!file)('vectors of risk (skipped where ../shared/domain is absent)', () => {
  it('finds those of each method', () => {
    expect(ours.map(({ id }) => id)).toEqual(['dist-01', 'dist-02', 'dist-03', 'mc-01', 'tor-01', 'ro-01', 'ro-02'])
  })

  it.each(ours)('$id is equal', ({ method, inputs, outputs }) => {
    expect(differences('outputs', outputs, run(method, inputs))).toEqual([])
  })

  it('says which figure differs', () => {
    const vector = ours.find(({ id }) => id === 'ro-01')
    const got = run('black_scholes_merton', vector?.inputs ?? {})
    expect(differences('outputs', { ...vector?.outputs, call: 1617.49 }, got)).toHaveLength(1)
  })
})

const odd = [NaN, Infinity, -Infinity, -1, 0, 1, -0.5, 1e308, 1e-320, null, 'x', [], {}, [NaN], true]

/** The inputs with each value in turn, however deep, replaced by each odd one. */
function spoilt(value: unknown): unknown[] {
  if (Array.isArray(value))
    return [
      ...odd,
      ...value.flatMap((one: unknown, at) => spoilt(one).map((other) => value.with(at, other) as unknown[])),
    ]
  if (isRecord(value))
    return [
      ...odd,
      ...Object.entries(value).flatMap(([name, one]) => spoilt(one).map((other) => ({ ...value, [name]: other }))),
    ]
  return odd
}

/** Where among the outputs asked for there is a number that is none. */
function noNumber(path: string, asked: unknown, got: unknown): string[] {
  if (typeof got === 'number') return Number.isFinite(got) ? [] : [path]
  if (!isRecord(asked) && !Array.isArray(asked)) return []
  return Object.entries(asked).flatMap(([name, one]) =>
    typeof got === 'object' && got !== null ? noNumber(`${path}.${name}`, one, Reflect.get(got, name)) : [],
  )
}

describe.skipIf(!file)('spoilt vectors', () => {
  it.each(ours)('$id is answered in numbers or refused', ({ method, inputs, outputs }) => {
    // As many trials as show it.
    const few = method === 'monte_carlo' ? { ...inputs, trials: 50 } : inputs
    for (const other of spoilt(few).filter(isRecord)) {
      try {
        expect(noNumber('outputs', outputs, run(method, other)), JSON.stringify(other)).toEqual([])
      } catch (error) {
        if (!(error instanceof InputRefusal)) throw error
      }
    }
  })
})

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
    for (const { method, inputs } of ours) expect(() => JSON.stringify(run(method, inputs))).not.toThrow()
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
