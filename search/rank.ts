import { formsOf, wordsOf } from './fold.ts'
import type { Answer, Understanding } from './understand.ts'

/** Found by trying on known-item queries made from real titles; only their proportions matter. */
const WEIGHT = {
  first: 1,
  title: 1.6,
  anywhere: 5,
  repeated: 1,
  adjacent: 0.8,
  adjacentBelow: 0.2,
  start: 0.8,
  whole: 0.6,
  tight: 0.3,
} as const
/** What a word counts in the summary, and in columns that are not kept for ranking. */
/** How fast repetition in a summary counts less, and how much its length matters, as in BM25. */
const REPEATED = 1
const SHORT = 0.3
const USUAL_LENGTH = 150
const ELSEWHERE = 0.7
/** What a word counts whose diacritics are not the typed ones, and a term whose are not its own. */
const OTHER_TONES = 0.2
const OTHER_TERM = 0.15

/** A word that the text may hold, as a part of something that answers a stretch of the query. */
interface Wanted {
  answer: Answer
  /** The stretch of the query it stands for once its last part is met. */
  from: number
  to: number
  part: number
  parts: number
  /** The form with diacritics that is meant; null where any will do. */
  toned: string | null
}

/** What a text holds of the query, word by word. */
interface Held {
  /** Best credit of each word, and all its credits together. */
  credit: Float64Array
  sum: Float64Array
  /** 1 where the word stands right behind the one before it in the query. */
  adjacent: Uint8Array
  /** Words of the text that are of the query, and all of them. */
  matched: number
  words: number
}

interface Run {
  wanted: Wanted
  worth: number
  follows: boolean
}

/** The words of all answers, by their folded form; beginnings apart. */
function wantedWords({ plan, answers }: Understanding) {
  const words = new Map<string, Wanted[]>()
  const beginnings: [string, Wanted][] = []
  for (const answer of answers) {
    const { from, to, pattern, reading, written } = answer
    const own = reading === 'typed' || reading === 'beginning'
    const forms = own || reading === 'mended' || reading === 'blank' ? [] : wordsOf(written)
    // The words of a phrase or a code as typed stand each for itself.
    const each = own && pattern.words.length === to - from
    for (const [part, word] of pattern.words.entries()) {
      const typed = each && plan.typedWithMarks ? plan.words[from + part]?.toned : undefined
      const toned = typed ?? forms[part]?.toned ?? null
      const wanted: Wanted = each
        ? { answer, from: from + part, to: from + part + 1, part: 0, parts: 1, toned }
        : { answer, from, to, part, parts: pattern.words.length, toned }
      const list = words.get(word)
      if (list) list.push(wanted)
      else words.set(word, [wanted])
      if (pattern.prefix && part === pattern.words.length - 1) beginnings.push([word, { ...wanted, toned: null }])
    }
  }
  return { words, beginnings }
}

/** Reads texts for the words of a query. */
class Scanner {
  readonly #count: number
  readonly #words: Map<string, Wanted[]>
  readonly #beginnings: [string, Wanted][]
  /** What each word met so far is wanted for. */
  readonly #met = new Map<string, Wanted[] | null>()

  constructor(understanding: Understanding) {
    this.#count = understanding.plan.words.length
    const { words, beginnings } = wantedWords(understanding)
    this.#words = words
    this.#beginnings = beginnings
  }

  #wantedFor(token: string): Wanted[] | null {
    let list = this.#met.get(token)
    if (list === undefined) {
      const { folded } = formsOf(token)
      const begun = this.#beginnings.filter(([word]) => folded.length > word.length && folded.startsWith(word))
      const all = [...(this.#words.get(folded) ?? []), ...begun.map(([, wanted]) => wanted)]
      list = all.length > 0 ? all : null
      this.#met.set(token, list)
    }
    return list
  }

  /** `text`: words with their diacritics between single blanks. */
  scan(text: string): Held {
    const held: Held = {
      credit: new Float64Array(this.#count),
      sum: new Float64Array(this.#count),
      adjacent: new Uint8Array(this.#count),
      matched: 0,
      words: 0,
    }
    let ends: number[] = []
    let runs: Run[] = []
    for (const token of text.split(' ')) {
      if (token === '') continue
      held.words++
      const here = this.#wantedFor(token)
      if (!here) {
        if (ends.length > 0) ends = []
        if (runs.length > 0) runs = []
        continue
      }
      held.matched++
      const nextEnds: number[] = []
      const nextRuns: Run[] = []
      for (const wanted of here) {
        const before =
          wanted.part === 0
            ? undefined
            : runs.find((run) => run.wanted.answer === wanted.answer && run.wanted.part === wanted.part - 1)
        if (wanted.part > 0 && !before) continue
        const run = {
          wanted,
          worth: (before?.worth ?? wanted.answer.worth) * agreement(wanted, token),
          follows: before?.follows ?? ends.includes(wanted.from),
        }
        if (wanted.part < wanted.parts - 1) nextRuns.push(run)
        else {
          nextEnds.push(wanted.to)
          note(held, run)
        }
      }
      ends = nextEnds
      runs = nextRuns
    }
    return held
  }
}

function agreement({ toned, answer }: Wanted, token: string): number {
  if (toned === null || toned === token) return 1
  return answer.reading === 'translated' || answer.reading === 'synonym' ? OTHER_TERM : OTHER_TONES
}

function note({ credit, sum, adjacent }: Held, { wanted, worth, follows }: Run): void {
  for (let at = wanted.from; at < wanted.to; at++) {
    if ((credit[at] ?? 0) < worth) credit[at] = worth
    sum[at] = (sum[at] ?? 0) + worth
    if (at > wanted.from || follows) adjacent[at] = 1
  }
}

function weighed(credit: Float64Array, weights: number[]): number {
  let sum = 0
  for (let at = 0; at < credit.length; at++) sum += (credit[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

/** What a title that begins with the whole query, or is it, is worth beside its words. */
function beginner(understanding: Understanding): (title: string) => number {
  const { plan, chosen } = understanding
  const words = plan.words.flatMap((word, at) => chosen[at]?.words ?? [word.folded])
  const open = plan.words.at(-1)?.prefix === true && chosen.at(-1) === null
  return (title) => {
    const tokens = title.split(' ').filter((token) => token !== '')
    if (words.length === 0 || tokens.length < words.length) return 0
    for (const [at, word] of words.entries()) {
      const { folded } = formsOf(tokens[at] ?? '')
      if (folded !== word && !(open && at === words.length - 1 && folded.startsWith(word))) return 0
    }
    const last = formsOf(tokens[words.length - 1] ?? '').folded
    return WEIGHT.start + (tokens.length === words.length && last === words.at(-1) ? WEIGHT.whole : 0)
  }
}

/**
 * Scores one candidate. `first` is its score in the first ranking, with 1 for the best; `exactTitle` and
 * `exactSummary` are `Entry.exact`. `complete` says that every required word is known to be somewhere in it.
 */
export type SecondRanking = (first: number, exactTitle: string, exactSummary: string, complete: boolean) => number

/**
 * The second ranking: the share of the query found in the title and in the summary (weighted by rarity), words that
 * follow each other there as they were typed, a title that begins with or is the query, and diacritics that agree with
 * the typed ones.
 */
export function secondRanking(understanding: Understanding): SecondRanking {
  const { weights } = understanding
  const scanner = new Scanner(understanding)
  const begins = beginner(understanding)
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const pairs = weights.map((weight, at) => (at === 0 ? 0 : Math.min(weight, weights[at - 1] ?? 0)))
  const pairTotal = pairs.reduce((sum, weight) => sum + weight, 0) || 1

  return (first, exactTitle, exactSummary, complete) => {
    let title: Held | undefined
    let start = 0
    for (const one of exactTitle.split('\uE000')) {
      const held = scanner.scan(one)
      if (!title || weighed(held.credit, weights) > weighed(title.credit, weights)) title = held
      start = Math.max(start, begins(one))
    }
    const summary = scanner.scan(exactSummary)
    const length = REPEATED * (SHORT + ((1 - SHORT) * summary.words) / USUAL_LENGTH)
    let anywhere = 0
    let repeated = 0
    let adjacent = 0
    let below = 0
    for (const [at, weight] of weights.entries()) {
      const best = Math.max(title?.credit[at] ?? 0, summary.credit[at] ?? 0)
      anywhere += weight * (best > 0 ? best : complete ? ELSEWHERE : 0)
      repeated += (weight * (summary.sum[at] ?? 0)) / ((summary.sum[at] ?? 0) + length)
      if (title?.adjacent[at] === 1) adjacent += pairs[at] ?? 0
      else if (summary.adjacent[at] === 1) below += pairs[at] ?? 0
    }
    const inTitle = (title ? weighed(title.credit, weights) : 0) / total
    const tight = title && title.words > 0 ? title.matched / title.words : 0
    return (
      WEIGHT.first * first +
      WEIGHT.title * inTitle * inTitle +
      (WEIGHT.repeated * repeated) / total +
      (WEIGHT.anywhere * anywhere) / total +
      (WEIGHT.adjacent * adjacent) / pairTotal +
      (WEIGHT.adjacentBelow * below) / pairTotal +
      WEIGHT.tight * tight * inTitle +
      start
    )
  }
}
