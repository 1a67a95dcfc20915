import { describe, expect, it } from 'vitest'
import type { Language } from '#kernel'
import { formulaIn, formulaParts, type FormulaPart, symbolIn } from './notation.ts'

/** Parts in one line: exponents in braces after ^, indices after _. */
const inLine = (parts: readonly FormulaPart[]): string =>
  parts.map(({ text, stand }) => (stand === 'level' ? text : `${stand === 'raised' ? '^' : '_'}{${text}}`)).join('')
const formula = (text: string, language: Language) => inLine(formulaIn(text, language))
const symbol = (text: string, language: Language) => inLine(symbolIn(text, language))

describe('formulaIn', () => {
  it('writes decimals, lists of figures and days as the language does', () => {
    expect(formula('6400·(0.045 - 0.005)·(1 - 0.2)', 'vi')).toBe('6400·(0,045 - 0,005)·(1 - 0,2)')
    expect(formula('min(11.5, 5)', 'vi')).toBe('min(11,5; 5)')
    expect(formula('min(11.5, 5)', 'en')).toBe('min(11.5, 5)')
    expect(formula('2026-11-26 → 2041-03-25', 'vi')).toBe('26/11/2026 → 25/03/2041')
    expect(formula('2026-11-26 → 2041-03-25', 'en')).toBe('26 Nov 2026 → 25 Mar 2041')
  })

  it('sets indices below the line and exponents above it', () => {
    expect(formula('Σ PV_t', 'vi')).toBe('Σ PV_{t}')
    expect(formula('E_12·DF_12', 'en')).toBe('E_{12}·DF_{12}')
    expect(formula('(1 + k_A)·(1 + π_B) / (1 + π_A) − 1', 'en')).toBe('(1 + k_{A})·(1 + π_{B}) / (1 + π_{A}) − 1')
    expect(formula('(1 + 0.15)^-0.5 + 1.5', 'vi')).toBe('(1 + 0,15)^{−0,5} + 1,5')
    expect(formula('(1 + k) / p^(1/n) − 1', 'vi')).toBe('(1 + k) / p^{1/n} − 1')
    expect(formula('TV_n · (1 + k)^−(n − 0.5)', 'en')).toBe('TV_{n} · (1 + k)^{−(n − 0.5)}')
    expect(formula('(e^((r − q)Δt) − d)/(u − d)', 'en')).toBe('(e^{(r − q)Δt} − d)/(u − d)')
    expect(formula('y + (−S_y) / CF_(y+1)', 'en')).toBe('y + (−S_{y}) / CF_{y+1}')
    expect(formula('(1 − ((1 + g)/(1 + k))^m)', 'en')).toBe('(1 − ((1 + g)/(1 + k))^{m})')
    expect(formula('Σ CF_i·(1 + k_B)^−t_i', 'en')).toBe('Σ CF_{i}·(1 + k_{B})^{−tᵢ}')
    expect(inLine(formulaParts('hệ số (1 + k)^−t với tỷ suất k, năm t'))).toBe(
      'hệ số (1 + k)^{−t} với tỷ suất k, năm t',
    )
    expect(symbol('CF⁺_t', 'en')).toBe('CF⁺_{t}')
  })

  it('writes symbols for the words of methods', () => {
    expect(formula('Σ months·pay', 'en')).toBe('Σ m_{i}·w_{i}')
    expect(formula('age / life', 'vi')).toBe('a / N')
    expect(formula('⌊months to expiry⌋ / 12', 'vi')).toBe('⌊h⌋ / 12')
    expect(formula('L·(1 + o) + M + IP', 'vi')).toBe('L·(1 + o) + M + IP + O')
    expect(formula('V − PV(costs)', 'vi')).toBe('V − PV(C)')
    expect(formula('min + b·(max − min)', 'vi')).toBe('V_{min} + b·(V_{max} − V_{min})')
    expect(symbol('min', 'vi')).toBe('V_{min}')
    expect(formula('S·N(d1)', 'vi')).toBe('S·N(d_{1})')
  })

  it('parts what a function takes by one mark, which decimals do not use', () => {
    const limited = 'min(max(min(Roy; cap); MAR); rest of cap)'
    expect(formula(limited, 'vi')).toBe('min(max(min(Roy; K_{y}); MAR); K − Σ Pay)')
    expect(formula(limited, 'en')).toBe('min(max(min(Roy, K_{y}), MAR), K − Σ Pay)')
    expect(formula('max(V − I, 0.5)', 'vi')).toBe('max(V − I; 0,5)')
    expect(formula('max(1300; 0.5)', 'en')).toBe('max(1300, 0.5)')
  })

  it('leaves the names that a symbol carries as they are', () => {
    expect(symbol('M_1 (thử nghiệm x_1, đợt 2)', 'vi')).toBe('M_{1} (thử nghiệm x_1, đợt 2)')
  })
})
