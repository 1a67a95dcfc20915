const FIRST = 12
const LONGEST = 8192
/** Bytes at the end of a slice that say where the next one begins. */
const LINK = 4

/** Of each stream: where it begins, where it is written next, where its last slice ends without its link, and its size. */
const HEAD = 0
const END = 1
const LIMIT = 2
const SIZE = 3
const FIELDS = 4

/**
 * Many byte streams that grow side by side in one piece of memory: each is a chain of slices, every one twice as long
 * as the one before, so that a stream of a few bytes takes a few bytes.
 */
export class Slices {
  #pool = new Uint8Array(1 << 16)
  #used = 0
  /** What belongs to one stream lies together: memory is read line by line. */
  #streams = new Uint32Array(1024 * FIELDS)
  #count = 0

  /** Bytes taken so far. */
  get size(): number {
    return this.#used
  }

  /** Opens a stream and gives its number, counted from 0. */
  open(): number {
    const stream = this.#count++
    if (this.#count * FIELDS > this.#streams.length) {
      const grown = new Uint32Array(this.#streams.length * 2)
      grown.set(this.#streams)
      this.#streams = grown
    }
    const start = this.#take(FIRST)
    this.#streams.set([start, start, start + FIRST - LINK, FIRST], stream * FIELDS)
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
    const size = Math.min((this.#streams[stream * FIELDS + SIZE] ?? FIRST) * 2, LONGEST)
    const start = this.#take(size)
    for (let byte = 0; byte < LINK; byte++) this.#pool[at + byte] = (start >>> (byte * 8)) & 255
    this.#streams[stream * FIELDS + LIMIT] = start + size - LINK
    this.#streams[stream * FIELDS + SIZE] = size
    return start
  }

  add(stream: number, byte: number): void {
    const end = stream * FIELDS + END
    let at = this.#streams[end] ?? 0
    if (at === this.#streams[end + 1]) at = this.#next(stream, at)
    this.#pool[at] = byte
    this.#streams[end] = at + 1
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
    let start = this.#streams[stream * FIELDS + HEAD] ?? 0
    let size = FIRST
    const limit = this.#streams[stream * FIELDS + LIMIT] ?? 0
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
    take(pool.subarray(start, this.#streams[stream * FIELDS + END]))
  }
}
