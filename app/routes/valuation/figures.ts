import { type Formats, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import { currencies, type Currency, type Language } from '#kernel'
import { inMinorUnits, type LedgerInput, type ModelHead } from '#modules/valuation'

type Units = Pick<ModelHead, 'currency' | 'amountsIn'>

const known = (currency: string): currency is Currency => (currencies as readonly string[]).includes(currency)

/** How the figures of a valuation are written in a language. */
export interface Figures {
  /** What one unit of its amounts is: `triệu đồng`. */
  readonly unit: string
  /** An amount in that unit, without its name. */
  readonly amount: (value: number) => string
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

/** Values beyond what is exact in whole units stay in the model's own unit. */
const mostExact = 1e15

export function figuresOf(head: Units, format: Formats, messages: Messages, language: Language): Figures {
  const { currency, amountsIn } = head
  const unit = unitName(head, messages)
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: digits }).format(value)
  const minor = amountsIn * (currency === 'USD' ? 100 : 1)
  const amount = (value: number) => number(value, Math.abs(value) >= 1000 ? 2 : 4)
  const money = (value: number) =>
    known(currency) && Math.abs(value * minor) < mostExact ? { amount: inMinorUnits(value, minor), currency } : null
  const whole = (value: number) => {
    const exact = money(value)
    return exact ? format.money(exact).replaceAll(' ', '\u00a0') : `${amount(value)} ${unit}`
  }
  const short = (value: number) => {
    const exact = money(value)
    if (!exact) return `${amount(value)} ${unit}`
    return exact.amount < 0 ? `−${format.moneyShort({ ...exact, amount: -exact.amount })}` : format.moneyShort(exact)
  }
  const percent = (share: number) => `${number(share * 100, 2)}${language === 'vi' ? ' %' : '%'}`
  const plain = (value: number) => number(value, 6)
  return {
    unit,
    amount,
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
