import { openVerbs } from '#kernel'
import type { MemberRole } from '#modules/accounts'
import { type ListingParty, listingProcess, type ListingState } from '#modules/listings'

/** How an owner moves a technology by the listing process. */
export const ownerVerbs = [
  'propose',
  'return',
  'submit',
  'recall',
  'revise',
  'withdraw',
  'renew',
  'reserve',
  'free',
] as const
export type OwnerVerb = (typeof ownerVerbs)[number]

/** As whom the owner's people make a move: as authors where authors may, else as signatories. */
export function ownerPartyFor(verb: OwnerVerb): 'author' | 'signatory' {
  return listingProcess.transitions.some((move) => move.verb === verb && move.by.includes('author'))
    ? 'author'
    : 'signatory'
}

const partiesOf: Readonly<Record<MemberRole, readonly ListingParty[]>> = {
  owner: ['author', 'signatory'],
  signatory: ['author', 'signatory'],
  member: ['author'],
  viewer: [],
}

/** The moves open to a role of the owner's organisation in a state, in the order of the process table. */
export function ownerMoves(state: ListingState, role: MemberRole): OwnerVerb[] {
  const open = partiesOf[role].flatMap((party) => openVerbs(listingProcess, state, party))
  return listingProcess.transitions
    .map((move) => move.verb)
    .filter((verb, index, all) => all.indexOf(verb) === index && open.includes(verb))
    .filter((verb): verb is OwnerVerb => (ownerVerbs as readonly string[]).includes(verb))
    .filter((verb) => verb !== 'propose' || !open.includes('submit'))
}

/** Whether a move wants a reason that the others read. */
export function moveWantsReason(verb: OwnerVerb): boolean {
  return listingProcess.transitions.some((move) => move.verb === verb && move.reason === true)
}
