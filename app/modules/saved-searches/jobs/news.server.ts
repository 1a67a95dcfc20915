import { reader } from '#db'
import { questionPath } from '#modules/catalogue'
import { type FoundRow, searchCatalogue } from '#modules/catalogue/server'
import { questionAt } from '../queries/own-searches.server.ts'
import { newestFirst } from '../saved-search.ts'
import { type Announced, announcedBetween, type SavedSearch } from '../store.server.ts'

/** Rows shown of one search in a letter. */
const shown = 10
const rowsAtOnce = 100
/** Further pages than this are not read: what lies beyond is part of no letter. */
const pagesRead = 50

/** What is new for a question: the numbers of all that was announced, and the rows of the first. */
interface Fresh {
  readonly sequences: readonly number[]
  readonly rows: readonly { readonly row: FoundRow; readonly sequence: number }[]
}

/** What a question finds among what was announced; only what holds all its words, so that a letter is worth reading. */
async function findFresh(search: SavedSearch, announced: Announced): Promise<Fresh> {
  const question = questionAt(search.path)
  const sequences: number[] = []
  const rows: { row: FoundRow; sequence: number }[] = []
  for (let page = 1; page <= pagesRead; page++) {
    const found = await searchCatalogue({
      question: newestFirst(question, page),
      language: search.language,
      organisationId: search.organisationId,
      pageSize: rowsAtOnce,
    })
    const whole = found.rows.slice(0, found.partialFrom)
    for (const row of whole) {
      const sequence = announced.sequences.get(row.id)
      if (sequence === undefined) continue
      sequences.push(sequence)
      rows.push({ row, sequence })
    }
    const last = whole.at(-1)
    const more = whole.length === found.rows.length && page < found.pageCount
    if (!more || !last || last.card.publishedAt < announced.oldest) break
  }
  return { sequences, rows }
}

/** What is new for one search. */
interface News {
  readonly rows: readonly FoundRow[]
  readonly total: number
}

/**
 * Finds what is new for many searches: each distinct question is asked once for each organisation it is asked for,
 * however many people have saved it, and no further back than the oldest listing that may be new.
 *
 * @param upTo the last announcement to be told
 */
export async function newsFinder(
  searches: readonly SavedSearch[],
  upTo: number,
): Promise<(search: SavedSearch) => Promise<News>> {
  const after = searches.reduce((least, search) => Math.min(least, search.seen), upTo)
  const announced = await announcedBetween(reader(), after, upTo)
  const known = new Map<string, Promise<Fresh>>()
  return async (search) => {
    if (announced.sequences.size === 0 || search.seen >= upTo) return { rows: [], total: 0 }
    const path = questionPath(newestFirst(questionAt(search.path)))
    const key = [search.organisationId ?? '', search.language, path].join(' ')
    const fresh = await (known.get(key) ?? remember(known, key, findFresh(search, announced)))
    const mine = fresh.rows.filter(({ sequence }) => sequence > search.seen)
    return {
      rows: mine.slice(0, shown).map(({ row }) => row),
      total: fresh.sequences.filter((sequence) => sequence > search.seen).length,
    }
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value)
  return value
}
