/** An exact amount: integer minor units of a currency. The đồng has none, so its minor unit is one đồng. */
export interface Money {
  readonly amount: number
  readonly currency: Currency
}

export const currencies = ['VND', 'USD'] as const
export type Currency = (typeof currencies)[number]

/** The largest amount taken: 10^15 minor units, well inside the exact range of a double. */
export const largestAmount = 1_000_000_000_000_000

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ', ' triệu tỷ']

function groupInVietnamese(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor((group % 100) / 10)
  const ones = group % 10
  const words: string[] = []
  if (hundreds > 0 || full) words.push(`${digits[hundreds] ?? ''} trăm`)
  if (tens === 0 && ones > 0 && words.length > 0) words.push('lẻ')
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(`${digits[tens] ?? ''} mươi`)
  if (ones > 0) {
    if (tens > 1 && ones === 1) words.push('mốt')
    else if (tens > 1 && ones === 4) words.push('tư')
    else if (tens > 0 && ones === 5) words.push('lăm')
    else words.push(digits[ones] ?? '')
  }
  return words.join(' ')
}

/**
 * A whole number in Vietnamese words: 1_200_000_000 is "một tỷ hai trăm triệu".
 *
 * @param amount an integer from 0 to 10^15
 */
export function amountInVietnamese(amount: number): string {
  if (amount === 0) return 'không'
  const groups: number[] = []
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000)
  const parts: string[] = []
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i] ?? 0
    if (group > 0) parts.push(groupInVietnamese(group, i < groups.length - 1) + (scales[i] ?? ''))
  }
  return parts
    .join(' ')
    .replace(/ tỷ (.*) tỷ/, ' $1 tỷ')
    .replace('nghìn tỷ tỷ', 'nghìn tỷ')
}

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tensInEnglish = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scalesInEnglish = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion']

function groupInEnglish(group: number): string {
  const rest = group % 100
  const words: string[] = []
  if (group >= 100) words.push(`${small[Math.floor(group / 100)] ?? ''} hundred`)
  if (rest > 0 && rest < 20) words.push(small[rest] ?? '')
  if (rest >= 20)
    words.push([tensInEnglish[Math.floor(rest / 10)], small[rest % 10]].slice(0, rest % 10 ? 2 : 1).join('-'))
  return words.join(' ')
}

/** A whole number in English words: 1_200_000_000 is "one billion two hundred million". */
export function amountInEnglish(amount: number): string {
  if (amount === 0) return 'zero'
  const parts: string[] = []
  let rest = amount
  for (let i = 0; rest > 0; i++) {
    const group = rest % 1000
    if (group > 0) parts.unshift(groupInEnglish(group) + (scalesInEnglish[i] ?? ''))
    rest = Math.floor(rest / 1000)
  }
  return parts.join(' ')
}

/**
 * An amount as people type it (`1.200.000.000 ₫`, `1,200,000,000`, `1200000000`), in whole units; null when it is not
 * a whole number from 0 to 10^15.
 */
export function amountFromText(text: string): number | null {
  const bare = text.replace(/[\s.,_₫đĐ\u00a0]|VND|VNĐ/gi, '')
  if (!/^\d{1,16}$/.test(bare)) return null
  const amount = Number(bare)
  return amount <= largestAmount ? amount : null
}
