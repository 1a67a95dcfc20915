import type { Process } from '#kernel'

/** `agreed` stands until another version is agreed: nothing is signed yet, so either side may still offer another. */
export const termsStates = ['none', 'offered', 'agreed', 'reopened'] as const
export type TermsState = (typeof termsStates)[number]

export const termsVerbs = ['offer', 'counter', 'revise', 'reopen', 'accept', 'withdraw'] as const
export type TermsVerb = (typeof termsVerbs)[number]

/** The verbs by which a version comes about. */
export const offeringVerbs = ['offer', 'counter', 'revise', 'reopen'] as const
export type OfferingVerb = (typeof offeringVerbs)[number]

/** By the version that is open: who offered it, and who answers it; `either` where none is open. */
export type TermsParty = 'offerer' | 'answerer' | 'either'

export const versionStandings = ['open', 'replaced', 'withdrawn', 'agreed'] as const
export type VersionStanding = (typeof versionStandings)[number]

/**
 * From the first version of the terms to the one both sides agree on. Notices go by the version that a move makes or is
 * about: whoever did not make the move is told.
 */
export const termsProcess: Process<TermsState, TermsVerb, TermsParty> = {
  name: 'terms',
  version: 1,
  initial: 'none',
  final: [],
  turn: { none: 'either', offered: 'answerer', agreed: 'either', reopened: 'answerer' },
  transitions: [
    { verb: 'offer', from: ['none'], to: 'offered', by: ['either'], notices: ['answerer'] },
    { verb: 'accept', from: ['offered', 'reopened'], to: 'agreed', by: ['answerer'], notices: ['offerer'] },
    { verb: 'counter', from: ['offered'], to: 'offered', by: ['answerer'], notices: ['answerer'] },
    { verb: 'counter', from: ['reopened'], to: 'reopened', by: ['answerer'], notices: ['answerer'] },
    { verb: 'revise', from: ['offered'], to: 'offered', by: ['offerer'], notices: ['answerer'] },
    { verb: 'revise', from: ['reopened'], to: 'reopened', by: ['offerer'], notices: ['answerer'] },
    { verb: 'withdraw', from: ['offered'], to: 'none', by: ['offerer'], notices: ['answerer'] },
    { verb: 'withdraw', from: ['reopened'], to: 'agreed', by: ['offerer'], notices: ['answerer'] },
    { verb: 'reopen', from: ['agreed'], to: 'reopened', by: ['either'], notices: ['answerer'], reason: true },
  ],
  deadlines: [],
}

/** What an organisation is in the negotiation: by who offered the open version, null where none is open. */
export function termsPartyOf(openBy: string | null, organisationId: string): TermsParty {
  if (openBy === null) return 'either'
  return openBy === organisationId ? 'offerer' : 'answerer'
}
