import { fold, type Language } from '#search'
import { type Chance, chanceOf } from './chance.ts'
import type { Given } from './documents.ts'
import { isFunctionWord } from './function-words.ts'
import type { Query } from './queries.ts'
import { withOneError } from './slips.ts'
import { telexKeys } from './telex.ts'

/** The class of English titles that ask for their Vietnamese twin. */
const acrossLanguages = 'English query for Vietnamese text'

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const inside = /^[\p{L}\p{M}\p{N}]$/u

const wordsOf = (text: string) => text.trim().split(/\s+/)

/** The first 55 % of the letters, moved on until it ends inside a word. */
function firstHalf(title: string): string | null {
  for (let end = Math.max(2, Math.round(title.length * 0.55)); end < title.length; end++)
    if (inside.test(title[end - 1] ?? '') && inside.test(title[end] ?? '')) return title.slice(0, end)
  return null
}

function otherOrder(title: string, chance: Chance): string | null {
  const words = wordsOf(title)
  for (let tries = 0; tries < 20; tries++) {
    const changed = chance.shuffled(words).join(' ')
    if (changed !== words.join(' ')) return changed
  }
  return null
}

function rememberedWords({ title, summary }: Given, chance: Chance): string | null {
  const words = new Map<string, string>()
  for (const [word] of `${title} ${summary}`.matchAll(WORD)) {
    const lower = word.toLowerCase()
    if (/^[\p{L}\p{M}]{3,}$/u.test(lower) && !isFunctionWord(lower)) words.set(fold(lower), lower)
  }
  return words.size < 4
    ? null
    : chance
        .shuffled([...words.values()])
        .slice(0, 4)
        .join(' ')
}

const firstThree = (title: string) => wordsOf(title).slice(0, 3).join(' ')

interface KnownItemClass {
  readonly name: string
  /** Null for both. */
  readonly only: Language | null
  /** What somebody types who looks for the item; null where the item has no such query. */
  readonly query: (item: Given, chance: Chance) => string | null
}

const knownItemClasses: readonly KnownItemClass[] = [
  { name: 'title', only: null, query: ({ title }) => title },
  { name: 'no marks', only: 'vi', query: ({ title }) => fold(title) },
  { name: 'one error', only: null, query: ({ title }, chance) => withOneError(title, chance) },
  { name: 'no marks, one error', only: 'vi', query: ({ title }, chance) => withOneError(fold(title), chance) },
  { name: 'other order', only: null, query: ({ title }, chance) => otherOrder(title, chance) },
  {
    name: 'raw Telex',
    only: 'vi',
    query: ({ title }, chance) => telexKeys(title, { together: chance.next() < 0.5 }),
  },
  {
    name: 'first half as typed',
    only: null,
    query: ({ title, lang }) => firstHalf(lang === 'vi' ? fold(title) : title),
  },
  { name: 'first three words', only: null, query: ({ title }) => firstThree(title) },
  {
    name: 'first three words, one error',
    only: null,
    query: ({ title }, chance) => withOneError(firstThree(title), chance),
  },
  { name: 'four remembered words', only: null, query: rememberedWords },
]

/** What is kept of every document to choose from. */
interface Sketch {
  readonly id: string
  readonly lang: Language
  readonly words: number
  readonly folded: string
  readonly pair: string | null
}

/** The documents to be asked for. */
export interface Choice {
  /** Ids of the known items. */
  readonly items: ReadonlySet<string>
  /** English documents with a Vietnamese twin; they are left out of the index, so that asking for it is of use. */
  readonly leftOut: ReadonlySet<string>
  /** Those of them whose title asks for the twin, with its id. */
  readonly asking: ReadonlyMap<string, string>
}

/** Finds each English document's Vietnamese twin: by its id, or by the name that both give. */
function twinsOf(sketches: readonly Sketch[]): Map<string, string> {
  const vietnamese = new Map<string, string>()
  const named = new Map<string, string>()
  for (const { id, lang, pair } of sketches) {
    if (lang !== 'vi') continue
    vietnamese.set(id, id)
    if (pair !== null) named.set(pair, id)
  }
  const twins = new Map<string, string>()
  for (const { id, lang, pair } of sketches) {
    if (lang !== 'en') continue
    const twin = named.get(id) ?? (pair === null ? undefined : (vietnamese.get(pair) ?? named.get(pair)))
    if (twin !== undefined) twins.set(id, twin)
  }
  return twins
}

/** Chooses at most `items` documents of each language that have a title of 3 to 14 words like no other. */
export async function chooseItems(documents: AsyncIterable<Given>, items: number, seed: number): Promise<Choice> {
  const sketches: Sketch[] = []
  const titles = new Map<string, number>()
  for await (const { id, lang, title, pair } of documents) {
    const folded = wordsOf(fold(title)).join(' ')
    titles.set(folded, (titles.get(folded) ?? 0) + 1)
    sketches.push({ id, lang, words: wordsOf(title).length, folded, pair })
  }
  const twins = twinsOf(sketches)
  const unique = sketches.filter(({ folded }) => folded !== '' && titles.get(folded) === 1)
  const choose = (from: readonly Sketch[], purpose: string) =>
    chanceOf(seed, purpose)
      .shuffled(from.map(({ id }) => id))
      .slice(0, items)
  const known = (lang: Language) =>
    unique.filter((item) => item.lang === lang && item.words >= 3 && item.words <= 14 && !twins.has(item.id))
  const asking = choose(
    unique.filter(({ id }) => twins.has(id)),
    'twins',
  )
  return {
    items: new Set([...choose(known('vi'), 'vi'), ...choose(known('en'), 'en')]),
    leftOut: new Set(twins.keys()),
    asking: new Map(asking.map((id) => [id, twins.get(id) ?? ''])),
  }
}

/** The queries for the chosen documents, class by class. */
export function knownItemQueries(
  items: readonly Given[],
  asking: readonly Given[],
  choice: Choice,
  seed: number,
): Query[] {
  const queries: Query[] = []
  for (const { name, only, query } of knownItemClasses)
    for (const lang of ['vi', 'en'] as const)
      for (const item of items) {
        if (item.lang !== lang || (only !== null && only !== lang)) continue
        const text = query(item, chanceOf(seed, name, item.id))
        if (text !== null) queries.push({ class: name, query: text, lang, relevant: new Map([[item.id, 1]]) })
      }
  for (const item of asking) {
    const twin = choice.asking.get(item.id)
    if (twin !== undefined)
      queries.push({ class: acrossLanguages, query: item.title, lang: 'en', relevant: new Map([[twin, 1]]) })
  }
  return queries
}
