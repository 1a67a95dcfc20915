import type { Reading, Reason } from './engine.ts'
import { Holding } from './held.ts'
import type { ReadableStore } from './store.ts'
import type { Understanding } from './understand.ts'

const order: readonly Reading[] = ['typed', 'beginning', 'keys', 'blank', 'mended', 'synonym', 'translated']

/**
 * Why a document was found: for each stretch of the query the best answer that the document holds, with the columns it
 * stands in. A term in other words is told of only where the words themselves are not all there.
 */
export function reasonsFor(store: ReadableStore, slot: number, { plan, answers }: Understanding): Reason[] {
  const reasons: Reason[] = []
  const holding = new Holding(store, slot)
  const asked = (from: number, to: number) =>
    plan.words
      .slice(from, to)
      .map((word) => word.typed)
      .join(' ')
  const ranked = [...answers].sort(
    (a, b) => order.indexOf(a.reading) - order.indexOf(b.reading) || b.to - b.from - (a.to - a.from),
  )
  for (let at = 0; at < plan.words.length;) {
    const own = ranked.filter((answer) => answer.from === at)
    let reason: Reason | undefined
    let to = at + 1
    for (const answer of own) {
      const places = holding.places(answer.pattern)
      if (places.length === 0) continue
      to = answer.to
      const typed = answer.reading === 'typed' || answer.reading === 'beginning'
      const found = typed ? asked(at, to) : answer.written
      reason = { asked: asked(at, to), reading: answer.reading, found, places }
      break
    }
    const minor = plan.units[plan.words[at]?.unit ?? 0]?.minor === true
    if (reason) reasons.push(reason)
    else if (!minor) reasons.push({ asked: asked(at, to), reading: 'missing', found: '', places: [] })
    at = to
  }
  return reasons
}
