import { type AnyOrama, count, create, insertMultiple, search } from '@orama/orama'
import { Index } from 'flexsearch'
import MiniSearch from 'minisearch'
import { fold, type SearchDocument } from '#search'
import { type Contestant, countedFacets, hitsShown, textOf, valuesOf } from './contestant.ts'
import type { Question } from './questions.ts'

/**
 * Three libraries that keep everything in memory, near to how their documentation shows them, over text folded by us:
 * without that they know no word typed without its marks. Two have no facets: they are counted over what was found.
 */

type Values = ReturnType<typeof valuesOf>

/** What a library itself does not keep of documents, by their number. */
class Shelf {
  readonly ids: string[] = []
  readonly #values: Values[] = []

  put(document: SearchDocument): number {
    this.#values.push(valuesOf(document))
    return this.ids.push(document.id) - 1
  }

  /** The first ten of those that pass the filters; with filters, all facets are counted. */
  answer(found: readonly number[], filters: Question['filters']): string[] {
    const chosen = countedFacets.filter((name) => filters[name] !== undefined)
    if (chosen.length === 0) return found.slice(0, hitsShown).map((number) => this.ids[number] ?? '')
    const counts = new Map<string, number>()
    const passed: string[] = []
    for (const number of found) {
      const values = this.#values[number]
      if (!values) continue
      const failed = chosen.filter((name) => !filters[name]?.includes(values[name]))
      if (failed.length === 0) passed.push(this.ids[number] ?? '')
      for (const name of failed.length === 0 ? countedFacets : failed.length === 1 ? failed : []) {
        const key = `${name} ${values[name]}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    return passed.slice(0, hitsShown)
  }
}

export function openMiniSearch(): Contestant {
  const shelf = new Shelf()
  const index = new MiniSearch({
    fields: ['title', 'summary'],
    searchOptions: { boost: { title: 8 }, combineWith: 'AND', fuzzy: 0.2 },
  })
  return {
    build: async (documents) => {
      for await (const batch of documents)
        index.addAll(
          batch.map((document) => {
            const { title, summary } = textOf(document)
            return { id: shelf.put(document), title: fold(title), summary: fold(summary) }
          }),
        )
    },
    ask: async ({ text, unfinished, filters }) => {
      const prefix = unfinished ? (_word: string, at: number, all: string[]) => at === all.length - 1 : false
      const found = index.search(fold(text), { prefix }).map((result) => Number(result.id))
      return { ids: shelf.answer(found, filters) }
    },
    close: () => Promise.resolve(),
  }
}

export function openFlexSearch(): Contestant {
  const shelf = new Shelf()
  const index = new Index({ tokenize: 'forward' })
  return {
    build: async (documents) => {
      for await (const batch of documents)
        for (const document of batch) {
          const { title, summary } = textOf(document)
          index.add(shelf.put(document), fold(`${title} ${summary}`))
        }
    },
    ask: async ({ text, filters }) => {
      const limit = Object.keys(filters).length === 0 ? hitsShown : shelf.ids.length
      const found = index.search(fold(text), { limit, suggest: true })
      return { ids: shelf.answer(found.map(Number), filters) }
    },
    close: () => Promise.resolve(),
  }
}

export function openOrama(): Contestant {
  const index: AnyOrama = create({
    schema: {
      title: 'string',
      summary: 'string',
      ...Object.fromEntries(countedFacets.map((name) => [name, 'enum' as const])),
    },
  })
  const facetsOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, {}]))
  const whereOf = (filters: [string, string[]][]) =>
    Object.fromEntries(filters.map(([name, chosen]) => [name, { in: chosen }]))
  return {
    build: async (documents) => {
      for await (const batch of documents)
        await insertMultiple(
          index,
          batch.map((document) => {
            const { title, summary } = textOf(document)
            return { id: document.id, title: fold(title), summary: fold(summary), ...valuesOf(document) }
          }),
        )
      count(index)
    },
    ask: async ({ text, filters }) => {
      const chosen = Object.entries(filters)
      const plain = {
        term: fold(text),
        properties: ['title', 'summary'],
        boost: { title: 8 },
        tolerance: 1,
        limit: hitsShown,
      }
      const result = await search(
        index,
        chosen.length === 0 ? plain : { ...plain, where: whereOf(chosen), facets: facetsOf(countedFacets) },
      )
      // The counts of a chosen facet leave out its own filter.
      for (const [name] of chosen) {
        const others = chosen.filter(([other]) => other !== name)
        await search(index, { ...plain, limit: 1, where: whereOf(others), facets: facetsOf([name]) })
      }
      return { ids: result.hits.map(({ id }) => id) }
    },
    close: () => Promise.resolve(),
  }
}
