import { openVerbs } from '#kernel'
import type { MemberRole } from '#modules/accounts'
import { type ListingParty, listingProcess, type ListingState } from '#modules/listings'

/** What an owner may do with a need, the likeliest first; the rest of the process is for reviewers and deals. */
export const ownerVerbs = ['submit', 'propose', 'renew', 'revise', 'return', 'recall', 'withdraw'] as const
export type OwnerVerb = (typeof ownerVerbs)[number]

/** Owners and signatories sign; whoever else works for the organisation writes. */
export function partyOf(role: MemberRole): ListingParty {
  return role === 'owner' || role === 'signatory' ? 'signatory' : 'author'
}

/** The verbs open to somebody of the owner's organisation. */
export function verbsOpenTo(role: MemberRole, state: ListingState): OwnerVerb[] {
  const open = role === 'viewer' ? [] : openVerbs(listingProcess, state, partyOf(role))
  return ownerVerbs.filter((verb) => open.includes(verb))
}

/** Whether a verb wants a reason that the others read. */
export function verbWantsReason(verb: OwnerVerb): boolean {
  return listingProcess.transitions.some((transition) => transition.verb === verb && transition.reason === true)
}
