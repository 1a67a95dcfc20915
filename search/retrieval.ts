import type { Expression } from './expression.ts'
import { titleTest } from './held.ts'
import type { Read, Scored } from './postings/evaluate.ts'
import { placeFrom } from './postings/lists.ts'
import type { Hits } from './postings/lists.ts'
import type { Postings } from './postings/postings.ts'
import { best, kept, NONE } from './selection.ts'
import type { ReadableStore } from './store.ts'
import { rarityOf } from './understand.ts'
import type { Answer, Understanding } from './understand.ts'

/** Fewer documents with every word than this, and doubtful readings and documents with most of the words are added. */
const FEW = 10
/** Postings read for the loose stage, rarest words first. */
const LOOSE_BUDGET = 30_000
/** A loose hit holds this share of the weight the best one holds, or all words but one of three and more. */
const LOOSE_SHARE = 0.6
const LOOSE_TITLE = 0.7
const LOOSE_PAIR = 0.6
/** Documents with most of the words that are kept, best first. */
const MOST_LOOSE = 2000

/** What the words of a query found before any filter; no slot is in two of `whole`, `translated` and `loose`. */
export interface Retrieved {
  /** Documents with every required word, as typed or as the query was mended, or in a doubtful reading. */
  whole: Scored
  /** Of these the slots with a doubtful reading. */
  wider: Uint32Array
  /** With every word, some only as a translation or a synonym. */
  translated: Scored
  /** With most of the weight, which is the score. */
  loose: Scored
}

/**
 * Finds the documents that hold every required word and, when these are few, those that hold most of the query's
 * weight. `allowed` says which slots the reader may see and no minus leaves out; null where all may be seen.
 */
export function retrieve(
  store: ReadableStore,
  understanding: Understanding,
  allowed: ((slot: number) => boolean) | null,
): Retrieved {
  const { columns, evaluator } = store
  const read: Read = new Map()
  const found = (expression: Expression | null, except: Uint32Array | null = null) => {
    if (!expression) return NONE
    const scored = evaluator.scored(expression, columns.size, read, except)
    return allowed ? kept(scored, allowed) : scored
  }
  let whole = found(understanding.direct)
  let wider = NONE.slots
  const direct = whole.slots
  // Where there is nothing else to find, nothing need be told apart.
  if (direct.length >= FEW && !understanding.translated) return { whole, wider, translated: NONE, loose: NONE }
  if (direct.length < FEW && understanding.wider) {
    // Doubtful readings stand in one order with what was typed: the title that was meant is to come first.
    whole = found(understanding.wider)
    wider = whole.slots.filter((slot) => !isIn(direct, slot))
  }
  const translated = found(understanding.translated, whole.slots)
  const required = understanding.plan.units.filter((unit) => !unit.minor).length
  const several = required > 1 || understanding.answers.some((answer) => answer.to - answer.from > 1)
  if (whole.slots.length >= FEW || !several) return { whole, wider, translated, loose: NONE }
  const complete = whole.slots
  const open = (slot: number) => !isIn(complete, slot) && !isIn(translated.slots, slot) && allowed?.(slot) !== false
  return { whole, wider, translated, loose: looseHits(store, understanding, open, direct.length > 0) }
}

/** Whether a slot is in an ascending list. */
function isIn(slots: Uint32Array, slot: number): boolean {
  return slots[placeFrom(slots, slot, 0)] === slot
}

/** What documents hold of the query. */
class Credits {
  readonly weight: Float32Array
  /** The same by how much the words weigh in the document: high for titles. */
  readonly strength: Float32Array
  /** How many words. */
  readonly held: Uint8Array
  /** The word that was credited last, counted from 1. */
  readonly #credited: Uint8Array
  #slots = new Uint32Array(4096)
  #count = 0

  /** For documents with smaller slots than this. */
  constructor(capacity: number) {
    this.weight = new Float32Array(capacity)
    this.strength = new Float32Array(capacity)
    this.held = new Uint8Array(capacity)
    this.#credited = new Uint8Array(capacity)
  }

  /** Those with any credit. */
  get slots(): Uint32Array {
    return this.#slots.subarray(0, this.#count)
  }

  clear(): void {
    for (const slot of this.slots) {
      this.weight[slot] = 0
      this.strength[slot] = 0
      this.held[slot] = 0
      this.#credited[slot] = 0
    }
    this.#count = 0
  }

  /** Credits a word once to each document: what answers it best comes first, and no word comes again after another. */
  credit(word: number, { slots, impacts }: Hits, credit: number): void {
    if (this.#count + slots.length > this.#slots.length) {
      const grown = new Uint32Array((this.#count + slots.length) * 2)
      grown.set(this.#slots)
      this.#slots = grown
    }
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      if (this.#credited[slot] === word + 1) continue
      if (this.#credited[slot] === 0) this.#slots[this.#count++] = slot
      this.#credited[slot] = word + 1
      this.weight[slot] = (this.weight[slot] ?? 0) + credit
      this.strength[slot] = (this.strength[slot] ?? 0) + credit * (impacts[at] ?? 0)
      this.held[slot] = (this.held[slot] ?? 0) + 1
    }
  }
}

/** Used again by the next question: they are as large as the index. */
const creditsOf = new WeakMap<Postings, Credits>()

function emptyCredits(postings: Postings): Credits {
  let credits = creditsOf.get(postings)
  if (credits && credits.weight.length >= postings.capacity) credits.clear()
  else creditsOf.set(postings, (credits = new Credits(postings.capacity)))
  return credits
}

/** Something that answers a stretch of the query, with the documents that hold it. */
interface Used {
  answer: Answer
  /** What it counts, and what that is for each word of the stretch. */
  value: number
  each: number
  hits: Hits
}

function looseHits(
  store: ReadableStore,
  understanding: Understanding,
  open: (slot: number) => boolean,
  someDirect: boolean,
): Scored {
  const { plan, weights, answers } = understanding
  const { vocabulary, columns, postings } = store
  const minor = (answer: Answer) => plan.units[plan.words[answer.from]?.unit ?? 0]?.minor === true
  const readable = answers
    .filter((answer) => !minor(answer) || answer.to - answer.from > 1)
    .map((answer) => ({ answer, frequency: vocabulary.frequency(answer.pattern) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency)
  const read = new Set<number>()
  const used: Used[] = []
  let budget = LOOSE_BUDGET
  for (const { answer, frequency } of readable) {
    if (frequency > budget && read.size > 0) break
    budget -= frequency
    for (let at = answer.from; at < answer.to; at++) read.add(at)
    const own = weights.slice(answer.from, answer.to).reduce((sum, weight) => sum + weight, 0)
    const isOther = answer.reading === 'translated' || answer.reading === 'synonym'
    const value = answer.worth * (isOther ? Math.max(own, rarityOf(columns.size, frequency)) : own)
    used.push({ answer, value, each: value / (answer.to - answer.from), hits: postings.hits(answer.pattern) })
  }
  const credits = emptyCredits(postings)
  for (const word of plan.words.keys()) {
    const own = used.filter(({ answer }) => answer.from <= word && word < answer.to)
    for (const { hits, each } of own.sort((a, b) => b.each - a.each)) credits.credit(word, hits, each)
  }
  const whole = [...read].reduce((sum, at) => sum + (weights[at] ?? 0), 0)
  const required = plan.units.filter((unit) => !unit.minor).length
  const candidates = enough(credits, open, required > 2 ? required - 1 : Infinity, someDirect ? whole : null)
  addBonus(store, understanding, candidates, credits.weight, used, read)
  const scores = Float32Array.from(candidates, (slot) => credits.weight[slot] ?? 0)
  const loose = best({ slots: candidates, scores }, MOST_LOOSE, columns.comparison('newest'))
  return { slots: Uint32Array.from(loose, ({ slot }) => slot), scores: Float32Array.from(loose, ({ score }) => score) }
}

/**
 * The documents that hold enough of the words, or enough of the weight: a share of `whole`, of what the best one holds
 * where that is null.
 */
function enough(
  { slots, weight, strength, held }: Credits,
  open: (slot: number) => boolean,
  words: number,
  whole: number | null,
): Uint32Array {
  const visible = slots.filter(open)
  const most = whole ?? visible.reduce((sofar, slot) => Math.max(sofar, weight[slot] ?? 0), 0)
  const least = most * LOOSE_SHARE
  const candidates = visible.filter((slot) => (weight[slot] ?? 0) >= least || (held[slot] ?? 0) >= words)
  if (candidates.length <= MOST_LOOSE) return candidates
  // Of so many the strongest, before each is looked at.
  const standing = (slot: number) => (weight[slot] ?? 0) + (strength[slot] ?? 0) / 1e5
  const cut = Float32Array.from(candidates, standing).sort()[candidates.length - MOST_LOOSE] ?? 0
  return candidates.filter((slot) => Math.fround(standing(slot)) >= cut).subarray(0, 2 * MOST_LOOSE)
}

/** What stands in the title counts more, and so do words that follow each other as in the query. */
function addBonus(
  store: ReadableStore,
  understanding: Understanding,
  candidates: Uint32Array,
  weight: Float32Array,
  used: Used[],
  read: Set<number>,
): void {
  for (const { answer, value } of used) {
    const inTitle = titleTest(store, answer.pattern)
    for (const slot of candidates) if (inTitle(slot)) weight[slot] = (weight[slot] ?? 0) + value * LOOSE_TITLE
  }
  const within = Uint32Array.from(candidates).sort()
  for (const { pattern, worth } of pairsOf(understanding, read)) {
    for (const slot of store.postings.hits(pattern, within).slots) {
      weight[slot] = (weight[slot] ?? 0) + worth * LOOSE_PAIR
    }
  }
}

/** The words that stand next to each other in the query, as phrases; phrases and codes hold theirs already. */
function pairsOf({ plan, chosen, weights }: Understanding, read: Set<number>) {
  return plan.words.flatMap((second, at) => {
    const first = plan.words[at - 1]
    if (!first || first.unit === second.unit || !read.has(at) || !read.has(at - 1)) return []
    const before = chosen[at - 1]?.words ?? [first.folded]
    const next = chosen[at]?.words ?? [second.folded]
    const pattern = { words: [...before, ...next], prefix: chosen[at] ? false : second.prefix }
    return [{ pattern, worth: Math.min(weights[at - 1] ?? 0, weights[at] ?? 0) }]
  })
}
