import type { Process } from '#kernel'

/** What stands on the market: a technology on offer or a need. */
export const listingKinds = ['technology', 'need'] as const
export type ListingKind = (typeof listingKinds)[number]

export const listingStates = [
  'draft',
  'proposed',
  'submitted',
  'in_review',
  'needs_changes',
  'published',
  'reserved',
  'suspended',
  'expired',
  'closed',
  'rejected',
  'withdrawn',
] as const
export type ListingState = (typeof listingStates)[number]

export const listingVerbs = [
  'propose',
  'return',
  'submit',
  'recall',
  'take',
  'release',
  'publish',
  'ask_changes',
  'reject',
  'revise',
  'suspend',
  'resume',
  'renew',
  'expire',
  'reserve',
  'free',
  'close',
  'withdraw',
] as const
export type ListingVerb = (typeof listingVerbs)[number]

/** Whoever may move a listing: its authors, who signs for its organisation, the exchange's reviewer, the exchange. */
export type ListingParty = 'author' | 'signatory' | 'reviewer' | 'exchange'

/**
 * The life of a listing. A listing that stands on the market keeps its published version in view while a revision of it
 * is written and reviewed (`revise` opens nothing and closes nothing: it marks that a revision waits).
 */
export const listingProcess: Process<ListingState, ListingVerb, ListingParty> = {
  name: 'listing',
  version: 1,
  initial: 'draft',
  final: ['closed', 'rejected', 'withdrawn'],
  turn: {
    draft: 'author',
    proposed: 'signatory',
    submitted: 'reviewer',
    in_review: 'reviewer',
    needs_changes: 'author',
    published: 'author',
    reserved: 'signatory',
    suspended: 'reviewer',
    expired: 'signatory',
  },
  transitions: [
    { verb: 'propose', from: ['draft', 'needs_changes'], to: 'proposed', by: ['author'], notices: ['signatory'] },
    { verb: 'return', from: ['proposed'], to: 'draft', by: ['signatory'], notices: ['author'], reason: true },
    {
      verb: 'submit',
      from: ['draft', 'needs_changes', 'proposed'],
      to: 'submitted',
      by: ['signatory'],
      notices: ['reviewer'],
    },
    { verb: 'recall', from: ['proposed', 'submitted'], to: 'draft', by: ['author', 'signatory'], notices: [] },
    { verb: 'take', from: ['submitted'], to: 'in_review', by: ['reviewer'], notices: [] },
    { verb: 'release', from: ['in_review'], to: 'submitted', by: ['reviewer'], notices: [] },
    {
      verb: 'publish',
      from: ['submitted', 'in_review'],
      to: 'published',
      by: ['reviewer'],
      notices: ['author', 'signatory'],
      reason: true,
    },
    {
      verb: 'ask_changes',
      from: ['submitted', 'in_review'],
      to: 'needs_changes',
      by: ['reviewer'],
      notices: ['author', 'signatory'],
      reason: true,
    },
    {
      verb: 'reject',
      from: ['submitted', 'in_review'],
      to: 'rejected',
      by: ['reviewer'],
      notices: ['author', 'signatory'],
      reason: true,
    },
    { verb: 'revise', from: ['published', 'expired'], to: 'draft', by: ['author', 'signatory'], notices: [] },
    {
      verb: 'suspend',
      from: ['published', 'reserved'],
      to: 'suspended',
      by: ['reviewer'],
      notices: ['author', 'signatory'],
      reason: true,
    },
    { verb: 'resume', from: ['suspended'], to: 'published', by: ['reviewer'], notices: ['author', 'signatory'] },
    { verb: 'expire', from: ['published'], to: 'expired', by: ['exchange'], notices: ['author', 'signatory'] },
    { verb: 'renew', from: ['expired', 'published'], to: 'published', by: ['signatory'], notices: [] },
    { verb: 'reserve', from: ['published'], to: 'reserved', by: ['signatory'], notices: ['author'] },
    { verb: 'free', from: ['reserved'], to: 'published', by: ['signatory', 'exchange'], notices: ['author'] },
    { verb: 'close', from: ['reserved'], to: 'closed', by: ['exchange'], notices: ['author', 'signatory'] },
    {
      verb: 'withdraw',
      from: ['draft', 'proposed', 'submitted', 'needs_changes', 'published', 'suspended', 'expired'],
      to: 'withdrawn',
      by: ['signatory'],
      notices: ['author'],
    },
  ],
  deadlines: [{ state: 'published', remindAfterDays: [335, 358], lapseAfterDays: 365, verb: 'expire' }],
}

/** States in which the published version is in public view; a revision under way does not take it away. */
export const statesInView: readonly ListingState[] = [
  'draft',
  'proposed',
  'submitted',
  'in_review',
  'needs_changes',
  'published',
  'reserved',
]

/** States in which the owner may change the document. */
export const editableStates: readonly ListingState[] = ['draft', 'needs_changes']

/** Whether visitors see the listing: it has a published version that is still valid, and its state does not close it. */
export function inView(
  listing: {
    readonly state: ListingState
    readonly publishedVersion: number | null
    readonly validUntil: number | null
  },
  at: number,
): boolean {
  return (
    listing.publishedVersion !== null &&
    statesInView.includes(listing.state) &&
    (listing.validUntil === null || listing.validUntil > at)
  )
}
