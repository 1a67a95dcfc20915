import { type InputValue, type MethodName } from '../document.ts'
import { InputRefusal, type Worked } from '../../engine/worked.ts'

/** A cell as a method reads it: a figure, a word, or nothing. */
type Cell = number | string | null
export type Row = Readonly<Record<string, Cell>>

/** What the slots of a method hold: doubles, words and tables. */
export type Given = Record<string, number | number[] | string | Row[] | undefined>

/** What a column of a table holds; `money` is converted to the model's currency. */
export type ColumnKind = 'money' | 'figure' | 'text'

export interface Slot {
  /** Kinds of values it takes. */
  kinds: readonly InputValue['kind'][]
  measure: 'money' | 'years' | 'plain'
  needed: boolean
  /** The slot that, where it is filled, makes this one not needed. */
  unless?: string
  choices?: readonly string[]
  columns?: Readonly<Record<string, ColumnKind>>
  /** Whether columns beside those are figures, too, such as adjustments. */
  more?: boolean
  /** The slot whose figure it helps to build up. */
  partOf?: string
  /** Under which id the exchange's own data fill it. */
  register?: string
}

export interface Context {
  valuationDate: string
}

export interface Outcome {
  /** What the method says the right is worth, money. */
  value: number
  worked: Worked<object>
}

/** How a slot that varies is read from a trial's row: `row[at]·scale`. */
export interface Varying {
  at: number
  scale: number
}

export interface Method {
  /** The approach of the standards that it belongs to. */
  family: 'cost' | 'market' | 'income'
  slots: Readonly<Record<string, Slot>>
  /** Slots by the beginnings of the engine's paths, where these are not the slots themselves. */
  paths?: Readonly<Record<string, string>>
  run: (given: Given, context: Context) => Outcome
  /**
   * The value alone, for simulations; null where this case has no short way. Where a trial is not a valid one it calls
   * `refuse`, which runs the whole method and lets it say why.
   */
  quick?: (
    given: Given,
    varying: ReadonlyMap<string, Varying>,
    refuse: (row: Float64Array) => number,
  ) => ((row: Float64Array) => number) | null
}

export type MethodTable = Readonly<Record<MethodName, Method>>

type SlotMore = Partial<Pick<Slot, 'needed' | 'register' | 'measure' | 'partOf'>>

const slot = (kinds: Slot['kinds'], more: Partial<Slot>): Slot => ({ kinds, measure: 'plain', needed: false, ...more })

export const figureSlot = (more: SlotMore = {}) => slot(['number'], more)
export const yearlySlot = (more: SlotMore = {}) => slot(['number', 'series'], more)
export const seriesSlot = (more: SlotMore = {}) => slot(['series'], more)
export const dateSlot = (more: SlotMore = {}) => slot(['date'], more)
export const choiceSlot = (choices: readonly string[], needed = false) => slot(['choice'], { choices, needed })
export const tableSlot = (columns: NonNullable<Slot['columns']>, more: Partial<Slot> = {}) =>
  slot(['table'], { columns, ...more })

export const money = { measure: 'money' } as const
export const needed = { needed: true } as const

export function figureOf(given: Given, name: string): number | undefined {
  const value = given[name]
  return typeof value === 'number' ? value : undefined
}

export function neededFigure(given: Given, name: string): number {
  return figureOf(given, name) ?? missing(name)
}

export function yearlyOf(given: Given, name: string): number | number[] | undefined {
  const value = given[name]
  if (typeof value === 'number') return value
  return Array.isArray(value) ? (value as number[]) : undefined
}

export function neededYearly(given: Given, name: string): number | number[] {
  return yearlyOf(given, name) ?? missing(name)
}

export function seriesIn(given: Given, name: string): number[] | undefined {
  const value = given[name]
  return Array.isArray(value) ? (value as number[]) : undefined
}

export function neededSeries(given: Given, name: string): number[] {
  return seriesIn(given, name) ?? missing(name)
}

export function wordIn(given: Given, name: string): string | undefined {
  const value = given[name]
  return typeof value === 'string' ? value : undefined
}

/** One of the words a slot allows, the first where none is given. */
export function chosen<Word extends string>(given: Given, name: string, words: readonly [Word, ...Word[]]): Word {
  const value = wordIn(given, name) ?? words[0]
  return words.find((word) => word === value) ?? refused(name, 'unknown')
}

export function rowsIn(given: Given, name: string): readonly Row[] | undefined {
  const value = given[name]
  return Array.isArray(value) ? (value as Row[]) : undefined
}

export function neededRows(given: Given, name: string): readonly Row[] {
  return rowsIn(given, name) ?? missing(name)
}

/** A figure of a row; NaN where there is none, so that the method refuses it under its own path. */
export function cellFigure(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' ? value : NaN
}

export function cellFigureIfAny(row: Row, column: string): number | undefined {
  const value = row[column]
  return typeof value === 'number' ? value : undefined
}

export function cellWord(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

function refused(name: string, reason: 'missing' | 'unknown'): never {
  throw new InputRefusal(name, reason)
}

function missing(name: string): never {
  return refused(name, 'missing')
}
