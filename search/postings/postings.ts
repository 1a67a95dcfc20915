import type { Pattern } from '../expression.ts'
import { placeOf } from '../lexicon.ts'
import type { Lexicon } from '../lexicon.ts'
import { finished } from './beginnings.ts'
import { BlockRow } from './block-rows.ts'
import { BLOCK, nextPhases, PostingRow } from './blocks.ts'
import type { Places, WordHits } from './blocks.ts'
import { endingWith, phasesBehind, type Placed } from './endings.ts'
import { common, merged } from './lists.ts'
import type { Hits } from './lists.ts'
import { room } from './room.ts'
import type { Segment } from './segment.ts'
import { WordUnion } from './word-union.ts'

/**
 * What was found lately in a segment, up to so many documents of 5 bytes each; what was asked for last goes last. It is
 * kept from the second time on: most is asked for once, and keeping it would cost more than it saves.
 */
class Kept {
  readonly #most: number
  readonly #found = new Map<string, Hits>()
  readonly #asked = new Set<string>()
  #size = 0

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): Hits | undefined {
    const hits = this.#found.get(key)
    if (hits) {
      this.#found.delete(key)
      this.#found.set(key, hits)
    }
    return hits
  }

  put(key: string, found: Hits): Hits {
    if (!this.#asked.delete(key)) {
      if (this.#asked.size >= MOST_ASKED) this.#asked.clear()
      this.#asked.add(key)
      return found
    }
    // What was found lies in memory that is given out again.
    const hits = { slots: found.slots.slice(), impacts: found.impacts.slice() }
    this.#found.set(key, hits)
    this.#size += hits.slots.length + AT_LEAST
    for (const [oldest, { slots }] of this.#found) {
      if (this.#size <= this.#most) break
      this.#found.delete(oldest)
      this.#size -= slots.length + AT_LEAST
    }
    return hits
  }
}

/** Names of what was asked for once. */
const MOST_ASKED = 2000
/** What an entry takes at least, in documents. */
const AT_LEAST = 40
/** Documents of beginnings and phrases that are kept for each one of a segment. */
const KEPT = 10

/** A segment in use. */
interface Held {
  segment: Segment
  /** Numbers of its words in the lexicon, ascending, and their rows; null where both are the same. */
  ids: Uint32Array | null
  rows: Uint32Array
  /** Where beginnings and frequent words have their rows of blocks. */
  beginnings: ReadonlyMap<string, number>
  /** How many documents of it no longer count. */
  gone: number
  /** Rows with a directory, as far as they were read; bigrams by negative numbers. */
  long: Map<number, PostingRow>
  /** All documents of beginnings and phrases, counting or not. */
  found: Kept
}

const NONE: Hits = { slots: new Uint32Array(0), impacts: new Uint8Array(0) }
/** Words that the unfinished last word of a phrase may become. */
const COMPLETIONS = 64

function grown(old: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(Math.max(length, old.length * 2))
  next.set(old)
  return next
}

function rowIn({ ids, rows, segment }: Held, id: number): number {
  if (id < 0) return -1
  if (!ids) return id < segment.words.length ? id : -1
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id ? (rows[low] ?? -1) : -1
}

/** Documents that hold some words of a phrase, with the phases of each word that is known to be there. */
interface Together {
  slots: Uint32Array
  phases: (Uint8Array | undefined)[]
}

/** Those that hold a further word, but for those in which it stands beside no neighbour of it in the phrase. */
function joined({ slots, phases }: Together, found: WordHits, word: number): Together {
  const before = phases[word - 1]
  const next = phases[word + 1]
  const kept = room.numbers(found.slots.length)
  const keptPhases = phases.map((known) => known && room.bytes(kept.length))
  const own = room.bytes(kept.length)
  let used = 0
  let from = 0
  for (let at = 0; at < found.slots.length; at++) {
    const slot = found.slots[at] ?? 0
    while (slots[from] !== slot) from++
    const here = found.phases[at] ?? 0
    if (before && (nextPhases(before[from] ?? 0) & here) === 0) continue
    if (next && (nextPhases(here) & (next[from] ?? 0)) === 0) continue
    kept[used] = slot
    own[used] = here
    for (let other = 0; other < keptPhases.length; other++) {
      const known = keptPhases[other]
      if (known) known[used] = phases[other]?.[from] ?? 0
    }
    used++
  }
  keptPhases[word] = own
  return { slots: kept.subarray(0, used), phases: keptPhases }
}

/** The documents in which a place of `next` stands right behind one of `before`, with these places. */
function following({ slots, places: before }: Placed, next: Places): Placed {
  const places = room.numbers(Math.min(before.places.length, next.places.length))
  const left = room.numbers(slots.length)
  const ends = room.numbers(slots.length)
  let used = 0
  let count = 0
  let first = 0
  let second = 0
  for (let document = 0; document < slots.length; document++) {
    const start = used
    const firstEnd = before.ends[document] ?? 0
    const secondEnd = next.ends[document] ?? 0
    while (first < firstEnd && second < secondEnd) {
      const wanted = (before.places[first] ?? 0) + 1
      const place = next.places[second] ?? 0
      if (place === wanted) places[used++] = place
      if (place <= wanted) second++
      if (place >= wanted) first++
    }
    first = firstEnd
    second = secondEnd
    if (used === start) continue
    left[count] = slots[document] ?? 0
    ends[count++] = used
  }
  return { slots: left.subarray(0, count), places: { places, ends: ends.subarray(0, count) } }
}

/** Finds documents by words, beginnings of words and phrases, over the segments of an index. */
export class Postings {
  readonly #lexicon: Lexicon
  #held: Held[] = []
  /** For each slot the number of the segment that counts, 0 for none. */
  #latest = new Uint32Array(1024)
  readonly #union = new WordUnion()

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /** One more than the largest slot that may be found. */
  get capacity(): number {
    return this.#latest.length
  }

  /**
   * Takes a segment in, and those out that are part of it now. Its words are counted but where they are those
   * that the lexicon was made of.
   */
  put(segment: Segment, without: readonly number[] = []): void {
    const { words, counts, documents, number } = segment
    const parts = this.#held.filter((held) => without.includes(held.segment.number))
    this.#held = this.#held.filter((held) => !parts.includes(held))
    let ids: Uint32Array | null = null
    let rows = new Uint32Array(0)
    if (!this.#lexicon.isMadeOf(words)) {
      const own = Uint32Array.from(words, (word, at) => {
        const id = this.#lexicon.idOf(word)
        const counted = parts.reduce((sum, part) => sum + (part.segment.counts[rowIn(part, id)] ?? 0), 0)
        return this.#lexicon.add(word, (counts[at] ?? 0) - counted)
      })
      rows = Uint32Array.from(own, (_id, at) => at).sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0))
      ids = rows.map((row) => own[row] ?? 0)
    }
    const held: Held = {
      segment,
      ids,
      rows,
      beginnings: new Map(segment.beginnings.keys.map((beginning, row) => [beginning, row])),
      gone: 0,
      long: new Map(),
      found: new Kept(KEPT * documents.length),
    }
    const last = documents.at(-1) ?? 0
    if (last >= this.#latest.length) this.#latest = grown(this.#latest, last + 1)
    for (const slot of documents) {
      const before = this.#latest[slot] ?? 0
      if (before > number) held.gone++
      else {
        if (before > 0 && before < number) this.#lose(before)
        this.#latest[slot] = number
      }
    }
    this.#held.push(held)
    this.#held.sort((a, b) => a.segment.number - b.segment.number)
  }

  /** A document of a segment counts no longer; the segment may be gone itself. */
  #lose(number: number): void {
    const held = this.#held.find(({ segment }) => segment.number === number)
    if (held) held.gone++
  }

  /** In the order of their numbers. */
  get segments(): Segment[] {
    return this.#held.map(({ segment }) => segment)
  }

  /** The number of the segment that counts for a slot, 0 for none. */
  latest(slot: number): number {
    return this.#latest[slot] ?? 0
  }

  /** Documents that are gone. */
  drop(slots: Iterable<number>): void {
    for (const slot of slots) {
      const number = this.#latest[slot] ?? 0
      if (number === 0) continue
      this.#latest[slot] = 0
      this.#lose(number)
    }
  }

  /**
   * The documents that hold the words one behind the other; the last one may go on where the pattern is a prefix.
   * `within`: ascending; others need not be found.
   */
  hits({ words, prefix }: Pattern, within: Uint32Array | null = null): Hits {
    const [only = ''] = words
    const found = this.#held.flatMap((held) => {
      const hits = this.#inSegment(held, words, only, prefix, within)
      const counting = held.gone === 0 ? hits : this.#counting(held, hits)
      return counting.slots.length === 0 ? [] : [counting]
    })
    return merged(found)
  }

  #inSegment(held: Held, words: readonly string[], only: string, prefix: boolean, within: Uint32Array | null): Hits {
    if (words.length === 1) {
      const whole = held.beginnings.get(prefix ? only : finished(only))
      if (whole !== undefined) {
        const row = new BlockRow(held.segment.beginnings, whole)
        return within ? row.among(within) : row.all()
      }
      if (!prefix) {
        const row = this.#row(held, only)
        if (!row) return NONE
        return within ? row.among(within) : row.all()
      }
    }
    const completions = prefix && words.length > 1 ? this.#completions(words.at(-1) ?? '') : []
    // What an unfinished word may become changes with what is written.
    const key = [...words, prefix ? '*' : '', ...completions].join(' ')
    const known = held.found.get(key)
    if (known) return within ? common(known, within) : known
    if (words.length === 1) {
      if (within) return this.#union.hits(held.segment, only, within)
      return held.found.put(key, this.#union.hits(held.segment, only, null))
    }
    if (within) return this.#phrase(held, words, completions, prefix, within)
    return held.found.put(key, this.#phrase(held, words, completions, prefix, null))
  }

  #completions(beginning: string): string[] {
    return this.#lexicon.startingWith(beginning, COMPLETIONS).map(({ word }) => word)
  }

  /** Those that this segment counts for. */
  #counting({ segment }: Held, { slots, impacts }: Hits): Hits {
    const counting = { slots: room.numbers(slots.length), impacts: room.bytes(slots.length) }
    let used = 0
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      if (this.#latest[slot] !== segment.number) continue
      counting.slots[used] = slot
      counting.impacts[used++] = impacts[at] ?? 0
    }
    return { slots: counting.slots.subarray(0, used), impacts: counting.impacts.subarray(0, used) }
  }

  #row(held: Held, word: string): PostingRow | null {
    const number = rowIn(held, this.#lexicon.idOf(word))
    if (number < 0) return null
    const known = held.long.get(number)
    if (known) return known
    const row = PostingRow.ofWord(held.segment, number)
    if (row.count > BLOCK) held.long.set(number, row)
    return row
  }

  /**
   * The documents in which two words stand side by side: null where none does, undefined where the segment does not tell.
   */
  #bigramRow(held: Held, first: string, second: string): PostingRow | null | undefined {
    const { bigrams } = held.segment
    const key = `${first} ${second}`
    const row = placeOf(key, bigrams.keys.length, (at) => bigrams.keys[at] ?? '')
    if (bigrams.keys[row] !== key) return undefined
    if (bigrams.counts[row] === 0) return null
    const known = held.long.get(-1 - row)
    if (known) return known
    const found = PostingRow.of(bigrams, row)
    if (found.count > BLOCK) held.long.set(-1 - row, found)
    return found
  }

  /** Of the documents within, those that hold all bigrams of neighbours of which that is known; null where of none. */
  #besides(held: Held, words: readonly string[], within: Uint32Array | null): Uint32Array | null {
    const rows: PostingRow[] = []
    for (let at = 1; at < words.length; at++) {
      const row = this.#bigramRow(held, words[at - 1] ?? '', words[at] ?? '')
      if (row === null) return NONE.slots
      if (row) rows.push(row)
    }
    if (rows.length === 0) return null
    return rows
      .sort((a, b) => a.count - b.count)
      .reduce<Uint32Array | null>((slots, row) => (slots ? row.among(slots) : row.all()).slots, within)
  }

  /** Of the documents that hold a phrase but for its last word, those in which it may be this word. */
  #ended(held: Held, words: readonly string[], placed: Placed, behind: Uint8Array, last: string): Uint32Array {
    const bigram = this.#bigramRow(held, words.at(-2) ?? '', last)
    if (bigram === null) return NONE.slots
    const side = bigram ? bigram.among(placed.slots).slots : placed.slots
    if (bigram && words.length === 2) return side
    const row = side.length === 0 ? null : this.#row(held, last)
    return row ? endingWith(placed, behind, row.among(side), row) : NONE.slots
  }

  /** The rarest word first; places are read of documents that hold all words. */
  #phrase(
    held: Held,
    words: readonly string[],
    completions: readonly string[],
    prefix: boolean,
    within: Uint32Array | null,
  ): Hits {
    const whole = prefix ? words.slice(0, -1) : words
    const rows = whole.flatMap((word) => this.#row(held, word) ?? [])
    if (rows.length < whole.length) return NONE
    const besides = this.#besides(held, whole, within)
    if (besides?.length === 0) return NONE
    const among = besides ?? within
    const [rarest = 0, ...others] = [...rows.keys()].sort((a, b) => (rows[a]?.count ?? 0) - (rows[b]?.count ?? 0))
    const [first, ...later] = rows
    const rare = among ? rows[rarest]?.among(among) : rows[rarest]?.all()
    if (!rare || !first) return NONE
    if (besides && words.length === 2 && !prefix) return rare
    let together: Together = {
      slots: rare.slots,
      phases: rows.map((_row, at) => (at === rarest ? rare.phases : undefined)),
    }
    for (const word of others) {
      const found = together.slots.length === 0 ? undefined : rows[word]?.among(together.slots)
      if (!found) return NONE
      together = joined(together, found, word)
    }
    const { slots } = together
    if (slots.length === 0) return NONE
    let placed: Placed = { slots, places: first.placesIn(slots) }
    for (const row of later) {
      if (placed.slots.length === 0) return NONE
      placed = following(placed, row.placesIn(placed.slots))
    }
    if (!prefix) return common(rare, placed.slots)
    const behind = phasesBehind(placed)
    const ended = completions.flatMap((word) => {
      const slots = placed.slots.length === 0 ? NONE.slots : this.#ended(held, words, placed, behind, word)
      return slots.length === 0 ? [] : [{ slots, impacts: room.bytes(slots.length) }]
    })
    return common(rare, distinct(merged(ended).slots))
  }
}

/** Each once, of an ascending list. */
function distinct(slots: Uint32Array): Uint32Array {
  return slots.filter((slot, at) => at === 0 || slot !== slots[at - 1])
}
