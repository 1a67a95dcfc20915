import { type Formats, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import { currencies, type Currency, type Language } from '#kernel'
import { inMinorUnits, type LedgerInput, type ModelHead } from '#modules/valuation'

type Units = Pick<ModelHead, 'currency' | 'amountsIn'>

const known = (currency: string): currency is Currency => (currencies as readonly string[]).includes(currency)

/** How the figures of a valuation are written in a language. */
export interface Figures {
  /** What one unit of its amounts is: `triệu đồng`. */
  readonly unit: string
  /** An amount in that unit, without its name, with as many decimals as its neighbours in a column: `1.186,40`. */
  readonly amount: (value: number) => string
  /** The same beside a drawing, with no more decimals than it has: `1.186,4`. */
  readonly drawn: (value: number) => string
  /** A value in whole units of its currency: `1.747.337.991 ₫`. */
  readonly whole: (value: number) => string
  /** The same, short, for charts. */
  readonly short: (value: number) => string
  readonly inWords: (value: number) => string | null
  readonly percent: (share: number) => string
  readonly plain: (value: number) => string
  /** By the unit that the ledger or a step names. */
  readonly by: (unit: LedgerInput['unit'] | 'text', value: number) => string
}

/** The name of the unit of amounts. */
export function unitName({ currency, amountsIn }: Units, messages: Messages): string {
  const { vnd, other } = messages.valuation.amountUnits
  const key = String(amountsIn) as keyof typeof vnd
  return currency === 'VND' ? vnd[key] : other[key](currency)
}

/** What a figure is typed in: `triệu đồng`, `%`; null where it is a plain number. */
export function unitOf(
  { unit }: Pick<LedgerInput, 'unit'>,
  figures: Figures,
  { percent, years }: Messages['workbench']['inputs'],
): string | null {
  switch (unit) {
    case 'money':
      return figures.unit
    case 'rate':
    case 'probability':
      return percent
    case 'years':
      return years
    default:
      return null
  }
}

/** Values beyond what is exact in whole units stay in the model's own unit. */
const mostExact = 1e15

/** With the sign that is as wide as a figure, not a hyphen. */
const signed = (text: string): string => text.replace('-', '−')

export function figuresOf(head: Units, format: Formats, messages: Messages, language: Language): Figures {
  const { currency, amountsIn } = head
  const unit = unitName(head, messages)
  const number = (value: number, digits: number, least = 0) =>
    signed(
      new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', {
        minimumFractionDigits: least,
        maximumFractionDigits: digits,
      }).format(value === 0 ? 0 : value),
    )
  const minor = amountsIn * (currency === 'USD' ? 100 : 1)
  const indivisible = amountsIn === 1 && currency === 'VND'
  const places = (value: number) => (value !== 0 && Math.abs(value) < 1 ? 6 : indivisible ? 0 : 2)
  const drawn = (value: number) => number(value, places(value))
  const amount = (value: number) => number(value, places(value), places(value) === 2 ? 2 : 0)
  const money = (value: number) =>
    known(currency) && Math.abs(value * minor) < mostExact ? { amount: inMinorUnits(value, minor), currency } : null
  const whole = (value: number) => {
    const exact = money(value)
    return exact ? signed(format.money(exact).replaceAll(' ', '\u00a0')) : `${drawn(value)} ${unit}`
  }
  const short = (value: number) => {
    const exact = money(value)
    return exact ? format.moneyShort(exact) : `${drawn(value)} ${unit}`
  }
  const percent = (share: number) => `${number(share * 100, 2)}${language === 'vi' ? ' %' : '%'}`
  const plain = (value: number) => number(value, 6)
  return {
    unit,
    amount,
    drawn,
    whole,
    short,
    inWords: (value) => {
      const exact = money(value)
      return exact && exact.amount >= 0 ? format.moneyInWords(exact) : null
    },
    percent,
    plain,
    by: (of, value) =>
      of === 'money' ? amount(value) : of === 'rate' || of === 'probability' ? percent(value) : plain(value),
  }
}

export function useFigures(head: Units): Figures {
  return figuresOf(head, useFormats(), useMessages(), useLanguage())
}
