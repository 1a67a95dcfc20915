import { formats, type Formats } from '#i18n'
import { messagesOf } from '#i18n/server'
import { type Bilingual, currencies, type Currency, type Language } from '#kernel'
import { shifted } from '#platform/documents'
import { inMinorUnits } from '../engine/amounts.ts'
import { warningUnits } from '../engine/labels.ts'
import { type Unit, type Warning } from '../engine/worked.ts'
import { inputFields } from '../form/fields.ts'
import { decimalInText } from '../form/figures.ts'
import { placesOf } from '../form/units.ts'
import { type LedgerInput } from '../model/document.ts'
import { type ApproachRefusal, type ModelWarning, modelWarningUnits } from '../model/evaluate.ts'
import { type ValuationReport } from '../model/report.ts'
import { type Meaning } from '../legend.ts'
import { formulaIn, formulaParts, type FormulaPart, symbolIn } from '../notation.ts'

type Words = ReturnType<typeof messagesOf>['valuation']
type ReportWords = ReturnType<typeof messagesOf>['valuationReport']
/** Words by keys that come from a report, which may have been made anywhere. */
type Named = Readonly<Record<string, string>>
type Sentences = Readonly<Record<string, (values: Readonly<Record<string, string>>) => string>>

/** Beyond it a double holds no whole đồng. */
const mostExact = 1e15

/** Parts of a report that refuse an input as a method does. */
const parts: Readonly<Record<string, 'sensitivity' | 'simulation'>> = {
  sensitivity: 'sensitivity',
  uncertainty: 'simulation',
}

const isKnown = (currency: string): currency is Currency => (currencies as readonly string[]).includes(currency)
const signed = (text: string): string => text.replace(/^-/, '−')
const set = (parts: readonly FormulaPart[]): string => parts.map(({ text, stand }) => shifted(text, stand)).join('')

/** How one report is said in one language: its words, figures and the names of what is in it. */
export class Speech {
  readonly report: ValuationReport
  readonly language: Language
  readonly words: Words
  readonly say: ReportWords
  readonly format: Formats
  /** Of the amounts: `triệu đồng`. */
  readonly unit: string
  private readonly slotsOfInputs: ReadonlyMap<string, string>
  private readonly numbers: Intl.NumberFormat[] = []

  constructor(report: ValuationReport, language: Language) {
    this.report = report
    this.language = language
    const messages = messagesOf(language)
    this.words = messages.valuation
    this.say = messages.valuationReport
    this.format = formats(language)
    const { currency, amountsIn } = report.head
    const { vnd, other } = this.words.amountUnits
    const key = String(amountsIn) as keyof typeof vnd
    this.unit = currency === 'VND' ? vnd[key] : other[key](currency)
    this.slotsOfInputs = new Map(inputFields(report.model).map(({ id, slotName }) => [id, slotName]))
  }

  /** With as many decimals as there are, up to `digits`; `least` of them in any case. */
  number(value: number, digits: number, least = 0): string {
    const locale = this.language === 'vi' ? 'vi-VN' : 'en-US'
    const format = (this.numbers[10 * digits + least] ??= new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: digits,
    }))
    return signed(format.format(value === 0 ? 0 : value))
  }

  /** An amount in the model's unit, without its name. */
  amount(value: number): string {
    if (value !== 0 && Math.abs(value) < 1) return this.number(value, 6)
    const { currency, amountsIn } = this.report.head
    return amountsIn === 1 && currency === 'VND' && Math.abs(value) >= 1000
      ? this.number(value, 0)
      : this.number(value, 2, 2)
  }

  percent(share: number, digits = 4): string {
    return `${this.number(share * 100, digits)}${this.language === 'vi' ? ' %' : '%'}`
  }

  by(unit: Unit, value: number): string {
    switch (unit) {
      case 'money':
        return this.amount(value)
      case 'rate':
      case 'probability':
        return this.percent(value)
      default:
        return this.number(value, 6)
    }
  }

  /** A decimal text as it was typed. */
  decimal(text: string, unit: LedgerInput['unit'] = 'none'): string {
    const places = placesOf(unit)
    const percent = places === 0 ? '' : this.language === 'vi' ? ' %' : '%'
    return `${signed(decimalInText(text, this.language, places))}${percent}`
  }

  private exact(value: number) {
    const { currency, amountsIn } = this.report.head
    const minor = amountsIn * (currency === 'USD' ? 100 : 1)
    return isKnown(currency) && Math.abs(value * minor) < mostExact
      ? { amount: inMinorUnits(value, minor), currency }
      : null
  }

  /** A result: rounded to whole đồng or cents, half away from zero. */
  whole(value: number): string {
    const exact = this.exact(value)
    return exact ? signed(this.format.money(exact)) : `${this.amount(value)} ${this.unit}`
  }

  /** Null for amounts that no contract states in words. */
  inWords(value: number): string | null {
    const exact = this.exact(value)
    if (!exact || exact.amount < 0) return null
    const words = this.format.moneyInWords(exact)
    return words.charAt(0).toLocaleUpperCase(this.language) + words.slice(1)
  }

  day(iso: string): string {
    return this.format.day(iso)
  }

  /** In this language where there is a text in it, else in the other. */
  text({ vi, en }: Bilingual): string {
    const [own, other] = this.language === 'vi' ? [vi, en] : [en, vi]
    return own.trim() === '' ? other : own
  }

  named(words: Named, key: string): string {
    return Object.hasOwn(words, key) ? (words[key] ?? key) : key
  }

  slot(name: string): string {
    const slots: Readonly<Record<string, { readonly name: string }>> = this.words.slots
    return Object.hasOwn(slots, name) ? (slots[name]?.name ?? name) : name
  }

  input(id: string): string {
    const name = this.report.model.inputs.find((one) => one.id === id)?.name
    const own = name ? this.text(name) : ''
    if (own !== '') return own
    const registered: Named = this.words.registerInputs
    return registered[id] ?? this.slot(this.slotsOfInputs.get(id) ?? id)
  }

  /** An input's figure in a sensitivity: its own, or a factor upon a series. */
  tried(id: string, value: number): string {
    const input = this.report.model.inputs.find((one) => one.id === id)
    if (input?.value.kind === 'series') return this.say.times(this.number(value, 4))
    const unit = input?.unit ?? 'none'
    return unit === 'none' ? this.number(value, 6) : this.by(unit, value)
  }

  /** The method of an approach; several approaches by one method are told apart by their ids. */
  approach(id: string): string {
    const { approaches } = this.report.model
    const method = approaches.find((one) => one.id === id)?.method
    if (method === undefined) return id === 'reconciliation' ? this.say.reconciled : id
    const name = this.words.methods[method]
    return approaches.filter((one) => one.method === method).length > 1 ? `${name} (${id})` : name
  }

  refusal({ slot, path, reason }: ApproachRefusal): string {
    if (path === 'reconciliation') return this.say.noPoint
    const place = /\[(\d+)\]/.exec(path)?.[1]
    const name = parts[slot]
    const where =
      name !== undefined
        ? this.say.sections[name]
        : place === undefined
          ? this.slot(slot)
          : `${this.slot(slot)} (${String(Number(place) + 1)})`
    return `${this.say.refused}. ${where}: ${this.named(this.words.refusals, reason)}`
  }

  private values(given: Readonly<Record<string, number>>, units: Readonly<Record<string, Unit>>): Named {
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const unit = units[name] ?? 'ratio'
        return [name, unit === 'money' ? `${this.amount(value)} ${this.unit}` : this.by(unit, value)]
      }),
    )
  }

  warning({ code, values }: Warning): string {
    const sentences: Sentences = this.words.warnings
    const units: Readonly<Record<string, Readonly<Record<string, Unit>>>> = warningUnits
    return sentences[code]?.(this.values(values, units[code] ?? {})) ?? code
  }

  modelWarning({ code, input, values }: ModelWarning): string {
    const named = input === null ? {} : { input: this.input(input) }
    return this.words.modelWarnings[code]({ ...this.values(values, modelWarningUnits[code]), ...named })
  }

  /** A symbol as it is written in this language. */
  notation(text: string): string {
    return set(symbolIn(text, this.language))
  }

  /** A formula or its figures as they are written in this language. */
  formula(text: string): string {
    return set(formulaIn(text, this.language))
  }

  /** What a symbol stands for. */
  meaning(of: Meaning): string {
    const { columns, symbols } = this.words
    const name =
      'word' in of
        ? set(formulaParts(symbols[of.word]))
        : 'slot' in of
          ? this.slot(of.slot)
          : columns[of.column as keyof typeof columns]
    return `${this.notation(of.symbol)} – ${name}`
  }
}
