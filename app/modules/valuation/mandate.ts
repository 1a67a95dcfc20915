import { z } from 'zod'
import { amountFromText, currencies, openVerbs, type Process } from '#kernel'
import { rightKinds, valueBases } from './model/document.ts'

export const mandateStates = [
  'asked',
  'consenting',
  'accepted',
  'delivered',
  'declined',
  'refused',
  'withdrawn',
] as const
export type MandateState = (typeof mandateStates)[number]

export const mandateVerbs = [
  'accept',
  'accept_for_both',
  'decline',
  'consent',
  'refuse',
  'withdraw',
  'deliver',
] as const
export type MandateVerb = (typeof mandateVerbs)[number]

/** `asker` gives the mandate, `other` is the deal's other side where both give it, `valuer` works. */
export type MandateParty = 'asker' | 'other' | 'valuer'

/**
 * From the asking to the signed report. Where both sides give the mandate, the other side consents after it has read what
 * the valuer declares.
 */
export const mandateProcess: Process<MandateState, MandateVerb, MandateParty> = {
  name: 'valuation_mandate',
  version: 1,
  initial: 'asked',
  final: ['delivered', 'declined', 'refused', 'withdrawn'],
  turn: { asked: 'valuer', consenting: 'other', accepted: 'valuer' },
  transitions: [
    { verb: 'accept', from: ['asked'], to: 'accepted', by: ['valuer'], notices: ['asker'] },
    { verb: 'accept_for_both', from: ['asked'], to: 'consenting', by: ['valuer'], notices: ['asker', 'other'] },
    { verb: 'decline', from: ['asked'], to: 'declined', by: ['valuer'], notices: ['asker'], reason: true },
    { verb: 'consent', from: ['consenting'], to: 'accepted', by: ['other'], notices: ['asker', 'valuer'] },
    { verb: 'refuse', from: ['consenting'], to: 'refused', by: ['other'], notices: ['asker', 'valuer'], reason: true },
    {
      verb: 'withdraw',
      from: ['asked', 'consenting', 'accepted'],
      to: 'withdrawn',
      by: ['asker'],
      notices: ['valuer', 'other'],
      reason: true,
    },
    { verb: 'deliver', from: ['accepted'], to: 'delivered', by: ['valuer'], notices: ['asker', 'other'] },
  ],
  deadlines: [],
}

/** What somebody needs to move a mandate for a party. */
export const mandatePermissions = {
  valuer: 'valuation.certify',
  other: 'mandate.consent',
  asker: 'mandate.ask',
} as const satisfies Record<MandateParty, string>

/** Who stands in a mandate. */
export interface MandateSides {
  readonly askerId: string
  /** The other side of a mandate of both; null where one side alone gives it. */
  readonly otherId: string | null
  readonly valuerId: string
}

export function mandatePartyOf(mandate: MandateSides, organisationId: string | null): MandateParty | null {
  if (organisationId === null) return null
  if (organisationId === mandate.valuerId) return 'valuer'
  if (organisationId === mandate.askerId) return 'asker'
  return organisationId === mandate.otherId ? 'other' : null
}

/** The organisation that stands for a party; null where there is none. */
export function organisationOfParty(mandate: MandateSides, party: MandateParty): string | null {
  return { asker: mandate.askerId, other: mandate.otherId, valuer: mandate.valuerId }[party]
}

/** The verbs a party may press; a delivery comes with the signed report, and acceptance is the one that fits. */
export function mandateVerbsOf(
  mandate: MandateSides & { readonly state: MandateState },
  party: MandateParty,
): Exclude<MandateVerb, 'deliver'>[] {
  const unfit: MandateVerb = mandate.otherId === null ? 'accept_for_both' : 'accept'
  return openVerbs(mandateProcess, mandate.state, party).filter(
    (verb): verb is Exclude<MandateVerb, 'deliver'> => verb !== 'deliver' && verb !== unfit,
  )
}

const text = (most: number) => z.string().trim().max(most)
const words = (most: number) => text(most).min(1)

/** What is asked of a valuer. */
export const mandateSchema = z.object({
  technologyId: words(64),
  valuerId: z.string({ error: 'choose' }).trim().min(1, { error: 'choose' }).max(64),
  /** The other side, where both give the mandate; `alone` for one side's. */
  otherId: text(64).default('alone'),
  purpose: words(2000),
  rightKind: z.enum(rightKinds),
  territory: text(500).default(''),
  basis: z.enum(valueBases),
  valuationDate: z.iso.date(),
  /** Whole units of the currency, as people type them. */
  fee: text(60)
    .min(1)
    .refine((typed) => typed === '' || amountFromText(typed) !== null, { error: 'amount' })
    .transform((typed) => amountFromText(typed) ?? 0),
  currency: z.enum(currencies).default('VND'),
  deadline: z.iso.date(),
  formKey: words(64),
})
export type MandateInput = z.output<typeof mandateSchema>

/** What a valuer declares on accepting: the conflict of interest there is or is not, and by what right it values. */
export const declarationSchema = z
  .object({
    conflict: z.enum(['none', 'disclosed'], { error: 'choose' }),
    conflictText: text(2000).default(''),
    accreditation: words(200),
    accreditationBody: words(300),
    accreditedUntil: z.iso.date(),
    valuerName: words(200),
  })
  .superRefine(({ conflict, conflictText }, context) => {
    if (conflict === 'disclosed' && conflictText === '')
      context.addIssue({ code: 'custom', path: ['conflictText'], message: 'required' })
  })
export type Declaration = z.output<typeof declarationSchema>
