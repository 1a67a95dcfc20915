/** The first piece of memory; each further one is twice as large, up to the largest, or as large as is asked for. */
const FIRST = 1 << 20
const LARGEST = 1 << 24
/** What is left standing between two questions. */
const MOST_KEPT = 1 << 26

/**
 * Memory for what is found on the way to an answer. A question among a million documents goes through tens of megabytes:
 * to ask the system for them each time, and to have them collected, takes longer than to fill them.
 */
class Room {
  #pieces: ArrayBuffer[] = []
  #piece = 0
  #used = 0
  #within = 0

  /**
   * Does some work, whose arrays are given out again once it is done: nothing of them may be kept. Outside of such work
   * arrays are those of whoever asks.
   */
  within<Result>(work: () => Result): Result {
    this.#within++
    try {
      return work()
    } finally {
      this.#within--
      if (this.#within === 0) this.#clear()
    }
  }

  #clear(): void {
    let kept = 0
    this.#pieces = this.#pieces.filter(({ byteLength }) => (kept += byteLength) <= MOST_KEPT)
    this.#piece = 0
    this.#used = 0
  }

  #take(bytes: number): { buffer: ArrayBuffer; from: number } {
    if (this.#within === 0) return { buffer: new ArrayBuffer(bytes), from: 0 }
    for (;;) {
      const piece = this.#pieces[this.#piece]
      if (piece && this.#used + bytes <= piece.byteLength) {
        const from = this.#used
        this.#used = (from + bytes + 7) & ~7
        return { buffer: piece, from }
      }
      if (!piece) {
        const size = Math.min(LARGEST, (this.#pieces.at(-1)?.byteLength ?? FIRST / 2) * 2)
        this.#pieces.push(new ArrayBuffer(Math.max(size, bytes)))
      } else this.#piece++
      this.#used = 0
    }
  }

  /** What stands in it is anything. */
  numbers(length: number): Uint32Array<ArrayBuffer> {
    const { buffer, from } = this.#take(length * 4)
    return new Uint32Array(buffer, from, length)
  }

  floats(length: number): Float32Array<ArrayBuffer> {
    const { buffer, from } = this.#take(length * 4)
    return new Float32Array(buffer, from, length)
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const { buffer, from } = this.#take(length)
    return new Uint8Array(buffer, from, length)
  }
}

/** That of this thread: questions are answered one at a time. */
export const room = new Room()
