import { describe, expect, it } from 'vitest'
import { industries, scienceFields } from '#classifications'
import { benchmarksFor, rateBenchmarks } from './benchmarks.ts'

describe('published rates', () => {
  it('are of ordered figures, with licences that add up to what the source states', () => {
    for (const { low, median, high } of [...rateBenchmarks.industries, rateBenchmarks.all]) {
      expect(low).toBeLessThan(median)
      expect(median).toBeLessThan(high)
      expect(high).toBeLessThan(1)
    }
    const licences = rateBenchmarks.industries.reduce((sum, one) => sum + one.licences, 0)
    expect(licences).toBe(rateBenchmarks.all.licences)
    const widest = rateBenchmarks.industries.map(({ high }) => high)
    expect(Math.max(...widest)).toBe(rateBenchmarks.all.high)
  })

  it('name fields and industries that the classifications have, and are named once', () => {
    const fields = new Set(scienceFields.map(({ code }) => code))
    const sections = new Set(industries.map(({ code }) => code))
    for (const one of rateBenchmarks.industries) {
      expect([...one.fields].filter((code) => !fields.has(code))).toEqual([])
      expect([...one.industries].filter((code) => !sections.has(code))).toEqual([])
    }
    const ids = rateBenchmarks.industries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are found by field, else by industry, else not', () => {
    const found = (...given: Parameters<typeof benchmarksFor>) => benchmarksFor(...given).map(({ id }) => id)
    expect(found(['207'], ['C'])).toEqual(['energy_environment'])
    expect(found(['211'], [])).toEqual(['food'])
    expect(found(['3'], [])).toEqual(['pharma_biotech'])
    expect(found(['601'], ['K'])).toEqual(['internet', 'software', 'telecom'])
    expect(found(['601'], ['Q'])).toEqual([])
  })
})
