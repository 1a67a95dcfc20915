/** Of slots that lie no further apart on average, all marks between them are taken away at once. */
const DENSE = 64

/** A byte for each slot, 1 while it is marked: whether a slot is in a long list is told without going through both. */
export class Marks {
  #marked = new Uint8Array(1 << 14)

  /** Does some work while the slots are marked, which are ascending; nothing else may be marked meanwhile. */
  of<Result>(slots: Uint32Array, work: (marked: Uint8Array) => Result): Result {
    const last = slots.at(-1) ?? 0
    if (last >= this.#marked.length) this.#marked = new Uint8Array(Math.max(last + 1, this.#marked.length * 2))
    const marked = this.#marked
    for (let at = 0; at < slots.length; at++) marked[slots[at] ?? 0] = 1
    try {
      return work(marked)
    } finally {
      if (slots.length * DENSE > last) marked.fill(0, slots[0], last + 1)
      else for (let at = 0; at < slots.length; at++) marked[slots[at] ?? 0] = 0
    }
  }
}
