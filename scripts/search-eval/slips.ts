import { fold } from '#search'
import type { Chance } from './chance.ts'

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** For each letter the keys that touch it on a QWERTY keyboard, where each row stands half a key to the right. */
const NEIGHBOURS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row, line) =>
    [...row].map((letter, at) => {
      const above = ROWS[line - 1] ?? ''
      const below = ROWS[line + 1] ?? ''
      const touching = [row[at - 1], row[at + 1], above[at], above[at + 1], below[at - 1], below[at]]
      return [letter, touching.filter((key) => key !== undefined).join('')]
    }),
  ),
)

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('')

function neighbourOf(letter: string, chance: Chance): string {
  const near = NEIGHBOURS.get(fold(letter)) ?? ''
  const key = near === '' ? chance.pick(LETTERS) : chance.pick([...near])
  return letter === letter.toLowerCase() ? key : key.toUpperCase()
}

/** One slip of the finger in a word of three letters or more; its other letters keep their marks. */
function slip(word: string, chance: Chance): string {
  const letters = [...word]
  const at = chance.below(letters.length)
  const letter = letters[at] ?? ''
  switch (chance.pick(['deletion', 'replacement', 'insertion', 'swap'] as const)) {
    case 'deletion':
      return letters.toSpliced(at, 1).join('')
    case 'replacement':
      return letters.with(at, neighbourOf(letter, chance)).join('')
    case 'insertion':
      return letters.toSpliced(at + chance.below(2), 0, neighbourOf(letter, chance)).join('')
    case 'swap': {
      const first = Math.min(at, letters.length - 2)
      return letters.toSpliced(first, 2, letters[first + 1] ?? '', letters[first] ?? '').join('')
    }
  }
}

/** A text with one typing error in one of its words; null where no word has three letters. */
export function withOneError(text: string, chance: Chance): string | null {
  const words = [...text.normalize('NFC').matchAll(/(?<![\p{L}\p{N}\p{M}])\p{L}{3,}(?![\p{L}\p{N}\p{M}])/gu)]
  if (words.length === 0) return null
  const { 0: word, index } = chance.pick(words)
  // A swap of two equal letters is no error.
  for (let tries = 0; tries < 50; tries++) {
    const changed = slip(word, chance)
    if (fold(changed) !== fold(word))
      return text.normalize('NFC').slice(0, index) + changed + text.normalize('NFC').slice(index + word.length)
  }
  return null
}
