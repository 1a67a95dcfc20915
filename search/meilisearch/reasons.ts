import type { Reason, Reading } from '../engine.ts'
import { columnNames, type ColumnName } from '../entry.ts'
import type { Indexed } from './indexed.ts'
import type { Asked, Term } from './query.ts'

export type Columns = Record<ColumnName, string[]>

function holds(texts: readonly string[], words: readonly string[], prefix: boolean): boolean {
  const sought = ` ${words.join(' ')}${prefix ? '' : ' '}`
  return texts.some((text) => ` ${text} `.includes(sought))
}

/** The columns that hold the words next to each other, the most telling first. */
function placesOf(document: Columns, words: readonly string[], prefix: boolean): ColumnName[] {
  return columnNames.filter((name) => holds(document[name], words, prefix))
}

interface Written {
  words: string[]
  found: string
}

/** Why a document was found, for each stretch of the query. */
export function reasonsOf(
  document: Indexed,
  { plan, terms, stretches }: Asked,
  mended: ReadonlyMap<string, string>,
  writtenOf: (folded: string) => string,
): Reason[] {
  const reasons: Reason[] = []
  const add = (asked: string, reading: Reading, { words, found }: Written, prefix = false): boolean => {
    const places = placesOf(document, words, prefix)
    if (places.length > 0) reasons.push({ asked, reading, found, places })
    return places.length > 0
  }
  const typed = (term: Term): string =>
    plan.words
      .filter((word) => (term.free ? word.folded === term.words[0] : word.unit === term.unit))
      .map((word) => writtenOf(word.folded))
      .join(' ')
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]
    if (!term) continue
    const asked = typed(term)
    const stretch = stretches.find((one) => one.from === at)
    if (stretch) {
      const whole = terms.slice(stretch.from, stretch.to)
      const words = whole.flatMap((one) => one.words)
      const askedWhole = whole.map(typed).join(' ')
      const direct = whole.every((one) => placesOf(document, one.words, one.prefix).length > 0)
      const named =
        !direct &&
        stretch.others.some(({ written, folded, reading }) =>
          add(askedWhole, reading, { words: folded.split(' '), found: written }),
        )
      if (named || (direct && add(askedWhole, 'typed', { words, found: askedWhole }, whole.at(-1)?.prefix))) {
        at = stretch.to - 1
        continue
      }
    }
    if (add(asked, 'typed', { words: term.words, found: asked })) continue
    if (term.prefix && add(asked, 'beginning', { words: term.words, found: asked }, true)) continue
    const other = term.free ? mended.get(term.words[0] ?? '') : undefined
    if (other !== undefined && add(asked, 'mended', { words: [other], found: writtenOf(other) })) continue
    reasons.push({ asked, reading: 'missing', found: '', places: [] })
  }
  return reasons
}
