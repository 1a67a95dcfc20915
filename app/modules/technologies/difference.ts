import type { Bilingual } from '#kernel'
import { type TechnologyProfile, textFields } from './profile.ts'
import { type Segment, wordChanges } from './word-changes.ts'

/** The parts of a profile as a difference groups them. */
export const differenceParts = [
  'texts',
  'comparison',
  'readiness',
  'evidence',
  'rights',
  'classification',
  'offers',
  'transfer',
  'price',
  'funding',
  'owners',
  'authors',
  'attachments',
  'declaration',
  'openness',
] as const
export type DifferencePart = (typeof differenceParts)[number]

export type DifferenceValue = string | number | boolean | readonly string[] | null

/** One changed field. */
export interface Difference {
  readonly part: DifferencePart
  readonly field: string
  /** For a text kept in both languages, which. */
  readonly language: keyof Bilingual | null
  /** For a row of a list, what the row is known by (a title, a name, a number) and what became of it. */
  readonly row: { readonly name: string; readonly fate: 'changed' | 'added' | 'removed' } | null
  readonly before: DifferenceValue
  readonly after: DifferenceValue
  /** For texts: both sides word by word. */
  readonly words: readonly Segment[] | null
}

type Row = Readonly<Record<string, DifferenceValue>>

const rowNames: Readonly<Record<string, (row: Row) => string>> = {
  comparison: (row) => String(row['criterion']),
  evidence: (row) => String(row['title']),
  rights: (row) => `${String(row['type'])} ${String(row['number'])}`,
  offers: (row) => `${String(row['right'])} ${String(row['exclusivity'] ?? '')}`,
  funding: (row) => `${String(row['kind'])} ${String(row['taskCode'])}`,
  owners: (row) => String(row['name']),
  authors: (row) => String(row['name']),
  attachments: (row) => String(row['name']),
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Whether a value says anything: an empty field of a new row is not worth a line. */
const says = (value: DifferenceValue): boolean =>
  value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)

/**
 * What changed from one profile to another, field by field in the order of a profile: texts with their words marked,
 * rows of lists matched by what they are known by, else by their place among the rest.
 */
export function difference(before: TechnologyProfile, after: TechnologyProfile): Difference[] {
  const found: Difference[] = []
  const compare = (part: DifferencePart, field: string, was: DifferenceValue, is: DifferenceValue): void => {
    if (!same(was, is)) found.push(changed(part, field, was, is))
  }
  const rows = (part: DifferencePart, was: readonly Row[], is: readonly Row[]): void => {
    found.push(...rowDifferences(part, was, is))
  }
  for (const language of ['vi', 'en'] as const)
    for (const field of textFields) {
      const was = before.texts[language][field]
      const is = after.texts[language][field]
      if (was !== is) found.push({ ...changed('texts', field, was, is), language })
    }
  rows('comparison', before.comparison, after.comparison)
  compare('readiness', 'claimed', before.readiness.claimed, after.readiness.claimed)
  rows('evidence', before.readiness.evidence, after.readiness.evidence)
  rows('rights', before.rights, after.rights)
  for (const field of ['fields', 'industries', 'ipc', 'goals', 'green', 'province', 'place'] as const)
    compare('classification', field, before[field], after[field])
  for (const language of ['vi', 'en'] as const)
    if (!same(before.keywords[language], after.keywords[language]))
      found.push({
        ...changed('classification', 'keywords', before.keywords[language], after.keywords[language]),
        language,
      })
  rows('offers', before.offers, after.offers)
  for (const field of ['forms', 'methods'] as const) compare('transfer', field, before[field], after[field])
  found.push(...fieldDifferences('price', before.price, after.price))
  rows('funding', before.funding, after.funding)
  rows('owners', before.owners, after.owners)
  rows('authors', before.authors, after.authors)
  rows('attachments', before.attachments, after.attachments)
  found.push(...fieldDifferences('declaration', before.declaration, after.declaration))
  found.push(...fieldDifferences('openness', before.visibility, after.visibility))
  return found
}

function changed(part: DifferencePart, field: string, before: DifferenceValue, after: DifferenceValue): Difference {
  const texts = typeof before === 'string' && typeof after === 'string' && (before + after).includes(' ')
  return { part, field, language: null, row: null, before, after, words: texts ? wordChanges(before, after) : null }
}

function fieldDifferences(part: DifferencePart, before: object, after: object): Difference[] {
  const was = before as Row
  const is = after as Row
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return fields.flatMap((field) => {
    const [one, other] = [was[field] ?? null, is[field] ?? null]
    return same(one, other) || (!says(one) && !says(other)) ? [] : [changed(part, field, one, other)]
  })
}

function rowDifferences(part: DifferencePart, before: readonly Row[], after: readonly Row[]): Difference[] {
  const nameOf = rowNames[part] ?? (() => '')
  const left = before.filter((row) => !after.some((other) => same(row, other)))
  const right = after.filter((row) => !before.some((other) => same(row, other)))
  const pairs: (readonly [Row | null, Row | null])[] = []
  const unpaired = [...left]
  const take = (match: (row: Row) => boolean): Row | null => {
    const at = unpaired.findIndex(match)
    return at < 0 ? null : (unpaired.splice(at, 1)[0] ?? null)
  }
  const named = right.map((row) => [take((other) => nameOf(other) === nameOf(row)), row] as const)
  for (const [was, is] of named) pairs.push([was ?? take(() => true), is])
  for (const row of unpaired) pairs.push([row, null])
  return pairs.flatMap(([was, is]) => {
    const fate = was === null ? 'added' : is === null ? 'removed' : 'changed'
    const row = { name: nameOf(is ?? was ?? {}).trim(), fate } as const
    return fieldDifferences(part, was ?? {}, is ?? {}).map((one) => ({ ...one, row }))
  })
}
