import { fold } from '#search'

/**
 * The words of a text as matching compares them: folded, without function words and numbers, words for the same thing
 * made one.
 */

const functionWords = new Set(
  (
    'và của có là các những cho được trong với một để từ theo khi như này đó về tại bằng trên dưới đến ra vào thì mà hay hoặc ở do bởi vì nên cũng đã đang sẽ rất nào gì ai nhằm giữa cùng mỗi từng hơn kém so tới quá nhất ít phải cần ngay sau trước cái chiếc còn bên phía không đạt tối thiểu đa khoảng trở lên xuống vượt thấp cao lớn nhỏ vòng chưa qua mức tính nhiều ' +
    'a an the of and or for in on at to with by from is are as that this it its than not no less more least most into be can will must should within over under above below per each any all after before up out'
  ).split(' '),
)
const functionWordsFolded = new Set([...functionWords].map(fold))

/** What every need and every technology says of itself. */
const everybodySays =
  /(?<![\p{L}\p{N}])(?:công nghệ|quy trình|giải pháp|hệ thống|sử dụng|yêu cầu|sản phẩm|chúng tôi|công ty|tìm|dùng|technology|technologies|process|system|solution|looking for|wanted)(?![\p{L}\p{N}])/gu

/** Words that many criteria share and that alone tell no two of them apart. */
const weakWords = new Set(
  (
    'chi phi gia thanh thoi gian nhiet do ty le cong suat nang luong dien tich hieu qua chat san xuat day chuyen thiet bi may xu ly van hanh dau ra vao hoat dong chat luong kha nang ket qua ' +
    'cost time rate level capacity output product production equipment operation running outlet quality price value'
  ).split(' '),
)

/** Words for one thing: whichever stands in a text, the first is compared. */
const sameThings: readonly (readonly string[])[] = [
  ['cong suat', 'nang suat', 'quy mo', 'san luong', 'throughput', 'capacity', 'luu luong'],
  ['chi phi', 'gia thanh', 'gia nuoc', 'cost', 'costs'],
  ['hoan von', 'thu hoi von', 'pays back', 'payback', 'pay back'],
  ['thoi han bao quan', 'thoi gian bao quan', 'han su dung', 'han dung', 'giu duoc', 'bao quan', 'shelf life', 'keeps'],
  ['ty le song', 'song sot', 'survival'],
  ['sai so', 'sai lech', 'do lech', 'error', 'deviation'],
  ['von dau tu', 'suat dau tu', 'von thiet bi', 'chi phi dau tu', 'capital'],
  ['nuoc thay', 'thay nuoc', 'nuoc bo sung', 'luong nuoc bo sung'],
  ['thoi gian song', 'pot life'],
  ['ket qua', 'phep do', 'phep thu', 'results', 'result'],
  ['chuop', 'u chuop'],
  ['dien nang', 'dien rieng', 'dien tieu thu', 'tieu thu dien', 'electricity', 'power use'],
  ['nguyen mau', 'pilot', 'san xuat thu'],
  ['khi sinh hoc', 'biogas'],
  ['do man', 'salinity', 'nong do muoi'],
  ['hai san', 'thuy san', 'seafood'],
  ['nha thung', 'nuoc mam', 'fish sauce'],
  ['do nhay', 'sensitivity'],
  ['phat hien', 'nhan dang', 'nhan dien', 'detects', 'detect', 'recognises'],
  ['hao hut', 'ty le chet', 'cay chet', 'mortality'],
  ['xi mang', 'cement'],
  ['hoa chat', 'chemicals'],
  ['chat bao quan', 'preservatives', 'preservative'],
]

const canonical = new Map<string, string>()
for (const [first = '', ...others] of sameThings) for (const other of others) canonical.set(other, first)
const samePattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...canonical.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Folded text with words for the same thing made one. */
export function unified(folded: string): string {
  return folded.replace(samePattern, (found) => canonical.get(found) ?? found)
}

const wordPattern = /[\p{L}\p{N}]+/gu
const acronym = /^\p{Lu}{2,5}$/u
const plainLetters = /^[\x00-\x7f]*$/

/**
 * The telling words of a text in order, folded and unified, with an empty word where others stood between. Function
 * words are known by their marks: `cơ` is not `có`. Acronyms keep their capitals, so that CO is not `cỏ`.
 */
export function tellingWords(text: string): string[] {
  const normal = text.normalize('NFC')
  const stops = plainLetters.test(normal) ? functionWordsFolded : functionWords
  const marked = normal
    .replace(/\p{L}[\p{L}\p{N}]*/gu, (word) => (acronym.test(word) ? word : word.toLowerCase()))
    .replace(everybodySays, ' | ')
    .replace(wordPattern, (word) => (stops.has(word) ? '|' : acronym.test(word) ? word : fold(word)))
  const pieces = unified(marked).match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? []
  return pieces.map((piece) => (/[\p{L}\p{N}]/u.test(piece) ? piece : ''))
}

/** All words of a text in order, folded, with `|` where a clause ends. */
export function wordsOf(text: string): string[] {
  const pieces = unified(fold(text)).match(/[\p{L}\p{N}]+|[,;:()]/gu) ?? []
  return pieces.map((piece) => (/[,;:()]/.test(piece) ? '|' : piece))
}

/** A term of a text: a word, or two that follow each other; most Vietnamese words are two syllables. */
export interface Term {
  readonly form: string
  /** How telling it is by itself, before its rarity: 1, or less for words that all texts share. */
  readonly weight: number
}

const pairWeight = 1.2
const weakWeight = 0.4

function telling(word: string): number {
  if (word === '' || /^\p{N}+$/u.test(word) || (word.length < 2 && !/\p{Lu}/u.test(word))) return 0
  return weakWords.has(word) ? weakWeight : 1
}

/** The telling terms of a text, each once. */
export function termsOf(text: string): Term[] {
  const words = tellingWords(text)
  const terms = new Map<string, number>()
  for (const [index, word] of words.entries()) {
    const own = telling(word)
    if (own === 0) continue
    terms.set(word, own)
    const next = words[index + 1] ?? ''
    const other = telling(next)
    // A pair tells as much as its words do.
    if (other > 0) terms.set(`${word} ${next}`, (pairWeight * (own + other)) / 2)
  }
  return [...terms].map(([form, weight]) => ({ form, weight }))
}

/** Every word and pair that stands in these telling words. */
export function formsIn(words: readonly string[]): Set<string> {
  const forms = new Set(words)
  for (let index = 1; index < words.length; index++) {
    const before = words[index - 1]
    const word = words[index]
    if (before && word) forms.add(`${before} ${word}`)
  }
  return forms
}
