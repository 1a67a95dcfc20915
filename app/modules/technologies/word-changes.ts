/** A stretch of text that stayed, came or went. */
export interface Segment {
  readonly text: string
  readonly change: 'same' | 'added' | 'removed'
}

/** Above this many words on both sides together a text is shown as replaced whole: the table would grow too large. */
const wordsCompared = 4000

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/**
 * The words of two texts as one sequence of what stayed, came and went, by their longest common subsequence. Joined
 * without what came it is the old text, without what went the new one.
 */
export function wordChanges(before: string, after: string): Segment[] {
  const old = wordsOf(before)
  const fresh = wordsOf(after)
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  )
    end++
  return joined([
    ...old.slice(0, start).map((text): Segment => ({ text, change: 'same' })),
    ...between(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...old.slice(old.length - end).map((text): Segment => ({ text, change: 'same' })),
  ])
}

function between(old: readonly string[], fresh: readonly string[]): Segment[] {
  const removed = (text: string): Segment => ({ text, change: 'removed' })
  const added = (text: string): Segment => ({ text, change: 'added' })
  if (old.length + fresh.length > wordsCompared) return [...old.map(removed), ...fresh.map(added)]
  // longest[i][j]: the length of the longest common subsequence of old from i and fresh from j.
  const width = fresh.length + 1
  const longest = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      longest[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const path: Segment[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    const [one, other] = [old[i], fresh[j]]
    if (one !== undefined && one === other) {
      path.push({ text: one, change: 'same' })
      i++
      j++
    } else if (one !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      path.push(removed(one))
      i++
    } else if (other !== undefined) {
      path.push(added(other))
      j++
    }
  }
  return path
}

function joined(segments: readonly Segment[]): Segment[] {
  const whole: Segment[] = []
  for (const segment of segments) {
    const last = whole.at(-1)
    if (last?.change === segment.change) whole[whole.length - 1] = { ...last, text: last.text + segment.text }
    else whole.push(segment)
  }
  return whole
}
