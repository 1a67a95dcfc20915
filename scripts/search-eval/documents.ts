import { z } from 'zod'
import type { Language, SearchDocument } from '#search'
import { chanceOf } from './chance.ts'
import { linesOf } from './lines.ts'

const text = z
  .string()
  .nullish()
  .transform((given) => given ?? '')
const texts = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((given) => (typeof given === 'string' ? [given] : (given ?? [])).filter((entry) => entry.trim() !== ''))

const line = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  lang: z.enum(['vi', 'en']),
  title: text,
  summary: text,
  body: text,
  kind: z.string().nullish(),
  keywords: texts,
  codes: texts,
  owner: text,
  pair: z.union([z.string(), z.number().transform(String)]).nullish(),
})

/** One document of the files. */
export interface Given {
  /** Its own, or numbered where it was given before. */
  readonly id: string
  readonly lang: Language
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly kind: 'technology' | 'need'
  readonly keywords: string[]
  readonly codes: string[]
  readonly owner: string
  /** The id of its twin in the other language, or a name that both twins give. */
  readonly pair: string | null
}

/** What was put right while reading. */
export interface ReadingNotes {
  duplicates: number
  empty: number
}

/** The documents of files one after another, at most `limit`: the same on every call. */
export async function* documentsOf(
  files: readonly string[],
  limit: number,
  notes: ReadingNotes = { duplicates: 0, empty: 0 },
): AsyncGenerator<Given> {
  const used = new Set<string>()
  for (const file of files)
    for await (const read of linesOf(file, line)) {
      if (used.size >= limit) return
      if (`${read.title}${read.summary}${read.body}`.trim() === '') {
        notes.empty += 1
        continue
      }
      let id = read.id
      for (let number = 2; used.has(id); number++) id = `${read.id}#${String(number)}`
      if (id !== read.id) notes.duplicates += 1
      used.add(id)
      yield { ...read, id, kind: read.kind === 'need' ? 'need' : 'technology', pair: read.pair ?? null }
    }
}

const DAY = 86_400_000
const FIRST_DAY = 1_700_000_000_000

/**
 * A document as the exchange would index it. Its day of publication is drawn, so that files have no order in time.
 *
 * @param id one that every engine takes
 */
export function searchDocumentOf(given: Given, id: string): SearchDocument {
  const publishedAt = FIRST_DAY + chanceOf(1, 'published', given.id).below(1000) * DAY
  return {
    id,
    kind: given.kind,
    externalId: null,
    texts: { [given.lang]: { title: given.title, summary: given.summary, body: given.body } },
    keywords: given.keywords,
    owner: given.owner,
    codes: given.codes,
    facets: {
      field: [],
      industry: [],
      ipc: [],
      trl: null,
      ipStatus: [],
      rights: [],
      territory: [],
      green: [],
      province: null,
    },
    price: null,
    trlLevel: null,
    publishedAt,
    updatedAt: publishedAt,
    audience: 'public',
    card: null,
  }
}
