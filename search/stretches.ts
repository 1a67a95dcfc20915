/** Where something of each slot begins in one large array, and how long it is. */
export interface SavedStretches {
  start: Uint32Array<ArrayBuffer>
  length: Uint16Array<ArrayBuffer>
}

/** The longest stretch. */
export const LONGEST = 0xffff

/**
 * Stretches of one large array by slot: a million arrays or strings would hold up every collection of garbage. What a
 * slot had before is left behind until all is made again.
 */
export class Stretches<Store extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>> {
  start = new Uint32Array(1024)
  length = new Uint16Array(1024)
  store: Store
  used = 0
  readonly #make: (size: number) => Store

  constructor(make: (size: number) => Store) {
    this.#make = make
    this.store = make(1 << 14)
  }

  /** `values`: at most `LONGEST`. */
  set(slot: number, values: ArrayLike<number>): void {
    if (values.length > LONGEST) throw new RangeError(`${values.length} values are too many for one slot`)
    if (slot >= this.length.length) {
      const size = Math.max(slot + 1, this.length.length * 2)
      const start = new Uint32Array(size)
      start.set(this.start)
      this.start = start
      const length = new Uint16Array(size)
      length.set(this.length)
      this.length = length
    }
    if (this.used + values.length > this.store.length) {
      const grown = this.#make(Math.max(this.store.length * 2, this.used + values.length))
      grown.set(this.store)
      this.store = grown
    }
    this.store.set(values, this.used)
    this.start[slot] = this.used
    this.length[slot] = values.length
    this.used += values.length
  }

  /** What was saved, `store` being all of it. */
  restore({ start, length }: SavedStretches, store: Store): void {
    this.start = start
    this.length = length
    this.store = store
    this.used = store.length
  }
}
