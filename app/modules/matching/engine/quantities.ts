import type { Language } from '#kernel'
import { type ReadUnit, unitAfter } from './units.ts'

/**
 * How a number is meant: at least, at most, anything in a range, from (`từ 95%`: a wish for at least, an offer of just
 * so), as far as (`đến 45‰`: the reach of a thing), or just so.
 */
type Bound = 'min' | 'max' | 'range' | 'from' | 'reach' | 'plain'

/** A number with its unit as it stands in a text, in canonical units. */
export interface Quantity {
  /** Both ends of what is said; an open end is infinite. */
  readonly low: number
  readonly high: number
  /** What is said in the middle, for a value with its tolerance. */
  readonly middle: number
  readonly bound: Bound
  readonly dimension: string
  readonly perDay: boolean
  /** Half the width of what is said with `±`; null without. */
  readonly tolerance: number | null
  /** A change by so much (`giảm 93%`), not a value. */
  readonly change: 'down' | 'up' | null
  /** Said of something else: what it is compared with. */
  readonly other: boolean
  /** A range of what can be served (`từ 20 đến 400 m³/ngày`), any of which is within reach. */
  readonly scope: boolean
  readonly start: number
  readonly end: number
}

const digits: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
}

const counted: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
}
const countedPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(counted).join('|')})(?=\\s+(?:(?:đến|to)\\s+(?:${Object.keys(counted).join('|')})\\s+)?(?:phút|giờ|ngày|tuần|tháng|năm|người|mẻ|lần|minutes?|hours?|days?|weeks?|months?|years?|people|more)(?![\\p{L}\\p{N}]))`,
  'giu',
)

/** The text with small numbers in words before a measure of time or a count in digits, every letter in its place. */
export function withDigits(text: string): string {
  return text.replace(countedPattern, (word) => String(counted[word.toLowerCase()] ?? '').padEnd(word.length, ' '))
}

/** The value of written digits: Vietnamese parts thousands by a point and decimals by a comma, English the other way. */
function numberOf(written: string, language: Language): number {
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimal}\\d+)?$`)
  if (grouped.test(written)) return Number(written.replaceAll(thousands, '').replace(decimal, '.'))
  return Number(written.replace(/[.,](?=.*[.,])/g, '').replace(',', '.'))
}

const number = String.raw`10[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?:[−-](?=\d))?\d+(?:[.,]\d+)*(?:\s*×\s*10[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?`
const numberPattern = new RegExp(`(?<![\\p{L}\\p{N}.,/-])(?:${number})`, 'gu')
const nextPattern = new RegExp(
  `\\s*(±|–|—|-|\\bden\\b|\\btoi\\b|\\bto\\b|\\band\\b|\\bcon\\b|\\bxuong\\b|\\blen\\b|\\bva\\b)\\s*(?:con\\s+)?(${number})`,
  'uy',
)

function valueOf(written: string, language: Language): number {
  const power = /^(?:([−-]?\d+(?:[.,]\d+)*)\s*×\s*)?10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/u.exec(written)
  if (power) {
    const exponent = Number([...(power[2] ?? '')].map((sign) => digits[sign] ?? '').join(''))
    return (power[1] === undefined ? 1 : numberOf(power[1], language)) * 10 ** exponent
  }
  return numberOf(written.replace('−', '-'), language)
}

const least =
  /(?:toi thieu(?: la)?|it nhat(?: la)?|khong (?:\w+ ){0,2}?(?:duoi|thap hon|it hon|nho hon|kem)|tren|lon hon|cao hon|nhieu hon|hon|vuot|>=|≥|>|at least|a minimum of|minimum(?: of)?|(?:no|not) (?:less|lower|fewer) than|more than|above|over|exceeding|greater than|larger than)\s*$/
const most =
  /(?:khong (?:\w+ ){0,2}?(?:qua|vuot|vuot qua|hon|lon hon|cao hon)|toi da(?: la)?|duoi|nho hon|it hon|thap hon|trong vong|<=|≤|<|at most|(?:no|not) (?:more|greater|higher|longer) than|not exceeding|(?:a )?maximum(?: of)?|below|under|less than|fewer than|within)\s*$/
const from = /(?:\btu|\bfrom|\bdat|\bof)\s*$/
const reach = /(?:\bden|\btoi|up to|as far as)\s*$/
const leastAfter =
  /^\s*(?:\([^)]*\)\s*)?(?:[\p{L}/]+\s+){0,3}?(?:tro len|or more|or above|or better|and above|and over)/u
const mostAfter = /^\s*(?:\([^)]*\)\s*)?(?:[\p{L}/]+\s+){0,3}?(?:tro xuong|or less|or below|or fewer|and below)/u
const down =
  /(?:\bgiam|\bha|\btiet kiem|\bbot|\bcat|\bcuts?|\breduc\w+|\bsav\w+|\bdrop\w*|\bfalls?|\blower\w*)\s+(?:[\p{L}\p{N}]+\s+){0,5}?$/u
const up = /(?:\btang|\bnang|\brais\w+|\bincreas\w+|\bgains?|\badds?)\s+(?:[\p{L}\p{N}]+\s+){0,5}?$/u
const compared = /(?:so voi|thay vi|thay cho|gap|instead of|against|compared (?:with|to)|\bthan)\s+(?:khoang\s+)?$/

/** Where the text before a number stops being about it. */
const leadLength = 48

function boundOf(lead: string, tail: string): Bound {
  if (most.test(lead)) return 'max'
  if (least.test(lead)) return 'min'
  if (mostAfter.test(tail)) return 'max'
  if (leastAfter.test(tail)) return 'min'
  if (from.test(lead)) return 'from'
  return reach.test(lead) ? 'reach' : 'plain'
}

interface Written {
  readonly value: number
  readonly read: ReadUnit
  readonly start: number
  /** Where the digits end. */
  readonly end: number
}

/** The second number of a range, a tolerance or a change, where one follows. */
function secondOf(folded: string, first: Written, language: Language) {
  const ownUnit = first.read.dimension !== '' && !first.read.dimension.startsWith('#')
  for (const position of ownUnit ? [first.end, first.read.end] : [first.end]) {
    nextPattern.lastIndex = position
    const match = nextPattern.exec(folded)
    if (!match) continue
    const [, sign = '', digitsOf = ''] = match
    const end = nextPattern.lastIndex
    const read = unitAfter(folded, end)
    if ((sign === 'va' || sign === 'and') && !/\bbetween\s*$/.test(folded.slice(0, first.start))) continue
    return { sign, value: valueOf(digitsOf, language), read, end }
  }
  return null
}

/**
 * The numbers of a text with what they measure, in order.
 *
 * @param folded text as `fold` leaves it
 * @param unitless the unit of numbers that have none, as in a column of a table
 */
export function quantitiesIn(folded: string, language: Language, unitless?: ReadUnit): Quantity[] {
  const found: Quantity[] = []
  let position = 0
  for (;;) {
    numberPattern.lastIndex = position
    const match = numberPattern.exec(folded)
    if (!match) return found
    const start = match.index
    const digitsEnd = start + match[0].length
    const first = {
      value: valueOf(match[0], language),
      read: unitAfter(folded, digitsEnd),
      start,
      end: digitsEnd,
    }
    position = digitsEnd
    if (!Number.isFinite(first.value)) continue
    const second = secondOf(folded, first, language)
    const last = second?.read.dimension ? second.read : first.read
    const read = last.dimension === '' && unitless ? { ...unitless, end: second?.end ?? digitsEnd } : last
    const end = Math.max(read.end, second ? second.end : 0)
    position = Math.max(position, end)
    found.push(quantityOf({ folded, first, second, read, start, end }))
  }
}

interface Parts {
  readonly folded: string
  readonly first: Written
  readonly second: ReturnType<typeof secondOf>
  readonly read: ReadUnit
  readonly start: number
  readonly end: number
}

function quantityOf({ folded, first, second, read, start, end }: Parts): Quantity {
  const lead = folded
    .slice(Math.max(0, start - leadLength), start)
    .replace(/(?:\b(?:khoang|about|gan|chung|la)\s+|±\s*)$/, '')
  const tail = folded.slice(end, end + leadLength)
  const one = first.value * (first.read.dimension === read.dimension ? first.read.factor : read.factor)
  const told = { dimension: read.dimension, perDay: read.perDay, start, end, other: compared.test(lead) }
  const plain = { ...told, change: null, scope: false, tolerance: null }
  const changed = second && /^(?:con|xuong|len)$/.test(second.sign)
  const towards =
    second &&
    /^(?:den|toi|to)$/.test(second.sign) &&
    (down.test(lead.replace(/\b(?:tu|from)\s*$/, '')) || up.test(lead.replace(/\b(?:tu|from)\s*$/, '')))
  if (second) {
    const two = second.value * read.factor
    if (changed || towards) return { ...plain, low: two, high: two, middle: two, bound: 'plain' }
    if (second.sign === '±')
      return { ...plain, low: one - two, high: one + two, middle: one, bound: 'plain', tolerance: two }
    const scope = from.test(lead) || /^(?:den|toi|to)$/.test(second.sign)
    const low = Math.min(one, two)
    const high = Math.max(one, two)
    return { ...plain, low, high, middle: (low + high) / 2, bound: 'range', scope }
  }
  const bound = boundOf(lead, tail)
  const leadOfValue = lead.replace(least, '').replace(most, '').replace(from, '').replace(reach, '')
  const relative = read.dimension === 'percent'
  const change = !relative ? null : down.test(leadOfValue) ? 'down' : up.test(leadOfValue) ? 'up' : null
  return {
    ...told,
    scope: false,
    tolerance: null,
    low: bound === 'max' ? -Infinity : one,
    high: bound === 'min' ? Infinity : one,
    middle: one,
    bound,
    change,
  }
}
