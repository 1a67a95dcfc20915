import { InputRefusal } from '../engine/worked.ts'
import { type RefusalReason } from '../engine/checks.ts'
import { type Approach, decimalForm, type InputValue, type Scenario, type ValuationModel } from './document.ts'
import { type Given, type Method, type Row, type Slot } from './methods/method.ts'

/** The ledger as doubles: values of inputs, converted to the model's currency where they are amounts. */

interface Entry {
  value: InputValue
  /** By which amounts of this input are multiplied; null where the exchange rate is not stated. */
  scale: number | null
}

export interface Ledger {
  entries: ReadonlyMap<string, Entry>
  valuationDate: string
}

function refuse(input: string, reason: RefusalReason): never {
  throw new InputRefusal(input, reason)
}

/** How much of the model's currency one unit of another is; null where the head does not say. */
function exchangeRate(model: ValuationModel, currency: string | undefined): number | null {
  if (currency === undefined || currency === model.head.currency) return 1
  const stated = model.head.exchangeRates.find((rate) => rate.currency === currency)
  return stated ? Number(stated.rate) : null
}

export function ledgerOf(model: ValuationModel): Ledger {
  const entries = model.inputs.map(({ id, unit, currency, value }): [string, Entry] => [
    id,
    { value, scale: unit === 'money' ? exchangeRate(model, currency) : 1 },
  ])
  return { entries: new Map(entries), valuationDate: model.head.valuationDate }
}

/** The ledger with what a scenario sets instead. */
export function ledgerWith(ledger: Ledger, { overrides }: Scenario): Ledger {
  const entries = new Map(ledger.entries)
  for (const { input, value } of overrides) {
    const entry = entries.get(input)
    if (entry) entries.set(input, { ...entry, value })
  }
  return { ...ledger, entries }
}

function cellOf(path: string, text: string | null | undefined, kind: 'money' | 'figure' | 'text', scale: number) {
  if (text === null || text === undefined || text === '') return null
  if (kind === 'text') return text
  if (!decimalForm.test(text)) return refuse(path, 'not_a_number')
  return kind === 'money' ? Number(text) * scale : Number(text)
}

function tableOf(name: string, value: Extract<InputValue, { kind: 'table' }>, slot: Slot, scale: number): Row[] {
  const kinds = value.columns.map((column) => {
    const kind = Object.hasOwn(slot.columns ?? {}, column) ? slot.columns?.[column] : undefined
    return kind ?? (slot.more === true ? 'figure' : 'text')
  })
  return value.rows.map((cells, at) =>
    Object.fromEntries(
      value.columns.map((column, place) => [
        column,
        cellOf(`${name}[${at}].${column}`, cells[place], kinds[place] ?? 'text', scale),
      ]),
    ),
  )
}

function givenValue(name: string, slot: Slot, { value, scale }: Entry): Given[string] {
  if (!slot.kinds.includes(value.kind)) return refuse(name, 'unknown')
  const factor = scale ?? refuse(name, 'no_exchange_rate')
  switch (value.kind) {
    case 'number':
      return Number(value.value) * factor
    case 'series':
      return value.values.map((one) => Number(one) * factor)
    case 'table':
      return tableOf(name, value, slot, factor)
    case 'date':
    case 'choice':
      return value.value
  }
}

/** Whether an approach cannot do without what fills this slot. */
export function isNeeded({ needed, unless }: Slot, { inputs }: Approach): boolean {
  return needed && (unless === undefined || inputs[unless] === undefined)
}

/**
 * What an approach's slots hold.
 *
 * @throws InputRefusal naming the slot: `missing`, `unknown`, `no_exchange_rate`, `not_a_number` in a table's cell
 */
export function givenOf(approach: Approach, method: Method, ledger: Ledger): Given {
  const given: Given = {}
  for (const [name, slot] of Object.entries(method.slots)) {
    const input = approach.inputs[name]
    if (input === undefined) {
      if (isNeeded(slot, approach)) refuse(name, 'missing')
      continue
    }
    given[name] = givenValue(name, slot, ledger.entries.get(input) ?? refuse(name, 'missing'))
  }
  return given
}

/** The slot that an engine's path speaks of. */
export function slotOfPath(method: Method, path: string): string {
  const begins = (start: string) => path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`)
  const named = Object.entries(method.paths ?? {}).find(([start]) => begins(start))
  return named?.[1] ?? /^[^.[]*/.exec(path)?.[0] ?? path
}
