import { facetNames, rangeNames } from './document.ts'
import type { FacetName } from './document.ts'
import type { FacetCount, Narrowing, SearchSort } from './engine.ts'
import type { Entry } from './entry.ts'

type Order = Exclude<SearchSort, 'relevance'>

/** Up to this many changed documents are merged into an order; for more it is sorted anew. */
const FEW_CHANGES = 64
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
  sets: string[][]
  column: Uint16Array | Uint32Array
}

/** What a `DocumentColumns` is made of again. */
export interface SavedColumns {
  /** By slot; empty for none. */
  ids: string[]
  capacity: number
  facets: Record<FacetName, SavedSets>
  audience: SavedSets
  keys: Record<Order, Float64Array<ArrayBuffer>>
}

/**
 * A column of sets of values. Each different set is kept once and numbered, so that a document costs one integer
 * however many values it has, and counting is one histogram over these numbers.
 */
class SetColumn {
  #sets: string[][] = [[]]
  #numbers = new Map<string, number>([['[]', 0]])
  #column: Uint16Array | Uint32Array = new Uint16Array(0)

  set(slot: number, values: string[], capacity: number): void {
    const key = JSON.stringify(values)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#sets.push([...new Set(values)]) - 1
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
    const restored = new SetColumn()
    restored.#sets = sets
    restored.#numbers = new Map(sets.map((values, number) => [JSON.stringify(values), number]))
    restored.#column = column
    return restored
  }

  get numbers(): Uint16Array | Uint32Array {
    return this.#column
  }

  /** For each set number, 1 if some value of the set passes. */
  passing(test: (values: string[]) => boolean): Uint8Array {
    return Uint8Array.from(this.#sets, (values) => (test(values) ? 1 : 0))
  }

  histogram(): Uint32Array {
    return new Uint32Array(this.#sets.length)
  }

  /** Turns counts of sets into counts of values. */
  expand(histogram: Uint32Array, chosen: string[]): FacetCount[] {
    const counts = new Map<string, number>(chosen.map((value) => [value, 0]))
    for (const [number, values] of this.#sets.entries()) {
      const count = histogram[number] ?? 0
      if (count === 0) continue
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count)
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
}

/** What a filtered, counted set of hits looks like. */
export interface Selection {
  /** The slots that pass every filter, in the order given. */
  slots: Uint32Array
  facets: Record<FacetName, FacetCount[]>
}

/**
 * The facet, sorting and audience values of all documents in memory, addressed by slot: a small positive integer that
 * the store assigns and keeps for the life of a document.
 */
export class DocumentColumns {
  #slots = new Map<string, number>()
  #ids: (string | undefined)[] = []
  #capacity = 0
  #facets: Record<FacetName, SetColumn>
  #audience = new SetColumn()
  #keys: Record<Order, Float64Array<ArrayBuffer>> = {
    newest: new Float64Array(0),
    trl: new Float64Array(0),
    price: new Float64Array(0),
  }
  #orders = new Map<Order, Uint32Array>()
  #positions: Uint32Array | undefined
  #changed = new Set<number>()

  constructor() {
    this.#facets = Object.fromEntries(facetNames.map((name) => [name, new SetColumn()])) as Record<FacetName, SetColumn>
  }

  get saved(): SavedColumns {
    const facets = Object.fromEntries(facetNames.map((name) => [name, this.#facets[name].saved]))
    return {
      ids: Array.from(this.#ids, (id) => id ?? ''),
      capacity: this.#capacity,
      facets: facets as SavedColumns['facets'],
      audience: this.#audience.saved,
      keys: this.#keys,
    }
  }

  static from({ ids, capacity, facets, audience, keys }: SavedColumns): DocumentColumns {
    const columns = new DocumentColumns()
    for (const [slot, id] of ids.entries()) {
      columns.#ids[slot] = id === '' ? undefined : id
      if (id !== '') columns.#slots.set(id, slot)
    }
    columns.#capacity = capacity
    for (const name of facetNames) columns.#facets[name] = SetColumn.from(facets[name])
    columns.#audience = SetColumn.from(audience)
    columns.#keys = keys
    return columns
  }

  get size(): number {
    return this.#slots.size
  }

  /** One more than the largest slot that fits; the length for arrays indexed by slot. */
  get capacity(): number {
    return this.#capacity
  }

  idOf(slot: number): string {
    return this.#ids[slot] ?? ''
  }

  has(slot: number): boolean {
    return this.#ids[slot] !== undefined
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id)
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
    this.#slots.set(entry.id, slot)
    this.#ids[slot] = entry.id
    for (const name of facetNames) this.#facets[name].set(slot, entry.facets[name], this.#capacity)
    // The first audience value tells "everyone" from "these only": an empty list of organisations is nobody.
    const audience = entry.audience === null ? ['public'] : ['limited', ...entry.audience]
    this.#audience.set(slot, audience, this.#capacity)
    this.#keys.newest[slot] = -entry.publishedAt
    this.#keys.trl[slot] = entry.trlLevel === null ? Infinity : -entry.trlLevel
    this.#keys.price[slot] = entry.price ?? Infinity
    this.#changed.add(slot)
  }

  drop(id: string): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    this.#ids[slot] = undefined
    this.#changed.add(slot)
  }

  /** Whether the reader's organisation may find the document at a slot; null where everyone may find all. */
  visibleTo(organisationId: string | null): ((slot: number) => boolean) | null {
    const passing = this.#audience.passing(
      ([first, ...organisations]) =>
        first === 'public' ||
        (first === 'limited' && organisationId !== null && organisations.includes(organisationId)),
    )
    // The first set is that of slots without a document.
    if (passing.every((passes, number) => passes === 1 || number === 0)) return null
    const numbers = this.#audience.numbers
    return (slot) => passing[numbers[slot] ?? 0] === 1
  }

  #compare(order: Order): (a: number, b: number) => number {
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

  #applyChanges(): void {
    if (this.#changed.size === 0) return
    const changed = this.#changed
    this.#positions = undefined
    if (changed.size > FEW_CHANGES) this.#orders.clear()
    const isChanged = new Uint8Array(this.#capacity)
    for (const slot of changed) isChanged[slot] = 1
    for (const [order, slots] of this.#orders) {
      const compare = this.#compare(order)
      const kept = slots.filter((slot) => isChanged[slot] === 0)
      const added = [...changed].filter((slot) => this.#ids[slot] !== undefined).sort(compare)
      const merged = new Uint32Array(kept.length + added.length)
      let from = 0
      let taken = 0
      for (let index = 0; index < merged.length; index++) {
        const next = added[taken]
        const old = kept[from]
        if (next !== undefined && (old === undefined || compare(next, old) < 0)) {
          merged[index] = next
          taken++
        } else {
          merged[index] = old ?? 0
          from++
        }
      }
      this.#orders.set(order, merged)
    }
    this.#changed = new Set()
  }

  /** All slots in one of the orders; ties by the newest, then by id. */
  ordered(order: Order): Uint32Array {
    this.#applyChanges()
    let slots = this.#orders.get(order)
    if (!slots) {
      slots = Uint32Array.from(this.#slots.values()).sort(this.#compare(order))
      this.#orders.set(order, slots)
    }
    return slots
  }

  /** For each slot its place in the order of the newest: the tie-break of every ranking. */
  positions(): Uint32Array {
    const newest = this.ordered('newest')
    if (!this.#positions) {
      this.#positions = new Uint32Array(this.#capacity)
      for (let place = 0; place < newest.length; place++) this.#positions[newest[place] ?? 0] = place
    }
    return this.#positions
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

  /** Filters and counts in one pass over the slots; a facet's counts leave out its own filter. */
  select(all: Uint32Array, { filters, ranges }: Narrowing): Selection {
    const within = this.within(ranges)
    const slots = within ? all.filter(within) : all
    const counted = facetNames.map((name) => ({
      numbers: this.#facets[name].numbers,
      histogram: this.#facets[name].histogram(),
    }))
    const active = facetNames.flatMap((name, index) => {
      const chosen = filters[name] ?? []
      if (chosen.length === 0) return []
      const wanted = new Set(chosen)
      const passing = this.#facets[name].passing((values) => values.some((value) => wanted.has(value)))
      return [{ index, passing, numbers: this.#facets[name].numbers }]
    })
    const nearly: number[][] = facetNames.map(() => [])
    const found = active.length === 0 ? slots : new Uint32Array(slots.length)
    let used = active.length === 0 ? slots.length : 0
    for (let index = 0; active.length > 0 && index < slots.length; index++) {
      const slot = slots[index] ?? 0
      let failed = -1
      let failures = 0
      for (const filter of active) {
        if (filter.passing[filter.numbers[slot] ?? 0] === 1) continue
        failed = filter.index
        if (++failures > 1) break
      }
      if (failures === 0) found[used++] = slot
      else if (failures === 1) nearly[failed]?.push(slot)
    }
    const passed = used === found.length ? found : found.subarray(0, used)
    for (const [index, column] of counted.entries()) {
      tally(column, passed)
      tally(column, Uint32Array.from(nearly[index] ?? []))
    }
    const facets = Object.fromEntries(
      facetNames.map((name, index) => {
        const chosen = (filters[name] ?? []).slice(0, MAXIMUM_CHOSEN)
        return [name, this.#facets[name].expand(counted[index]?.histogram ?? new Uint32Array(0), chosen)]
      }),
    ) as Record<FacetName, FacetCount[]>
    return { slots: passed, facets }
  }
}

/** Counts the sets of the slots. A column that knows one set only need not be read. */
function tally(
  { numbers, histogram }: { numbers: Uint16Array | Uint32Array; histogram: Uint32Array },
  slots: Uint32Array,
) {
  if (histogram.length === 1) {
    histogram[0] = (histogram[0] ?? 0) + slots.length
    return
  }
  for (let at = 0; at < slots.length; at++) {
    const number = numbers[slots[at] ?? 0] ?? 0
    histogram[number] = (histogram[number] ?? 0) + 1
  }
}
