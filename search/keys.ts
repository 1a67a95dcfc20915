import { fold } from './fold.ts'

/** Raw keys of the two common input methods, as they stand in a text when the method was switched off. */

const ACUTE = '\u0301'
const GRAVE = '\u0300'
const HOOK = '\u0309'
const TILDE = '\u0303'
const DOT = '\u0323'
const TELEX_TONES: Readonly<Record<string, string>> = { s: ACUTE, f: GRAVE, r: HOOK, x: TILDE, j: DOT }
const VNI_TONES: Readonly<Record<string, string>> = { 1: ACUTE, 2: GRAVE, 3: HOOK, 4: TILDE, 5: DOT }
const VOWELS = 'aăâeêioôơuưy'
const ROUND: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' }

const ONSETS = new Set(['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x'.split(' ')])
/** All rhymes of Vietnamese syllables without their tone. */
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uây uân uâng uât uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
  uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu`.split(/\s+/),
)
/** Closed syllables that end in a stop carry only the acute or the dot. */
const STOPPED = /(?:c|ch|p|t)$/

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter)

/** Splits letters into onset and rhyme; null where they are no Vietnamese syllable. */
function syllableParts(letters: string): { onset: string; rhyme: string } | null {
  let at = 0
  while (at < letters.length && !isVowel(letters[at])) at++
  if (letters.startsWith('qu') && isVowel(letters[2])) at = 2
  // In "già" the i belongs to the onset, in "gì" it is the vowel.
  else if (letters.startsWith('gi') && isVowel(letters[2])) at = 2
  const onset = letters.slice(0, at)
  const rhyme = letters.slice(at)
  const known = onset === 'qu' || ONSETS.has(onset)
  return known && RHYMES.has(onset === 'qu' ? rhyme.replace(/^u/, '') : rhyme) ? { onset, rhyme } : null
}

/** Where the tone is written: on a marked vowel, else on the second of several where a consonant or a third follows. */
function tonePlace(rhyme: string): number {
  let marked = -1
  for (let at = 0; at < rhyme.length; at++) if ('ăâêôơư'.includes(rhyme.charAt(at))) marked = at
  if (marked >= 0) return marked
  let vowels = 0
  while (isVowel(rhyme[vowels])) vowels++
  if (vowels === 1) return 0
  if (vowels === 3) return 1
  return vowels < rhyme.length ? 1 : 0
}

const FOLDED_RHYMES = new Set([...RHYMES].map(fold))
const SYLLABLE = /^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?([aeiouy].*)$/

/** Whether a folded word could be a Vietnamese syllable written without marks. */
export function isSyllable(folded: string): boolean {
  const parts = SYLLABLE.exec(folded)
  if (!parts) return false
  const [, onset = '', rhyme = ''] = parts
  return FOLDED_RHYMES.has(rhyme) || (onset === 'gi' && FOLDED_RHYMES.has(`i${rhyme}`)) || folded === 'gi'
}

function spelled(letters: string[], tone: string): string | null {
  // The keys for ươ write uơ where the syllable ends there, as in "thuở".
  const word = letters.join('').replace(/ươ$/, 'uơ')
  const parts = syllableParts(word)
  if (!parts) return null
  const { onset, rhyme } = parts
  if (tone !== '' && STOPPED.test(rhyme) && tone !== ACUTE && tone !== DOT) return null
  if (tone === '') return word.normalize('NFC')
  const at = tonePlace(rhyme)
  return (onset + rhyme.slice(0, at + 1) + tone + rhyme.slice(at + 1)).normalize('NFC')
}

/** Gives the last of these vowels its other form; false where there is none. */
function reshape(letters: string[], from: string, to: string): boolean {
  const at = letters.lastIndexOf(from)
  if (at < 0) return false
  letters[at] = to
  return true
}

/** The horn on u, o or both of "uo"; the breve on a. */
function hornOrBreve(letters: string[]): boolean {
  const at = letters.findLastIndex((letter, index) => letter === 'u' && /[oơ]/.test(letters[index + 1] ?? ''))
  if (at >= 0 && !(at === 1 && letters[0] === 'q')) {
    letters[at] = 'ư'
    letters[at + 1] = 'ơ'
    return true
  }
  return reshape(letters, 'o', 'ơ') || reshape(letters, 'a', 'ă') || reshape(letters, 'u', 'ư')
}

function fromTelex(word: string): string | null {
  const letters: string[] = []
  let tone = ''
  for (const key of word) {
    const mark = TELEX_TONES[key]
    if (mark !== undefined && letters.some(isVowel) && !(letters.length === 1 && letters[0] === 'q')) {
      if (tone !== '') return null
      tone = mark
    } else if (key === 'w') {
      if (!hornOrBreve(letters)) letters.push('ư')
    } else if (ROUND[key] !== undefined && letters.includes(key)) reshape(letters, key, ROUND[key])
    else if (key === 'd' && letters[0] === 'd') letters[0] = 'đ'
    else letters.push(key)
  }
  return spelled(letters, tone)
}

function fromVni(word: string): string | null {
  const letters: string[] = []
  let tone = ''
  for (const key of word) {
    const mark = VNI_TONES[key]
    if (mark !== undefined) {
      if (tone !== '' || !letters.some(isVowel)) return null
      tone = mark
    } else if (key === '6') {
      if (!['o', 'e', 'a'].some((vowel) => reshape(letters, vowel, ROUND[vowel] ?? ''))) return null
    } else if (key === '7') {
      if (letters.includes('ơ') || !hornOrBreve(letters)) return null
    } else if (key === '8') {
      if (!reshape(letters, 'a', 'ă')) return null
    } else if (key === '9') {
      if (!reshape(letters, 'd', 'đ')) return null
    } else letters.push(key)
  }
  return spelled(letters, tone)
}

const LETTERS_ONLY = /^[a-z]{2,9}$/
const LETTERS_AND_DIGITS = /^(?=.*\d)[a-z][a-z0-9]{1,9}$/

/**
 * What keys of Telex (`nuowcs`, `dduowngf`) or VNI (`nuoc71`) would have written: a Vietnamese syllable with marks, in
 * lower case and NFC. Null where they write none, or one without any mark.
 */
export function decodeKeys(typed: string): string | null {
  const word = typed.toLowerCase()
  const decoded = LETTERS_ONLY.test(word) ? fromTelex(word) : LETTERS_AND_DIGITS.test(word) ? fromVni(word) : null
  return decoded !== null && decoded !== fold(decoded) ? decoded : null
}
