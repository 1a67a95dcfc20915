import { type Approach, type ValuationModel } from '../model/document.ts'
import { type EvaluatedApproach, evaluateModel } from '../model/evaluate.ts'
import { Assumptions } from './assumptions.ts'
import { formulasOf } from './formulas.ts'
import { MethodSheet } from './method-sheet.ts'
import { fixedReference, type Sheet, type SheetCell, sheetNames, type WorkbookWords } from './sheets.ts'

interface Shown {
  sheet: Sheet
  /** The cell of the approach's value; null where it was refused. */
  value: string | null
}

function shown(
  model: ValuationModel,
  approach: Approach,
  found: EvaluatedApproach,
  name: string,
  assumptions: Assumptions,
  words: WorkbookWords,
): Shown {
  const title: SheetCell[] = [words.label(approach.method), approach.reason]
  if (found.refusal) {
    const { slot, input, reason } = found.refusal
    return { sheet: { name, rows: [title, [words.label(slot), input ?? '', words.label(reason)]] }, value: null }
  }
  const sheet = new MethodSheet(model, approach, assumptions, words)
  const { write, writes } = formulasOf(approach.method)
  if (!writes(sheet)) {
    const rows: SheetCell[][] = [title, [words.notAsFormulas], [words.label('value'), 'V', found.value]]
    return { sheet: { name, rows }, value: fixedReference(name, 2, 2) }
  }
  sheet.rows.push(title)
  write(sheet, Number(model.head.valuationDate.slice(0, 4)))
  const { row, column } = sheet.lastFigure()
  return { sheet: { name, rows: sheet.rows }, value: fixedReference(name, row, column) }
}

/** Values, weights and what they come to; without weights, no point. */
function reconciliation(
  model: ValuationModel,
  name: string,
  values: readonly { approach: string; value: string | null }[],
  words: WorkbookWords,
): Sheet {
  const rows: SheetCell[][] = [['approach', 'value', 'weight', 'contribution', 'reason'].map(words.label)]
  for (const { approach, value } of values) {
    const weighed = model.reconciliation.weights.find((one) => one.approach === approach)
    const row = rows.length + 1
    rows.push([
      approach,
      value === null ? null : { formula: value },
      weighed?.weight ?? null,
      value === null || !weighed ? null : { formula: `B${row}*C${row}` },
      weighed?.reason ?? null,
    ])
  }
  const last = rows.length
  if (last > 1 && model.reconciliation.weights.length > 0)
    rows.push([words.label('weighted'), null, { formula: `SUM(C2:C${last})` }, { formula: `SUM(D2:D${last})` }])
  return { name, rows }
}

/**
 * A model as sheets: the assumptions, one sheet for each enabled approach with formulas over them, and the
 * reconciliation. Who changes an assumption sees each value that rests on it change. Scenarios, distributions and texts
 * are not in it: the model's JSON holds them.
 */
export function workbookOf(model: ValuationModel, words: WorkbookWords): Sheet[] {
  const enabled = model.approaches.filter((approach) => approach.enabled)
  const found = evaluateModel({ ...model, scenarios: [] }).scenarios[0]?.approaches ?? []
  const names = sheetNames([words.assumptions, ...enabled.map(({ id }) => id), words.reconciliation])
  const assumptions = new Assumptions(model, names[0] ?? '', words)
  const approaches = enabled.flatMap((approach, at) => {
    const own = found[at]
    return own
      ? [{ approach: approach.id, ...shown(model, approach, own, names[at + 1] ?? '', assumptions, words) }]
      : []
  })
  return [
    assumptions.sheet,
    ...approaches.map(({ sheet }) => sheet),
    reconciliation(model, names.at(-1) ?? '', approaches, words),
  ]
}
