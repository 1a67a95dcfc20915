import { fold, toned } from './fold.ts'

/** Function words, chosen by hand: they never decide alone whether a listing is found. */
const VIETNAMESE =
  'và của có là các những cho được trong với một để từ theo khi như này đó về tại bằng trên dưới đến ra vào thì mà hay hoặc ở do bởi vì nên cũng đã đang sẽ rất không nào gì ai sao thế nhằm giữa cùng'
const ENGLISH =
  'a an the of and or for in on to with by from is are as at that this these those be it its into which how what can'

const forms = `${VIETNAMESE} ${ENGLISH}`.split(' ')
const exact = new Set(forms.map(toned))
const folded = new Set(forms.map(fold))

/** Whether a typed word is a function word; with diacritics it must be that very word (`cơ` is not `có`). */
export function isStopWord(word: { folded: string; toned: string }, typedWithMarks: boolean): boolean {
  return typedWithMarks ? exact.has(word.toned) : folded.has(word.folded)
}
