import type { Language } from '#kernel'
import { fold } from '#search'
import { decide } from './decide.ts'
import type { Passage, PlacedQuantity, PreparedText } from './passages.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'
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
  | { readonly kind: 'words'; readonly ways: readonly (readonly Term[])[] }

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
  const best = new Map<string, number>()
  for (const { form, weight } of lists.flat()) best.set(form, Math.max(weight, best.get(form) ?? 0))
  return [...best].map(([form, weight]) => ({ form, weight }))
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
  const before = worded(text.slice(0, wanted.start))
  const after = worded(text.slice(wanted.start))
  const condition = conditionMarker.exec(after)
  const near = condition ? after.slice(0, condition.index) : after
  const far = condition ? after.slice(condition.index) : ''
  return merged(
    termsOf(before),
    scaled(termsOf(near), before.trim() === '' ? 1 : afterNumber),
    scaled(termsOf(far), inCondition),
  )
}

/** Takes a criterion apart. Its clauses stand between commas; things left out are a list of their own. */
export function preparedCriterion(said: string, language: Language): PreparedCriterion {
  const text = said.normalize('NFC')
  const clauses = text.split(/[,;]\s+/)
  const onlyRange = !quantitiesIn(fold(text), language).some(bounded)
  const parts: Part[] = []
  let left: { readonly at: number; readonly clauses: string[] } | null = null
  const words: string[] = []
  for (const clause of clauses) {
    const folded = fold(clause)
    const quantities = quantitiesIn(folded, language)
    const asked = demandsOf(quantities, onlyRange)
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
  if (parts.length === 0 && words.length > 0) parts.push({ kind: 'words', ways: waysOf(worded(words.join(', '))) })
  return { language, parts }
}

/** The numbers of a clause that ask for something; a size beside another number is its condition. */
function demandsOf(quantities: readonly Quantity[], onlyRange: boolean): Quantity[] {
  const asked = quantities.filter((quantity) => bounded(quantity) || (onlyRange && isDemand(quantity)))
  return asked.filter((quantity, index) => index === 0 || quantity.dimension !== 'm')
}

/** A number without a word of bound asks for at least so much where it is a rate of work. */
function isDemand(quantity: Quantity): boolean {
  return quantity.bound === 'range' || (/\/time$/.test(quantity.dimension) && !quantity.other)
}

function thingsLeftOut(segments: readonly string[]): Part {
  const things = segments
    .flatMap((segment) => worded(segment).split(listed))
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

/** How alike number and criterion must be to speak of one thing, by how telling the unit is. */
function likenessFor(dimension: string): number {
  if (dimension === '') return 0.6
  if (dimension.startsWith('#')) return 0.45
  if (dimension.includes('/')) return 0.25
  return 0.38
}

/** Where figures are stated most plainly, a little more is made of likeness. */
const plainPlaces: Readonly<Partial<Record<Passage['place'], number>>> = { comparison: 0.06, advantages: 0.04 }
/** Numbers this much less alike than the best may still be the ones meant. */
const rival = 0.12
const nearestFrom = 0.4

function judgeNumber(part: Extract<Part, { kind: 'number' }>, text: PreparedText, language: Language): Judged {
  const asked = weighed(part.terms, text)
  const least = likenessFor(part.wanted.dimension)
  const found: { passage: Passage; quantity: PlacedQuantity; likeness: number }[] = []
  for (const { passage, quantity } of text.figures(part.wanted.dimension)) {
    if (passage.language !== language || quantity.change !== part.wanted.change) continue
    const likeness = shareOf(asked, quantity, passage)
    if (likeness >= least) found.push({ passage, quantity, likeness: likeness + (plainPlaces[passage.place] ?? 0) })
  }
  if (found.length === 0) {
    const [nearest] = likeliest(asked, text, language)
    if (!nearest || nearest.likeness < nearestFrom) return nothing
    return { verdict: 'unknown', evidence: evidenceOf(nearest.passage), likeness: nearest.likeness }
  }
  const best = Math.max(...found.map(({ likeness }) => likeness))
  const judged = found
    .filter(({ likeness }) => likeness >= best - rival)
    .map(({ passage, quantity, likeness }): Judged => ({
      verdict: decide(part.wanted, quantity),
      evidence: evidenceOf(passage),
      likeness: Math.min(1, likeness),
    }))
    .sort((a, b) => b.likeness - a.likeness)
  const decided = judged.find(({ verdict }) => verdict === 'met') ?? judged.find(({ verdict }) => verdict === 'not_met')
  return decided ?? judged[0] ?? nothing
}

const denials = new Set('khong thay bo loai tranh chua without no free instead never not replaces replacing'.split(' '))
const wordsBefore = 5
const shortClause = 5

/** Whether a sentence denies the thing named by these terms: a word of denial stands before it in its clause. */
function denied(passage: Passage, terms: readonly Term[]): boolean {
  const own = new Set(terms.flatMap(({ form }) => form.split(' ')).map((word) => word.toLowerCase()))
  const pairs = new Set(terms.map(({ form }) => form.toLowerCase()).filter((form) => form.includes(' ')))
  const { words } = passage
  const first = words.findIndex(
    (word, index) =>
      own.has(word) && (own.size === 1 || pairs.size === 0 || pairs.has(`${word} ${words[index + 1] ?? ''}`)),
  )
  if (first === -1) return false
  const start = words.lastIndexOf('|', first) + 1
  if (words.slice(Math.max(start, first - wordsBefore), first).some((word) => denials.has(word))) return true
  if (words[first + own.size] === 'free') return true
  // A list goes on behind a comma: `không dùng hàn the, natri benzoat`.
  const before = words.slice(words.lastIndexOf('|', start - 2) + 1, Math.max(0, start - 1))
  return start > 0 && before.length <= shortClause && before.slice(0, 2).some((word) => denials.has(word))
}

const namesIt = 0.75

function judgeWithout(part: Extract<Part, { kind: 'without' }>, text: PreparedText, language: Language): Judged {
  const found = part.things.map((terms): Judged => {
    const naming = likeliest(weighed(terms, text), text, language).filter(({ likeness }) => likeness >= namesIt)
    const without = naming.find(({ passage }) => denied(passage, terms))
    if (without) return { verdict: 'met', evidence: evidenceOf(without.passage), likeness: without.likeness }
    const using = naming.find(({ passage }) => passage.place !== 'applications')
    return using ? { verdict: 'not_met', evidence: evidenceOf(using.passage), likeness: using.likeness } : nothing
  })
  return together(found)
}

const toldInWords = 0.55
/** A single word in common tells nothing: two words or a pair must be. */
const leastInCommon = 1.9

function judgeWords(part: Extract<Part, { kind: 'words' }>, text: PreparedText, language: Language): Judged {
  let best: Judged = nothing
  for (const terms of part.ways)
    for (const { passage, likeness } of likeliest(weighed(terms, text), text, language)) {
      if (likeness < Math.max(nearestFrom, best.likeness)) break
      const common = terms.reduce((sum, { form, weight }) => sum + (passage.forms.has(form) ? weight : 0), 0)
      const told = likeness >= toldInWords && common >= leastInCommon && !denied(passage, terms)
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
export function judge(criterion: PreparedCriterion, text: PreparedText): Judged {
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

/** Judges a criterion written in one language or both: what is decided goes before what is not, then the likeness. */
export function judgeCriterion(criteria: readonly PreparedCriterion[], text: PreparedText): Judged {
  let best: Judged = nothing
  for (const criterion of criteria) {
    const judged = judge(criterion, text)
    const decides = judged.verdict !== 'unknown'
    const decided = best.verdict !== 'unknown'
    if ((decides && !decided) || (decides === decided && judged.likeness > best.likeness)) best = judged
  }
  return best
}
