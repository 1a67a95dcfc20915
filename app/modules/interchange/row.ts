import { type Currency, type Language } from '#kernel'
import type { ListingKind } from '#modules/listings'
import { type NeedInput, needSchema, needTextLimits } from '#modules/needs'
import { type ProfileInput, profileSchema, textLimits } from '#modules/technologies'
import { amountOf, type Cell, dayOf, type Fault, languageNamed, leadOf, levelOf, listOf, textOf } from './cells.ts'
import type { ImportField, Mapping } from './fields.ts'
import { provinceNamed, provinceOfPlace } from './reference/places.ts'
import { fieldsOfCategory } from './reference/subjects.ts'

/** What holds for every row of a file. */
export interface RowRules {
  readonly kind: ListingKind
  readonly mapping: Mapping
  /** The language of rows that do not name theirs. */
  readonly language: Language
  /** Where the rows come from and under which licence, where a row does not say. */
  readonly source: string
  readonly licence: string
}

/** What was done with a row's text so that nothing of it is lost. */
export type RowNote = 'summary_moved' | 'lead_taken' | 'keywords_moved' | 'category_as_keyword' | 'field_from_category'

/** A row as it would stand on the market. */
export interface ImportedRow {
  /** The owner's own name for it; '' when the file gives none. */
  readonly externalId: string
  readonly title: string
  readonly language: Language
  /** Only what the row gives: what it leaves empty stays as it is when the listing is there already. */
  readonly given: ProfileInput | NeedInput
  readonly notes: readonly RowNote[]
}

export type JudgedRow =
  | { readonly ok: true; readonly row: ImportedRow }
  | {
      readonly ok: false
      readonly field: ImportField | null
      readonly fault: Fault
      readonly externalId: string
      readonly title: string
    }

class RowFault extends Error {
  readonly field: ImportField
  readonly fault: Fault
  constructor(field: ImportField, fault: Fault) {
    super(fault.code)
    this.field = field
    this.fault = fault
  }
}

type Cells = Readonly<Record<string, Cell>>

/** Reads mapped cells; what cannot be read ends the row with the field and the reason. */
function reader(cells: Cells, mapping: Mapping) {
  const raw = (field: ImportField): Cell => {
    const column = mapping[field]
    return column !== undefined && Object.hasOwn(cells, column) ? cells[column] : null
  }
  const take = <T>(field: ImportField, read: { ok: true; value: T } | { ok: false; fault: Fault }): T => {
    if (!read.ok) throw new RowFault(field, read.fault)
    return read.value
  }
  const text = (field: ImportField, longest: number): string => {
    const value = take(field, textOf(raw(field)))
    if (value.length > longest)
      throw new RowFault(field, { code: 'row.too_long', values: { length: value.length, maximum: longest } })
    return value
  }
  return {
    text,
    list: (field: ImportField): string[] => take(field, listOf(raw(field))),
    /** A value that is read by a rule of its own; null when the cell is empty. */
    value: <T>(
      field: ImportField,
      rule: (text: string) => { ok: true; value: T } | { ok: false; fault: Fault },
    ): T | null => {
      const value = text(field, 2000)
      return value === '' ? null : take(field, rule(value))
    },
  }
}

type RowReader = ReturnType<typeof reader>

const whole = Number.MAX_SAFE_INTEGER
const longestKeyword = 60
const mostKeywords = 15
const labels = {
  keywords: { vi: 'Từ khoá khác', en: 'Further keywords' },
  category: { vi: 'Phân loại', en: 'Category' },
} as const

interface Classification {
  readonly keywords: string[]
  readonly fields: string[]
  /** Lines for the long text: what has no room in the lists. */
  readonly lines: string[]
  readonly notes: RowNote[]
}

function classify(row: RowReader, language: Language): Classification {
  const notes: RowNote[] = []
  const lines: string[] = []
  const fields = row.list('field').flatMap((name) => {
    const codes = fieldsOfCategory(name)
    if (codes.length === 0)
      throw new RowFault('field', { code: 'row.unknown_field', values: { value: name.slice(0, 80) } })
    return codes
  })
  const keywords = row.list('keywords')
  const category = row.text('category', whole)
  if (category !== '') {
    const derived = fieldsOfCategory(category)
    if (derived.length > 0 && fields.length === 0) {
      fields.push(...derived)
      notes.push('field_from_category')
    }
    if (category.length > longestKeyword) lines.push(`${labels.category[language]}: ${category}`)
    else if (!keywords.includes(category)) {
      keywords.push(category)
      notes.push('category_as_keyword')
    }
  }
  if (fields.length > 3) throw new RowFault('field', { code: 'row.too_many', values: { maximum: 3 } })
  const short = keywords.filter((keyword) => keyword.length <= longestKeyword)
  const kept = short.slice(0, mostKeywords)
  const moved = keywords.filter((keyword) => !kept.includes(keyword))
  if (moved.length > 0) {
    lines.push(`${labels.keywords[language]}: ${moved.join('; ')}`)
    notes.push('keywords_moved')
  }
  return { keywords: kept, fields: [...new Set(fields)], lines, notes }
}

function provinceAndPlace(row: RowReader): { province: string | null; place: string } {
  const place = row.text('place', 200)
  const named = row.text('province', 200)
  if (named === '') return { province: provinceOfPlace(place), place }
  const province = provinceNamed(named)
  if (province === null)
    throw new RowFault('province', { code: 'row.unknown_province', values: { value: named.slice(0, 80) } })
  return { province, place }
}

function provenance(row: RowReader, rules: RowRules) {
  return {
    source: row.text('source', 300) || rules.source,
    licence: row.text('licence', 300) || rules.licence,
    url: row.text('url', 500),
    owner: row.text('owner', 200),
  }
}

function currencyOf(row: RowReader, amountField: ImportField): { currency: Currency; minor: number } {
  const named = `${row.text('currency', 40)} ${row.text(amountField, 2000)}`
  return /USD|US\$|\$|đô la|dollar/i.test(named) ? { currency: 'USD', minor: 100 } : { currency: 'VND', minor: 1 }
}

/** Leaves out what the row does not give, so that an update changes only what it carries. */
function present<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

function fits(field: ImportField, text: string, longest: number): string {
  if (text.length > longest)
    throw new RowFault(field, { code: 'row.too_long', values: { length: text.length, maximum: longest } })
  return text
}

const negotiable = /^(giá )?(thỏa thuận|thoả thuận|thương lượng|negotiable|open to offers)$/i

function priceOf(row: RowReader): ProfileInput['price'] | null {
  const text = row.text('price', 2000)
  if (text === '') return null
  if (negotiable.test(text)) return { mode: 'open' }
  const amount = row.value('price', amountOf)
  if (amount === null || amount === 0) throw new RowFault('price', { code: 'row.amount' })
  const { currency, minor } = currencyOf(row, 'price')
  return { mode: 'asking', kind: 'indicative', amount: amount * minor, currency }
}

function technologyOf(
  row: RowReader,
  rules: RowRules,
  language: Language,
  title: string,
): Omit<ImportedRow, 'externalId'> {
  const { keywords, fields, lines, notes } = classify(row, language)
  const summary = row.text('summary', whole)
  const description = row.text('description', whole)
  const text = summary || description
  const teaser = leadOf(text, textLimits.teaser)
  const moved = summary.length > textLimits.teaser
  if (moved) notes.push('summary_moved')
  if (summary === '' && description !== '') notes.push('lead_taken')
  const solution = fits(
    description === '' ? 'summary' : 'description',
    joined([moved ? summary : '', description, ...lines]),
    textLimits.solution,
  )
  const ipc = row.list('ipc').map((symbol) => symbol.toUpperCase().replace(/\s+/g, ' '))
  if (!profileSchema.shape.ipc.safeParse(ipc).success) throw new RowFault('ipc', { code: 'row.ipc' })
  const level = row.value('trl', levelOf)
  const texts = present({
    title,
    teaser,
    solution,
    problem: row.text('problem', textLimits.problem),
    advantages: row.text('advantages', textLimits.advantages),
    applications: row.text('applications', textLimits.applications),
  })
  const given = {
    sourceLanguage: language,
    texts: { [language]: texts },
    provenance: provenance(row, rules),
    ...present({ ...provinceAndPlace(row), fields, ipc, price: priceOf(row) }),
    ...(keywords.length > 0 ? { keywords: { [language]: keywords } } : {}),
    ...(level === null ? {} : { readiness: { claimed: level } }),
  }
  return { title, language, given, notes }
}

function needOf(row: RowReader, rules: RowRules, language: Language, title: string): Omit<ImportedRow, 'externalId'> {
  const { keywords, fields, lines, notes } = classify(row, language)
  const description = row.text('description', whole)
  const wanted = fits(
    description === '' ? 'summary' : 'description',
    joined([row.text('summary', whole), description, ...lines]),
    needTextLimits.wanted,
  )
  const texts = present({
    title,
    wanted,
    reason: row.text('reason', needTextLimits.reason),
    present: row.text('present', needTextLimits.present),
    conditions: row.text('conditions', needTextLimits.conditions),
  })
  const from = row.value('budgetFrom', amountOf)
  const to = row.value('budget', amountOf)
  if (from !== null && to !== null && from > to) throw new RowFault('budget', { code: 'row.budget_order' })
  const { currency, minor } = currencyOf(row, to === null ? 'budgetFrom' : 'budget')
  const budget =
    from === null && to === null
      ? null
      : { currency, ...present({ from: from === null ? null : from * minor, to: to === null ? null : to * minor }) }
  const given = {
    sourceLanguage: language,
    texts: { [language]: texts },
    provenance: provenance(row, rules),
    ...present({ ...provinceAndPlace(row), fields, budget, neededOn: row.value('neededOn', dayOf) }),
    ...(keywords.length > 0 ? { keywords: { [language]: keywords } } : {}),
  }
  return { title, language, given, notes }
}

const longestId = 200

/**
 * What a row of a file comes to: a listing, or the first field that is wrong and why. Nothing is cut: text that is
 * longer than its field moves whole into the longer one, or the row is refused.
 */
export function judgeRow(cells: Cells, rules: RowRules): JudgedRow {
  const row = reader(cells, rules.mapping)
  let externalId = ''
  let title = ''
  try {
    externalId = row.text('id', longestId)
    title = row.text('title', textLimits.title).replace(/\s+/g, ' ')
    if (title === '') throw new RowFault('title', { code: 'row.required' })
    const language = row.value('lang', languageNamed) ?? rules.language
    const listing =
      rules.kind === 'technology' ? technologyOf(row, rules, language, title) : needOf(row, rules, language, title)
    const parsed = (rules.kind === 'technology' ? profileSchema : needSchema).safeParse(listing.given)
    if (!parsed.success) return { ok: false, field: null, fault: { code: 'row.invalid' }, externalId, title }
    return { ok: true, row: { externalId, ...listing } }
  } catch (error) {
    if (!(error instanceof RowFault)) throw error
    return { ok: false, field: error.field, fault: error.fault, externalId, title }
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function laidOver(base: unknown, given: unknown): unknown {
  if (!isPlain(base) || !isPlain(given)) return given
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(given)) merged[key] = laidOver(base[key], value)
  return merged
}

/** A listing's document with what a row gives laid over it: what the row does not speak of stays. */
export function withRow(kind: ListingKind, document: unknown, given: ProfileInput | NeedInput): unknown {
  const merged = laidOver(document, given)
  return kind === 'technology' ? profileSchema.parse(merged) : needSchema.parse(merged)
}
