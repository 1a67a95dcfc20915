const TONE_KEYS: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
}
/** The second key of a letter with a mark: a letter and its combining mark. */
const MARK_KEYS: Readonly<Record<string, string>> = {
  'a\u0302': 'a',
  'e\u0302': 'e',
  'o\u0302': 'o',
  'a\u0306': 'w',
  'o\u031b': 'w',
  'u\u031b': 'w',
}
const VOWEL = /^[aeiouy]$/

const isUpper = (letter: string) => letter !== letter.toLowerCase()
const inCaseOf = (letter: string, key: string) => (isUpper(letter) ? key.toUpperCase() : key)

/** The keys of one letter without its tone, and the tone's key; null for what Vietnamese does not write. */
function keysOf(letter: string): { keys: string; tone: string } | null {
  if (letter === 'đ' || letter === 'Đ') return { keys: letter === 'đ' ? 'dd' : 'DD', tone: '' }
  const [base = '', ...marks] = letter.normalize('NFD')
  if (marks.length === 0) return { keys: letter, tone: '' }
  if (!VOWEL.test(base.toLowerCase())) return null
  let keys = base
  let tone = ''
  for (const mark of marks) {
    const markKey = MARK_KEYS[base.toLowerCase() + mark]
    const toneKey = TONE_KEYS[mark]
    if (markKey !== undefined && keys === base) keys += inCaseOf(base, markKey)
    else if (toneKey !== undefined && tone === '') tone = toneKey
    else return null
  }
  return { keys, tone }
}

/**
 * The raw keys of a text in the input method Telex: â as aa, ă as aw, ê as ee, ô as oo, ơ as ow, ư as uw, đ as dd, the
 * tone's key (s f r x j) after the syllable. Case is kept: a key has the case of its letter, a tone that of the last
 * letter. Letters that Vietnamese does not write stay as they are.
 *
 * @param together whether ươ is typed uow, as most do, instead of uwow
 */
export function telexKeys(text: string, { together = false } = {}): string {
  return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (syllable) => {
    let keys = ''
    let tone = ''
    let last = ''
    for (const letter of syllable) {
      const typed = keysOf(letter)
      keys += typed?.keys ?? letter
      tone = typed?.tone || tone
      last = letter
    }
    if (together) keys = keys.replace(/(u)w(ow)/gi, '$1$2')
    return keys + inCaseOf(last, tone)
  })
}
