import { z } from 'zod'
import { codesOf, developmentGoals, greenTags, industries, ipcSymbol, provinces, scienceFields } from '#classifications'
import { currencies, languages, largestAmount } from '#kernel'
import { rightKinds, rightsBases, rightStatuses } from './reference/rights.ts'

/**
 * The profile of a technology: everything an offer says, as one document that is kept in versions. The schema is what
 * may be saved as a draft; what must be there before review is asked by `missing()` in `completeness.ts`.
 */

const line = (longest: number) => z.string().max(longest).default('')
const date = z.iso.date().nullable().default(null)
/** Shares are kept in hundredths of a per cent: 10,000 is the whole. */
const share = z.int().min(0).max(10_000)

export const textFields = [
  'title',
  'teaser',
  'problem',
  'solution',
  'advantages',
  'applications',
  'partnersNow',
  'partnersWanted',
] as const
export type TextField = (typeof textFields)[number]

export const textLimits: Readonly<Record<TextField, number>> = {
  title: 300,
  teaser: 500,
  problem: 4000,
  solution: 8000,
  advantages: 4000,
  applications: 4000,
  partnersNow: 2000,
  partnersWanted: 2000,
}

const texts = z
  .object({
    title: line(textLimits.title),
    teaser: line(textLimits.teaser),
    problem: line(textLimits.problem),
    solution: line(textLimits.solution),
    advantages: line(textLimits.advantages),
    applications: line(textLimits.applications),
    partnersNow: line(textLimits.partnersNow),
    partnersWanted: line(textLimits.partnersWanted),
  })
  .prefault({})

/** Parts of a profile that are shown or kept closed as a whole; title, teaser, field and industry are always public. */
export const sections = [
  'problem',
  'solution',
  'advantages',
  'applications',
  'readiness',
  'rights',
  'offer',
  'price',
  'funding',
  'owners',
  'authors',
  'partners',
  'attachments',
] as const
export type Section = (typeof sections)[number]

const visibility = z.enum(['public', 'confidential']).default('public')
const visibilities = z
  .object({
    problem: visibility,
    solution: visibility,
    advantages: visibility,
    applications: visibility,
    readiness: visibility,
    rights: visibility,
    offer: visibility,
    price: visibility,
    funding: visibility,
    owners: visibility,
    authors: visibility,
    partners: visibility,
    attachments: visibility,
  })
  .prefault({})

export const offices = ['VN', 'WO', 'EP', 'US', 'CN', 'JP', 'KR', 'other'] as const
export const rightsOffered = ['ownership', 'use'] as const
export const exclusivities = ['exclusive', 'sole', 'non_exclusive'] as const
export const sublicences = ['none', 'with_consent', 'free'] as const
export const transferForms = [
  'independent',
  'investment_project',
  'capital_contribution',
  'franchising',
  'ip_transfer',
  'machinery_sale',
  'cross_licence',
  'joint_research',
] as const
export const transferMethods = ['documents', 'training', 'experts', 'machinery', 'commissioning', 'other'] as const
export const priceModes = ['asking', 'open', 'valuation', 'unstated'] as const
export const priceKinds = ['indicative', 'floor', 'firm'] as const
export const valuationPurposes = ['transfer', 'capital_contribution', 'collateral', 'accounting', 'internal'] as const
export const fundingKinds = ['state', 'own', 'sponsor', 'international'] as const
export const declarations = ['encouraged', 'ordinary', 'restricted', 'prohibited'] as const

const rights = z.object({
  type: z.enum(rightKinds),
  office: z.enum(offices).default('VN'),
  number: line(60),
  /** The number stays with the owner; the kind and the status are shown. */
  numberHidden: z.boolean().default(false),
  status: z.enum(rightStatuses).default('none'),
  filedOn: date,
  expiresOn: date,
  holder: line(200),
})

/** Territories are province codes, `VN` for the whole country, or `WORLD`. */
export const territories = ['VN', 'WORLD', ...codesOf(provinces)] as [string, ...string[]]

const offer = z.object({
  right: z.enum(rightsOffered),
  exclusivity: z.enum(exclusivities).nullable().default(null),
  sublicence: z.enum(sublicences).default('none'),
  territory: z.array(z.enum(territories)).max(40).default([]),
  fieldOfUse: line(500),
  termMonths: z.int().min(1).max(600).nullable().default(null),
  quantityLimit: line(300),
  researchOnly: z.boolean().default(false),
})

const price = z
  .discriminatedUnion('mode', [
    z.object({
      mode: z.literal('asking'),
      kind: z.enum(priceKinds),
      amount: z.int().min(1).max(largestAmount),
      currency: z.enum(currencies).default('VND'),
    }),
    z.object({ mode: z.literal('open') }),
    z.object({ mode: z.literal('valuation'), purpose: z.enum(valuationPurposes), neededOn: date }),
    z.object({ mode: z.literal('unstated') }),
  ])
  .default({ mode: 'unstated' })

export const profileSchema = z.object({
  sourceLanguage: z.enum(languages).default('vi'),
  texts: z.object({ vi: texts, en: texts }).prefault({}),
  /** For each translated field, the fingerprint of the source text it was made from. */
  translatedFrom: z.partialRecord(z.enum(textFields), z.string().max(32)).default({}),
  comparison: z
    .array(z.object({ criterion: line(200), unit: line(60), present: line(200), offered: line(200) }))
    .max(20)
    .default([]),
  readiness: z
    .object({
      claimed: z.int().min(1).max(9).nullable().default(null),
      evidence: z
        .array(
          z.object({
            level: z.int().min(1).max(9),
            title: line(300),
            detail: line(2000),
            madeOn: date,
            file: z.string().max(80).nullable().default(null),
          }),
        )
        .max(30)
        .default([]),
    })
    .prefault({}),
  rights: z.array(rights).max(20).default([]),
  fields: z
    .array(z.enum(codesOf(scienceFields)))
    .max(3)
    .default([]),
  industries: z
    .array(z.enum(codesOf(industries)))
    .max(5)
    .default([]),
  ipc: z.array(z.string().regex(ipcSymbol)).max(10).default([]),
  goals: z
    .array(z.enum(codesOf(developmentGoals)))
    .max(5)
    .default([]),
  green: z
    .array(z.enum(codesOf(greenTags)))
    .max(5)
    .default([]),
  offers: z.array(offer).max(6).default([]),
  forms: z.array(z.enum(transferForms)).max(8).default([]),
  methods: z.array(z.enum(transferMethods)).max(6).default([]),
  price,
  funding: z
    .array(
      z.object({
        kind: z.enum(fundingKinds),
        share,
        taskCode: line(80),
        approvedOn: date,
        acceptance: line(300),
        certificate: line(80),
      }),
    )
    .max(10)
    .default([]),
  owners: z
    .array(
      z.object({
        name: line(200),
        organisationId: z.string().max(40).nullable().default(null),
        basis: z.enum(rightsBases).default('owner'),
        share,
        consent: line(300),
      }),
    )
    .max(20)
    .default([]),
  authors: z
    .array(z.object({ name: line(120), share }))
    .max(40)
    .default([]),
  keywords: z
    .object({
      vi: z.array(z.string().min(1).max(60)).max(15).default([]),
      en: z.array(z.string().min(1).max(60)).max(15).default([]),
    })
    .prefault({}),
  province: z.enum(codesOf(provinces)).nullable().default(null),
  place: line(200),
  attachments: z
    .array(
      z.object({
        file: z.string().max(80),
        name: z.string().max(200),
        caption: line(300),
        picture: z.boolean().default(false),
        confidential: z.boolean().default(false),
      }),
    )
    .max(20)
    .default([]),
  declaration: z.object({ kind: z.enum(declarations).nullable().default(null), basis: line(1000) }).prefault({}),
  visibility: visibilities,
  /** Where an imported listing came from; null for one written here. */
  provenance: z
    .object({ source: line(300), licence: line(300), url: line(500), owner: line(200) })
    .nullable()
    .default(null),
})

export type TechnologyProfile = z.output<typeof profileSchema>
/** What may be left out has a default: an empty object is a profile. */
export type ProfileInput = z.input<typeof profileSchema>

/** A kept document as a profile. @throws when it was not written by this module */
export function readTechnology(document: unknown): TechnologyProfile {
  return profileSchema.parse(document)
}
