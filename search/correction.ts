import { hashOf } from './fold.ts'
import type { ReadableStore } from './store.ts'
import { eachToken } from './tokens.ts'
import type { Understanding } from './understand.ts'

/** A text with the hashes and places of its words. */
interface Read {
  text: string
  hashes: number[]
  starts: number[]
  ends: number[]
}

function read(text: string): Read {
  const words: Read = { text, hashes: [], starts: [], ends: [] }
  eachToken(text, (hash, _toned, _check, start, end) => {
    words.hashes.push(hash)
    words.starts.push(start)
    words.ends.push(end)
  })
  return words
}

/** How a folded word is written in the best hits, beside the neighbours it has in the query; itself if it is nowhere. */
function writtenIn(texts: readonly Read[], word: string, before: string | undefined, next: string | undefined): string {
  const votes = new Map<string, number>()
  const wanted = hashOf(word)
  for (const { text, hashes, starts, ends } of texts) {
    for (let at = hashes.indexOf(wanted); at >= 0; at = hashes.indexOf(wanted, at + 1)) {
      const written = text.slice(starts[at], ends[at]).toLowerCase().normalize('NFC')
      const beside = (other: string | undefined, place: number) =>
        other !== undefined && hashes[place] === hashOf(other) ? 10 : 0
      votes.set(written, (votes.get(written) ?? 0) + 1 + beside(before, at - 1) + beside(next, at + 1))
    }
  }
  let written = word
  let most = 0
  for (const [form, count] of votes) {
    if (count > most) {
      most = count
      written = form
    }
  }
  return written
}

/**
 * The query with its mended words in place, or null where it was taken as typed or nothing was found. The words are
 * written as the best hits write them, so that a correction never tells of a document the reader may not see.
 */
export function correctionOf(
  store: ReadableStore,
  { plan, chosen }: Understanding,
  text: string,
  best: readonly number[],
): string | null {
  if (best.length === 0 || chosen.every((reading) => reading === null)) return null
  const folded = plan.words.flatMap((word, at) => chosen[at]?.words ?? [word.folded])
  const decoded = chosen.some((reading) => reading?.reading === 'keys')
  const marked = plan.typedWithMarks || decoded
  const texts = marked
    ? best.flatMap((slot) => store.shown(slot)?.texts ?? []).map(({ title, summary }) => read(`${title} ${summary}`))
    : []
  let corrected = ''
  let position = 0
  let place = 0
  for (const [at, word] of plan.words.entries()) {
    const reading = chosen[at]
    const start = text.indexOf(word.typed, position)
    const from = start < 0 ? position : start
    const width = start < 0 ? 0 : word.typed.length
    corrected += text.slice(position, from)
    if (reading) {
      const first = place
      const words = reading.words.map((one, part) =>
        marked ? writtenIn(texts, one, folded[first + part - 1], folded[first + part + 1]) : one,
      )
      corrected += reading.written ?? words.join(' ')
    } else corrected += text.slice(from, from + width)
    position = from + width
    place += reading?.words.length ?? 1
  }
  return corrected + text.slice(position)
}
