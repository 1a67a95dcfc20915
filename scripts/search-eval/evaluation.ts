import type { Language, SearchEngine } from '#search'
import { depth, mean, ndcg, percentile, rankOf, recall, success } from './measures.ts'
import type { Query } from './queries.ts'

/** One query, asked. */
export interface Asked {
  readonly query: Query
  readonly ndcg: number
  readonly recall: number
  readonly success: number
  readonly milliseconds: number
  /** Ids of the first ten, best first. */
  readonly found: readonly string[]
}

/** The index to ask, and the given ids by those in the index. */
export interface Index {
  readonly engine: SearchEngine
  readonly names: ReadonlyMap<string, string>
}

interface Hit {
  readonly id: string
  readonly title: string
}

/** All queries of one class and language. */
export interface ClassFigures {
  readonly class: string
  readonly lang: Language | null
  readonly queries: number
  readonly ndcg: number
  readonly recall: number
  readonly success: number
  readonly meanMilliseconds: number
  readonly p95Milliseconds: number
}

/** Queries asked before the clock starts, so that the first class is not slower than the others. */
const WARM_UP = 30

async function hitsOf({ engine, names }: Index, { query, lang }: Query, pageSize: number): Promise<Hit[]> {
  const result = await engine.search({
    text: query,
    reader: { organisationId: null },
    language: lang ?? 'vi',
    filters: {},
    ranges: {},
    exact: false,
    explain: false,
    sort: 'relevance',
    page: 1,
    pageSize,
  })
  return result.hits.map(({ id, title }) => ({
    id: names.get(id) ?? id,
    title: title.map(({ text }) => text).join(''),
  }))
}

/** Asks one query after the other, leaving room for signals between them. */
export async function ask(
  index: Index,
  queries: readonly Query[],
  onProgress: (asked: number) => void,
): Promise<Asked[]> {
  const step = Math.max(1, Math.floor(queries.length / WARM_UP))
  for (let at = 0; at < queries.length; at += step) {
    const query = queries[at]
    if (query) await hitsOf(index, query, depth)
  }
  const asked: Asked[] = []
  for (const query of queries) {
    const start = performance.now()
    const hits = await hitsOf(index, query, depth)
    const milliseconds = performance.now() - start
    const found = hits.map(({ id }) => id)
    asked.push({
      query,
      ndcg: ndcg(found, query.relevant),
      recall: recall(found, query.relevant),
      success: success(found, query.relevant),
      milliseconds,
      found,
    })
    if (asked.length % 20 === 0) {
      onProgress(asked.length)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  onProgress(asked.length)
  return asked
}

/** Figures for each class and language, in the order in which they first came. */
export function figuresOf(asked: readonly Asked[]): ClassFigures[] {
  const groups = Map.groupBy(asked, ({ query }) => JSON.stringify([query.class, query.lang]))
  return [...groups.values()].map((group) => ({
    class: group[0]?.query.class ?? '',
    lang: group[0]?.query.lang ?? null,
    queries: group.length,
    ndcg: mean(group.map((one) => one.ndcg)),
    recall: mean(group.map((one) => one.recall)),
    success: mean(group.map((one) => one.success)),
    meanMilliseconds: mean(group.map((one) => one.milliseconds)),
    p95Milliseconds: percentile(
      group.map((one) => one.milliseconds),
      0.95,
    ),
  }))
}

/** A query that went badly, for study. */
export interface Failure {
  readonly class: string
  readonly lang: Language | null
  readonly query: string
  readonly ndcg: number
  /** Where the first relevant document stands among the first hundred. */
  readonly rank: number | null
  readonly wanted: string
  readonly first: { readonly id: string; readonly title: string } | null
}

/** The worst queries, the worst first and equals in turn from each class, asked again for a longer list. */
export async function failuresOf(index: Index, asked: readonly Asked[], count: number): Promise<Failure[]> {
  const met = new Map<string, number>()
  const worst = asked
    .filter((one) => one.ndcg < 1)
    .map((one) => {
      const kind = JSON.stringify([one.query.class, one.query.lang, one.ndcg])
      const turn = (met.get(kind) ?? 0) + 1
      met.set(kind, turn)
      return { ...one, turn }
    })
    .sort((a, b) => a.ndcg - b.ndcg || a.turn - b.turn)
    .slice(0, count)
  const failures: Failure[] = []
  for (const { query, ndcg: measured } of worst) {
    const hits = await hitsOf(index, query, 100)
    const [first] = hits
    failures.push({
      class: query.class,
      lang: query.lang,
      query: query.query,
      ndcg: measured,
      rank: rankOf(
        hits.map(({ id }) => id),
        query.relevant,
      ),
      wanted: [...query.relevant].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '',
      first: first ?? null,
    })
  }
  return failures
}
