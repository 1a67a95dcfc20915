import type { FacetName, Language, SearchDocument } from './document.ts'
import { formsIn, formsOf } from './fold.ts'
import type { Forms } from './fold.ts'

/** The searched columns in the order of the index, each with its weight in the first ranking. */
export const columnWeights = { title: 8, summary: 2, keywords: 4, owner: 2, codes: 6, body: 1 } as const

export type ColumnName = keyof typeof columnWeights

export const columnNames = Object.keys(columnWeights) as ColumnName[]

/** Words in their order; null stands between things that no phrase may reach across. */
export type Line = (Forms | null)[]

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

/** Texts in one line, parted so that no phrase reaches across. */
export function joined(lines: Line[]): Line {
  const filled = lines.filter((line) => line.length > 0)
  const [only] = filled
  return only && filled.length === 1 ? only : filled.flatMap((line, at) => (at === 0 ? line : [null, ...line]))
}

const lineOf = (texts: string[]): Line => joined(texts.map(formsIn))

/** A code is found as its parts in order, and written without its signs. */
function codeForms(code: string): Line {
  const words = formsIn(code)
  const whole = words.map((word) => word.folded).join('')
  return words.length > 1 ? joined([words, [formsOf(whole)]]) : words
}

function assertInteger(value: number | null, what: string, id: string): void {
  if (value !== null && !Number.isSafeInteger(value)) throw new TypeError(`${what} of ${id} is not a safe integer`)
}

/** Checks and prepares a document. Throws a TypeError if it has no text or a number that is not a safe integer. */
export function entryOf(document: SearchDocument): Entry {
  const { id, facets, texts } = document
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
    columns: {
      title: lineOf(shown.map((text) => text.title)),
      summary: lineOf(shown.map((text) => text.summary)),
      keywords: lineOf(document.keywords),
      owner: lineOf([document.owner]),
      codes: joined(codes.map(codeForms)),
      body: lineOf(bodies),
    },
    shown,
    keywords: document.keywords,
    owner: document.owner,
    card: JSON.stringify(document.card ?? null),
  }
}
