import type { Pattern } from '../expression.ts'
import { placeOf } from '../lexicon.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Segment } from './segment.ts'

/** Documents that hold something, in no order, each once. Not to be changed. */
export interface Hits {
  slots: Uint32Array
  /** See `impactOf`. */
  impacts: Uint8Array
}

/** A segment in use. */
interface Held {
  segment: Segment
  /** Numbers of its words in the lexicon, ascending, and their rows; null where both are the same. */
  ids: Uint32Array | null
  rows: Uint32Array
  /** Every document of it counts. */
  whole: boolean
  /** Rows that were decoded, of all their documents; what was asked for last comes last. */
  decoded: Map<number, Hits>
  /** See `SKIP`. */
  skips: Map<number, Uint32Array>
}

const NONE: Hits = { slots: new Uint32Array(0), impacts: new Uint8Array(0) }
/** Documents that are kept for the next question, of words and of beginnings and phrases: 5 bytes each. */
const KEPT_OF_WORDS = 2_000_000
const KEPT = 1_000_000
/** What an entry takes at least, in documents. */
const KEPT_AT_LEAST = 40
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

/** Reads the documents of a row. */
function decode(bytes: Uint8Array, count: number, slots: Uint32Array, impacts: Uint8Array): void {
  let at = 0
  let slot = 0
  for (let document = 0; document < count; document++) {
    let byte = bytes[at++] ?? 0
    let value = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
    }
    slot += value
    slots[document] = slot
    impacts[document] = bytes[at++] ?? 0
  }
}

const NO_SKIPS = new Uint32Array(1)

function skipsIn({ skips }: Held, row: number, bytes: Uint8Array, count: number): Uint32Array {
  if (count <= SKIP) return NO_SKIPS
  let known = skips.get(row)
  if (!known) skips.set(row, (known = skipsOf(bytes, count)))
  return known
}

/** Places of a word in some documents: those of the document `at` are `places[ends[at - 1]]` up to `ends[at]`. */
interface Places {
  places: Uint32Array
  ends: Uint32Array
}

/** Of a long row of places, where those of every so-manieth document begin is remembered. */
const SKIP = 64

/** Where the places of every `SKIP`th document of a row begin. */
function skipsOf(bytes: Uint8Array, count: number): Uint32Array {
  const skips = new Uint32Array(Math.ceil(count / SKIP))
  let at = 0
  for (let document = 0; document < count; document++) {
    if (document % SKIP === 0) skips[document / SKIP] = at
    let byte = bytes[at++] ?? 0
    let length = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 0
      length |= (byte & 127) << shift
    }
    at += length
  }
  return skips
}

/** The first index from `low` on whose slot is not before one. */
function indexOf(slots: Uint32Array, slot: number, low: number): number {
  let step = 1
  let first = low
  while (first + step < slots.length && (slots[first + step] ?? 0) < slot) {
    first += step
    step *= 2
  }
  let high = Math.min(first + step, slots.length)
  while (first < high) {
    const middle = (first + high) >> 1
    if ((slots[middle] ?? 0) < slot) first = middle + 1
    else high = middle
  }
  return first
}

/** The places of a word in `wanted`, which are among the documents of its row; all ascending. */
function placesIn(bytes: Uint8Array, slots: Uint32Array, skips: Uint32Array, wanted: Uint32Array): Places {
  let places = new Uint32Array(wanted.length * 4)
  const ends = new Uint32Array(wanted.length)
  let used = 0
  let at = 0
  for (let document = 0, next = 0; next < wanted.length; document++) {
    const target = indexOf(slots, wanted[next] ?? 0, document)
    if (Math.floor(target / SKIP) > Math.floor(document / SKIP)) {
      document = Math.floor(target / SKIP) * SKIP
      at = skips[Math.floor(target / SKIP)] ?? 0
    }
    let byte = bytes[at++] ?? 0
    let length = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 0
      length |= (byte & 127) << shift
    }
    const end = at + length
    if (slots[document] === wanted[next]) {
      if (used + length > places.length) places = grown(places, used + length)
      let place = 0
      while (at < end) {
        byte = bytes[at++] ?? 0
        let value = byte & 127
        for (let shift = 7; byte >= 128; shift += 7) {
          byte = bytes[at++] ?? 0
          value |= (byte & 127) << shift
        }
        place += value
        places[used++] = place
      }
      ends[next++] = used
    }
    at = end
  }
  return { places, ends }
}

/** The places of `next` that stand right behind one of `before`, for each document. */
function following(before: Places, next: Places): Places {
  const places = new Uint32Array(Math.min(before.places.length, next.places.length))
  const ends = new Uint32Array(before.ends.length)
  let used = 0
  let left = 0
  let right = 0
  for (let document = 0; document < ends.length; document++) {
    const leftEnd = before.ends[document] ?? 0
    const rightEnd = next.ends[document] ?? 0
    while (left < leftEnd && right < rightEnd) {
      const wanted = (before.places[left] ?? 0) + 1
      const place = next.places[right] ?? 0
      if (place === wanted) places[used++] = place
      if (place <= wanted) right++
      if (place >= wanted) left++
    }
    left = leftEnd
    right = rightEnd
    ends[document] = used
  }
  return { places, ends }
}

/** So many times longer a list is searched instead of read through. */
const MUCH_LONGER = 24

/** What two ascending lists have in common. */
function intersection(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length > b.length) return intersection(b, a)
  const common = new Uint32Array(a.length)
  let used = 0
  if (a.length * MUCH_LONGER < b.length) {
    let low = 0
    for (const slot of a) {
      let high = b.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((b[middle] ?? 0) < slot) low = middle + 1
        else high = middle
      }
      if (b[low] === slot) common[used++] = slot
    }
    return common.subarray(0, used)
  }
  for (let left = 0, right = 0; left < a.length && right < b.length;) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0)
    if (difference === 0) common[used++] = a[left] ?? 0
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return common.subarray(0, used)
}

/** Finds documents by words, beginnings of words and phrases, over the segments of an index. */
export class Postings {
  readonly #lexicon: Lexicon
  #held: Held[] = []
  /** For each slot the number of the segment that counts, 0 for none. */
  #latest = new Uint32Array(1024)
  /** How many documents of rows are decoded. */
  #decoded = 0
  /** What was found by beginnings and phrases. */
  #kept = new Map<string, Hits>()
  #keptSize = 0
  #best = new Uint8Array(0)

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
    for (const { decoded } of parts) for (const { slots } of decoded.values()) this.#decoded -= slots.length
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
    this.#held.push({ segment, ids, rows, whole: true, decoded: new Map(), skips: new Map() })
    this.#held.sort((a, b) => a.segment.number - b.segment.number)
    const last = documents.at(-1) ?? 0
    if (last >= this.#latest.length) this.#latest = grown(this.#latest, last + 1)
    for (const slot of documents) this.#latest[slot] = Math.max(this.#latest[slot] ?? 0, number)
    this.#changed()
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
    for (const slot of slots) if (slot < this.#latest.length) this.#latest[slot] = 0
    this.#changed()
  }

  #changed(): void {
    for (const held of this.#held) {
      const { documents, number } = held.segment
      held.whole = documents.every((slot) => this.#latest[slot] === number)
    }
    this.#kept.clear()
    this.#keptSize = 0
  }

  /**
   * The documents that hold the words one behind the other; the last one may go on where the pattern is a prefix.
   * `within`: ascending; phrases are found among these alone.
   */
  hits({ words, prefix }: Pattern, within: Uint32Array | null = null): Hits {
    const [only = ''] = words
    if (words.length === 1 && !prefix) return this.#word(only)
    if (words.length > 1 && within) return this.#phrase(words, prefix, within)
    const key = `${words.join(' ')}${prefix ? '*' : ''}`
    let hits = this.#kept.get(key)
    if (hits) return hits
    hits = words.length > 1 ? this.#phrase(words, prefix, null) : this.#beginning(only)
    this.#keptSize += hits.slots.length + KEPT_AT_LEAST
    if (this.#keptSize > KEPT) {
      this.#kept.clear()
      this.#keptSize = hits.slots.length
    }
    this.#kept.set(key, hits)
    return hits
  }

  /** All documents of a row, ascending. */
  #row(held: Held, row: number): Hits {
    const { decoded } = held
    let hits = decoded.get(row)
    if (hits) {
      decoded.delete(row)
      decoded.set(row, hits)
      return hits
    }
    const count = held.segment.counts[row] ?? 0
    hits = { slots: new Uint32Array(count), impacts: new Uint8Array(count) }
    decode(held.segment.slots.read(row, row + 1), count, hits.slots, hits.impacts)
    for (const [oldest, { slots }] of decoded) {
      if (this.#decoded + count <= KEPT_OF_WORDS) break
      decoded.delete(oldest)
      this.#decoded -= slots.length
    }
    decoded.set(row, hits)
    this.#decoded += count
    return hits
  }

  #word(word: string): Hits {
    const id = this.#lexicon.idOf(word)
    const found = this.#held.flatMap((held) => {
      const row = rowIn(held, id)
      return row < 0 ? [] : [{ held, hits: this.#row(held, row) }]
    })
    const [only] = found
    if (!only) return NONE
    if (found.length === 1 && only.held.whole) return only.hits
    const total = found.reduce((sum, { hits }) => sum + hits.slots.length, 0)
    const slots = new Uint32Array(total)
    const impacts = new Uint8Array(total)
    let used = 0
    for (const { held, hits } of found) {
      for (let at = 0; at < hits.slots.length; at++) {
        const slot = hits.slots[at] ?? 0
        if (this.#latest[slot] !== held.segment.number) continue
        slots[used] = slot
        impacts[used++] = hits.impacts[at] ?? 0
      }
    }
    return { slots: slots.subarray(0, used), impacts: impacts.subarray(0, used) }
  }

  #beginning(beginning: string): Hits {
    if (this.#best.length < this.#latest.length) this.#best = new Uint8Array(this.#latest.length)
    const best = this.#best
    const latest = this.#latest
    let touched = new Uint32Array(1024)
    let used = 0
    for (const { segment } of this.#held) {
      const { words, counts, number } = segment
      const wordAt = (row: number) => words[row] ?? ''
      const from = placeOf(beginning, words.length, wordAt)
      const to = placeOf(`${beginning}\uffff`, words.length, wordAt)
      if (from === to) continue
      const bytes = segment.slots.read(from, to)
      let at = 0
      for (let row = from; row < to; row++) {
        const count = counts[row] ?? 0
        let slot = 0
        if (used + count > touched.length) touched = grown(touched, used + count)
        for (let document = 0; document < count; document++) {
          let byte = bytes[at++] ?? 0
          let value = byte & 127
          for (let shift = 7; byte >= 128; shift += 7) {
            byte = bytes[at++] ?? 0
            value |= (byte & 127) << shift
          }
          slot += value
          const impact = bytes[at++] ?? 0
          const before = best[slot] ?? 0
          if (impact <= before || latest[slot] !== number) continue
          if (before === 0) touched[used++] = slot
          best[slot] = impact
        }
      }
    }
    const slots = touched.slice(0, used)
    const impacts = new Uint8Array(used)
    for (let at = 0; at < used; at++) {
      const slot = slots[at] ?? 0
      impacts[at] = best[slot] ?? 0
      best[slot] = 0
    }
    return { slots, impacts }
  }

  #phrase(words: readonly string[], prefix: boolean, within: Uint32Array | null): Hits {
    const slots: number[] = []
    const impacts: number[] = []
    const whole = prefix ? words.slice(0, -1) : words
    const last = words.at(-1) ?? ''
    const completions = prefix ? this.#lexicon.startingWith(last, COMPLETIONS).map(({ word }) => word) : []
    for (const held of this.#held) {
      const rows = whole.map((word) => rowIn(held, this.#lexicon.idOf(word)))
      if (rows.includes(-1)) continue
      const lists = rows.map((row) => this.#row(held, row))
      const [rarest = NONE, ...others] = [...lists].sort((a, b) => a.slots.length - b.slots.length)
      const first = within ? intersection(within, rarest.slots) : rarest.slots
      const candidates = others.reduce((common, list) => intersection(common, list.slots), first)
      if (candidates.length === 0) continue
      const placesOf = (row: number, list: Hits, wanted: Uint32Array) => {
        const bytes = held.segment.places.read(row, row + 1)
        return placesIn(bytes, list.slots, skipsIn(held, row, bytes, list.slots.length), wanted)
      }
      let ends: Places | undefined
      for (const [at, row] of rows.entries()) {
        const own = placesOf(row, lists[at] ?? NONE, candidates)
        ends = ends ? following(ends, own) : own
      }
      if (!ends) continue
      const holds = new Uint8Array(candidates.length)
      if (!prefix) note(holds, ends, (at) => at)
      for (const word of completions) {
        const row = rowIn(held, this.#lexicon.idOf(word))
        if (row < 0) continue
        const list = this.#row(held, row)
        const common = intersection(candidates, list.slots)
        if (common.length === 0) continue
        const chosen = narrowed(candidates, ends, common)
        note(holds, following(chosen.places, placesOf(row, list, common)), (at) => chosen.at[at] ?? 0)
      }
      for (let at = 0, among = 0; at < candidates.length; at++) {
        const slot = candidates[at] ?? 0
        while (rarest.slots[among] !== slot) among++
        if (holds[at] === 0 || this.#latest[slot] !== held.segment.number) continue
        slots.push(slot)
        impacts.push(rarest.impacts[among] ?? 0)
      }
    }
    return { slots: Uint32Array.from(slots), impacts: Uint8Array.from(impacts) }
  }
}

/** Marks the documents that have a place left. */
function note(holds: Uint8Array, { ends }: Places, candidateOf: (at: number) => number): void {
  let before = 0
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at] ?? 0
    if (end > before) holds[candidateOf(at)] = 1
    before = end
  }
}

/** The places in some of the documents, with the index that each has among all. */
function narrowed(all: Uint32Array, { places, ends }: Places, some: Uint32Array): { places: Places; at: Uint32Array } {
  const at = new Uint32Array(some.length)
  const kept = new Uint32Array(places.length)
  const keptEnds = new Uint32Array(some.length)
  let used = 0
  for (let from = 0, next = 0; next < some.length; from++) {
    if (all[from] !== some[next]) continue
    for (let place = from === 0 ? 0 : (ends[from - 1] ?? 0); place < (ends[from] ?? 0); place++)
      kept[used++] = places[place] ?? 0
    at[next] = from
    keptEnds[next++] = used
  }
  return { places: { places: kept, ends: keptEnds }, at }
}
