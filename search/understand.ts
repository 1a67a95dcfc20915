import type { Reading } from './engine.ts'
import { all, any } from './expression.ts'
import type { Expression, Pattern } from './expression.ts'
import { Mender } from './mend.ts'
import type { Alternative } from './mend.ts'
import type { Plan, Unit } from './plan.ts'
import type { Stretch, Terminology } from './terminology.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One way in which a stretch of the query may be answered, from one word up to and without another. */
export interface Answer {
  from: number
  to: number
  pattern: Pattern
  reading: Reading
  /** As it is written, as far as that is known. */
  written: string
  /** What it counts beside the words as typed, 0 to 1. */
  worth: number
}

/** What a query is taken to mean. */
export interface Understanding {
  plan: Plan
  /** How much each word of the query counts, by its rarity. */
  weights: number[]
  /** The reading that replaces each word; null where it stands as typed. */
  chosen: (Alternative | null)[]
  /** Every required word as typed, or as mended; null where nothing is asked for. */
  direct: Expression | null
  /** Every required word exactly as typed. */
  typed: Expression | null
  /** The same with doubtful readings; null where there are none. */
  wider: Expression | null
  /** The same with translations and synonyms; null where there are none. */
  translated: Expression | null
  answers: Answer[]
  translations: { asked: string; terms: string[] }[]
}

/** A function word counts this much of its rarity. */
const MINOR = 0.2
const WORTH: Readonly<Record<Alternative['reading'], number>> = { mended: 0.9, keys: 1, blank: 0.95 }
/** A doubtful reading counts this much of a mended one. */
const DOUBTFUL = 0.7
const TRANSLATED = 0.7
const SYNONYM = 0.8
/** What a doubtful reading may cost, in natural logarithms. */
const DOUBTFUL_GAIN = -3

/** Whether the words of a phrase follow each other anywhere in a title or summary. */
function occurs(vocabulary: Vocabulary, words: readonly string[]): boolean {
  if (words.length === 1) return vocabulary.lexicon.count(words[0] ?? '') > 0
  return words.every((word, index) => index === 0 || vocabulary.together(words[index - 1] ?? '', word) > 0)
}

export function rarityOf(documents: number, frequency: number): number {
  return Math.log(1 + (documents + 1) / (frequency + 0.5))
}

interface Means {
  vocabulary: Vocabulary
  terminology: Terminology
  documents: number
  exact: boolean
}

/** Reads a plan with what the index and the terminology know. */
export function understand(plan: Plan, means: Means): Understanding {
  const { vocabulary, documents, exact } = means
  const nothing = { chosen: plan.words.map(() => null), others: plan.words.map(() => []) }
  const { chosen, others } = exact ? nothing : new Mender(vocabulary, documents).mend(plan.words)
  const answers: Answer[] = []
  for (const [at, word] of plan.words.entries()) {
    const unit = plan.units[word.unit]
    if (!unit) continue
    if (plan.words[at - 1]?.unit !== word.unit) answers.push(...typedAnswers(plan, unit, at))
    const mended = [chosen[at] ?? null, ...(others[at] ?? [])]
    for (const [index, alternative] of mended.entries()) {
      if (!alternative) continue
      const { words, reading, written } = alternative
      const doubtful = index > 0 && vocabulary.frequency({ words: [word.folded], prefix: word.prefix }) > 0
      if (doubtful && alternative.gain < DOUBTFUL_GAIN) continue
      const worth = WORTH[reading] * (index > 0 ? DOUBTFUL : 1)
      const pattern = { words, prefix: false }
      answers.push({ from: at, to: at + 1, pattern, reading, written: written ?? words.join(' '), worth })
    }
  }
  const stretches = exact ? [] : usable(means, plan, chosen)
  for (const { from, to, others: terms } of stretches) {
    for (const { words, written, reading } of terms) {
      const worth = reading === 'synonym' ? SYNONYM : TRANSLATED
      answers.push({ from, to, pattern: { words, prefix: false }, reading, written, worth })
    }
  }
  const weights = weightsOf(plan, chosen, vocabulary, documents)
  const required = plan.units.flatMap((unit, index) => (unit.minor ? [] : [index]))
  const parts = (kind: 'typed' | 'direct' | 'wider') =>
    required.flatMap((index) => partOf(plan, index, answers, chosen, kind) ?? [])
  const direct = all(parts('direct'))
  const hasDoubts = others.some((list) => list.length > 0)
  return {
    plan,
    weights,
    chosen,
    direct,
    typed: all(parts('typed')),
    wider: hasDoubts ? all(parts('wider')) : null,
    translated: stretches.length > 0 ? translatedExpression(plan, answers, chosen, stretches) : null,
    answers,
    translations: told(plan, stretches),
  }
}

/** What the words of a unit ask for as they were typed; `at`: the first of them in the query. */
export function typedAnswers(plan: Plan, unit: Unit, at: number): Answer[] {
  let to = at + 1
  while (plan.words[to] && plan.words[to]?.unit === plan.words[at]?.unit) to++
  const written = plan.words
    .slice(at, to)
    .map((word) => word.typed)
    .join(' ')
  return unit.patterns.map((pattern) => {
    const reading = pattern.prefix ? ('beginning' as const) : ('typed' as const)
    return { from: at, to, pattern, reading, written, worth: 1 }
  })
}

/** Terms that occur in the index, for stretches of free words that are not all function words. */
function usable({ vocabulary, terminology }: Means, plan: Plan, chosen: (Alternative | null)[]): Stretch[] {
  const words = plan.words.map((word, at) => {
    const reading = chosen[at]
    if (reading?.words.length !== 1) return word
    const folded = reading.words[0] ?? ''
    return { folded, toned: reading.written ?? folded }
  })
  return terminology.stretches(words).flatMap(({ from, to, others }) => {
    const stretch = plan.words.slice(from, to)
    if (!stretch.every((word) => word.free)) return []
    if (stretch.every((word) => plan.units[word.unit]?.minor === true)) return []
    const known = others.filter((other) => occurs(vocabulary, other.words))
    return known.length > 0 ? [{ from, to, others: known }] : []
  })
}

function weightsOf(plan: Plan, chosen: (Alternative | null)[], vocabulary: Vocabulary, documents: number): number[] {
  return plan.words.map((word, at) => {
    const unit = plan.units[word.unit]
    const reading = chosen[at]
    const pattern = reading ? { words: reading.words, prefix: false } : { words: [word.folded], prefix: word.prefix }
    const rarity = rarityOf(documents, vocabulary.frequency(pattern))
    return unit?.minor === true ? rarity * MINOR : rarity
  })
}

const isOther = (answer: Answer): boolean => answer.reading === 'translated' || answer.reading === 'synonym'

function partOf(
  plan: Plan,
  index: number,
  answers: Answer[],
  chosen: (Alternative | null)[],
  kind: 'typed' | 'direct' | 'wider',
): Expression | null {
  const own = answers.filter((answer) => plan.words[answer.from]?.unit === index && !isOther(answer))
  const taken = own.filter((answer) => {
    if (answer.reading === 'typed' || answer.reading === 'beginning') return true
    if (kind === 'typed') return false
    return kind === 'wider' || chosen[answer.from]?.words === answer.pattern.words
  })
  return any(taken.map((answer) => answer.pattern))
}

/** Every required word or a term in its place: the longest term from each place, or what its parts are called. */
function translatedExpression(
  plan: Plan,
  answers: Answer[],
  chosen: (Alternative | null)[],
  stretches: Stretch[],
): Expression | null {
  const between = (from: number, to: number, longest: number): Expression[] => {
    const parts: Expression[] = []
    /** What is asked twice is looked for once. */
    const asked = new Set<string>()
    for (let at = from; at < to;) {
      const stretch = stretches.find((one) => one.from === at && one.to <= to && one.to - at <= longest)
      const end = stretch?.to ?? at + 1
      const unit = plan.words[at]?.unit ?? 0
      const minor = plan.units[unit]?.minor === true
      const key = plan.words
        .slice(at, end)
        .map((word) => word.toned)
        .join(' ')
      const again = asked.has(key)
      asked.add(key)
      if (again) {
        at = end
        continue
      }
      if (stretch) {
        const terms = stretch.others.map((other): Expression => ({ words: other.words, prefix: false }))
        const single = end - at === 1
        const own = single ? partOf(plan, unit, answers, chosen, 'direct') : all(between(at, end, end - at - 1))
        if (!single || !minor) parts.push(any([...(own ? [own] : []), ...terms]) ?? { any: terms })
      } else if (!minor) {
        // A phrase or a code asks for all its words at once.
        const own = plan.words[at - 1]?.unit === unit ? null : partOf(plan, unit, answers, chosen, 'direct')
        if (own) parts.push(own)
      }
      at = end
    }
    return parts
  }
  return all(between(0, plan.words.length, plan.words.length))
}

/** The longest stretches only, for telling the reader. */
function told(plan: Plan, stretches: Stretch[]): Understanding['translations'] {
  const longest = stretches.filter(
    (one) => !stretches.some((other) => other !== one && other.from <= one.from && other.to >= one.to),
  )
  return longest.map(({ from, to, others }) => ({
    asked: plan.words
      .slice(from, to)
      .map((word) => word.typed)
      .join(' '),
    terms: others.map((other) => other.written),
  }))
}
