import type { Pattern } from './expression.ts'
import { wordsOf } from './fold.ts'
import { isStopWord } from './stop-words.ts'

const MAXIMUM_LENGTH = 400
const MAXIMUM_WORDS = 24

/** One thing asked for. Any of the patterns answers it; the first is what was typed. */
export interface Unit {
  patterns: Pattern[]
  /** Function words, and a single letter still being typed: they rank but are not required while others are. */
  minor: boolean
}

/** A word in its order within the query. */
export interface PlannedWord {
  typed: string
  folded: string
  toned: string
  /** Not part of a phrase or a code: it may be taken for another word. */
  free: boolean
  /** Index of its unit in `Plan.units`. */
  unit: number
  prefix: boolean
}

/** What the typed text asks for. With no units every document is meant, but for the excluded. */
export interface Plan {
  units: Unit[]
  excluded: Unit[]
  words: PlannedWord[]
  /** Some word carries diacritics, so the writer means them. */
  typedWithMarks: boolean
}

interface Part {
  text: string
  excluded: boolean
  quoted: boolean
  /** The text ends here without a blank or a closing quote. */
  open: boolean
}

const PART = /(-)?(?:["“”„]([^"“”„]*)(["“”„]?)|([^\s"“”„]+))/gu
const IPC_SUBCLASS = /^[a-h]\d\d[a-z]$/i
const IPC_GROUP = /^\d{1,4}(?:\/\d{0,6})?$/

/** Splits into quoted stretches and runs without blanks; joins an IPC subclass with the group that follows it. */
function partsOf(text: string): Part[] {
  const parts: Part[] = []
  for (const match of text.matchAll(PART)) {
    const [whole, minus, quoted, closing, run] = match
    const atEnd = match.index + whole.length === text.length
    const part: Part = {
      text: quoted ?? run ?? '',
      excluded: minus !== undefined,
      quoted: quoted !== undefined,
      open: atEnd && (quoted === undefined || (closing === '' && quoted === quoted.trimEnd())),
    }
    const before = parts.at(-1)
    if (before && !before.quoted && !part.quoted && !part.excluded && IPC_SUBCLASS.test(before.text)) {
      if (IPC_GROUP.test(part.text)) {
        before.text += ` ${part.text}`
        before.open = part.open
        continue
      }
    }
    parts.push(part)
  }
  return parts
}

/** Digits joined to more by signs, as in C02F 3/30, 1-0012345, ISO/IEC-27001. */
function looksLikeCode(part: Part, words: number): boolean {
  return !part.quoted && words > 1 && /\p{N}/u.test(part.text)
}

function keyOf(unit: Unit): string {
  return unit.patterns.map((pattern) => pattern.words.join(' ') + (pattern.prefix ? '*' : '')).join('|')
}

/**
 * Reads what a person typed: quotes ask for a phrase, a leading minus leaves out, something that looks like a code is
 * looked for as a whole, the last word may be unfinished unless a blank or a quote closes it. Accepts any string.
 */
export function planOf(text: string): Plan {
  const parts = partsOf(text.slice(0, MAXIMUM_LENGTH).replaceAll('\0', ' '))
  const plan: Plan = { units: [], excluded: [], words: [], typedWithMarks: false }
  const seen = new Set<string>()
  let room = MAXIMUM_WORDS

  const add = (unit: Unit, excluded: boolean): number => {
    const key = keyOf(unit)
    if (excluded) {
      plan.excluded.push(unit)
      return -1
    }
    if (!seen.has(key)) plan.units.push(unit)
    seen.add(key)
    return plan.units.findIndex((other) => keyOf(other) === key)
  }

  for (const part of parts) {
    const all = wordsOf(part.text)
    const words = all.slice(0, room)
    room -= words.length
    const open = part.open && !part.excluded && words.length === all.length
    const folded = words.map((word) => word.folded)
    const last = words.length - 1
    const push = (unit: Unit, from: number, to: number, free = false) => {
      const index = add(unit, part.excluded)
      if (index < 0) return
      for (const [offset, { typed, folded: plain, toned }] of words.slice(from, to + 1).entries()) {
        if (toned !== plain) plan.typedWithMarks = true
        const prefix = open && from + offset === last
        plan.words.push({ typed, folded: plain, toned, free, unit: index, prefix })
      }
    }
    if (last < 0) continue
    if (looksLikeCode(part, words.length)) {
      const patterns = [
        { words: folded, prefix: open },
        { words: [folded.join('')], prefix: open },
      ]
      push({ patterns, minor: false }, 0, last)
    } else if (part.quoted && last > 0) {
      push({ patterns: [{ words: folded, prefix: open }], minor: false }, 0, last)
    } else {
      for (const [index, word] of folded.entries()) {
        const letter = open && index === last && word.length === 1
        const prefix = open && index === last && !letter
        push({ patterns: [{ words: [word], prefix }], minor: letter }, index, index, !part.quoted)
      }
    }
  }
  return withStopWords(plan)
}

/** Function words are known only once it is clear whether the writer uses diacritics. */
function withStopWords(plan: Plan): Plan {
  for (const word of plan.words) {
    const unit = plan.units[word.unit]
    if (unit?.patterns.length === 1 && unit.patterns[0]?.words.length === 1) {
      unit.minor ||= isStopWord(word, plan.typedWithMarks)
    }
  }
  if (plan.units.every((unit) => unit.minor)) for (const unit of plan.units) unit.minor = false
  return plan
}
