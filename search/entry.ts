import type { FacetName, Language, SearchDocument } from './document.ts'
import { wordsOf } from './fold.ts'
import { linesOf } from './tokens.ts'
import type { Line } from './tokens.ts'

/** The searched columns in the order of the index, each with its weight in the first ranking. */
export const columnWeights = { title: 8, summary: 2, keywords: 4, owner: 2, codes: 6, body: 1 } as const

export type ColumnName = keyof typeof columnWeights

export const columnNames = Object.keys(columnWeights) as ColumnName[]

/** What is shown of one language. */
export interface ShownText {
  language: Language
  title: string
  summary: string
}

/** A document made ready for any store. */
export interface Entry {
  /** What is held in memory for filters, facets and orders. `audience` is null for everyone. */
  row: {
    id: string
    facets: Record<FacetName, string[]>
    publishedAt: number
    trlLevel: number | null
    price: number | null
    audience: string[] | null
  }
  updatedAt: number
  columns: Record<ColumnName, Line>
  shown: ShownText[]
  /** Words and names as they are written, offered while somebody types. */
  keywords: string[]
  owner: string
  /** The card as JSON. */
  card: string
}

const languages: readonly Language[] = ['vi', 'en']

/** A code is found as its parts in order, and written without its signs. */
function codeForms(code: string): string[] {
  const words = wordsOf(code).map((word) => word.folded)
  return words.length > 1 ? [code, words.join('')] : [code]
}

function assertInteger(value: number | null, what: string, id: string): void {
  if (value !== null && !Number.isSafeInteger(value)) throw new TypeError(`${what} of ${id} is not a safe integer`)
}

/** Bytes of an id, the same for all engines. */
const LONGEST_ID = 511

/**
 * Checks and prepares a document. Throws a TypeError if it has no text, a number that is not a safe integer, or an id
 * that is empty or longer than 511 bytes.
 */
export function entryOf(document: SearchDocument): Entry {
  const { id, facets, texts } = document
  if (id === '' || Buffer.byteLength(id) > LONGEST_ID) throw new TypeError(`"${id.slice(0, 50)}" is not an id`)
  const shown: ShownText[] = []
  const bodies: string[] = []
  for (const language of languages) {
    const text = texts[language]
    if (!text) continue
    shown.push({ language, title: text.title, summary: text.summary })
    bodies.push(text.body)
  }
  if (shown.length === 0) throw new TypeError(`${id} has no text`)
  assertInteger(document.price, 'price', id)
  assertInteger(document.trlLevel, 'trlLevel', id)
  assertInteger(document.publishedAt, 'publishedAt', id)
  assertInteger(document.updatedAt, 'updatedAt', id)
  const codes = document.externalId === null ? document.codes : [...document.codes, document.externalId]
  return {
    row: {
      id,
      facets: {
        kind: [document.kind],
        field: facets.field,
        industry: facets.industry,
        ipc: facets.ipc,
        trl: facets.trl === null ? [] : [facets.trl],
        ipStatus: facets.ipStatus,
        rights: facets.rights,
        territory: facets.territory,
        green: facets.green,
        province: facets.province === null ? [] : [facets.province],
        language: shown.map((text) => text.language),
      },
      publishedAt: document.publishedAt,
      trlLevel: document.trlLevel,
      price: document.price,
      audience: document.audience === 'public' ? null : document.audience.organisations,
    },
    updatedAt: document.updatedAt,
    columns: linesOf({
      title: shown.map((text) => text.title),
      summary: shown.map((text) => text.summary),
      keywords: document.keywords,
      owner: [document.owner],
      codes: codes.flatMap(codeForms),
      body: bodies,
    }),
    shown,
    keywords: document.keywords,
    owner: document.owner,
    card: JSON.stringify(document.card ?? null),
  }
}
