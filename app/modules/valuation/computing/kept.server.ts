import { deserialize, serialize } from 'node:v8'

interface KeptOptions {
  /** Bytes that all results may take together. */
  readonly most: number
}

/**
 * Results by what they were worked out from, as copies that nobody else changes; what was not asked for longest goes when
 * there is no more room.
 */
export class KeptResults<Result> {
  readonly #most: number
  readonly #results = new Map<string, Buffer>()
  #bytes = 0

  constructor({ most }: KeptOptions) {
    this.#most = most
  }

  /** Bytes that are taken now. */
  get bytes(): number {
    return this.#bytes
  }

  get(key: string): Result | undefined {
    const kept = this.#results.get(key)
    if (!kept) return undefined
    this.#results.delete(key)
    this.#results.set(key, kept)
    return deserialize(kept) as Result
  }

  keep(key: string, result: Result): void {
    this.#drop(key)
    const written = serialize(result)
    const taken = written.byteLength + key.length
    if (taken > this.#most) return
    this.#results.set(key, written)
    this.#bytes += taken
    for (const oldest of this.#results.keys()) {
      if (this.#bytes <= this.#most) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const kept = this.#results.get(key)
    if (!kept) return
    this.#results.delete(key)
    this.#bytes -= kept.byteLength + key.length
  }
}
