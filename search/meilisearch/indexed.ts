import type { FacetName, SearchDocument } from '../document.ts'
import { facetNames } from '../document.ts'
import { entryOf } from '../entry.ts'
import type { ColumnName, ShownText } from '../entry.ts'
import { wordsOf } from '../fold.ts'
import { encoded, LONGEST_VALUE } from './values.ts'

/** What rows are drawn and ranked from. The JSON keeps texts that are no valid Unicode, which the server refuses. */
export interface Kept {
  id: string
  publishedAt: number
  trlOrder: number
  priceOrder: number
  /** `ShownText[]` as JSON. */
  shown: string
  /** The card as JSON. */
  card: string
  /** Keywords and owner as they are written, as JSON. */
  terms: string
}

/** A listing as it lies in Meilisearch. Elements of a list are apart: no phrase reaches from one into the next. */
export interface Indexed extends Kept, Record<ColumnName, string[]> {
  updatedAt: number
  /** Codes that stand in the texts, written without their signs. */
  runs: string[]
  original: Record<Exclude<ColumnName, 'codes'>, string[]>
  facets: Record<FacetName, string[]>
  audience: string[]
  trl: number | null
  price: number | null
}

export const keptFields = ['id', 'publishedAt', 'trlOrder', 'priceOrder', 'shown', 'card', 'terms'] as const

/** The document that says of what layout the index is; it has no audience, so that no search finds it. */
export const ABOUT = '_about'

export const audienceOf = {
  public: 'p',
  organisation: (id: string): string => `o-${encoded(id)}`,
}

const ID = /^[A-Za-z0-9_-]{1,511}$/
const UNPRICED = Number.MAX_SAFE_INTEGER
const LONGEST_CODE = 60
const IPC_PAIR = /\b([a-h]\d\d[a-z])\s+(\d{1,4}\/\d{1,6})\b/gi

const plain = (text: string): string =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(' ')

const filled = (texts: readonly string[]): string[] => texts.filter((text) => text !== '')

/** All of a code, and of its beginnings by whole parts, without signs; and the parts as words. */
function codeForms(code: string): string[] {
  const words = wordsOf(code).map((word) => word.folded)
  const joined = words.slice(1).map((_, index) => words.slice(0, index + 2).join(''))
  return filled([words.join(' '), ...joined])
}

/** What looks like a code in a running text: parts with a digit, joined by signs. */
function runsIn(text: string): string[] {
  const parts = text.split(/\s+/).filter((part) => /\d/.test(part) && part.length <= LONGEST_CODE)
  const candidates = [...parts, ...Array.from(text.matchAll(IPC_PAIR), (match) => match[0])]
  return candidates.flatMap((run) => {
    const words = wordsOf(run)
    return words.length > 1 ? codeForms(run).slice(1) : []
  })
}

const kept = (values: readonly string[]): string[] =>
  [...new Set(values.map(encoded))].filter((value) => value.length <= LONGEST_VALUE)

/**
 * Checks and prepares a document. Throws a TypeError as `entryOf` does, and for an id that has other signs than
 * letters, digits, `-` and `_` or is longer than 511 of them.
 */
export function indexedOf(document: SearchDocument): Indexed {
  const { row, shown, updatedAt, card } = entryOf(document)
  if (!ID.test(document.id) || document.id === ABOUT) throw new TypeError(`${document.id} cannot be an id`)
  const texts = Object.values(document.texts)
  const { keywords, owner } = document
  const codes = document.externalId === null ? document.codes : [...document.codes, document.externalId]
  const original = {
    title: texts.map((text) => text.title),
    summary: texts.map((text) => text.summary),
    body: texts.map((text) => text.body),
    keywords,
    owner: [owner],
  }
  const lists = mapped(original, (list) => filled(list.map(plain)))
  return {
    id: document.id,
    updatedAt,
    title: lists.title,
    summary: lists.summary,
    keywords: lists.keywords,
    owner: lists.owner,
    codes: codes.flatMap(codeForms),
    body: lists.body,
    runs: [...new Set(Object.values(original).flat().flatMap(runsIn))],
    original: mapped(original, (list) => filled(list.map((text) => text.toWellFormed()))),
    facets: Object.fromEntries(facetNames.map((name) => [name, kept(row.facets[name])])) as Indexed['facets'],
    audience: row.audience === null ? [audienceOf.public] : row.audience.map(audienceOf.organisation),
    trl: row.trlLevel,
    price: row.price,
    publishedAt: row.publishedAt,
    trlOrder: row.trlLevel ?? Number.MIN_SAFE_INTEGER,
    priceOrder: row.price ?? UNPRICED,
    shown: JSON.stringify(shown satisfies ShownText[]),
    card,
    terms: JSON.stringify({ keywords, owner }),
  }
}

function mapped<Key extends string, From, To>(record: Record<Key, From>, change: (value: From) => To): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, change(value)])) as Record<Key, To>
}
