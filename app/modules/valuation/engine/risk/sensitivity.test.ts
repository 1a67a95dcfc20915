import { describe, expect, it } from 'vitest'
import { spider, tornado, twoWayTable } from './sensitivity.ts'
import { type Model } from './simulation.ts'

/** price·quantity/(1 + rate) */
const model: Model = ([price = 0, quantity = 0, rate = 0]) => (price * quantity) / (1 + rate)
const inputs = [
  { name: 'price', base: 10 },
  { name: 'quantity', base: 100 },
  { name: 'rate', base: 0.25 },
]

describe('tornado', () => {
  it('sorts by swing, keeps the order of equals, and turns inputs that lower the value', () => {
    const { result, steps } = tornado({ inputs, model, variation: 0.2 })
    expect(result.baseValue).toBe(800)
    expect(result.bars.map(({ name }) => name)).toEqual(['price', 'quantity', 'rate'])
    expect(result.bars[0]).toMatchObject({
      lowCaseInput: 8,
      highCaseInput: 12,
      swing: expect.closeTo(320, 9) as number,
    })
    expect(result.bars[2]?.lowCaseInput).toBeCloseTo(0.3, 12)
    expect(result.bars[2]?.highValue).toBeCloseTo(1000 / 1.2, 9)
    expect(steps).toHaveLength(10)
    expect(steps[3]).toMatchObject({ label: 'swing', symbol: 'Δ(price)', formula: '|V⁺ − V⁻|', numbers: '|960 − 640|' })
  })

  it('takes ranges of each input', () => {
    const ranged = [{ name: 'price', base: 10, low: 9, high: 30 }, ...inputs.slice(1)]
    const { bars } = tornado({ inputs: ranged, model, variation: 0.1 }).result
    expect(bars[0]).toMatchObject({ name: 'price', lowValue: 720, highValue: 2400 })
  })

  it('warns where nothing varies', () => {
    expect(tornado({ inputs, model: () => 3, variation: 0.2 }).warnings).toEqual([
      { code: 'nothing_varies', values: {} },
    ])
  })

  it('refuses what it cannot be given', () => {
    expect(() => tornado({ inputs: [], model, variation: 0.2 })).toThrow('inputs: empty_series')
    expect(() => tornado({ inputs, model })).toThrow('variation: missing')
    expect(() => tornado({ inputs, model, variation: 0 })).toThrow('variation: not_positive')
    expect(() => tornado({ inputs: [{ name: 'x', base: NaN }], model, variation: 0.2 })).toThrow(
      'inputs[0].base: not_a_number',
    )
    expect(() => tornado({ inputs: [...inputs, ...inputs], model, variation: 0.2 })).toThrow(
      'inputs[3].name: name_repeated',
    )
    expect(() => tornado({ inputs, model: () => NaN, variation: 0.2 })).toThrow('model: not_a_number')
    const low = [{ name: 'price', base: 1, low: Infinity, high: 2 }]
    expect(() => tornado({ inputs: low, model })).toThrow('inputs[0].low: infinite')
  })
})

describe('spider', () => {
  it('follows each input over its changes, with its elasticity', () => {
    const { result } = spider({ inputs, model, changes: [-0.2, 0, 0.2] })
    expect(result.lines.map(({ points }) => points.map(({ value }) => Math.round(value)))).toEqual([
      [640, 800, 960],
      [640, 800, 960],
      [833, 800, 769],
    ])
    expect(result.lines[0]?.elasticity).toBeCloseTo(1, 9)
    // −rate/(1 + rate)
    expect(result.lines[2]?.elasticity).toBeCloseTo(-0.2, 4)
  })

  it('has no elasticity at a value of zero, and needs changes', () => {
    expect(spider({ inputs, model: () => 0, changes: [0.1] }).result.lines[0]?.elasticity).toBeNull()
    expect(() => spider({ inputs, model, changes: [] })).toThrow('changes: empty_series')
  })
})

describe('two-way table', () => {
  const row = { name: 'price', values: [5, 10] }
  const column = { name: 'rate', values: [0, 0.25, 1] }

  it('crosses two inputs and leaves the others', () => {
    const { result, steps } = twoWayTable({ inputs, model, row, column })
    expect(result.values).toEqual([
      [500, 400, 250],
      [1000, 800, 500],
    ])
    expect(result.values[1]?.[1]).toBe(result.baseValue)
    expect(steps.map(({ value }) => value)).toEqual([800, 250, 1000])
  })

  it('refuses axes that are none', () => {
    expect(() => twoWayTable({ inputs, model, row, column: row })).toThrow('column.name: name_repeated')
    expect(() => twoWayTable({ inputs, model, row, column: { name: 'beta', values: [1] } })).toThrow(
      'column.name: unknown',
    )
    expect(() => twoWayTable({ inputs, model, row: { name: 'price', values: [] }, column })).toThrow(
      'row.values: empty_series',
    )
    expect(() => twoWayTable({ inputs, model, row, column: { name: 'rate', values: [-1] } })).toThrow('model: infinite')
  })
})
