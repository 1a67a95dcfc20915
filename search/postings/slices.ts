const FIRST = 12
const LONGEST = 8192
/** Bytes at the end of a slice that say where the next one begins. */
const LINK = 4

/**
 * Many byte streams that grow side by side in one piece of memory: each is a chain of slices, every one twice as long
 * as the one before, so that a stream of a few bytes takes a few bytes.
 */
export class Slices {
  #pool = new Uint8Array(1 << 16)
  #used = 0
  #heads = new Uint32Array(1024)
  #ends = new Uint32Array(1024)
  /** Where the slice that a stream writes to ends, without its link. */
  #limits = new Uint32Array(1024)
  #sizes = new Uint16Array(1024)
  #streams = 0

  /** Bytes taken so far. */
  get size(): number {
    return this.#used
  }

  /** Opens a stream and gives its number, counted from 0. */
  open(): number {
    const stream = this.#streams++
    if (stream >= this.#heads.length) {
      this.#heads = enlarged(this.#heads, Uint32Array)
      this.#ends = enlarged(this.#ends, Uint32Array)
      this.#limits = enlarged(this.#limits, Uint32Array)
      this.#sizes = enlarged(this.#sizes, Uint16Array)
    }
    const start = this.#take(FIRST)
    this.#heads[stream] = start
    this.#ends[stream] = start
    this.#limits[stream] = start + FIRST - LINK
    this.#sizes[stream] = FIRST
    return stream
  }

  #take(size: number): number {
    const start = this.#used
    this.#used += size
    if (this.#used > this.#pool.length) {
      const grown = new Uint8Array(Math.max(this.#used, Math.ceil(this.#pool.length * 1.5)))
      grown.set(this.#pool)
      this.#pool = grown
    }
    return start
  }

  #next(stream: number, at: number): number {
    const size = Math.min((this.#sizes[stream] ?? FIRST) * 2, LONGEST)
    const start = this.#take(size)
    for (let byte = 0; byte < LINK; byte++) this.#pool[at + byte] = (start >>> (byte * 8)) & 255
    this.#limits[stream] = start + size - LINK
    this.#sizes[stream] = size
    return start
  }

  add(stream: number, byte: number): void {
    let at = this.#ends[stream] ?? 0
    if (at === this.#limits[stream]) at = this.#next(stream, at)
    this.#pool[at] = byte
    this.#ends[stream] = at + 1
  }

  /** Adds a number from 0 up to and without 2³², seven bits a byte, the lowest first; 128 says that more follow. */
  addNumber(stream: number, value: number): void {
    let rest = value
    while (rest >= 128) {
      this.add(stream, (rest & 127) | 128)
      rest >>>= 7
    }
    this.add(stream, rest)
  }

  /** Hands over the bytes of a stream piece by piece. */
  each(stream: number, take: (bytes: Uint8Array) => void): void {
    const pool = this.#pool
    let start = this.#heads[stream] ?? 0
    let size = FIRST
    const limit = this.#limits[stream] ?? 0
    while (start + size - LINK !== limit) {
      const link = start + size - LINK
      take(pool.subarray(start, link))
      start =
        ((pool[link] ?? 0) |
          ((pool[link + 1] ?? 0) << 8) |
          ((pool[link + 2] ?? 0) << 16) |
          ((pool[link + 3] ?? 0) << 24)) >>>
        0
      size = Math.min(size * 2, LONGEST)
    }
    take(pool.subarray(start, this.#ends[stream]))
  }
}

function enlarged<Kind extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  old: Kind,
  kind: new (length: number) => Kind,
): Kind {
  const next = new kind(old.length * 2)
  next.set(old)
  return next
}
