import { inflateRawSync } from 'node:zlib'

/** Reads the formulas of an XLSX file and works them out, as a spreadsheet would; for tests of what we write. */

type Value = number | string
interface Cell {
  value?: Value
  formula?: string
}
export type Sheets = ReadonlyMap<string, Map<string, Cell>>

/** The files of an archive, by its central directory. */
export function unpacked(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [10, 20, 28].map((place) =>
      place === 20 ? bytes.readUInt32LE(at + place) : bytes.readUInt16LE(at + place),
    ) as [number, number, number]
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    files.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}

export const plain = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
  )

export function sheetsOf(bytes: Buffer): Sheets {
  const files = unpacked(bytes)
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
    plain(inner.replace(/<[^>]*>/g, '')),
  )
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) =>
    plain(name),
  )
  return new Map(
    names.map((name, at) => {
      const cells = new Map<string, Cell>()
      const xml = files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? ''
      for (const [, attributes = '', inner = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const place = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? ''
        const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1]
        const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1]
        if (formula !== undefined) cells.set(place, { formula: plain(formula) })
        else if (value !== undefined)
          cells.set(place, { value: /\bt="s"/.test(attributes) ? (strings[Number(value)] ?? '') : Number(value) })
      }
      return [name, cells]
    }),
  )
}

const token =
  /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|"([^"]*)"|('(?:[^']|'')*'!)?(\$?[A-Z]{1,3}\$?\d+)|([A-Z]+)(?=\()|(<>|[-+*/^(),:=<>]))/gy

interface Token {
  kind: 'number' | 'text' | 'cell' | 'call' | 'sign'
  text: string
  sheet?: string
}

function tokensOf(formula: string): Token[] {
  const found = [...formula.matchAll(token)]
  const read = found.reduce((so, [all]) => so + all.length, 0)
  if (read !== formula.length) throw new Error(`There is something else in ${formula}`)
  return found.map(([, number, text, sheet, cell, call, sign]): Token => {
    if (number !== undefined) return { kind: 'number', text: number }
    if (text !== undefined) return { kind: 'text', text }
    if (cell !== undefined) {
      const own = { kind: 'cell', text: cell.replaceAll('$', '') } as const
      return sheet === undefined ? own : { ...own, sheet: sheet.slice(1, -2).replaceAll("''", "'") }
    }
    return call === undefined ? { kind: 'sign', text: sign ?? '' } : { kind: 'call', text: call }
  })
}

const numbersIn = (values: readonly Value[]) => values.filter((value) => typeof value === 'number')
const sum = (values: readonly number[]) => values.reduce((so, one) => so + one, 0)

/** Φ, by Simpson's rule: far more exact than what it is compared with. */
function normalDistribution(x: number): number {
  const density = (at: number) => Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI)
  const steps = 4000
  const inner = Array.from({ length: steps - 1 }, (_, at) => (at % 2 === 0 ? 4 : 2) * density(((at + 1) * x) / steps))
  return 0.5 + (x / steps / 3) * sum([density(0), ...inner, density(x)])
}

function call(name: string, given: readonly Value[][]): Value {
  const [first = [], second = [], third = []] = given
  const all = numbersIn(given.flat())
  const one = Number(first[0])
  switch (name) {
    case 'SUM':
      return sum(all)
    case 'SUMPRODUCT':
      return sum(first.map((value, at) => Number(value) * Number(second[at])))
    case 'SUMIF':
      return sum(third.filter((_, at) => first[at] === second[0]).map(Number))
    case 'COUNTIF':
      return first.filter((value) => value === second[0]).length
    case 'AVERAGE':
      return sum(all) / all.length
    case 'MEDIAN': {
      const sorted = all.toSorted((a, b) => a - b)
      const middle = (sorted.length - 1) / 2
      return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
    }
    case 'MAX':
      return Math.max(...all)
    case 'MIN':
      return Math.min(...all)
    case 'LN':
      return Math.log(one)
    case 'EXP':
      return Math.exp(one)
    case 'NORMSDIST':
      return normalDistribution(one)
    case 'ABS':
      return Math.abs(one)
    case 'INT':
      return Math.floor(one)
    case 'IF':
      return (one === 0 ? third[0] : second[0]) ?? NaN
    case 'CHOOSE':
      return given[one]?.[0] ?? NaN
    default:
      throw new Error(`There is no function ${name}`)
  }
}

/** One formula, read from left to right with the usual order of operations. */
class Reader {
  private at = 0
  private readonly tokens: Token[]
  private readonly sheets: Sheets
  private readonly sheet: string

  constructor(sheets: Sheets, sheet: string, formula: string) {
    this.sheets = sheets
    this.sheet = sheet
    this.tokens = tokensOf(formula)
  }

  whole(): Value {
    const [value = NaN] = this.compared()
    if (this.at < this.tokens.length) throw new Error('The formula goes on')
    return value
  }

  private take(...signs: string[]): string | null {
    const next = this.tokens[this.at]
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return null
    this.at += 1
    return next.text
  }

  private compared(): Value[] {
    const left = this.added()
    const sign = this.take('=', '<>', '<', '>')
    if (sign === null) return left
    const [one, other] = [left[0] ?? NaN, this.added()[0] ?? NaN]
    const holds = { '=': one === other, '<>': one !== other, '<': one < other, '>': one > other }[sign]
    return [holds === true ? 1 : 0]
  }

  private joined(
    below: () => Value[],
    signs: string[],
    apply: (sign: string, a: number, b: number) => number,
  ): Value[] {
    let left = below()
    for (let sign = this.take(...signs); sign !== null; sign = this.take(...signs))
      left = [apply(sign, Number(left[0]), Number(below()[0]))]
    return left
  }

  private added(): Value[] {
    const multiplied = () =>
      this.joined(
        () => this.raised(),
        ['*', '/'],
        (sign, a, b) => (sign === '*' ? a * b : a / b),
      )
    return this.joined(multiplied, ['+', '-'], (sign, a, b) => (sign === '+' ? a + b : a - b))
  }

  private raised(): Value[] {
    return this.joined(
      () => this.single(),
      ['^'],
      (_, a, b) => a ** b,
    )
  }

  private single(): Value[] {
    if (this.take('-') !== null) return [-Number(this.single()[0])]
    if (this.take('(') !== null) {
      const value = this.compared()
      if (this.take(')') === null) throw new Error('A bracket is open')
      return value
    }
    const next = this.tokens[this.at]
    this.at += 1
    switch (next?.kind) {
      case 'number':
        return [Number(next.text)]
      case 'text':
        return [next.text]
      case 'cell':
        return this.cells(next)
      case 'call': {
        const given: Value[][] = []
        this.take('(')
        do given.push(this.compared())
        while (this.take(',') !== null)
        if (this.take(')') === null) throw new Error(`${next.text} is open`)
        return [call(next.text, given)]
      }
      default:
        throw new Error('The formula ends too soon')
    }
  }

  private cells({ text, sheet = this.sheet }: Token): Value[] {
    if (this.take(':') === null) return [calculated(this.sheets, sheet, text)]
    const last = this.tokens[this.at]?.text ?? ''
    this.at += 1
    const [from, to] = [placeOf(text), placeOf(last)]
    const values: Value[] = []
    for (let row = from.row; row <= to.row; row += 1)
      for (let column = from.column; column <= to.column; column += 1)
        values.push(calculated(this.sheets, sheet, `${lettersOf(column)}${row}`))
    return values
  }
}

function placeOf(cell: string): { row: number; column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  return { row: Number(row), column: [...letters].reduce((so, letter) => so * 26 + letter.charCodeAt(0) - 64, 0) }
}

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? letter : `${lettersOf(Math.floor((column - 1) / 26))}${letter}`
}

/** What a cell shows; an empty one counts as nothing. */
export function calculated(sheets: Sheets, sheet: string, cell: string): Value {
  const cells = sheets.get(sheet)
  if (!cells) throw new Error(`There is no sheet ${sheet}`)
  const found = cells.get(cell)
  if (found?.formula !== undefined) found.value = new Reader(sheets, sheet, found.formula).whole()
  return found?.value ?? 0
}
