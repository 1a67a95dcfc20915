import { type Block } from '#platform/documents'
import { rightTypes } from '#modules/technologies'
import { columnPlaces } from '../form/units.ts'
import { type InputValue, type LedgerInput } from '../model/document.ts'
import { type Slot } from '../model/methods/method.ts'
import { valuationMethods } from '../model/engines.ts'
import { type Speech } from './speech.server.ts'
import { figures, folded, row, words } from './tables.server.ts'

type TableValue = Extract<InputValue, { kind: 'table' }>

/** What an input's value is in a line of text; a table is only pointed to. */
export function valueText(
  speech: Speech,
  { unit, currency }: Pick<LedgerInput, 'unit' | 'currency'>,
  value: InputValue,
): string {
  const own = currency === undefined || currency === speech.report.head.currency ? '' : ` ${currency}`
  switch (value.kind) {
    case 'number':
      return `${speech.decimal(value.value, unit)}${own}`
    case 'series':
      return value.values.map((one) => speech.decimal(one, unit)).join('; ') + own
    case 'date':
      return speech.day(value.value)
    case 'choice':
      return speech.named(speech.words.choices, value.value)
    case 'table':
      return speech.say.seeTable
  }
}

/** The slot that an input fills first, by whose columns its table is read. */
function slotFor(speech: Speech, id: string): { name: string; slot: Slot } | null {
  for (const { method, inputs } of speech.report.model.approaches)
    for (const [name, from] of Object.entries(inputs)) {
      const slot = valuationMethods[method].slots[name]
      if (from === id && slot) return { name, slot }
    }
  return null
}

/** What an IP right is called; its key where it is none that the exchange knows. */
export function rightName(speech: Speech, key: string): string {
  return rightTypes.find((type) => type.key === key)?.[speech.language] ?? key
}

function wordCell(speech: Speech, input: string, column: string, text: string): string {
  if (column === 'kind') {
    const kinds: Readonly<Record<string, string>> = speech.words.nodeKinds
    return input === 'register.rights' ? rightName(speech, text) : (kinds[text] ?? text)
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? speech.day(text) : text
}

/** The table that an input holds. */
export function valueTable(speech: Speech, { id }: Pick<LedgerInput, 'id'>, value: TableValue): Block[] {
  const found = slotFor(speech, id)
  const columnNames: Readonly<Record<string, string>> = { ...speech.words.adjustments, ...speech.words.columns }
  const kinds = value.columns.map((column) => {
    // A year is a name, not an amount.
    const kind = column === 'year' ? 'text' : found?.slot.columns?.[column]
    return kind ?? (found?.slot.more === true ? 'figure' : 'text')
  })
  const heads = value.columns.map((column, at) => {
    const name = columnNames[column] ?? column
    return kinds[at] === 'text' ? words(name) : figures(kinds[at] === 'money' ? `${name} (${speech.unit})` : name)
  })
  const isFigure = /^-?\d+(\.\d+)?$/
  const rows = value.rows.map((cells) =>
    row(
      ...cells.map((cell, at) => {
        const column = value.columns[at] ?? ''
        if (cell === null || cell === '') return '–'
        if (kinds[at] === 'text' || !found || !isFigure.test(cell)) return wordCell(speech, id, column, cell)
        const unit = columnPlaces(found.slot, column) === 0 ? 'none' : 'rate'
        return speech.decimal(cell, kinds[at] === 'money' ? 'none' : unit)
      }),
    ),
  )
  return folded(speech, speech.say.captions.table(speech.input(id)), heads, rows)
}

const parametersInOrder = ['low', 'mode', 'high', 'mean', 'stdev', 'cv', 'atLeast', 'atMost', 'weight'] as const

/** How an uncertain input is spread. */
export function spreadText(speech: Speech, { unit, uncertainty }: LedgerInput): string | null {
  if (!uncertainty) return null
  const { of, distribution } = uncertainty
  const shown = of === 'factor' ? 'none' : unit
  const text =
    distribution.kind === 'discrete'
      ? distribution.outcomes
          .map(
            ({ value, probability }) =>
              `${speech.decimal(value, shown)} (${speech.decimal(probability, 'probability')})`,
          )
          .join('; ')
      : parametersInOrder
          .flatMap((name) => {
            const value = Object.hasOwn(distribution, name)
              ? (distribution as Readonly<Record<string, string>>)[name]
              : undefined
            const of = name === 'cv' ? 'rate' : name === 'weight' ? 'none' : shown
            const { parameters } = speech.words
            return value === undefined
              ? []
              : [`${parameters[name].toLocaleLowerCase(speech.language)} ${speech.decimal(value, of)}`]
          })
          .join('; ')
  const kind = speech.words.distributions[distribution.kind]
  return of === 'factor' ? speech.say.spreadOfFactor(kind, text) : speech.say.spread(kind, text)
}
