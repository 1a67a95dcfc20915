import { openVerbs } from '#kernel'
import type { MemberRole } from '#modules/accounts'
import { type ListingParty, listingProcess, type ListingState, type ListingVerb } from '#modules/listings'

/** What an owner may do with a need; the rest of the listing's process is for reviewers and deals. */
export const ownerVerbs = ['propose', 'return', 'submit', 'recall', 'revise', 'renew', 'withdraw'] as const
export type OwnerVerb = (typeof ownerVerbs)[number]

/** Owners and signatories sign; whoever else works for the organisation writes. */
export function partyOf(role: MemberRole): ListingParty {
  return role === 'owner' || role === 'signatory' ? 'signatory' : 'author'
}

function isOwnerVerb(verb: ListingVerb): verb is OwnerVerb {
  return (ownerVerbs as readonly ListingVerb[]).includes(verb)
}

/** The verbs open to somebody of the owner's organisation. */
export function verbsOpenTo(role: MemberRole, state: ListingState): OwnerVerb[] {
  return role === 'viewer' ? [] : openVerbs(listingProcess, state, partyOf(role)).filter(isOwnerVerb)
}

/** Whether a verb wants a reason that the others read. */
export function verbWantsReason(verb: OwnerVerb): boolean {
  return listingProcess.transitions.some((transition) => transition.verb === verb && transition.reason === true)
}
