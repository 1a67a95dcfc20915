import { describe, expect, it } from 'vitest'
import { formulaIn, inNotation, symbolIn } from './notation.ts'

describe('inNotation', () => {
  it('writes decimals and lists of figures as the language does', () => {
    expect(inNotation('6400·(0.045 - 0.005)·(1 - 0.2)', 'vi')).toBe('6400·(0,045 - 0,005)·(1 - 0,2)')
    expect(inNotation('min(11.5, 5)', 'vi')).toBe('min(11,5; 5)')
    expect(inNotation('min(11.5, 5)', 'en')).toBe('min(11.5, 5)')
  })

  it('writes days as the language does', () => {
    expect(inNotation('2026-11-26 → 2041-03-25', 'vi')).toBe('26/11/2026 → 25/03/2041')
    expect(inNotation('2026-11-26 → 2041-03-25', 'en')).toBe('26 Nov 2026 → 25 Mar 2041')
  })

  it('lowers indices and takes the minus sign', () => {
    expect(inNotation('Σ PV_t', 'vi')).toBe('Σ PVₜ')
    expect(inNotation('E_12·DF_12', 'en')).toBe('E₁₂·DF₁₂')
    expect(inNotation('(1 + k)^-0.5', 'en')).toBe('(1 + k)^−0.5')
  })
})

describe('formulaIn', () => {
  it('writes symbols for the words of methods', () => {
    expect(formulaIn('Σ months·pay', 'en')).toBe('Σ mᵢ·wᵢ')
    expect(formulaIn('age / life', 'vi')).toBe('a / N')
    expect(formulaIn('⌊months to expiry⌋ / 12', 'vi')).toBe('⌊h⌋ / 12')
    expect(formulaIn('L·(1 + o) + M + IP', 'vi')).toBe('L·(1 + o) + M + IP + O')
    expect(formulaIn('V − PV(costs)', 'vi')).toBe('V − PV(C)')
    expect(formulaIn('min + b·(max − min)', 'vi')).toBe('V_min + b·(V_max − V_min)')
    expect(symbolIn('min', 'vi')).toBe('V_min')
    expect(formulaIn('S·N(d1)', 'vi')).toBe('S·N(d₁)')
  })

  it('parts what a function takes by one mark, which decimals do not use', () => {
    const limited = 'min(max(min(Roy; cap); MAR); rest of cap)'
    expect(formulaIn(limited, 'vi')).toBe('min(max(min(Roy; K_y); MAR); K − Σ Pay)')
    expect(formulaIn(limited, 'en')).toBe('min(max(min(Roy, K_y), MAR), K − Σ Pay)')
    expect(formulaIn('max(V − I, 0.5)', 'vi')).toBe('max(V − I; 0,5)')
    expect(formulaIn('max(1300; 0.5)', 'en')).toBe('max(1300, 0.5)')
  })

  it('leaves the names that a symbol carries as they are', () => {
    expect(symbolIn('M_1 (thử nghiệm, đợt 2)', 'vi')).toBe('M₁ (thử nghiệm, đợt 2)')
  })
})
