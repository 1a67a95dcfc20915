import type { Language } from '#kernel'
import { fold } from '#search'
import { decide } from './decide.ts'
import type { Passage, PlacedQuantity, PreparedText } from './passages.ts'
import { quantitiesIn, type Quantity, withDigits } from './quantities.ts'
import { type Term, termsOf } from './words.ts'

/** Whether what is asked for is there: shown, shown to be otherwise, or not said. */
export const verdicts = ['met', 'not_met', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

/** The sentence a verdict rests on, as it stands in the technology's public text. */
export interface Evidence {
  readonly text: string
  readonly language: Language
  readonly place: Passage['place'] | 'answer'
}

export interface Judged {
  readonly verdict: Verdict
  /** Of an unknown: the nearest sentence, which decides nothing. */
  readonly evidence: Evidence | null
  /** 0 to 1: how much of what is asked the sentence speaks of. */
  readonly likeness: number
}

/** One thing a criterion asks: a number, the absence of something, or something told in words. */
type Part =
  | { readonly kind: 'number'; readonly wanted: Quantity; readonly terms: readonly Term[] }
  | { readonly kind: 'without'; readonly things: readonly (readonly Term[])[] }
  | {
      readonly kind: 'words'
      readonly ways: readonly (readonly Term[])[]
      readonly numbers: readonly Quantity[]
    }

export interface PreparedCriterion {
  readonly language: Language
  readonly parts: readonly Part[]
}

const negation =
  /(?:^|\s)(?:khong (?:dung|can|phai|su dung|co|chua|them)|khong|without|no added|no|not using|free (?:of|from))(?=\s)/
const numberSaid =
  /khong (?:\w+ ){0,2}?(?:qua|vuot|hon|duoi|thap|cao|it|nho|lon|kem)|no (?:more|less)|not (?:more|less)/
const or = /\s+(?:hoặc|hay|or)\s+/u
const listed = /\s*(?:[,;]|\s(?:hoặc|hay|or|và|and)\s)\s*/u

const bounded = (quantity: Quantity): boolean => quantity.bound !== 'plain' && quantity.bound !== 'range'

/** What is asked without what stands in brackets. */
function worded(text: string): string {
  return text.replace(/\([^)]*\)/g, ' ').replace(/[±<>≤≥]/g, ' ')
}

const conditionMarker =
  /(?<!\p{L})(?:ở|tại|khi|so với|trong khoảng|trên máy|với|at|when|against|between|on a)(?!\p{L})/u

const scaled = (terms: readonly Term[], by: number): Term[] =>
  terms.map((term) => ({ ...term, weight: term.weight * by }))

/** Each term once, by its greatest weight. */
function merged(...lists: readonly (readonly Term[])[]): Term[] {
  const best = new Map<string, Term>()
  for (const term of lists.flat()) if (term.weight > (best.get(term.form)?.weight ?? 0)) best.set(term.form, term)
  return [...best.values()]
}

/** How much words count that follow a number, and those of a condition (`ở 30 °C`). */
const afterNumber = 0.5
const inCondition = 0.15
const beforeClause = 1 / 3

/** What a number of a clause is about: the words before it, less those after it, least those of a condition. */
function aboutNumber(clause: string, quantities: readonly Quantity[], wanted: Quantity): Term[] {
  const blanked = [...clause]
  for (const { start, end } of quantities) blanked.fill(' ', start, end)
  const text = blanked.join('')
  const [before, conditionBefore] = conditionCut(worded(text.slice(0, wanted.start)))
  const [after, conditionAfter] = conditionCut(worded(text.slice(wanted.start)))
  return merged(
    termsOf(before),
    scaled(termsOf(after), before.trim() === '' ? 1 : afterNumber),
    scaled([...termsOf(conditionBefore), ...termsOf(conditionAfter)], inCondition),
  )
}

/** A text parted where a condition begins; one that begins with its condition has none. */
function conditionCut(text: string): readonly [string, string] {
  const condition = conditionMarker.exec(text)
  if (!condition || condition.index < 2) return [text, '']
  return [text.slice(0, condition.index), text.slice(condition.index)]
}

/** Takes a criterion apart. Its clauses stand between commas; things left out are a list of their own. */
export function preparedCriterion(said: string, language: Language): PreparedCriterion {
  const text = withDigits(said.normalize('NFC'))
  const clauses = text.split(/[,;]\s+/)
  const onlyRange = !quantitiesIn(fold(text), language).some(bounded)
  const parts: Part[] = []
  let left: { readonly at: number; readonly clauses: string[] } | null = null
  const words: string[] = []
  for (const clause of clauses) {
    const folded = fold(clause)
    const quantities = quantitiesIn(folded, language)
    const asked = demandsOf(quantities, onlyRange, folded)
    const denial = numberSaid.test(folded) ? null : negation.exec(folded)
    if (asked.length > 0) {
      left = null
      const first = clauses[0] === clause ? [] : scaled(termsOf(worded(clauses[0] ?? '')), beforeClause)
      for (const wanted of asked)
        parts.push({ kind: 'number', wanted, terms: merged(aboutNumber(clause, quantities, wanted), first) })
    } else if (denial) {
      left = { at: parts.length, clauses: [clause.slice(denial.index + denial[0].length)] }
      parts.push(thingsLeftOut(left.clauses))
    } else if (left) {
      left.clauses.push(clause)
      parts[left.at] = thingsLeftOut(left.clauses)
    } else words.push(clause)
  }
  if (parts.length === 0 && words.length > 0) {
    const told = words.join(', ')
    parts.push({ kind: 'words', ways: waysOf(worded(told)), numbers: quantitiesIn(fold(told), language) })
  }
  return { language, parts }
}

/** The numbers of a clause that ask for something; a size beside another number is its condition. */
function demandsOf(quantities: readonly Quantity[], onlyRange: boolean, folded: string): Quantity[] {
  const asked = quantities.flatMap((quantity): Quantity[] => {
    if (bounded(quantity)) return [quantity]
    if (!onlyRange || quantity.other) return []
    if (quantity.bound === 'range') return [quantity]
    return isDemand(quantity, folded) ? [{ ...quantity, bound: 'from' }] : []
  })
  return asked.filter((quantity, index) => index === 0 || quantity.dimension !== 'm')
}

const underCondition = /(?<!\p{L})(?:o|tai|trong|sau|voi|tren|at|in|after|with|on)\s+(?:\p{L}+\s+){0,3}$/u
const saysWhere: ReadonlySet<string> = new Set(['', 'celsius', 'm', 'm3', 'kg', 'volt', 'ampere'])

/** A number without a word of bound asks for at least so much, unless it says where or after how long. */
function isDemand(quantity: Quantity, folded: string): boolean {
  return (
    !saysWhere.has(quantity.dimension) &&
    !quantity.dimension.startsWith('#') &&
    !underCondition.test(folded.slice(0, quantity.start))
  )
}

const during = /\s(?:trong|khi|ở|tại|during|in|at)\s/u

function thingsLeftOut(segments: readonly string[]): Part {
  const things = segments
    .flatMap((segment) => (worded(segment).split(during)[0] ?? '').split(listed))
    .map((thing) => termsOf(thing))
    .filter((terms) => terms.length > 0)
  return { kind: 'without', things }
}

function waysOf(text: string): Term[][] {
  const ways = text
    .split(or)
    .map((way) => termsOf(way))
    .filter((terms) => terms.length > 0)
  return ways.length > 0 ? ways : [[]]
}

const nothing: Judged = { verdict: 'unknown', evidence: null, likeness: 0 }

const evidenceOf = ({ text, language, place }: Passage): Evidence => ({ text, language, place })

/** Terms with what each is worth in this technology: its weight by its rarity among the technology's sentences. */
interface Weighed {
  readonly terms: readonly { readonly form: string; readonly worth: number }[]
  readonly all: number
}

function weighed(terms: readonly Term[], text: PreparedText): Weighed {
  const worths = terms.map(({ form, weight }) => ({ form, worth: weight * text.rarity(form) }))
  return { terms: worths, all: worths.reduce((sum, { worth }) => sum + worth, 0) }
}

/** The share of the terms' worth that a number and its sentence hold. */
function shareOf({ terms, all }: Weighed, quantity: PlacedQuantity, passage: Passage): number {
  if (all === 0) return 0
  let found = 0
  for (const { form, worth } of terms)
    if (quantity.near.has(form)) found += worth
    else if (passage.forms.has(form)) found += worth * besideNumber
  return found / all
}

/** What a word of the sentence counts that does not stand with the number. */
const besideNumber = 0.4

/** The sentences of a language that hold any of the terms, with the share of the terms' worth that each holds. */
function likeliest(
  { terms, all }: Weighed,
  text: PreparedText,
  language: Language,
): { passage: Passage; likeness: number }[] {
  if (all === 0) return []
  const held = new Map<number, number>()
  for (const { form, worth } of terms)
    for (const index of text.holding(form)) held.set(index, (held.get(index) ?? 0) + worth)
  return [...held]
    .flatMap(([index, worth]) => {
      const passage = text.passages[index]
      return passage?.language === language ? [{ passage, likeness: worth / all, index }] : []
    })
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
}

/** In how few sentences a kind of number stands for it to need few words. */
const fewSentences = 2

/**
 * How alike number and criterion must be to speak of one thing: the more telling the unit and the rarer in the text, the
 * fewer words it needs. A criterion that only measures what all measure (`năng suất từ 5 tấn/ngày`) needs none.
 */
function likenessFor(part: Extract<Part, { kind: 'number' }>, text: PreparedText): number {
  const { dimension } = part.wanted
  if (dimension === '') return 0.6
  if (!dimension.includes('/')) return dimension.startsWith('#') ? 0.45 : 0.38
  if (part.terms.every(({ weak }) => weak)) return 0
  const places = new Set(text.figures(dimension).map(({ passage }) => passage.text))
  if (places.size <= fewSentences) return 0.12
  return dimension.includes('/#') ? 0.25 : 0.34
}

/** Where figures are stated most plainly, a little more is made of likeness. */
const plainPlaces: Readonly<Partial<Record<Passage['place'], number>>> = { comparison: 0.06, advantages: 0.04 }
/** Numbers this much less alike than the best may still be the ones meant. */
const rival = 0.12
const nearestFrom = 0.4

function judgeNumber(part: Extract<Part, { kind: 'number' }>, text: PreparedText, language: Language): Judged {
  const asked = weighed(part.terms, text)
  const least = likenessFor(part, text)
  const found: { passage: Passage; quantity: PlacedQuantity; likeness: number }[] = []
  for (const { passage, quantity } of text.figures(part.wanted.dimension)) {
    if (passage.language !== language || quantity.change !== part.wanted.change) continue
    const likeness = shareOf(asked, quantity, passage)
    if (likeness >= least && namesSubject(part.terms, quantity, passage))
      found.push({ passage, quantity, likeness: likeness + (plainPlaces[passage.place] ?? 0) })
  }
  if (found.length === 0) {
    const [nearest] = likeliest(asked, text, language)
    if (!nearest || nearest.likeness < nearestFrom) return nothing
    return { verdict: 'unknown', evidence: evidenceOf(nearest.passage), likeness: nearest.likeness }
  }
  const exact = part.terms.some(({ form }) => form === 'saiso')
  const best = Math.max(...found.map(({ likeness }) => likeness))
  const judged = found
    .filter(({ likeness }) => likeness >= best - rival)
    .map(({ passage, quantity, likeness }): Judged => ({
      verdict: decide(part.wanted, quantity, exact),
      evidence: evidenceOf(passage),
      likeness: Math.min(1, likeness),
    }))
    .sort((a, b) => b.likeness - a.likeness)
  const decided = judged.find(({ verdict }) => verdict === 'met') ?? judged.find(({ verdict }) => verdict === 'not_met')
  return decided ?? judged[0] ?? nothing
}

const wordsBefore = 5
const shortClause = 5

/** Whether a sentence denies the thing named by these terms: a word of denial stands before it in its clause. */
function denied(passage: Passage, terms: readonly Term[], inLists: boolean): boolean {
  const own = new Set(terms.flatMap(({ form }) => form.split(' ')).map((word) => word.toLowerCase()))
  return passage.words.some((word, index) => own.has(word) && deniedAt(passage, index, own.size, inLists))
}

function deniedAt({ words, denials }: Passage, index: number, length: number, inLists: boolean): boolean {
  const start = words.lastIndexOf('|', index) + 1
  const deniedIn = (from: number, to: number) => [...denials].some((at) => at >= from && at < to)
  if (deniedIn(Math.max(start, index - wordsBefore), index) || words[index + length] === 'free') return true
  if (!inLists) return false
  // A list goes on behind a comma: `không dùng hàn the, natri benzoat`.
  const before = words.lastIndexOf('|', start - 2) + 1
  return start > 0 && start - 1 - before <= shortClause && deniedIn(before, Math.min(before + 2, start - 1))
}

/** Whether a number is said with a telling word of the criterion, where that has any: `đầu ra` alone names nothing. */
function namesSubject(terms: readonly Term[], quantity: PlacedQuantity, passage: Passage): boolean {
  const telling = terms.filter(({ weak, weight }) => !weak && weight >= leastTelling)
  return telling.length === 0 || telling.some(({ form }) => quantity.near.has(form) || passage.forms.has(form))
}

const leastTelling = 0.45

/** How much of a thing a sentence must name to use it; to deny it, the more general word is enough. */
const namesIt = 0.75
const deniesIt = 0.35

function judgeWithout(part: Extract<Part, { kind: 'without' }>, text: PreparedText, language: Language): Judged {
  const found = part.things.map((terms): Judged => {
    const naming = likeliest(weighed(terms, text), text, language)
    const without = naming.find(({ passage, likeness }) => likeness >= deniesIt && denied(passage, terms, true))
    if (without) return { verdict: 'met', evidence: evidenceOf(without.passage), likeness: without.likeness }
    const using = naming.find(({ passage, likeness }) => likeness >= namesIt && passage.place !== 'applications')
    return using ? { verdict: 'not_met', evidence: evidenceOf(using.passage), likeness: using.likeness } : nothing
  })
  return together(found)
}

const toldInWords = 0.55
/** Whether each number of the criterion has one of its kind in the sentence that reaches it. */
function holds(passage: Passage, numbers: readonly Quantity[]): boolean {
  return numbers.every(
    (number) =>
      number.dimension === '' ||
      passage.quantities.some(
        (quantity) =>
          quantity.dimension === number.dimension && decide({ ...number, bound: 'reach' }, quantity) === 'met',
      ),
  )
}

/** A single word in common tells nothing: two words or a pair must be. */
const leastInCommon = 1.9

function judgeWords(part: Extract<Part, { kind: 'words' }>, text: PreparedText, language: Language): Judged {
  let best: Judged = nothing
  for (const terms of part.ways)
    for (const { passage, likeness } of likeliest(weighed(terms, text), text, language)) {
      if (likeness < Math.max(nearestFrom, best.likeness)) break
      const common = terms.reduce((sum, { form, weight }) => sum + (passage.forms.has(form) ? weight : 0), 0)
      const told =
        likeness >= toldInWords &&
        common >= leastInCommon &&
        !denied(passage, terms, false) &&
        holds(passage, part.numbers)
      const judged: Judged = { verdict: told ? 'met' : 'unknown', evidence: evidenceOf(passage), likeness }
      if (best.evidence === null || likeness > best.likeness || (told && best.verdict === 'unknown')) best = judged
    }
  return best
}

/** Several things asked at once: one that is not met decides; all must be met. */
function together(judged: readonly Judged[]): Judged {
  const missed = judged.find((part) => part.verdict === 'not_met')
  if (missed) return missed
  const open = judged.find((part) => part.verdict === 'unknown')
  if (open) return judged.length === 1 || open.evidence ? open : { ...open, evidence: judged[0]?.evidence ?? null }
  return judged[0] ?? nothing
}

/** Judges one criterion by a technology's sentences in the criterion's language. */
function judge(criterion: PreparedCriterion, text: PreparedText): Judged {
  const { language } = criterion
  return together(
    criterion.parts.map((part) =>
      part.kind === 'number'
        ? judgeNumber(part, text, language)
        : part.kind === 'without'
          ? judgeWithout(part, text, language)
          : judgeWords(part, text, language),
    ),
  )
}

/** How much more of a criterion a sentence of another language must speak to contradict the first. */
const contradicts = 0.15

/**
 * Judges a criterion written in one language or both. The first language is quoted unless only the other decides, or
 * speaks of it much more plainly.
 */
export function judgeCriterion(criteria: readonly PreparedCriterion[], text: PreparedText): Judged {
  let best: Judged = nothing
  for (const criterion of criteria) {
    const judged = judge(criterion, text)
    const decides = judged.verdict !== 'unknown'
    const decided = best.verdict !== 'unknown'
    const better =
      (decides && !decided) ||
      (best.evidence === null && judged.evidence !== null && decides === decided) ||
      (decides && decided && judged.verdict !== best.verdict && judged.likeness > best.likeness + contradicts)
    if (better) best = judged
  }
  return best
}
