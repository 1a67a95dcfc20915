import { wordsOf } from '../fold.ts'

/** Whether one word becomes the other by at most `most` letters left out, put in, exchanged or taken for another. */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return (row[b.length] ?? Infinity) <= most
}

const TWO_SLIPS_FROM = 8

/** The words that were found instead of the absent ones: of those near in the found texts, the most frequent. */
export class Mendings {
  /** Folded forms by the folded form that was typed. */
  readonly words = new Map<string, string>()
  #written = new Map<string, string>()

  constructor(absent: readonly string[], texts: readonly string[]) {
    const counts = new Map<string, Map<string, number>>(absent.map((word) => [word, new Map<string, number>()]))
    for (const word of texts.flatMap(wordsOf)) {
      for (const [typed, near] of counts) {
        const most = typed.length >= TWO_SLIPS_FROM ? 2 : 1
        if (word.folded === typed || !isNear(typed, word.folded, most)) continue
        near.set(word.folded, (near.get(word.folded) ?? 0) + 1)
        if (!this.#written.has(word.folded)) this.#written.set(word.folded, word.typed.toLowerCase())
      }
    }
    for (const [typed, near] of counts) {
      const [best] = [...near].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      if (best) this.words.set(typed, best[0])
    }
  }

  /** The query with the mended words in the place of the typed ones; null where none was mended. */
  correction(text: string): string | null {
    if (this.words.size === 0) return null
    let corrected = ''
    let position = 0
    for (const word of wordsOf(text)) {
      const other = this.words.get(word.folded)
      if (other === undefined) continue
      corrected += text.slice(position, word.start) + (this.#written.get(other) ?? other)
      position = word.end
    }
    return corrected + text.slice(position)
  }

  writtenOf(folded: string): string | undefined {
    return this.#written.get(folded)
  }
}
