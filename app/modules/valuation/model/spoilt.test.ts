import { describe, expect, it } from 'vitest'
import { reconciledModel } from '../../../../tests/support/valuation-model.ts'
import { type ValuationModel } from './document.ts'
import { evaluateModel } from './evaluate.ts'
import { parseModel } from './parse.ts'
import { sensitivityOf } from './sensitivity.ts'
import { simulateModel } from './simulate.ts'

/** What files and forms may hold instead. */
const odd = ['', '0', '-1', '9'.repeat(30), `0.${'0'.repeat(29)}1`, null, NaN, -1, []]

/** The document with each value in turn, however deep, replaced by each odd one or left out. */
function spoilt(value: unknown): unknown[] {
  if (Array.isArray(value))
    return [
      ...odd,
      ...value.flatMap((one: unknown, at) => spoilt(one).map((other) => value.with(at, other) as unknown[])),
    ]
  if (typeof value === 'object' && value !== null)
    return [
      ...odd,
      ...Object.entries(value).flatMap(([name, one]) =>
        [...spoilt(one), undefined].map((other) => ({ ...value, [name]: other })),
      ),
    ]
  return odd
}

/** Where in an answer there is a number that is none. */
function noNumber(value: unknown, path = 'answer'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.entries(value).flatMap(([name, one]) => noNumber(one, `${path}.${name}`))
}

/** The model is written out only where it is to be looked at. */
function mustBeNumbers(answer: unknown, model: ValuationModel): void {
  const paths = noNumber(answer)
  if (paths.length > 0) throw new Error(`${paths.join(', ')}: ${JSON.stringify(model)}`)
}

const models = (given: unknown): ValuationModel[] =>
  // Every second one: of an odd number of values, so that each place meets half of them.
  spoilt(given).flatMap((one, at) => {
    if (at % 2 === 1) return []
    const read = parseModel(one)
    if (!read.ok) expect(read.faults.length).toBeGreaterThan(0)
    return read.ok ? [read.value] : []
  })

describe('a model spoilt anywhere', () => {
  const whole = reconciledModel()
  // What is uncertain, which makes it read many times, is spoilt by itself below.
  const certain = { ...whole, inputs: whole.inputs.map(({ uncertainty: _, ...input }) => input) }

  it('is read with faults, or answered in numbers and refusals', () => {
    const read = models(certain)
    expect(read.length).toBeGreaterThan(100)
    for (const model of read) {
      mustBeNumbers(evaluateModel(model), model)
      mustBeNumbers(sensitivityOf(model, null), model)
    }
  })

  it('is simulated in numbers or refused', () => {
    const uncertain = { ...whole, inputs: whole.inputs.slice(0, 3) }
    for (const inputs of spoilt(uncertain.inputs).filter(Array.isArray)) {
      const read = parseModel({ ...whole, inputs: [...(inputs as unknown[]), ...whole.inputs.slice(3)] })
      if (!read.ok) continue
      for (const { simulation, contribution } of simulateModel(read.value).targets)
        mustBeNumbers([simulation, contribution], read.value)
    }
  })
})
