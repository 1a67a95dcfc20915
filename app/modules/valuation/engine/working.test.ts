import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalReasons } from './checks.ts'
import { stepLabels, warningCodes } from './labels.ts'
import { netPresentValue } from './discounting.ts'
import { figure, total, worked } from './working.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'labels.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

const uses = (key: string) => sources.split(`'${key}'`).length - 1

describe('keys', () => {
  it('names each step, warning and reason once and uses all of them', () => {
    expect(new Set(stepLabels).size).toBe(stepLabels.length)
    expect(stepLabels.filter((label) => uses(label) === 0)).toEqual([])
    expect(warningCodes.filter((code) => uses(code) === 0)).toEqual([])
    // A reason stands once in the list of reasons itself.
    expect(refusalReasons.filter((reason) => uses(reason) < 2)).toEqual([])
  })
})

describe('total', () => {
  it('keeps what plain addition loses', () => {
    expect(total([1e16, 1, -1e16])).toBe(1)
    expect(total(Array.from({ length: 10 }, () => 0.1))).toBe(1)
    expect(total([])).toBe(0)
  })

  it('does not depend on the order by more than rounding', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 40 }), (values) => {
        const size = total(values.map(Math.abs))
        expect(Math.abs(total(values) - total([...values].reverse()))).toBeLessThanOrEqual(1e-15 * size)
      }),
    )
  })
})

describe('figures in the working', () => {
  it.each([
    [0.22, '0.22'],
    [-0.1, '(-0.1)'],
    [1747.33799123456, '1747.337991'],
    [0.1 + 0.2, '0.3'],
    [2e15, '2000000000000000'],
  ])('%d as %s', (value, text) => {
    expect(figure(value)).toBe(text)
  })
})

describe('what leaves the engine', () => {
  it('is never infinite or no number', () => {
    expect(() => worked({ deep: [{ value: NaN }] }, [])).toThrow('result.deep[0].value: overflow')
    expect(() => netPresentValue({ cashFlows: [1e308, 1e308], rate: -0.5 })).toThrow('overflow')
  })
})
