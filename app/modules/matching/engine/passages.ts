import type { Language } from '#kernel'
import type { TechnologyProfile } from '#modules/technologies'
import { fold } from '#search'
import { quantitiesIn, type Quantity, withDigits } from './quantities.ts'
import { unitAfter } from './units.ts'
import { formsIn, tellingWords, wordsOf } from './words.ts'

/** Where a sentence stands in a technology's public text. */
export const passagePlaces = [
  'title',
  'teaser',
  'solution',
  'advantages',
  'applications',
  'partnersNow',
  'comparison',
  'evidence',
  'offer',
] as const
export type PassagePlace = (typeof passagePlaces)[number]

/** A number of a sentence with the words it is said with. */
export interface PlacedQuantity extends Quantity {
  /** Words and pairs of its own clause. */
  readonly near: ReadonlySet<string>
}

/** A sentence of a technology, ready to be compared. */
export interface Passage {
  readonly place: PassagePlace
  readonly language: Language
  readonly text: string
  /** All its words folded, in order, with `|` where a clause ends. */
  readonly words: readonly string[]
  /** Which of them deny what follows. */
  readonly denials: ReadonlySet<number>
  readonly forms: ReadonlySet<string>
  readonly quantities: readonly PlacedQuantity[]
}

/** The sentences of a text: parted at line ends, and at stops that an upper-case letter or a number follows. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?…])\s+(?=[\p{Lu}\p{N}"“(])|(?<=;)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

const clauseEnd = /[,;:)]|\s[–-]\s|\.\s|(?<!\p{L})(?:và|hoặc|and|or|while)(?!\p{L})/gu
/** How many words after a number still belong to it. */
const wordsAfter = 7

/** Telling words around a number up to the numbers and clauses beside it. */
function nearOf(text: string, quantity: Quantity, before: number, after: number): Set<string> {
  const lead = text.slice(before, quantity.start)
  const cut = [...lead.matchAll(clauseEnd)].at(-1)
  const own = tellingWords(cut ? lead.slice(cut.index + cut[0].length) : lead)
  const tail = tellingWords(text.slice(quantity.end, after).split(/[,;:()]|\.\s/)[0] ?? '').slice(0, wordsAfter)
  if (own.some((word) => word !== '') || tail.some((word) => word !== '')) return formsIn([...own, ...tail])
  // A number alone in its clause is about what was said before it.
  return formsIn([...tellingWords(text.slice(0, quantity.start)).slice(-wordsAfter), ...tail])
}

const sincePattern =
  /(?:từ|kể từ|since)\s+(?:tháng\s+)?(?:(?:0?([1-9]|1[0-2])\s*[/-]\s*)|(?:năm\s+))?((?:19|20)\d{2})(?!\d|[.,]\d|\s*(?:con|kg|m|đồng))/giu
const hoursInYear = 8760
const yearMs = hoursInYear * 3_600_000

/** How long something has been so: `từ năm 2021` is a length of time, counted to today. */
function sinceIn(text: string, today: number): Quantity[] {
  return [...text.matchAll(sincePattern)].flatMap((match) => {
    const start = Date.UTC(Number(match[2]), match[1] === undefined ? 0 : Number(match[1]) - 1, 1)
    const hours = ((today - start) / yearMs) * hoursInYear
    if (hours <= 0) return []
    const told = { dimension: 'time', perDay: false, change: null, other: false, scope: false, tolerance: null }
    const place = { start: match.index, end: match.index + match[0].length }
    return [{ ...told, ...place, low: hours, high: hours, middle: hours, bound: 'plain' as const }]
  })
}

function passageOf(place: PassagePlace, language: Language, said: string, today: number): Passage {
  const text = withDigits(said.normalize('NFC'))
  const numbers = [...quantitiesIn(fold(text), language), ...sinceIn(text, today)].sort((a, b) => a.start - b.start)
  return {
    place,
    language,
    text: said,
    ...wordsOf(text),
    forms: formsIn(tellingWords(text)),
    quantities: numbers.map((quantity, index) => ({
      ...quantity,
      near: nearOf(text, quantity, numbers[index - 1]?.end ?? 0, numbers[index + 1]?.start ?? text.length),
    })),
  }
}

/** A line of the comparison: the sentence names what is compared, and only what is offered counts as its number. */
function comparisonPassage(line: TechnologyProfile['comparison'][number], language: Language): Passage {
  const said = `${line.criterion} ${line.unit} ${line.offered}`.normalize('NFC')
  const unit = unitAfter(fold(line.unit.normalize('NFC')), 0)
  const offered = fold(line.offered.replace(/\([^)]*\)/g, '').normalize('NFC'))
  const near = formsIn(tellingWords(`${line.criterion}, ${line.unit}`))
  return {
    place: 'comparison',
    language,
    text: `${line.criterion}: ${line.offered}${line.unit === '' ? '' : ` ${line.unit}`}`,
    ...wordsOf(said),
    forms: formsIn(tellingWords(said)),
    quantities: quantitiesIn(offered, language, unit).map((quantity) => ({ ...quantity, near })),
  }
}

const textPlaces = ['title', 'teaser', 'solution', 'advantages', 'applications', 'partnersNow'] as const

/**
 * The sentences a verdict may rest on. What the technology says of the state of the art (`problem`) and of partners it
 * looks for is not said of itself.
 *
 * @param open a profile as `publicTechnology` leaves it
 */
function passagesOf(open: TechnologyProfile, today: number): Passage[] {
  const passages: Passage[] = []
  for (const language of ['vi', 'en'] as const)
    for (const place of textPlaces)
      for (const sentence of sentencesOf(open.texts[language][place]))
        passages.push(passageOf(place, language, sentence, today))
  const source = open.sourceLanguage
  for (const line of open.comparison) passages.push(comparisonPassage(line, source))
  for (const proof of open.readiness.evidence) {
    passages.push(passageOf('evidence', source, proof.title, today))
    for (const sentence of sentencesOf(proof.detail)) passages.push(passageOf('evidence', source, sentence, today))
  }
  for (const offer of open.offers) {
    if (offer.fieldOfUse !== '') passages.push(passageOf('offer', source, offer.fieldOfUse, today))
    if (offer.quantityLimit !== '') passages.push(passageOf('offer', source, offer.quantityLimit, today))
  }
  return passages
}

/** A number with the passage it stands in. */
export interface Figure {
  readonly passage: Passage
  readonly quantity: PlacedQuantity
}

/** A technology's sentences, found by their terms and by what their numbers measure. */
export interface PreparedText {
  readonly passages: readonly Passage[]
  /** Whether a sentence says since when something is so: the text must be prepared anew another day. */
  readonly dated: boolean
  /** 0 to 1: 1 for a term in no sentence or one, less the more sentences hold it. */
  rarity(term: string): number
  /** The sentences that hold a term, by their place in `passages`. */
  holding(term: string): readonly number[]
  /** The numbers of a dimension, of what is offered itself. */
  figures(dimension: string): readonly Figure[]
}

const leastRarity = 0.6

/** @param today milliseconds since 1970 UTC, for what has been so since a year */
export function preparedText(open: TechnologyProfile, today: number): PreparedText {
  const passages = passagesOf(open, today)
  const places = new Map<string, number[]>()
  const figures = new Map<string, Figure[]>()
  for (const [index, passage] of passages.entries()) {
    for (const form of passage.forms) {
      const known = places.get(form)
      if (known) known.push(index)
      else places.set(form, [index])
    }
    for (const quantity of passage.quantities) {
      if (quantity.other) continue
      const known = figures.get(quantity.dimension)
      if (known) known.push({ passage, quantity })
      else figures.set(quantity.dimension, [{ passage, quantity }])
    }
  }
  const most = Math.log(1 + passages.length)
  // By how many sentences hold it: a term of one or none is as rare as can be.
  const rarities = passages.map((_passage, index) =>
    index === 0 || most === 0 ? 1 : Math.max(leastRarity, Math.log(1 + passages.length / (index + 1)) / most),
  )
  return {
    passages,
    dated: passages.some(({ text }) => text.search(sincePattern) !== -1),
    rarity: (term) => rarities[(places.get(term)?.length ?? 1) - 1] ?? 1,
    holding: (term) => places.get(term) ?? [],
    figures: (dimension) => figures.get(dimension) ?? [],
  }
}
