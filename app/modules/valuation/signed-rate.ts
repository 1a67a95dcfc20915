import { z } from 'zod'
import { codesOf, scienceFields } from '#classifications'
import { taxCode } from '#modules/accounts'
import { type RoyaltyBase, royaltyBaseNames } from './comparables/anonymised.ts'
import { rightKinds } from './model/document.ts'

export const exclusivities = ['exclusive', 'non_exclusive'] as const

const text = (most: number) => z.string().trim().max(most)

/** Letters and figures, whatever signs stand between them. */
const meaningful = /[\p{L}\p{N}]/u

/** A signed contract's rate as the operator's form sends it. */
export const signedRateSchema = z
  .object({
    /** Of the organisation that gives the right. */
    taxCode,
    /** An id or the address of its page; empty where it is not listed. */
    technology: text(300).default(''),
    field: z.enum(codesOf(scienceFields)),
    rightKind: z.enum(rightKinds),
    exclusivity: z.enum(exclusivities),
    /** In per cent, as typed in the page's language. */
    rate: text(30).min(1),
    base: z.enum(royaltyBaseNames),
    signedYear: z.coerce.number().int().min(1990),
    reference: text(200).min(1, { abort: true }).regex(meaningful, { error: 'format' }),
    confirmed: z.unknown().refine((value) => value === 'on', { error: 'rate.unconfirmed' }),
    formKey: text(64).min(1),
  })
  .refine(({ rightKind, exclusivity }) => isOf(rightKind, exclusivity), {
    path: ['exclusivity'],
    error: 'rate.exclusivity',
  })

/** Whether a right can be of this exclusivity: what goes to one alone is exclusive. */
function isOf(right: (typeof rightKinds)[number], exclusivity: (typeof exclusivities)[number]): boolean {
  if (right === 'sublicence') return true
  return (exclusivity === 'non_exclusive') === (right === 'non_exclusive_use')
}

/** What the address of the page of royalty rates asks for; what it does not know counts as not chosen. */
export const rateQuestionSchema = z.object({
  base: z.enum(royaltyBaseNames).catch('net_revenue' satisfies RoyaltyBase),
  field: z.enum(codesOf(scienceFields)).nullable().catch(null),
  right: z.enum(rightKinds).nullable().catch(null),
  exclusivity: z.enum(exclusivities).nullable().catch(null),
})
