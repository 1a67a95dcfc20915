import { describe, expect, it } from 'vitest'
import { inNotation } from './notation.ts'

describe('inNotation', () => {
  it('writes decimals and lists of figures as the language does', () => {
    expect(inNotation('6400·(0.045 - 0.005)·(1 - 0.2)', 'vi')).toBe('6400·(0,045 - 0,005)·(1 - 0,2)')
    expect(inNotation('min(11.5, 5)', 'vi')).toBe('min(11,5; 5)')
    expect(inNotation('min(11.5, 5)', 'en')).toBe('min(11.5, 5)')
  })

  it('lowers indices and takes the minus sign', () => {
    expect(inNotation('Σ PV_t', 'vi')).toBe('Σ PVₜ')
    expect(inNotation('E_12·DF_12', 'en')).toBe('E₁₂·DF₁₂')
    expect(inNotation('(1 + k)^-0.5', 'en')).toBe('(1 + k)^−0.5')
  })
})
