import { type SavedStretches, Stretches } from './stretches.ts'

export interface SavedIds extends SavedStretches {
  bytes: Uint8Array<ArrayBuffer>
}

/** Ids of documents by slot. */
export class IdPool {
  /** 0 bytes for none. */
  readonly #ids = new Stretches((size) => new Uint8Array(size))
  #count = 0

  /** How many slots have an id. */
  get size(): number {
    return this.#count
  }

  /** The slots with an id, ascending. */
  get slots(): Uint32Array {
    const slots = new Uint32Array(this.#count)
    const { length } = this.#ids
    let used = 0
    for (let slot = 0; slot < length.length; slot++) if (length[slot] !== 0) slots[used++] = slot
    return slots
  }

  has(slot: number): boolean {
    return (this.#ids.length[slot] ?? 0) > 0
  }

  /** Empty for none. */
  get(slot: number): string {
    const { store, start, length } = this.#ids
    return Buffer.from(store.buffer, start[slot] ?? 0, length[slot] ?? 0).toString()
  }

  /** `id`: not empty. */
  set(slot: number, id: string): void {
    const had = this.has(slot)
    if (had && this.get(slot) === id) return
    this.#ids.set(slot, Buffer.from(id))
    if (!had) this.#count++
  }

  drop(slot: number): void {
    if (!this.has(slot)) return
    this.#ids.length[slot] = 0
    this.#count--
  }

  /** What `from` makes the same pool of. */
  get saved(): SavedIds {
    const { start, length, store, used } = this.#ids
    return { start, length, bytes: store.subarray(0, used) }
  }

  static from({ bytes, ...saved }: SavedIds): IdPool {
    const pool = new IdPool()
    // What was kept may be a part of something larger.
    pool.#ids.restore(saved, bytes.byteOffset === 0 ? bytes : new Uint8Array(bytes))
    pool.#count = saved.length.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0)
    return pool
  }
}
