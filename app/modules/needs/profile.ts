import { z } from 'zod'
import { currencies, languages, largestAmount } from '#kernel'
import { codesOf, industries, provinces, scienceFields } from '#classifications'

/** A need as one document kept in versions: what an enterprise is looking for and by what it will judge an answer. */

const line = (longest: number) => z.string().max(longest).default('')

export const needTextFields = ['title', 'wanted', 'reason', 'present', 'conditions'] as const
export type NeedTextField = (typeof needTextFields)[number]

export const needTextLimits: Readonly<Record<NeedTextField, number>> = {
  title: 300,
  wanted: 8000,
  reason: 4000,
  present: 4000,
  conditions: 2000,
}

/** title; what is wanted; why; the present solution; conditions of the site and feedstock. */
const texts = z
  .object({
    title: line(needTextLimits.title),
    wanted: line(needTextLimits.wanted),
    reason: line(needTextLimits.reason),
    present: line(needTextLimits.present),
    conditions: line(needTextLimits.conditions),
  })
  .prefault({})

export const criterionKinds = ['must', 'nice'] as const

export const needSchema = z.object({
  sourceLanguage: z.enum(languages).default('vi'),
  texts: z.object({ vi: texts, en: texts }).prefault({}),
  /** For each translated field, the fingerprint of the source text it was made from. */
  translatedFrom: z.partialRecord(z.enum(needTextFields), z.string().max(32)).default({}),
  criteria: z
    .array(z.object({ kind: z.enum(criterionKinds), vi: line(300), en: line(300) }))
    .max(30)
    .default([]),
  budget: z
    .object({
      from: z.int().min(0).max(largestAmount).nullable().default(null),
      to: z.int().min(0).max(largestAmount).nullable().default(null),
      currency: z.enum(currencies).default('VND'),
    })
    .refine((budget) => budget.from === null || budget.to === null || budget.from <= budget.to, {
      path: ['to'],
      error: 'budget_order',
    })
    .prefault({}),
  neededOn: z.iso.date().nullable().default(null),
  fields: z
    .array(z.enum(codesOf(scienceFields)))
    .max(3)
    .default([]),
  industries: z
    .array(z.enum(codesOf(industries)))
    .max(5)
    .default([]),
  keywords: z
    .object({
      vi: z.array(z.string().min(1).max(60)).max(15).default([]),
      en: z.array(z.string().min(1).max(60)).max(15).default([]),
    })
    .prefault({}),
  province: z.enum(codesOf(provinces)).nullable().default(null),
  place: line(200),
  /** The organisation's name is kept from all but the operator and whoever it accepts an answer from. */
  nameHidden: z.boolean().default(false),
  provenance: z
    .object({ source: line(300), licence: line(300), url: line(500), owner: line(200) })
    .nullable()
    .default(null),
})

export type NeedProfile = z.output<typeof needSchema>
/** What may be left out has a default: an empty object is a need. */
export type NeedInput = z.input<typeof needSchema>
