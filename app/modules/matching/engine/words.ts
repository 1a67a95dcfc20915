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
    'gia thoi gian nhiet do ty le muc nang luong dien tich hieu qua chat san xuat day chuyen thiet bi may xu ly dau ra vao dong chat kha nang ham nong trung binh khoi dau tien lo ' +
    'cost time rate level capacity output product production equipment operation running outlet quality price value'
  ).split(' '),
)

/**
 * Words for one thing, made one word; `weak` for what many criteria measure. The longest stands for itself before a
 * part of it does.
 */
const sameThings: readonly { readonly as: string; readonly weak?: true; readonly words: readonly string[] }[] = [
  {
    as: 'congsuat',
    weak: true,
    words: ['công suất', 'năng suất', 'quy mô', 'sản lượng', 'lưu lượng', 'throughput', 'capacity', 'yield', 'output'],
  },
  { as: 'chiphi', weak: true, words: ['chi phí', 'giá thành', 'giá nước', 'costs', 'cost'] },
  { as: 'hoanvon', words: ['hoàn vốn', 'thu hồi vốn', 'pays back', 'payback', 'pay back'] },
  {
    as: 'baoquan',
    words: [
      'thời hạn bảo quản',
      'thời gian bảo quản',
      'hạn sử dụng',
      'hạn dùng',
      'giữ hoạt tính',
      'giữ được',
      'để được',
      'bảo quản được',
      'bảo quản',
      'shelf life',
      'keeps',
      'keep',
    ],
  },
  { as: 'tylesong', words: ['tỷ lệ sống', 'sống sót', 'survival', 'survive', 'survived'] },
  { as: 'saiso', words: ['sai số', 'sai lệch', 'độ lệch', 'error', 'deviation'] },
  { as: 'vondautu', words: ['vốn đầu tư', 'suất đầu tư', 'vốn thiết bị', 'chi phí đầu tư', 'capital'] },
  { as: 'nuocthay', words: ['lượng nước bổ sung', 'nước bổ sung', 'lượng nước thay', 'nước thay', 'thay nước'] },
  { as: 'ketqua', words: ['kết quả', 'phép đo', 'phép thử', 'results', 'result'] },
  {
    as: 'tieuthudien',
    weak: true,
    words: [
      'điện tiêu thụ',
      'tiêu thụ điện',
      'tiêu thụ',
      'điện năng',
      'điện riêng',
      'điện',
      'năng lượng',
      'specific energy',
      'electricity',
      'energy',
      'power',
    ],
  },
  { as: 'chayvanhanh', words: ['vận hành', 'hoạt động', 'đang chạy', 'chạy', 'in operation', 'operate', 'operates'] },
  { as: 'khisinhhoc', words: ['khí sinh học', 'biogas'] },
  { as: 'doman', words: ['nồng độ muối', 'độ mặn', 'salinity'] },
  { as: 'nhathung', words: ['nhà thùng', 'nước mắm', 'fish sauce'] },
  { as: 'donhay', words: ['độ nhạy', 'sensitivity'] },
  { as: 'phathien', words: ['phát hiện', 'nhận dạng', 'nhận diện', 'detects', 'detect', 'recognises', 'recognise'] },
  { as: 'haohut', words: ['hao hụt', 'tỷ lệ chết', 'cây chết', 'mortality'] },
  { as: 'chatbaoquan', words: ['chất bảo quản', 'preservatives', 'preservative'] },
  { as: 'hoachat', words: ['hóa chất', 'hoá chất', 'chemicals', 'chemical'] },
  { as: 'acquy', words: ['ắc quy', 'batteries', 'battery'] },
  { as: 'tong', weak: true, words: ['toàn phần', 'tổng số', 'tổng', 'total'] },
]

const canonical = new Map<string, string>()
for (const { as, words } of sameThings)
  for (const word of words) {
    canonical.set(word, as)
    canonical.set(fold(word), as)
  }
const samePattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...canonical.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)
/** Folded spellings stand for the marked ones only in text without any marks: `để` is not `đê`. */
const plainLetters = /^[\x00-\x7f]*$/

/** Lower-case text with words for the same thing made one. */
function unified(lower: string): string {
  const plain = plainLetters.test(lower)
  return lower.replace(samePattern, (found) =>
    plain || !plainLetters.test(found) || isEnglish(found) ? (canonical.get(found) ?? found) : found,
  )
}

const english = new Set(sameThings.flatMap(({ words }) => words.filter((word) => plainLetters.test(word))))
const isEnglish = (word: string): boolean => english.has(word)

/** Weight of a made-up word for what many criteria measure: about that of the words it stands for. */
const weakThing = 0.9
const weakThings = new Set(sameThings.flatMap(({ as, weak }) => (weak ? [as] : [])))
const strongThing = 2.2
const strongThings = new Set(sameThings.flatMap(({ as, weak }) => (weak ? [] : [as])))

const wordPattern = /[\p{L}\p{N}]+/gu
const acronym = /^\p{Lu}{2,5}$/u
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
  const folded = unified(marked).replace(wordPattern, (word) =>
    stops.has(word) ? '|' : acronym.test(word) ? word : fold(word),
  )
  const pieces = folded.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? []
  return pieces.map((piece) => (/[\p{L}\p{N}]/u.test(piece) ? piece : ''))
}

const denials = new Set(
  'không thay bỏ tránh chưa chẳng khỏi ngừng without no free instead never not replaces replacing'.split(' '),
)

/** All words of a text in order, folded, with `|` where a clause ends, and which of them deny what follows. */
export function wordsOf(text: string): { readonly words: readonly string[]; readonly denials: ReadonlySet<number> } {
  const pieces = unified(text.normalize('NFC').toLowerCase()).match(/[\p{L}\p{N}]+|[,;:()]/gu) ?? []
  return {
    words: pieces.map((piece) => (/[,;:()]/.test(piece) ? '|' : fold(piece))),
    denials: new Set(pieces.flatMap((piece, index) => (denials.has(piece) ? [index] : []))),
  }
}

/** A term of a text: a word, or two that follow each other; most Vietnamese words are two syllables. */
export interface Term {
  readonly form: string
  /** How telling it is by itself, before its rarity: 1, or less for words that all texts share. */
  readonly weight: number
  /** Made of such words only. */
  readonly weak: boolean
}

const pairWeight = 1
const weakWeight = 0.4

function telling(word: string): number {
  if (word === '' || /^\p{N}+$/u.test(word) || (word.length < 2 && !/\p{Lu}/u.test(word))) return 0
  if (strongThings.has(word)) return strongThing
  if (weakThings.has(word)) return weakThing
  return weakWords.has(word) ? weakWeight : 1
}

/** The telling terms of a text, each once. */
export function termsOf(text: string): Term[] {
  const words = tellingWords(text)
  const terms = new Map<string, Term>()
  for (const [index, word] of words.entries()) {
    const own = telling(word)
    if (own === 0) continue
    const weak = own === weakWeight || own === weakThing
    terms.set(word, { form: word, weight: own, weak })
    const next = words[index + 1] ?? ''
    const other = telling(next)
    // A pair tells as much as its words do.
    if (other === 0) continue
    const form = `${word} ${next}`
    terms.set(form, {
      form,
      weight: (pairWeight * (Math.min(own, 1) + Math.min(other, 1))) / 2,
      weak: weak && (other === weakWeight || other === weakThing),
    })
  }
  return [...terms.values()]
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
