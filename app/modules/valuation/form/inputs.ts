import { z } from 'zod'
import type { Issue, Language } from '#kernel'
import { type InputValue, type LedgerInput, sourceKinds, type ValuationModel } from '../model/document.ts'
import { setInput } from '../model/edit.ts'
import { decimalFromText, decimalInText, seriesParts } from './figures.ts'
import { type InputField, inputFields, kindFor } from './fields.ts'
import { fittedToKind, removeInput } from './remove-input.ts'
import { columnPlaces, placesOf } from './units.ts'

/** What the form of inputs sends of each: its texts as they were typed. */
export const typedInputs = z.object({
  inputs: z
    .array(
      z.object({
        id: z.string().max(64),
        value: z.string().max(20_000).default(''),
        rows: z
          .array(z.record(z.string().max(64), z.string().max(1000)))
          .max(500)
          .default([]),
        source: z.enum(sourceKinds).default('judgement'),
        reference: z.string().max(2000).default(''),
      }),
    )
    .max(500)
    .default([]),
})
export type TypedInput = z.output<typeof typedInputs>['inputs'][number]

/** Who enters figures, in which language they are typed, and when (UTC). */
export interface Entering {
  readonly language: Language
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
}

export type Read = { readonly value: InputValue | null } | { readonly issue: Issue }

const isDay = z.iso.date()

/** The columns of a table that a field shows: those of its slot, then those that the model or the method has beside. */
export function columnsOf({ slot, input }: Pick<InputField, 'slot' | 'input'>, more: readonly string[] = []): string[] {
  const own = Object.keys(slot.columns ?? {})
  const there = input?.value.kind === 'table' ? input.value.columns : []
  const beside = slot.more === true ? [...more, ...there] : []
  return [...new Set([...own, ...beside])]
}

function tableFrom(field: InputField, rows: TypedInput['rows'], language: Language): Read {
  const given = rows.filter((row) => Object.values(row).some((cell) => cell.trim() !== ''))
  if (given.length === 0) return { value: null }
  const columns = columnsOf(
    field,
    given.flatMap((row) => Object.keys(row)),
  )
  const cells = given.map((row) =>
    columns.map((column) => {
      const text = (row[column] ?? '').trim()
      if (text === '') return null
      return field.slot.columns?.[column] === 'text'
        ? text
        : decimalFromText(text, language, columnPlaces(field.slot, column))
    }),
  )
  const unread = given.some((row, at) =>
    columns.some((column, place) => (row[column] ?? '').trim() !== '' && cells[at]?.[place] === null),
  )
  return unread ? { issue: { code: 'figure' } } : { value: { kind: 'table', columns, rows: cells } }
}

/** What was typed into a field as a value; null where nothing was. */
export function readInput(field: InputField, typed: Pick<TypedInput, 'value' | 'rows'>, language: Language): Read {
  const { slot, unit } = field
  if (slot.kinds.includes('table')) return tableFrom(field, typed.rows, language)
  const text = typed.value.trim()
  if (text === '') return { value: null }
  if (slot.kinds.includes('date'))
    return isDay.safeParse(text).success ? { value: { kind: 'date', value: text } } : { issue: { code: 'date' } }
  if (slot.kinds.includes('choice'))
    return slot.choices?.includes(text) === true
      ? { value: { kind: 'choice', value: text } }
      : { issue: { code: 'choose' } }
  const parts = slot.kinds.includes('series') ? seriesParts(text) : [text]
  const figures = parts.map((part) => decimalFromText(part, language, placesOf(unit)))
  const known = figures.filter((figure): figure is string => figure !== null)
  if (known.length < figures.length) return { issue: { code: 'figure' } }
  if (known.length > 200) return { issue: { code: 'too_many_items', values: { maximum: 200 } } }
  const [first = '0'] = known
  return {
    value:
      kindFor(field, known.length) === 'series' ? { kind: 'series', values: known } : { kind: 'number', value: first },
  }
}

/** An input's value as the text of its field. */
export function typedValue(field: InputField, language: Language): string {
  const value = field.input?.value
  const places = placesOf(field.unit)
  switch (value?.kind) {
    case undefined:
    case 'table':
      return ''
    case 'number':
      return decimalInText(value.value, language, places)
    case 'series':
      return value.values.map((one) => decimalInText(one, language, places)).join('; ')
    case 'date':
    case 'choice':
      return value.value
  }
}

/** The rows of an input's table as the texts of their fields. */
export function typedRows(field: InputField, language: Language): Record<string, string>[] {
  const value = field.input?.value
  if (value?.kind !== 'table') return []
  return value.rows.map((cells) =>
    Object.fromEntries(
      value.columns.map((column, at) => {
        const cell = cells[at] ?? ''
        const words = cell === '' || field.slot.columns?.[column] === 'text'
        return [column, words ? cell : decimalInText(cell, language, columnPlaces(field.slot, column))]
      }),
    ),
  )
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function placed(model: ValuationModel, field: InputField, id: string): ValuationModel {
  return {
    ...model,
    approaches: model.approaches.map((approach) =>
      field.approaches.includes(approach.id)
        ? { ...approach, inputs: { ...approach.inputs, [field.slotName]: id } }
        : approach,
    ),
  }
}

function withInput(
  model: ValuationModel,
  field: InputField,
  value: InputValue,
  typed: TypedInput,
  entering: Entering,
): ValuationModel {
  const { input } = field
  const source: LedgerInput['source'] = { kind: typed.source, reference: typed.reference }
  if (input && same(input.value, value)) {
    // The register's own figures stay its own, and what has not changed keeps who entered it.
    if (field.ownId !== null || same(input.source, source)) return placed(model, field, field.id)
  }
  const id = field.ownId ?? field.id
  const before = model.inputs.find((one) => one.id === id)
  const next = setInput(model, {
    ...(before ?? {}),
    id,
    name: before?.name ?? null,
    unit: field.unit,
    value,
    source,
    enteredBy: { ...entering.by },
    enteredAt: entering.at,
  })
  return fittedToKind(placed(next, field, id), id, value.kind)
}

/**
 * The model with what the form of inputs holds. A field left empty takes its input away; a figure of one's own takes the
 * place of what the register says.
 *
 * @returns the model with all that could be read, and by field name (`inputs[3].value`) what could not
 */
export function applyInputs(
  model: ValuationModel,
  typed: readonly TypedInput[],
  entering: Entering,
): { model: ValuationModel; issues: Record<string, Issue[]> } {
  const fields = new Map(inputFields(model).map((field) => [field.id, field]))
  const issues: Record<string, Issue[]> = {}
  let next = model
  for (const [at, one] of typed.entries()) {
    const field = fields.get(one.id)
    if (!field) continue
    const read = readInput(field, one, entering.language)
    if ('issue' in read) issues[`inputs[${at}].value`] = [read.issue]
    else if (read.value) next = withInput(next, field, read.value, one, entering)
    else if (field.input && field.ownId === null) next = removeInput(next, field.id)
  }
  return { model: next, issues }
}
