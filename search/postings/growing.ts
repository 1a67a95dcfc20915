/** Bytes that grow at their end. */
export class Growing {
  #bytes = new Uint8Array(1 << 12)
  length = 0

  room(more: number): Uint8Array {
    if (this.length + more > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.length + more, this.#bytes.length * 2))
      grown.set(this.#bytes.subarray(0, this.length))
      this.#bytes = grown
    }
    return this.#bytes
  }

  add(bytes: Uint8Array): void {
    this.room(bytes.length).set(bytes, this.length)
    this.length += bytes.length
  }

  addNumber(value: number): void {
    const bytes = this.room(5)
    let rest = value
    while (rest >= 128) {
      bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[this.length++] = rest
  }

  addByte(byte: number): void {
    this.room(1)[this.length++] = byte
  }

  /** What was added so far, until the next is. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }
}
