import { describe, expect, it } from 'vitest'
import { allInputs, earlierCases, laterCases } from '../../../tests/support/valuation-cases.ts'
import { choice, input, withApproach, withInputs } from '../../../tests/support/valuation-model.ts'
import { methodNames, type ValuationModel } from './model/document.ts'
import { evaluateModel } from './model/evaluate.ts'
import { legendOf, symbolsIn } from './legend.ts'

const options = ['defer', 'expand', 'contract', 'abandon', 'american_call', 'american_put'].map(
  (kind): [string, ValuationModel] => [
    kind,
    withApproach(withInputs(allInputs, input('which', 'none', choice(kind))), 'x', 'real_option', {
      kind: 'which',
      projectValue: 'project',
      strike: 'strike',
      years: 'term',
      volatility: 'sigma',
      riskFreeRate: 'free',
      ...(kind === 'expand' || kind === 'contract' ? { part: 'part' } : {}),
    }),
  ],
)

const ending: [string, ValuationModel] = [
  'a right that ends',
  withApproach(
    withInputs(allInputs, input('until', 'none', { kind: 'date', value: '2030-03-01' })),
    'x',
    'relief_from_royalty',
    { revenues: 'revenue', royaltyRate: 'margin', taxRate: 'tax', discountRate: 'rate', rightExpiry: 'until' },
  ),
]

const workings = [...earlierCases, ...laterCases, ...options, ending].flatMap(([name, model]) =>
  (evaluateModel(model).scenarios[0]?.approaches ?? []).flatMap(({ method, worked }) =>
    worked ? [{ name, method, steps: worked.steps }] : [],
  ),
)

/** And the letters that count places. */
const functions = new Set(['Σ', 'Π', 'min', 'max', 'ln', 'e', 'i', 'j'])

/** Symbols of several letters that valuers write so. */
const abbreviations = new Set(['Rev', 'Dev', 'Roy', 'Pay', 'Inc'])

/** What a step's symbol names: itself, and without the place, year or name that it carries. */
const namedBy = ({ symbol }: { symbol: string }) => {
  const bare = symbol.replace(/ ?\(.*$/, '').replace(/_[\p{L}\d]+$/u, '')
  return [...symbolsIn(symbol), bare, ...symbolsIn(bare)]
}

describe('the symbols of a working', () => {
  it('are looked at for every method', () => {
    expect([...new Set(workings.map(({ method }) => method))].sort()).toEqual([...methodNames].sort())
  })

  it.each(workings)('are named by a step or by the legend, and are no words: $method ($name)', ({ method, steps }) => {
    const legend = legendOf(method, steps).map(({ symbol }) => symbol)
    const known = new Set([...functions, ...legend, ...steps.flatMap(namedBy)])
    const met = [...new Set(steps.flatMap(({ formula }) => symbolsIn(formula)))]
    expect(met.filter((symbol) => !known.has(symbol))).toEqual([])
    const words = met.filter((symbol) => /\p{Ll}{2,}/u.test(symbol.replace(/_.*/, '')))
    expect(words.filter((word) => !functions.has(word) && !abbreviations.has(word))).toEqual([])
  })
})
