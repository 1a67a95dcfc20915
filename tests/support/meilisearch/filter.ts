import { Refusal } from './refusal.ts'
import { isObject, type Json, type JsonObject } from './shape.ts'
import { facetForm } from './text.ts'

/** capabilities/filtering_sorting_faceting/advanced/filter_expression_syntax */
type Leaf =
  | { kind: 'compare'; attribute: string; operator: '=' | '!=' | '>' | '>=' | '<' | '<='; value: string }
  | { kind: 'to'; attribute: string; from: string; to: string }
  | { kind: 'in'; attribute: string; values: string[] }
  | { kind: 'exists' | 'empty' | 'null'; attribute: string }
  | { kind: 'starts'; attribute: string; value: string }

type Condition = Leaf | { kind: 'not'; of: Condition } | { kind: 'and' | 'or'; of: Condition[] }

const KEYWORDS = new Set([
  'AND',
  'OR',
  'IN',
  'NOT',
  'TO',
  'EXISTS',
  'IS',
  'NULL',
  'EMPTY',
  'CONTAINS',
  'STARTS',
  'WITH',
])
const RESERVED = /^_geo(Radius|BoundingBox|Point|Distance|Polygon)?$/
const MOST_DEPTH = 200
const OPERATIONS =
  '`=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, `NOT IN`, `TO`, `EXISTS`, `NOT EXISTS`, `IS NULL`, `IS NOT NULL`, `IS EMPTY`, `IS NOT EMPTY`, `CONTAINS`, `NOT CONTAINS`, `STARTS WITH`, `NOT STARTS WITH`, `_geoRadius`, `_geoBoundingBox` or `_geoPolygon`'

type Token = { kind: 'word' | 'quoted'; text: string; at: number } | { kind: 'sign'; text: string; at: number }

class Parser {
  readonly #text: string
  readonly #code: string
  readonly #tokens: Token[]
  #next = 0

  constructor(text: string, code: string) {
    this.#text = text
    this.#code = code
    this.#tokens = this.#split()
  }

  #refuse(message: string): Refusal {
    return new Refusal(this.#code, `${message}\n1:${String(this.#text.length + 1)} ${this.#text}`)
  }

  #split(): Token[] {
    const tokens: Token[] = []
    let at = 0
    while (at < this.#text.length) {
      const rest = this.#text.slice(at)
      const blank = /^\s+/.exec(rest)
      if (blank) {
        at += blank[0].length
        continue
      }
      const quote = rest.charAt(0)
      if (quote === '"' || quote === "'") {
        let end = 1
        while (end < rest.length && rest[end] !== quote) end += rest[end] === '\\' ? 2 : 1
        if (end >= rest.length)
          throw this.#refuse(`Expression \`${rest}\` is missing the following closing delimiter: \`${quote}\`.`)
        tokens.push({ kind: 'quoted', text: unescaped(rest.slice(1, end), quote), at })
        at += end + 1
        continue
      }
      const sign = /^(?:!=|>=|<=|[=<>()[\],])/.exec(rest)
      const word = /^[\p{Alphabetic}\p{N}_.-]+/u.exec(rest)
      const found = sign ?? word
      if (!found) throw this.#refuse(`Was expecting an operation ${OPERATIONS} at \`${this.#text}\`.`)
      tokens.push({ kind: sign ? 'sign' : 'word', text: found[0], at })
      at += found[0].length
    }
    return tokens
  }

  #peek(text: string): boolean {
    const token = this.#tokens[this.#next]
    return token !== undefined && token.kind !== 'quoted' && token.text === text
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false
    this.#next++
    return true
  }

  parse(): Condition {
    const condition = this.#or(0)
    const rest = this.#tokens[this.#next]
    if (rest) {
      throw this.#refuse(
        `Found unexpected characters at the end of the filter: \`${this.#text.slice(rest.at)}\`. You probably forgot an \`OR\` or an \`AND\` rule.`,
      )
    }
    return condition
  }

  #or(depth: number): Condition {
    if (depth > MOST_DEPTH)
      throw this.#refuse(
        'The filter exceeded the maximum depth limit. Try rewriting the filter so that it contains fewer nested conditions.',
      )
    const parts = [this.#and(depth)]
    while (this.#take('OR')) parts.push(this.#and(depth))
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', of: parts }
  }

  #and(depth: number): Condition {
    const parts = [this.#not(depth)]
    while (this.#take('AND')) parts.push(this.#not(depth))
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', of: parts }
  }

  #not(depth: number): Condition {
    if (this.#take('NOT')) return { kind: 'not', of: this.#not(depth + 1) }
    if (this.#take('(')) {
      const inner = this.#or(depth + 1)
      if (!this.#take(')'))
        throw this.#refuse(`Expression \`${this.#text}\` is missing the following closing delimiter: \`)\`.`)
      return inner
    }
    return this.#condition()
  }

  #value(): string {
    const token = this.#tokens[this.#next]
    if (!token || token.kind === 'sign') throw this.#refuse('Was expecting a value but instead got nothing.')
    if (token.kind === 'word' && KEYWORDS.has(token.text)) {
      throw this.#refuse(
        `Was expecting a value but instead got \`${token.text}\`, which is a reserved keyword. To use \`${token.text}\` as a field name or a value, surround it by quotes.`,
      )
    }
    this.#next++
    return token.text
  }

  #attribute(): string {
    const name = this.#value()
    if (RESERVED.test(name))
      throw this.#refuse(`\`${name}\` is a reserved keyword and thus can't be used as a filter expression.`)
    return name
  }

  #condition(): Condition {
    const attribute = this.#attribute()
    for (const operator of ['=', '!=', '>=', '>', '<=', '<'] as const) {
      if (this.#take(operator)) return { kind: 'compare', attribute, operator, value: this.#value() }
    }
    const negated = this.#take('NOT')
    const made = (condition: Condition): Condition => (negated ? { kind: 'not', of: condition } : condition)
    if (this.#take('EXISTS')) return made({ kind: 'exists', attribute })
    if (this.#take('IN')) return made({ kind: 'in', attribute, values: this.#list() })
    if (this.#take('STARTS')) {
      if (!this.#take('WITH')) throw this.#refuse('Was expecting `WITH` after `STARTS`.')
      return made({ kind: 'starts', attribute, value: this.#value() })
    }
    if (this.#take('CONTAINS')) {
      throw new Refusal(
        'feature_not_enabled',
        'Using `CONTAINS` in a filter requires enabling the `contains filter` experimental feature.',
      )
    }
    if (!negated && this.#take('IS')) {
      const not = this.#take('NOT')
      const kind = this.#take('EMPTY') ? ('empty' as const) : this.#take('NULL') ? ('null' as const) : null
      if (kind) return not ? { kind: 'not', of: { kind, attribute } } : { kind, attribute }
    }
    const next = this.#tokens[this.#next]
    if (!negated && next && next.kind !== 'sign' && this.#tokens[this.#next + 1]?.text === 'TO') {
      const from = this.#value()
      this.#take('TO')
      return { kind: 'to', attribute, from, to: this.#value() }
    }
    throw this.#refuse(`Was expecting an operation ${OPERATIONS} at \`${this.#text}\`.`)
  }

  #list(): string[] {
    if (!this.#take('[')) throw this.#refuse('Expected `[` after `IN` keyword.')
    const values: string[] = []
    while (!this.#take(']')) {
      values.push(this.#value())
      if (!this.#peek(']') && !this.#take(','))
        throw this.#refuse('Expected only comma-separated field names inside `IN[..]`.')
    }
    return values
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '/': '/',
}

/** An escaped quote is the quote; other escapes mean what they mean in most languages. */
function unescaped(text: string, quote: string): string {
  return text.replaceAll(`\\${quote}`, quote).replace(/\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|.)/g, (_, code: string) => {
    const unit = /^u\{?([0-9a-fA-F]+)/.exec(code)
    return unit?.[1] === undefined ? (ESCAPES[code] ?? code) : String.fromCodePoint(Number.parseInt(unit[1], 16))
  })
}

/** What an attribute may be used for. */
export interface Filterable {
  equality: boolean
  comparison: boolean
}

export interface FilterContext {
  index: string
  /** The code of a wrong filter: of a search or of documents. */
  code: string
  /** Undefined for an attribute that is not filterable. */
  featuresOf: (attribute: string) => Filterable | undefined
  filterable: string[]
}

export type Test = (document: JsonObject) => boolean

/** The values under a name with dots, arrays laid flat (resources/internals/datatypes). */
export function valuesAt(value: Json | undefined, path: readonly string[]): Json[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path))
  if (path.length === 0) return value === undefined ? [] : [value]
  const [name, ...rest] = path
  return isObject(value) && name !== undefined ? valuesAt(value[name], rest) : []
}

/** Whether the field is there at all, be it empty or null. */
function exists(document: JsonObject, path: readonly string[]): boolean {
  const [name, ...rest] = path
  const inner = name === undefined ? undefined : document[name]
  if (inner === undefined) return false
  return rest.length === 0 || (isObject(inner) && exists(inner, rest)) || valuesAt(inner, rest).length > 0
}

const LONGEST_VALUE = 468

/** What an attribute of a document is filtered by: numbers, and texts up to 468 bytes in one form. */
export function facetValues(document: JsonObject, attribute: string): { numbers: number[]; texts: string[] } {
  const values = valuesAt(document, attribute.split('.'))
  return {
    numbers: values.filter((value) => typeof value === 'number'),
    texts: values
      .filter((value) => typeof value === 'string' || typeof value === 'boolean')
      .map(String)
      .filter((text) => Buffer.byteLength(text) <= LONGEST_VALUE),
  }
}

function asTest(condition: Condition, context: FilterContext): Test {
  if (!('of' in condition)) return leafTest(condition, context)
  if (condition.kind === 'not') {
    const inner = asTest(condition.of, context)
    return (document) => !inner(document)
  }
  const inner = condition.of.map((one) => asTest(one, context))
  return condition.kind === 'and'
    ? (document) => inner.every((test) => test(document))
    : (document) => inner.some((test) => test(document))
}

function leafTest(condition: Leaf, context: FilterContext): Test {
  const { attribute } = condition
  const features = context.featuresOf(attribute)
  if (!features) {
    const known = context.filterable.map((name) => `\`${name}\``).join(', ')
    const available =
      context.filterable.length === 0
        ? 'This index does not have configured filterable attributes.'
        : `Available filterable attribute patterns are: ${known}.`
    throw new Refusal(
      context.code,
      `Index \`${context.index}\`: Attribute \`${attribute}\` is not filterable. ${available}`,
    )
  }
  const need = (operator: string, feature: keyof Filterable) => {
    if (features[feature]) return
    throw new Refusal(
      context.code,
      `Index \`${context.index}\`: Filter operator \`${operator}\` is not allowed for the attribute \`${attribute}\`.`,
    )
  }
  const equals = (value: string): Test => {
    const form = facetForm(value)
    const figure = Number(value)
    return (document) => {
      const { numbers, texts } = facetValues(document, attribute)
      return (value.trim() !== '' && numbers.includes(figure)) || texts.some((text) => facetForm(text) === form)
    }
  }
  const compares = (operator: string, value: string): Test => {
    need(operator, 'comparison')
    const figure = Number(value)
    if (value.trim() === '' || Number.isNaN(figure))
      throw new Refusal(context.code, `\`${value}\` could not be parsed as a number.`)
    const holds = (number: number): boolean => {
      if (operator === '>') return number > figure
      if (operator === '>=') return number >= figure
      return operator === '<' ? number < figure : number <= figure
    }
    return (document) => facetValues(document, attribute).numbers.some(holds)
  }
  switch (condition.kind) {
    case 'compare': {
      const { operator, value } = condition
      if (operator !== '=' && operator !== '!=') return compares(operator, value)
      need(operator, 'equality')
      const equal = equals(value)
      return operator === '=' ? equal : (document) => !equal(document)
    }
    case 'to': {
      const [from, to] = [compares('>=', condition.from), compares('<=', condition.to)]
      return (document) => from(document) && to(document)
    }
    case 'in': {
      need('IN', 'equality')
      const tests = condition.values.map(equals)
      return (document) => tests.some((test) => test(document))
    }
    case 'starts': {
      const form = facetForm(condition.value)
      return (document) => facetValues(document, attribute).texts.some((text) => facetForm(text).startsWith(form))
    }
    case 'exists':
      return (document) => exists(document, attribute.split('.'))
    case 'empty':
      return (document) => valuesAt(document, attribute.split('.')).some((value) => value === '')
    case 'null':
      return (document) => valuesAt(document, attribute.split('.')).includes(null)
  }
}

/** A filter as a string, or strings joined by AND whose inner lists are joined by OR, and no deeper. */
export function filterTest(filter: Json, context: FilterContext): Test {
  const one = (text: string) => asTest(new Parser(text, context.code).parse(), context)
  const wrong = (expected: string, found: Json) =>
    new Refusal(
      context.code,
      `Invalid syntax for the filter parameter: \`expected ${expected}, found: ${JSON.stringify(found)}\`.`,
    )
  if (filter === null || filter === '') return () => true
  if (typeof filter === 'string') return one(filter)
  if (!Array.isArray(filter)) throw wrong('String, Array', filter)
  const tests = filter.map((part) => {
    if (typeof part === 'string') return one(part)
    if (!Array.isArray(part)) throw wrong('String, [String]', part)
    const inner = part.map((text) => {
      if (typeof text !== 'string') throw wrong('String', text)
      return one(text)
    })
    return (document: JsonObject) => inner.some((test) => test(document))
  })
  return (document) => tests.every((test) => test(document))
}
