import { facetNames, rangeNames } from './document.ts'
import type { FacetName } from './document.ts'
import type { FacetCount, Narrowing, SearchSort } from './engine.ts'
import type { Entry } from './entry.ts'
import { IdPool } from './ids.ts'
import type { SavedIds } from './ids.ts'
import { room } from './postings/room.ts'

type Order = Exclude<SearchSort, 'relevance'>

/** Facets of few values that are counted together; each of the others by itself. */
const TOGETHER: readonly (readonly FacetName[])[] = [
  ['kind', 'language', 'trl', 'ipStatus', 'rights'],
  ['province', 'industry'],
]
const groups: readonly (readonly FacetName[])[] = [
  ...TOGETHER,
  ...facetNames.filter((name) => !TOGETHER.flat().includes(name)).map((name) => [name]),
]
/** Up to so many first ones are found by passing over all, more of them by sorting. */
const FEW = 200
/** Chosen values of a facet that are always listed, found or not. */
const MAXIMUM_CHOSEN = 100

/** Numbers up to this fit into half the memory. */
const MOST_SHORT = 0xffff

function grown(old: Uint16Array | Uint32Array, length: number, largest: number): Uint16Array | Uint32Array {
  const next = largest > MOST_SHORT ? new Uint32Array(length) : new Uint16Array(length)
  next.set(old)
  return next
}

interface SavedSets {
  /** For each number the values of each facet. */
  sets: string[][][]
  column: Uint16Array | Uint32Array
}

/** What a `DocumentColumns` is made of again. */
export interface SavedColumns {
  ids: SavedIds
  capacity: number
  facets: SavedSets[]
  audience: SavedSets
  keys: Record<Order, Float64Array<ArrayBuffer>>
}

/**
 * A column of sets of values, of one facet or several. Each different combination is kept once and numbered, so that a
 * document costs one integer however many values it has, and counting is one histogram over these numbers.
 */
class SetColumn {
  #sets: string[][][]
  #numbers = new Map<string, number>()
  #column: Uint16Array | Uint32Array = new Uint16Array(0)

  /** `width`: of how many facets. */
  constructor(width: number) {
    const none = Array.from({ length: width }, () => [])
    this.#sets = [none]
    this.#numbers.set(JSON.stringify(none), 0)
  }

  set(slot: number, values: string[][], capacity: number): void {
    const key = JSON.stringify(values)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#sets.push(values.map((each) => [...new Set(each)])) - 1
      this.#numbers.set(key, number)
    }
    const narrow = number > MOST_SHORT && this.#column instanceof Uint16Array
    if (this.#column.length < capacity || narrow) this.#column = grown(this.#column, capacity, number)
    this.#column[slot] = number
  }

  get saved(): SavedSets {
    return { sets: this.#sets, column: this.#column }
  }

  static from({ sets, column }: SavedSets): SetColumn {
    const restored = new SetColumn(sets[0]?.length ?? 1)
    restored.#sets = sets
    restored.#numbers = new Map(sets.map((values, number) => [JSON.stringify(values), number]))
    restored.#column = column
    return restored
  }

  get numbers(): Uint16Array | Uint32Array {
    return this.#column
  }

  /** For each number, 1 if the values of one facet pass. */
  passing(facet: number, test: (values: string[]) => boolean): Uint8Array {
    return Uint8Array.from(this.#sets, (values) => (test(values[facet] ?? []) ? 1 : 0))
  }

  histogram(): Uint32Array {
    return new Uint32Array(this.#sets.length)
  }

  /** Adds up how often each number stands at the slots. */
  tally(histogram: Uint32Array, slots: Uint32Array): void {
    // A column that knows one combination only need not be read.
    if (this.#sets.length === 1) {
      histogram[0] = (histogram[0] ?? 0) + slots.length
      return
    }
    const column = this.#column
    for (let at = 0; at < slots.length; at++) {
      const number = column[slots[at] ?? 0] ?? 0
      histogram[number] = (histogram[number] ?? 0) + 1
    }
  }

  /** Turns counts of numbers into counts of the values of one facet. */
  expand(facet: number, histograms: Uint32Array[], chosen: string[]): FacetCount[] {
    const counts = new Map<string, number>(chosen.map((value) => [value, 0]))
    for (const [number, values] of this.#sets.entries()) {
      const count = histograms.reduce((sum, histogram) => sum + (histogram[number] ?? 0), 0)
      if (count === 0) continue
      for (const value of values[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + count)
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
}

/** A column of facets with how many documents there are of each number. */
interface FacetColumn {
  names: readonly FacetName[]
  sets: SetColumn
  present: Uint32Array
}

type Facets = Record<FacetName, FacetCount[]>

/** What filtered, counted lists of hits look like. */
interface Selection {
  /** Of each list the slots that pass every filter, in the order given; the list itself where all do. */
  lists: Uint32Array[]
  facets: Facets
}

/**
 * The facet, sorting and audience values of all documents in memory, addressed by slot: a small positive integer that
 * the store assigns and keeps for the life of a document.
 */
export class DocumentColumns {
  #ids = new IdPool()
  #capacity = 0
  #facets: FacetColumn[] = groups.map((names) => ({
    names,
    sets: new SetColumn(names.length),
    present: new Uint32Array(0),
  }))
  #audience = new SetColumn(1)
  /** Slots of documents that not everyone may find. */
  #limited = new Set<number>()
  #keys: Record<Order, Float64Array<ArrayBuffer>> = {
    newest: new Float64Array(0),
    trl: new Float64Array(0),
    price: new Float64Array(0),
  }

  get saved(): SavedColumns {
    return {
      ids: this.#ids.saved,
      capacity: this.#capacity,
      facets: this.#facets.map(({ sets }) => sets.saved),
      audience: this.#audience.saved,
      keys: this.#keys,
    }
  }

  static from({ ids, capacity, facets, audience, keys }: SavedColumns): DocumentColumns {
    const columns = new DocumentColumns()
    columns.#capacity = capacity
    columns.#audience = SetColumn.from(audience)
    columns.#keys = keys
    columns.#ids = IdPool.from(ids)
    const all = columns.slots()
    columns.#facets = groups.map((names, at) => {
      const saved = facets[at]
      const sets = saved ? SetColumn.from(saved) : new SetColumn(names.length)
      const present = sets.histogram()
      sets.tally(present, all)
      return { names, sets, present }
    })
    const isPublic = columns.#audience.passing(0, ([first]) => first === 'public')
    const { numbers } = columns.#audience
    for (const slot of all) if (isPublic[numbers[slot] ?? 0] === 0) columns.#limited.add(slot)
    return columns
  }

  get size(): number {
    return this.#ids.size
  }

  /** One more than the largest slot that fits; the length for arrays indexed by slot. */
  get capacity(): number {
    return this.#capacity
  }

  idOf(slot: number): string {
    return this.#ids.get(slot)
  }

  has(slot: number): boolean {
    return this.#ids.has(slot)
  }

  put(slot: number, entry: Entry['row']): void {
    if (slot >= this.#capacity) {
      this.#capacity = Math.max(1024, this.#capacity * 2, slot + 1)
      for (const order of ['newest', 'trl', 'price'] as const) {
        const next = new Float64Array(this.#capacity)
        next.set(this.#keys[order])
        this.#keys[order] = next
      }
    }
    this.#count(slot, -1)
    this.#ids.set(slot, entry.id)
    for (const { names, sets } of this.#facets)
      sets.set(
        slot,
        names.map((name) => entry.facets[name]),
        this.#capacity,
      )
    // The first audience value tells "everyone" from "these only": an empty list of organisations is nobody.
    const audience = entry.audience === null ? ['public'] : ['limited', ...entry.audience]
    this.#audience.set(slot, [audience], this.#capacity)
    if (entry.audience === null) this.#limited.delete(slot)
    else this.#limited.add(slot)
    this.#keys.newest[slot] = -entry.publishedAt
    this.#keys.trl[slot] = entry.trlLevel === null ? Infinity : -entry.trlLevel
    this.#keys.price[slot] = entry.price ?? Infinity
    this.#count(slot, 1)
  }

  drop(slot: number): void {
    this.#count(slot, -1)
    this.#ids.drop(slot)
    this.#limited.delete(slot)
  }

  /** Counts the document at a slot in, or out; none is there where there is no id. */
  #count(slot: number, one: 1 | -1): void {
    if (!this.#ids.has(slot)) return
    for (const column of this.#facets) {
      const number = column.sets.numbers[slot] ?? 0
      if (number >= column.present.length) {
        const present = new Uint32Array(Math.max(64, number * 2))
        present.set(column.present)
        column.present = present
      }
      column.present[number] = (column.present[number] ?? 0) + one
    }
  }

  #mayFind(organisationId: string | null): Uint8Array {
    return this.#audience.passing(
      0,
      ([first, ...organisations]) =>
        first === 'public' ||
        (first === 'limited' && organisationId !== null && organisations.includes(organisationId)),
    )
  }

  /** Whether the reader's organisation may find the document at a slot; null where everyone may find all. */
  visibleTo(organisationId: string | null): ((slot: number) => boolean) | null {
    if (this.#limited.size === 0) return null
    const passing = this.#mayFind(organisationId)
    const numbers = this.#audience.numbers
    return (slot) => passing[numbers[slot] ?? 0] === 1
  }

  /** Slots of the documents that not everyone may find. */
  get limited(): ReadonlySet<number> {
    return this.#limited
  }

  /** All slots, ascending. */
  slots(): Uint32Array {
    return this.#ids.slots
  }

  /** Which of two slots comes first in one of the orders; ties by the newest, then by id. */
  comparison(order: Order): (a: number, b: number) => number {
    const keys = this.#keys[order]
    const newest = this.#keys.newest
    return (a, b) => {
      const first = keys[a] ?? 0
      const second = keys[b] ?? 0
      if (first !== second) return first < second ? -1 : 1
      const older = (newest[a] ?? 0) - (newest[b] ?? 0)
      if (older !== 0) return older
      return this.idOf(a) < this.idOf(b) ? -1 : 1
    }
  }

  /** The first `count` of the slots in one of the orders. */
  first(slots: Uint32Array, order: Order, count: number): Uint32Array {
    const compare = this.comparison(order)
    if (count > FEW) return slots.slice().sort(compare).subarray(0, count)
    const keys = this.#keys[order]
    const best = new First(count, compare)
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      if ((keys[slot] ?? 0) <= best.bound) best.offer(slot, keys[slot] ?? 0)
    }
    return best.slots
  }

  /** The same of all slots that may be found; null where all may. */
  firstOfAll(order: Order, count: number, allows: ((slot: number) => boolean) | null): Uint32Array {
    if (count > FEW) return this.first(allows ? this.slots().filter(allows) : this.slots(), order, count)
    const keys = this.#keys[order]
    const best = new First(count, this.comparison(order))
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot] ?? 0
      if (key <= best.bound && this.#ids.has(slot) && allows?.(slot) !== false) best.offer(slot, key)
    }
    return best.slots
  }

  /** Whether the numbers of a slot lie in the ranges; null where no range is asked for. */
  within(ranges: Narrowing['ranges']): ((slot: number) => boolean) | null {
    const tests = rangeNames.flatMap((name) => {
      const { from, to } = ranges[name] ?? { from: null, to: null }
      if (from === null && to === null) return []
      const keys = this.#keys[name]
      const sign = name === 'trl' ? -1 : 1
      const least = from ?? -Infinity
      const most = to ?? Infinity
      return [
        (slot: number) => {
          const key = keys[slot] ?? Infinity
          return key !== Infinity && key * sign >= least && key * sign <= most
        },
      ]
    })
    return tests.length === 0 ? null : (slot) => tests.every((test) => test(slot))
  }

  /** The counts of all documents but some. */
  countAll(hidden: Uint32Array): Facets {
    return this.#expanded({}, (column) => {
      const hiddenOnes = column.sets.histogram()
      column.sets.tally(hiddenOnes, hidden)
      return [hiddenOnes.map((count, number) => (column.present[number] ?? 0) - count)]
    })
  }

  #expanded(
    filters: Narrowing['filters'],
    histogramsOf: (column: FacetColumn, name: FacetName) => Uint32Array[],
  ): Facets {
    const counts = this.#facets.flatMap((column) =>
      column.names.map((name, at) => {
        const chosen = (filters[name] ?? []).slice(0, MAXIMUM_CHOSEN)
        return [name, column.sets.expand(at, histogramsOf(column, name), chosen)] as const
      }),
    )
    const known = new Map(counts)
    const facets = facetNames.map((name) => [name, known.get(name) ?? []])
    return Object.fromEntries(facets) as Facets
  }

  /** Filters and counts; a facet's counts leave out its own filter. No slot is in two lists. */
  select(all: readonly Uint32Array[], { filters, ranges }: Narrowing): Selection {
    const within = this.within(ranges)
    const lists = within ? all.map((slots) => slots.filter(within)) : all
    const active = this.#filtersOf(filters)
    const passed = active.length === 0 ? [...lists] : lists.map((slots) => passing(slots, active))
    const nearly = besides(active)
    const counted = new Map(
      this.#facets.map((column) => {
        const histogram = column.sets.histogram()
        for (const slots of passed) column.sets.tally(histogram, slots)
        return [column, histogram]
      }),
    )
    const facets = this.#expanded(filters, (column, name) => {
      const own = counted.get(column)
      const beside = nearly.get(name)
      return [...(own ? [own] : []), ...(beside ? [beside] : [])]
    })
    return { lists: passed, facets }
  }

  #filtersOf(filters: Narrowing['filters']): Filter[] {
    return this.#facets.flatMap(({ names, sets }) => {
      const asked = new Map<FacetName, Uint8Array>()
      for (const [at, name] of names.entries()) {
        const chosen = new Set(filters[name] ?? [])
        if (chosen.size > 0)
          asked.set(
            name,
            sets.passing(at, (values) => values.some((value) => chosen.has(value))),
          )
      }
      if (asked.size === 0) return []
      const tests = [...asked.values()]
      const failures = sets.histogram().map((_none, number) => tests.filter((passes) => passes[number] === 0).length)
      const marksOf = (count: number) => Uint8Array.from(failures, (failed) => (failed === count ? 1 : 0))
      return [{ sets, asked, passes: marksOf(0), fails: marksOf(1), failed: sets.histogram() }]
    })
  }
}

/** For each filtered facet the counts of what fails its filter and no other. */
function besides(active: readonly Filter[]): Map<FacetName, Uint32Array> {
  return new Map(
    active.flatMap(({ asked, failed }) =>
      Array.from(asked, ([name, passes]) => [name, failed.map((count, number) => (passes[number] === 0 ? count : 0))]),
    ),
  )
}

/** The first of what is offered, up to so many. */
class First {
  readonly #most: number
  readonly #compare: (a: number, b: number) => number
  readonly #found: number[] = []
  readonly #keys: number[] = []
  /** What has a higher key than this need not be offered. */
  bound = Infinity

  constructor(most: number, compare: (a: number, b: number) => number) {
    this.#most = most
    this.#compare = compare
  }

  offer(slot: number, key: number): void {
    const found = this.#found
    let low = 0
    let high = found.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(found[middle] ?? 0, slot) < 0) low = middle + 1
      else high = middle
    }
    if (low >= this.#most) return
    found.splice(low, 0, slot)
    this.#keys.splice(low, 0, key)
    if (found.length > this.#most) {
      found.pop()
      this.#keys.pop()
    }
    if (found.length === this.#most) this.bound = this.#keys.at(-1) ?? Infinity
  }

  get slots(): Uint32Array {
    return Uint32Array.from(this.#found)
  }
}

/** The filters of one column. */
interface Filter {
  sets: SetColumn
  /** By facet, for each number 1 if its values pass. */
  asked: ReadonlyMap<FacetName, Uint8Array>
  /** For each number, 1 if its values pass all of them, and if they fail one. */
  passes: Uint8Array
  fails: Uint8Array
  /** How many there are of each number that fail one filter here and no other. */
  failed: Uint32Array
}

/** The slots that pass; those that fail one filter are counted. */
function passing(slots: Uint32Array, active: readonly Filter[]): Uint32Array {
  return active.reduce<Uint32Array>((passed, filter, at) => {
    const { all, once } = parted(passed, filter)
    // What fails one filter here may fail no other; those before have been passed.
    const failed = active.slice(at + 1).reduce((left, other) => parted(left, other).all, once)
    filter.sets.tally(filter.failed, failed)
    return all
  }, slots)
}

/** Those that pass all filters of a column, and those that fail one. */
function parted(slots: Uint32Array, { sets, passes, fails }: Filter): { all: Uint32Array; once: Uint32Array } {
  const { numbers } = sets
  // One more than there are: what is not kept is written over, which costs less than to ask each time.
  const all = room.numbers(slots.length + 1)
  const once = room.numbers(slots.length + 1)
  let passed = 0
  let failed = 0
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0
    const number = numbers[slot] ?? 0
    all[passed] = slot
    passed += passes[number] ?? 0
    once[failed] = slot
    failed += fails[number] ?? 0
  }
  return { all: all.subarray(0, passed), once: once.subarray(0, failed) }
}
