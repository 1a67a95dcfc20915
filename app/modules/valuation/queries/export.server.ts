import { messagesOf } from '#i18n/server'
import { done, type Language, type Result } from '#kernel'
import { type Actor } from '#modules/accounts'
import { modelWorkbook } from '../workbook/xlsx.server.ts'
import { valuationFacts } from './own.server.ts'

/** The names of what stands in a workbook: its own, then those of columns, steps, slots and methods. */
function wordsOf(language: Language) {
  const { workbook, columns, adjustments, steps, slots, methods } = messagesOf(language).valuation
  const names: Readonly<Record<string, string>> = {
    ...methods,
    ...steps,
    ...adjustments,
    ...columns,
    ...workbook.labels,
  }
  const slotNames: Readonly<Record<string, { readonly name: string }>> = slots
  const { assumptions, reconciliation, notAsFormulas } = workbook
  return {
    assumptions,
    reconciliation,
    notAsFormulas,
    label: (key: string) => names[key] ?? slotNames[key]?.name ?? key,
  }
}

/**
 * The model of a valuation as a file: the document itself, or a workbook with working formulas.
 *
 * @returns refusals: as `valuationFacts`
 */
export async function exportModel(asked: {
  actor: Actor
  id: string
  file: 'model.json' | 'model.xlsx'
  language: Language
}): Promise<Result<{ bytes: Uint8Array<ArrayBuffer>; type: string }>> {
  const facts = await valuationFacts(asked)
  if (!facts.ok) return facts
  const { model } = facts.value
  if (asked.file === 'model.json')
    return done({ bytes: new TextEncoder().encode(`${JSON.stringify(model, null, 2)}\n`), type: 'application/json' })
  const workbook = await modelWorkbook(model, wordsOf(asked.language))
  return done({
    bytes: Uint8Array.from(workbook),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
