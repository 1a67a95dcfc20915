export interface SavedIds {
  start: Uint32Array<ArrayBuffer>
  length: Uint16Array<ArrayBuffer>
  bytes: Uint8Array<ArrayBuffer>
}

/** Ids of documents by slot, in one piece of memory: a million strings would hold up every collection of garbage. */
export class IdPool {
  #start = new Uint32Array(1024)
  /** 0 for none. */
  #length = new Uint16Array(1024)
  #bytes = new Uint8Array(1 << 14)
  #used = 0
  #count = 0

  /** How many slots have an id. */
  get size(): number {
    return this.#count
  }

  /** The slots with an id, ascending. */
  get slots(): Uint32Array {
    const slots = new Uint32Array(this.#count)
    const length = this.#length
    let used = 0
    for (let slot = 0; slot < length.length; slot++) if (length[slot] !== 0) slots[used++] = slot
    return slots
  }

  has(slot: number): boolean {
    return (this.#length[slot] ?? 0) > 0
  }

  /** Empty for none. */
  get(slot: number): string {
    const start = this.#start[slot] ?? 0
    const { buffer } = this.#bytes
    return Buffer.from(buffer, start, this.#length[slot] ?? 0).toString()
  }

  /** `id`: not empty. An id that is let go of leaves its bytes behind until the pool is made again. */
  set(slot: number, id: string): void {
    if (this.has(slot)) {
      if (this.get(slot) === id) return
      this.drop(slot)
    }
    if (slot >= this.#length.length) {
      const size = Math.max(slot + 1, this.#length.length * 2)
      const start = new Uint32Array(size)
      start.set(this.#start)
      this.#start = start
      const length = new Uint16Array(size)
      length.set(this.#length)
      this.#length = length
    }
    const bytes = Buffer.from(id)
    if (this.#used + bytes.length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + bytes.length))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(bytes, this.#used)
    this.#start[slot] = this.#used
    this.#length[slot] = bytes.length
    this.#used += bytes.length
    this.#count++
  }

  drop(slot: number): void {
    if (!this.has(slot)) return
    this.#length[slot] = 0
    this.#count--
  }

  /** What `from` makes the same pool of. */
  get saved(): SavedIds {
    return { start: this.#start, length: this.#length, bytes: this.#bytes.subarray(0, this.#used) }
  }

  static from({ start, length, bytes }: SavedIds): IdPool {
    const pool = new IdPool()
    pool.#start = start
    pool.#length = length
    // What was kept may be a part of something larger.
    pool.#bytes = bytes.byteOffset === 0 ? bytes : new Uint8Array(bytes)
    pool.#used = bytes.length
    pool.#count = length.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0)
    return pool
  }
}
