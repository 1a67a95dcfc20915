import { z } from 'zod'
import { amountFromText, currencies, fingerprint, languages, otherLanguage } from '#kernel'
import { industries, provinces, scienceFields } from '#classifications'
import { criterionKinds, type NeedProfile, needTextFields, needTextLimits } from './profile.ts'

/** The steps in which a need is written. */
export const needParts = ['what', 'terms', 'openness'] as const
export type NeedPart = (typeof needParts)[number]

const line = (longest: number) => z.string().max(longest).default('')
const known = (list: readonly { code: string }[]) =>
  z
    .string()
    .refine((code) => code === '' || list.some((entry) => entry.code === code), { error: 'choose' })
    .default('')
/** One value of a list arrives as a text, several as a list, none not at all. */
const several = (list: readonly { code: string }[], most: number) =>
  z.preprocess(
    (raw): unknown => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(z.string().refine((code) => list.some((entry) => entry.code === code), { error: 'choose' })).max(most),
  )

/** Words parted by commas or line ends, at most 15 of at most 60 characters. */
const words = z
  .string()
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ])
  .pipe(z.array(z.string().max(60)).max(15))

const texts = {
  title: line(needTextLimits.title),
  wanted: line(needTextLimits.wanted),
  reason: line(needTextLimits.reason),
  present: line(needTextLimits.present),
  conditions: line(needTextLimits.conditions),
}

const amount = z
  .string()
  .default('')
  .refine((text) => text === '' || amountFromText(text) !== null, { error: 'amount' })
  .transform((text) => (text === '' ? null : amountFromText(text)))

/** What each step's form sends. */
export const partSchemas = {
  what: z.object({
    ...texts,
    sourceLanguage: z.enum(languages).default('vi'),
    field1: known(scienceFields),
    field2: known(scienceFields),
    field3: known(scienceFields),
    industries: several(industries, 5),
    keywords: words,
  }),
  terms: z
    .object({
      criteria: z
        .array(z.object({ kind: z.enum(criterionKinds).default('must'), vi: line(300), en: line(300) }))
        .max(30)
        .default([]),
      budgetFrom: amount,
      budgetTo: amount,
      currency: z.enum(currencies).default('VND'),
      neededOn: z.union([z.literal(''), z.iso.date()]).default(''),
      province: known(provinces),
      place: line(200),
    })
    // What is no amount is refused already and has no order.
    .refine(({ budgetFrom, budgetTo }) => (budgetFrom ?? 0) <= (budgetTo ?? Infinity), {
      path: ['budgetTo'],
      error: 'budget_order',
    }),
  openness: z.object({ ...texts, keywords: words, nameHidden: z.enum(['', 'on']).default('') }),
} as const

export type PartInput = { readonly [P in NeedPart]: z.output<(typeof partSchemas)[P]> }

/** Minor units in one unit as people write it. */
const minor: Readonly<Record<(typeof currencies)[number], number>> = { VND: 1, USD: 100 }

/** The profile with the first step written into it. */
function withWhat(profile: NeedProfile, input: PartInput['what']): NeedProfile {
  const { sourceLanguage } = input
  return {
    ...profile,
    sourceLanguage,
    texts: {
      ...profile.texts,
      [sourceLanguage]: {
        title: input.title,
        wanted: input.wanted,
        reason: input.reason,
        present: input.present,
        conditions: input.conditions,
      },
    },
    fields: [...new Set([input.field1, input.field2, input.field3])].filter((code) => code !== ''),
    industries: input.industries,
    keywords: { ...profile.keywords, [sourceLanguage]: input.keywords },
  }
}

function withTerms(profile: NeedProfile, input: PartInput['terms']): NeedProfile {
  const units = minor[input.currency]
  const amountOf = (whole: number | null) => (whole === null ? null : whole * units)
  return {
    ...profile,
    criteria: input.criteria.filter((criterion) => criterion.vi !== '' || criterion.en !== ''),
    budget: { from: amountOf(input.budgetFrom), to: amountOf(input.budgetTo), currency: input.currency },
    neededOn: input.neededOn === '' ? null : input.neededOn,
    province: input.province === '' ? null : input.province,
    place: input.place,
  }
}

/** The third step: the other language's texts, each marked with the source it was made from, and the openness. */
function withOpenness(profile: NeedProfile, input: PartInput['openness']): NeedProfile {
  const source = profile.texts[profile.sourceLanguage]
  const other = otherLanguage(profile.sourceLanguage)
  const before = profile.texts[other]
  const translatedFrom: NeedProfile['translatedFrom'] = {}
  for (const field of needTextFields) {
    if (input[field] === '') continue
    const made = profile.translatedFrom[field]
    translatedFrom[field] = input[field] === before[field] && made !== undefined ? made : fingerprint(source[field])
  }
  return {
    ...profile,
    texts: {
      ...profile.texts,
      [other]: {
        title: input.title,
        wanted: input.wanted,
        reason: input.reason,
        present: input.present,
        conditions: input.conditions,
      },
    },
    translatedFrom,
    keywords: { ...profile.keywords, [other]: input.keywords },
    nameHidden: input.nameHidden === 'on',
  }
}

/** The profile with one step's input written into it. */
export function withPart<P extends NeedPart>(profile: NeedProfile, part: P, input: PartInput[P]): NeedProfile {
  if (part === 'what') return withWhat(profile, input as PartInput['what'])
  if (part === 'terms') return withTerms(profile, input as PartInput['terms'])
  return withOpenness(profile, input as PartInput['openness'])
}

/** What a step's form shows at first. */
export function partValues(profile: NeedProfile, part: NeedPart): Record<string, unknown> {
  const source = profile.sourceLanguage
  if (part === 'what')
    return {
      ...profile.texts[source],
      sourceLanguage: source,
      field1: profile.fields[0] ?? '',
      field2: profile.fields[1] ?? '',
      field3: profile.fields[2] ?? '',
      industries: profile.industries,
      keywords: profile.keywords[source].join(', '),
    }
  if (part === 'terms') {
    const { from, to, currency } = profile.budget
    const whole = (amountInMinor: number | null) =>
      amountInMinor === null ? '' : String(amountInMinor / minor[currency])
    return {
      criteria: profile.criteria,
      budgetFrom: whole(from),
      budgetTo: whole(to),
      currency,
      neededOn: profile.neededOn ?? '',
      province: profile.province ?? '',
      place: profile.place,
    }
  }
  const other = otherLanguage(source)
  return {
    ...profile.texts[other],
    keywords: profile.keywords[other].join(', '),
    nameHidden: profile.nameHidden ? 'on' : '',
  }
}
