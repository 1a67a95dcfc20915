import { z } from 'zod'
import { currencies } from '#kernel'
import { priceKinds } from '#modules/technologies'

/** What an offer's rights come to in a list: ownership, or use by its exclusivity; `use` where none is stated. */
export const rightsGroups = ['ownership', 'exclusive', 'sole', 'non_exclusive', 'use'] as const
export type RightsGroup = (typeof rightsGroups)[number]

/**
 * How a technology is protected, in groups a reader chooses by: granted, applied for, copyright (which needs no
 * grant), kept as know-how or trade secret, or not at all.
 */
export const protectionGroups = ['granted', 'applied', 'copyright', 'know_how', 'none'] as const
export type ProtectionGroup = (typeof protectionGroups)[number]

const priceGuidance = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('asking'), kind: z.enum(priceKinds), amount: z.int(), currency: z.enum(currencies) }),
  z.object({ mode: z.literal('open') }),
  z.object({ mode: z.literal('valuation') }),
  z.object({ mode: z.literal('unstated') }),
  z.object({
    mode: z.literal('budget'),
    from: z.int().nullable(),
    to: z.int().nullable(),
    currency: z.enum(currencies),
  }),
])
/** What a row says of money: a technology's price, or a need's budget. */
export type PriceGuidance = z.output<typeof priceGuidance>

/** What a result row shows beside title and benefit, which come with the hit in the language that fits. */
export const cardSchema = z.object({
  trl: z.int().nullable(),
  rights: z.array(z.enum(rightsGroups)),
  price: priceGuidance,
  province: z.string().nullable(),
  /** Null where the organisation keeps its name back. */
  owner: z
    .object({ id: z.string(), name: z.object({ vi: z.string(), en: z.string() }), verified: z.boolean() })
    .nullable(),
  publishedAt: z.int(),
  /** When the published version was written; null where the index does not say. */
  updatedAt: z.int().nullable().default(null),
  /** The number another system knows it by. */
  externalId: z.string().nullable().default(null),
  /** Whether it came from another catalogue. */
  imported: z.boolean(),
})
export type Card = z.output<typeof cardSchema>
