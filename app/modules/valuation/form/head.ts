import { z } from 'zod'
import { currencies, type Issue, type Language } from '#kernel'
import { type ModelHead, rightKinds, valueBases, type ValuationModel } from '../model/document.ts'
import { decimalFromText } from './figures.ts'

const text = (most: number) => z.string().trim().max(most).default('')

/** What the form of the subject sends. What a mandate says is not asked again. */
export const typedHead = z.object({
  purpose: text(2000),
  rightKind: z.enum(rightKinds).optional(),
  territory: text(500),
  basis: z.enum(valueBases).optional(),
  valuationDate: z.iso.date().optional(),
  currency: z.enum(currencies).optional(),
  amountsIn: z.enum(['1', '1000', '1000000', '1000000000']).optional(),
  inflation: text(20),
  rates: z
    .array(z.object({ currency: text(3), rate: text(40), on: text(10), reference: text(1000) }))
    .max(20)
    .default([]),
})
type TypedHead = z.output<typeof typedHead>

function ratesFrom(
  { rates }: TypedHead,
  language: Language,
  issues: Record<string, Issue[]>,
): ModelHead['exchangeRates'] {
  return rates.flatMap(({ currency, rate, on, reference }, at) => {
    if (currency === '' && rate === '') return []
    const figure = decimalFromText(rate, language)
    const code = currency.toUpperCase()
    if (!/^[A-Z]{3}$/.test(code)) issues[`rates[${at}].currency`] = [{ code: 'currency_code' }]
    if (figure === null || Number(figure) <= 0) issues[`rates[${at}].rate`] = [{ code: 'figure' }]
    if (!z.iso.date().safeParse(on).success) issues[`rates[${at}].on`] = [{ code: 'date' }]
    return figure === null ? [] : [{ currency: code, rate: figure, on, reference }]
  })
}

/** Whether amounts stand in the ledger: their currency and unit can no longer change under them. */
export function amountsEntered(model: ValuationModel): boolean {
  return model.inputs.some(({ unit, value }) => unit === 'money' || value.kind === 'table')
}

/** The model with its head as the form has it; what a mandate fixed stays. */
export function applyHead(
  model: ValuationModel,
  typed: TypedHead,
  language: Language,
  mandated: boolean,
): { model: ValuationModel; issues: Record<string, Issue[]> } {
  const issues: Record<string, Issue[]> = {}
  const { head } = model
  const inflation = typed.inflation === '' ? null : decimalFromText(typed.inflation, language, -2)
  if (typed.inflation !== '' && inflation === null) issues['inflation'] = [{ code: 'figure' }]
  if (!mandated && typed.purpose === '') issues['purpose'] = [{ code: 'required' }]
  const units = amountsEntered(model)
    ? {}
    : {
        currency: typed.currency ?? head.currency,
        amountsIn: typed.amountsIn ? (Number(typed.amountsIn) as ModelHead['amountsIn']) : head.amountsIn,
      }
  const asked = mandated
    ? {}
    : {
        purpose: typed.purpose,
        right: { ...head.right, kind: typed.rightKind ?? head.right.kind, territory: typed.territory },
        basis: typed.basis ?? head.basis,
        valuationDate: typed.valuationDate ?? head.valuationDate,
      }
  const exchangeRates = ratesFrom(typed, language, issues)
  return { model: { ...model, head: { ...head, ...asked, ...units, inflation, exchangeRates } }, issues }
}
