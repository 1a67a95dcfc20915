import { amountInEnglish, amountInVietnamese, type Currency, type Language, type Money } from '#kernel'

const zone = 'Asia/Ho_Chi_Minh'

/** How numbers, money and dates are written in a language. */
export interface Formats {
  /** 22/11/2026; 22 Nov 2026. */
  readonly date: (instant: number) => string
  /** 22/11/2026 09:05; 22 Nov 2026, 09:05. */
  readonly dateTime: (instant: number) => string
  /** The same for a day given as `2026-11-22`. */
  readonly day: (iso: string) => string
  readonly number: (value: number) => string
  /** Hundredths of a per cent: 2_550 is 25,5 %. */
  readonly share: (hundredths: number) => string
  /** The same with a decimal in any case, for columns: 4,0 %. */
  readonly shareInColumn: (hundredths: number) => string
  /** 1.200.000.000 ₫; ₫1,200,000,000. */
  readonly money: (money: Money) => string
  /** một tỷ hai trăm triệu đồng. */
  readonly moneyInWords: (money: Money) => string
  /** 1,2 tỷ ₫; ₫1.2 billion; −1,2 tỷ ₫: for lists and charts. */
  readonly moneyShort: (money: Money) => string
  readonly bytes: (bytes: number) => string
}

const minorDigits: Readonly<Record<Currency, number>> = { VND: 0, USD: 2 }

function build(language: Language): Formats {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB'
  const date = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: '2-digit',
    month: language === 'vi' ? '2-digit' : 'short',
    year: 'numeric',
  })
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false })
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US')
  const decimal = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 2 })
  const oneDecimal = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  })
  const currency = (code: Currency) =>
    new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', {
      style: 'currency',
      currency: code,
      currencyDisplay: 'narrowSymbol',
    })
  const currencies = { VND: currency('VND'), USD: currency('USD') }
  const major = (money: Money) => money.amount / 10 ** minorDigits[money.currency]
  const format = {
    date: (instant: number) => date.format(instant).replaceAll('-', '/'),
    number: (value: number) => number.format(value),
    money: (money: Money) => currencies[money.currency].format(major(money)).replace(/\u00a0/g, ' '),
  }
  return {
    ...format,
    dateTime: (instant) => `${format.date(instant)}${language === 'vi' ? ' ' : ', '}${time.format(instant)}`,
    day: (iso) => format.date(Date.parse(`${iso}T12:00:00Z`)),
    shareInColumn: (hundredths) => `${oneDecimal.format(hundredths / 100)}${language === 'vi' ? ' %' : '%'}`,
    share: (hundredths) => `${decimal.format(hundredths / 100)}${language === 'vi' ? ' %' : '%'}`,
    moneyInWords: (money) => {
      const whole = Math.round(major(money))
      const unit = { vi: { VND: 'đồng', USD: 'đô la Mỹ' }, en: { VND: 'đồng', USD: 'US dollars' } }[language][
        money.currency
      ]
      return `${language === 'vi' ? amountInVietnamese(whole) : amountInEnglish(whole)} ${unit}`
    },
    moneyShort: (money) => {
      const minus = money.amount < 0 ? '−' : ''
      const amount = Math.abs(major(money))
      const scale = [
        { from: 1e9, vi: 'tỷ', en: 'billion' },
        { from: 1e6, vi: 'triệu', en: 'million' },
      ].find((step) => amount >= step.from)
      if (!scale) return `${minus}${format.money({ ...money, amount: Math.abs(money.amount) })}`
      const figure = decimal.format(Math.round((amount / scale.from) * 100) / 100)
      const sign = money.currency === 'VND' ? '₫' : '$'
      return `${minus}${language === 'vi' ? `${figure} ${scale.vi} ${sign}` : `${sign}${figure} ${scale.en}`}`
    },
    bytes: (bytes) =>
      bytes < 1024 * 1024
        ? `${decimal.format(Math.ceil(bytes / 1024))} kB`
        : `${decimal.format(Math.round(bytes / 104857.6) / 10)} MB`,
  }
}

const built: Partial<Record<Language, Formats>> = {}

export function formats(language: Language): Formats {
  return (built[language] ??= build(language))
}
