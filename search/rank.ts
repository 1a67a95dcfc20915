import { hashOf, wordsOf } from './fold.ts'
import type { Word } from './fold.ts'
import type { Prints } from './prints.ts'
import type { Answer, Understanding } from './understand.ts'
import type { Vocabulary } from './vocabulary.ts'

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

/** What of an understanding decides the order. */
type Ranked = Pick<Understanding, 'plan' | 'weights' | 'chosen' | 'answers'>

/** A word that the text may hold, as a part of something that answers a stretch of the query. */
interface Wanted {
  answer: Answer
  /** The stretch of the query it stands for once its last part is met. */
  from: number
  to: number
  part: number
  parts: number
  /** Hash of the form with diacritics that is meant; null where any will do. */
  toned: number | null
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

/** Words that an unfinished one may become, the most frequent ones. */
const COMPLETIONS = 256

const writtenHash = (form: Word | undefined): number | null => (form ? hashOf(form.toned) : null)

/** The words of all answers, by the hash of their folded form. */
function wantedWords({ plan, answers }: Ranked, { lexicon }: Vocabulary): Map<number, Wanted[]> {
  const words = new Map<number, Wanted[]>()
  const put = (hash: number, wanted: Wanted) => {
    const list = words.get(hash)
    if (list) list.push(wanted)
    else words.set(hash, [wanted])
  }
  for (const answer of answers) {
    const { from, to, pattern, reading, written } = answer
    const own = reading === 'typed' || reading === 'beginning'
    const forms = own || reading === 'mended' || reading === 'blank' ? [] : wordsOf(written)
    // The words of a phrase or a code as typed stand each for itself.
    const each = own && pattern.words.length === to - from
    for (const [part, word] of pattern.words.entries()) {
      const typed = each && plan.typedWithMarks ? plan.words[from + part]?.toned : undefined
      const toned = typed === undefined ? writtenHash(forms[part]) : hashOf(typed)
      const wanted: Wanted = each
        ? { answer, from: from + part, to: from + part + 1, part: 0, parts: 1, toned }
        : { answer, from, to, part, parts: pattern.words.length, toned }
      put(hashOf(word), wanted)
      if (!pattern.prefix || part !== pattern.words.length - 1) continue
      for (const longer of lexicon.startingWith(word, COMPLETIONS)) {
        if (longer.word !== word) put(hashOf(longer.word), { ...wanted, toned: null })
      }
    }
  }
  return words
}

/** Reads texts for the words of a query. */
class Scanner {
  readonly #count: number
  readonly #words: Map<number, Wanted[]>

  constructor(understanding: Ranked, vocabulary: Vocabulary) {
    this.#count = understanding.plan.words.length
    this.#words = wantedWords(understanding, vocabulary)
  }

  /** Reads the words from one place to another; places are counted in words. */
  scan(prints: Prints, first: number, end: number): Held {
    const held: Held = {
      credit: new Float64Array(this.#count),
      sum: new Float64Array(this.#count),
      adjacent: new Uint8Array(this.#count),
      matched: 0,
      words: end - first,
    }
    let ends: number[] = []
    let runs: Run[] = []
    for (let at = first * 2; at < end * 2; at += 2) {
      const here = this.#words.get(prints[at] ?? 0)
      if (!here) {
        if (ends.length > 0) ends = []
        if (runs.length > 0) runs = []
        continue
      }
      held.matched++
      const token = prints[at + 1] ?? 0
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

function agreement({ toned, answer }: Wanted, token: number): number {
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
function beginner({ plan, chosen }: Ranked, { lexicon }: Vocabulary) {
  const words = plan.words.flatMap((word, at) => chosen[at]?.words ?? [word.folded])
  const hashes = words.map(hashOf)
  const last = words.at(-1) ?? ''
  const open = plan.words.at(-1)?.prefix === true && chosen.at(-1) === null
  const longer = new Set(open ? lexicon.startingWith(last, COMPLETIONS).map(({ word }) => hashOf(word)) : [])
  return (prints: Prints, first: number, end: number): number => {
    const count = hashes.length
    if (count === 0 || end - first < count) return 0
    for (let at = 0; at < count; at++) {
      const print = prints[(first + at) * 2] ?? 0
      if (print !== hashes[at] && !(at === count - 1 && longer.has(print))) return 0
    }
    const whole = end - first === count && prints[(end - 1) * 2] === hashes.at(-1)
    return WEIGHT.start + (whole ? WEIGHT.whole : 0)
  }
}

/** The stretches of words between boundaries. */
function* textsIn(prints: Prints): Generator<[number, number]> {
  const words = prints.length >> 1
  let first = 0
  for (let at = 0; at <= words; at++) {
    if (at < words && prints[at * 2] !== 0) continue
    if (at > first) yield [first, at]
    first = at + 1
  }
}

/** What a title holds of the query. */
interface InTitle {
  held: Held | undefined
  /** What it is worth by itself. */
  worth: number
  /** What its words that follow each other as in the query leave to the summary, as a share. */
  apart: number
}

/**
 * Scores candidates, each by its score in the first ranking, with 1 for the best, and by what `ofTitle` makes of
 * `Entry.exact` of its title.
 */
export interface SecondRanking {
  ofTitle: (prints: Prints) => InTitle
  /** The most that a candidate of such a title may score, whatever its summary is. */
  most: (first: number, title: InTitle) => number
  /** `complete` says that every required word is known to be somewhere in it. */
  score: (first: number, title: InTitle, exactSummary: Prints, complete: boolean) => number
}

/**
 * The second ranking: the share of the query found in the title and in the summary (weighted by rarity), words that
 * follow each other there as they were typed, a title that begins with or is the query, and diacritics that agree with
 * the typed ones.
 */
export function secondRanking(understanding: Ranked, vocabulary: Vocabulary): SecondRanking {
  const { weights } = understanding
  const scanner = new Scanner(understanding, vocabulary)
  const begins = beginner(understanding, vocabulary)
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const pairs = weights.map((weight, at) => (at === 0 ? 0 : Math.min(weight, weights[at - 1] ?? 0)))
  const pairTotal = pairs.reduce((sum, weight) => sum + weight, 0) || 1

  function ofTitle(prints: Prints): InTitle {
    let title: Held | undefined
    let start = 0
    for (const [from, to] of textsIn(prints)) {
      const held = scanner.scan(prints, from, to)
      if (!title || weighed(held.credit, weights) > weighed(title.credit, weights)) title = held
      start = Math.max(start, begins(prints, from, to))
    }
    const adjacent = pairs.reduce((sum, weight, at) => (title?.adjacent[at] === 1 ? sum + weight : sum), 0)
    const inTitle = (title ? weighed(title.credit, weights) : 0) / total
    const tight = title && title.words > 0 ? title.matched / title.words : 0
    const worth =
      WEIGHT.title * inTitle * inTitle +
      (WEIGHT.adjacent * adjacent) / pairTotal +
      WEIGHT.tight * tight * inTitle +
      start
    return { held: title, worth, apart: 1 - adjacent / pairTotal }
  }

  return {
    ofTitle,
    most: (first, { worth, apart }) =>
      WEIGHT.first * first + worth + WEIGHT.repeated + WEIGHT.anywhere + WEIGHT.adjacentBelow * apart,
    score: (first, { held: title, worth }, exactSummary, complete) => {
      const summary = scanner.scan(exactSummary, 0, exactSummary.length >> 1)
      const length = REPEATED * (SHORT + ((1 - SHORT) * summary.words) / USUAL_LENGTH)
      let anywhere = 0
      let repeated = 0
      let below = 0
      for (const [at, weight] of weights.entries()) {
        const best = Math.max(title?.credit[at] ?? 0, summary.credit[at] ?? 0)
        anywhere += weight * (best > 0 ? best : complete ? ELSEWHERE : 0)
        repeated += (weight * (summary.sum[at] ?? 0)) / ((summary.sum[at] ?? 0) + length)
        if (title?.adjacent[at] !== 1 && summary.adjacent[at] === 1) below += pairs[at] ?? 0
      }
      return (
        WEIGHT.first * first +
        worth +
        (WEIGHT.repeated * repeated) / total +
        (WEIGHT.anywhere * anywhere) / total +
        (WEIGHT.adjacentBelow * below) / pairTotal
      )
    },
  }
}
