import { z } from 'zod'
import { provinces } from '#classifications'
import { legalServices, type OrganisationKind } from './organisation.ts'

/** The kinds an organisation may give itself; the operator is made by command. */
export const openKinds = ['institute', 'enterprise', 'intermediary'] as const satisfies readonly OrganisationKind[]

/**
 * A tax code as it is kept: ten digits, or ten and three after a dash for a dependent unit (Circular 86/2024/TT-BTC,
 * Art. 5). Blanks are forgiven, and so is the dash.
 */
export const taxCode = z
  .string()
  .min(1)
  .transform((text) => text.replace(/[\s.]/g, '').replace(/^(\d{10})(\d{3})$/, '$1-$2'))
  .refine((code) => /^\d{10}(-\d{3})?$/.test(code), { error: 'tax_code' })

/** A web address, with `https://` put before it where it was left out; empty for none. */
const website = z
  .string()
  .max(300)
  .default('')
  .transform((text) => (text === '' || /^[a-z]+:/i.test(text) ? text : `https://${text}`))
  .pipe(z.union([z.literal(''), z.url({ protocol: /^https?$/, hostname: z.regexes.domain })], { error: 'url' }))

const facts = z.object({
  nameVi: z
    .string()
    .min(1, { abort: true })
    .min(3)
    .max(200)
    .regex(/^[^\n\t<>]+$/),
  nameEn: z
    .string()
    .max(200)
    .regex(/^[^\n\t<>]*$/)
    .default(''),
  taxCode,
  province: z.enum(provinces.map((province) => province.code)),
  address: z.string().min(1, { abort: true }).min(5).max(300),
  website,
  descriptionVi: z.string().max(5000).default(''),
  descriptionEn: z.string().max(5000).default(''),
  services: z.preprocess(
    (given) =>
      given === undefined || given === '' ? [] : Array.isArray(given) ? (given as readonly unknown[]) : [given],
    z.array(z.enum(legalServices)).max(legalServices.length),
  ),
})

/** What the page for a new organisation sends. */
export const newOrganisation = facts.extend({ kind: z.enum(openKinds) })

/** What the page for editing an organisation sends; its kind stays. */
export const editedOrganisation = facts.extend({ version: z.coerce.number().int() })

export type OrganisationInput = z.output<typeof facts>

/** The services an organisation of this kind is listed with: an intermediary's own, none for others. */
export function servicesFor(kind: OrganisationKind, input: OrganisationInput): OrganisationInput['services'] {
  return kind === 'intermediary' ? [...new Set(input.services)] : []
}

interface LegalFacts {
  readonly nameVi: string
  readonly taxCode: string | null
}

/** Whether what verification vouches for differs: the legal name and the tax code. */
export function legalFactsDiffer(before: LegalFacts, after: LegalFacts): boolean {
  return before.nameVi !== after.nameVi || before.taxCode !== after.taxCode
}
