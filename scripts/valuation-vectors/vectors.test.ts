import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputRefusal } from '#modules/valuation'
import { judge, lineOf } from './compare.ts'
import { isRecord } from './given.ts'
import { methods } from './methods.ts'
import { Mistake, readVectors, type Vector } from './vector.ts'

/** Beside the project, or beside the folder its working trees are in. */
const file = ['..', '../..']
  .map((up) => join(process.cwd(), up, 'shared', 'domain', 'valuation-vectors.json'))
  .find((path) => existsSync(path))
const none = new Map<string, never>()
const verdictOf = (vector: Vector) => lineOf(vector, judge(vector, methods, none))

const odd = [NaN, Infinity, -Infinity, -1, 0, 1, -0.5, 1e308, 1e-320, null, 'x', [], {}, [NaN], true]

/** The inputs with each value in turn, however deep, replaced by each odd one. */
function spoiltInputs(value: unknown): unknown[] {
  if (Array.isArray(value))
    return [
      ...odd,
      ...value.flatMap((one: unknown, at) => spoiltInputs(one).map((other) => value.with(at, other) as unknown[])),
    ]
  if (isRecord(value))
    return [
      ...odd,
      ...Object.entries(value).flatMap(([name, one]) =>
        spoiltInputs(one).map((other) => ({ ...value, [name]: other })),
      ),
    ]
  return odd
}

/** Where among the outputs asked for there is a number that is none. */
function noNumberIn(asked: unknown, got: unknown, path = ''): string[] {
  if (typeof got === 'number') return Number.isFinite(got) ? [] : [path]
  if (!isRecord(asked) && !Array.isArray(asked)) return []
  return Object.entries(asked).flatMap(([name, one]) =>
    typeof got === 'object' && got !== null ? noNumberIn(one, Reflect.get(got, name), `${path}.${name}`) : [],
  )
}

/** As few trials as show it. */
const withFewTrials = ({ inputs }: Vector) => ('trials' in inputs ? { ...inputs, trials: 50 } : inputs)

const tab = {
  id: 'tab',
  method: 'tax_amortisation_benefit',
  inputs: { pv_before_tab: 1000, rate: 0.15, tax_rate: 0.2, amort_years: 10 },
  outputs: { annuity_factor: 5.018769, tab: 111.574727 },
}

describe.skipIf(!file)('the vectors of the domain (skipped where ../shared is absent)', () => {
  const vectors = file ? readVectors(file) : []
  const byId = new Map(vectors.map(({ id, inputs }) => [id, inputs]))

  it('are there, each with its method', () => {
    expect(vectors.length).toBeGreaterThan(0)
    expect(vectors.filter(({ method }) => !Object.hasOwn(methods, method))).toEqual([])
  })

  it.each(vectors)('$id of $method', (vector) => {
    expect(lineOf(vector, judge(vector, methods, byId))).toBe(`${vector.id} (${vector.method}): equal`)
  })

  it.each(vectors)('$id spoilt is answered or refused', (vector) => {
    for (const spoilt of spoiltInputs(withFewTrials(vector)).filter(isRecord)) {
      try {
        expect(noNumberIn(vector.outputs, methods[vector.method]?.(spoilt, byId))).toEqual([])
      } catch (error) {
        if (!(error instanceof InputRefusal)) throw new Error(JSON.stringify(spoilt), { cause: error })
      }
    }
  })
})

describe('a vector', () => {
  it('is equal within the rounding of its figures', () => {
    expect(verdictOf(tab)).toBe('tab (tax_amortisation_benefit): equal')
  })

  it('differs at its first wrong figure', () => {
    expect(verdictOf({ ...tab, outputs: { annuity_factor: 5.018769, tab: 111.58, fair_value: 0 } })).toMatch(
      /^tab \(tax_amortisation_benefit\): differs at outputs\.tab: expected 111\.58, got 111\.5747/,
    )
    const npv = { id: 'n', method: 'npv', inputs: { cash_flows: [1, 1], rate: 0 } }
    expect(verdictOf({ ...npv, outputs: { discount_factors_end: [1, 2] } })).toContain(
      'differs at outputs.discount_factors_end[1]: expected 2, got 1',
    )
    expect(verdictOf({ ...npv, outputs: { discount_factors_end: [1] } })).toContain('.length: expected 1, got 2')
    expect(verdictOf({ ...npv, outputs: { colour: 'red' } })).toContain('outputs.colour: expected "red", got nothing')
  })

  it('may be refused, and may want to be', () => {
    const refused = { ...tab, inputs: { ...tab.inputs, rate: -1 } }
    expect(verdictOf(refused)).toBe('tab (tax_amortisation_benefit): refused, rate: rate_at_or_below_minus_one')
    expect(verdictOf({ ...refused, outputs: { refusal: true } })).toContain('equal')
    expect(verdictOf({ ...refused, outputs: { refusal: { reason: 'negative' } } })).toContain(
      'differs at outputs.refusal.reason: expected "negative", got "rate_at_or_below_minus_one"',
    )
    expect(verdictOf({ ...tab, outputs: { refusal: true } })).toContain('expected a refusal, got a result')
    expect(verdictOf({ ...tab, inputs: { ...tab.inputs, tax_rate: 'a fifth' } })).toContain('taxRate: not_a_number')
  })

  it('may name a method that is not there', () => {
    expect(verdictOf({ ...tab, method: 'toString' })).toBe('tab (toString): there is no method of this name')
  })
})

describe('a file of vectors', () => {
  it('must be there', () => {
    expect(() => readVectors('no/such/file.json')).toThrow(Mistake)
  })
})
