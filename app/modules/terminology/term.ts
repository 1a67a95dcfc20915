import { z } from 'zod'
import { scienceFields } from '#classifications'
import { type Language, languages, type Process } from '#kernel'

/** An English term and a Vietnamese one for the same thing; or two words of one language for it. */
export const termKinds = ['translation', 'synonym'] as const
export type TermKind = (typeof termKinds)[number]

export const termStates = ['proposed', 'approved', 'rejected', 'withdrawn'] as const
export type TermState = (typeof termStates)[number]

export const termVerbs = ['approve', 'reject', 'withdraw', 'restore'] as const
export type TermVerb = (typeof termVerbs)[number]

/** What may happen to a pair. Only the operator moves it; search uses the approved ones. */
export const termProcess: Process<TermState, TermVerb, 'operator'> = {
  name: 'term',
  version: 1,
  initial: 'proposed',
  final: [],
  turn: { proposed: 'operator', approved: 'operator', rejected: 'operator', withdrawn: 'operator' },
  transitions: [
    { verb: 'approve', from: ['proposed'], to: 'approved', by: ['operator'], notices: [] },
    { verb: 'reject', from: ['proposed'], to: 'rejected', by: ['operator'], notices: [], reason: true },
    { verb: 'withdraw', from: ['approved'], to: 'withdrawn', by: ['operator'], notices: [], reason: true },
    { verb: 'restore', from: ['rejected', 'withdrawn'], to: 'approved', by: ['operator'], notices: [] },
  ],
  deadlines: [],
}

/** Two sides that belong together. Of a translation `a` is English and `b` Vietnamese, and `language` is null. */
export interface Pair {
  readonly kind: TermKind
  readonly a: string
  readonly b: string
  /** The language of both words of a synonym. */
  readonly language: Language | null
  /** A code of the science fields. */
  readonly field: string | null
}

/** The five written tones; circumflex, breve and horn make other letters. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

const ascii = /^[\0-\x7f]*$/

function exactWord(word: string): string {
  if (ascii.test(word)) return word
  const apart = word.normalize('NFD')
  return (apart.replace(tones, '') + (apart.match(tones) ?? []).join('')).normalize('NFC')
}

/**
 * A term for exact comparison: lower case with all its diacritics, single blanks, the tone at the end of its syllable so
 * that both ways of placing it (hóa, hoá) are one.
 */
export function exactForm(term: string): string {
  return term.toLowerCase().trim().split(/\s+/).map(exactWord).join(' ')
}

/** What a pair is unique by. The two words of a synonym have no order. */
export function pairKey({ kind, a, b, language }: Omit<Pair, 'field'>): string {
  const sides = [exactForm(a), exactForm(b)]
  return kind === 'translation'
    ? ['translation', ...sides].join('\t')
    : ['synonym', language ?? '', ...sides.sort()].join('\t')
}

export const longestSide = 80
const mostWords = 8
const allowed = /^[\p{Script=Latin}\p{Script=Greek}\p{M}\p{N}][\p{Script=Latin}\p{Script=Greek}\p{M}\p{N} .+'’-]*$/u
const vietnameseOnly = /[đơưăĐƠƯĂ]|[\u0309\u0323\u031b]/u

/** What is wrong with one side of a pair, as a code; null where it is right. */
function sideFault(text: string): string | null {
  if (text === '') return 'required'
  if (!allowed.test(text)) return 'term.signs'
  if ((text.match(/\p{L}/gu) ?? []).length < 2) return 'term.short'
  if (text.split(' ').length > mostWords) return 'term.words'
  return null
}

/** Whether a text can only be Vietnamese. */
function looksVietnamese(text: string): boolean {
  return vietnameseOnly.test(text) || vietnameseOnly.test(text.normalize('NFD'))
}

const side = z
  .string({ error: 'required' })
  .max(400)
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .max(longestSide)
      .superRefine((text, context) => {
        const fault = sideFault(text)
        if (fault !== null) context.addIssue({ code: 'custom', message: fault })
      }),
  )

const fieldCodes = new Set(scienceFields.map(({ code }) => code))

const field = z
  .string()
  .refine((code) => code === '' || fieldCodes.has(code), { error: 'term.field' })
  .transform((code) => code || null)
  .default(null)

/** A pair as a form sends it, with where it was seen. */
export const termSchema = z
  .object({
    kind: z.enum(termKinds).default('translation'),
    a: side.default('').pipe(z.string().min(1)),
    b: side.default('').pipe(z.string().min(1)),
    language: z.enum(languages).nullable().default(null),
    field,
    source: z.string().trim().max(300).default(''),
  })
  .superRefine(({ kind, a, b, language }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (kind === 'synonym' && language === null) wrong('language', 'choose')
    if (exactForm(a) === exactForm(b)) wrong('b', 'term.same')
    if ((kind === 'translation' || language === 'en') && looksVietnamese(a)) wrong('a', 'term.english')
    if (kind === 'synonym' && language === 'en' && looksVietnamese(b)) wrong('b', 'term.english')
  })
  .transform((term) => (term.kind === 'translation' ? { ...term, language: null } : term))

export type TermInput = z.output<typeof termSchema>
