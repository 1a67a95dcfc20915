import type { ListingState } from '#modules/listings'
import type { Standing } from '#ui'

const standings: Readonly<Record<ListingState, Standing>> = {
  draft: 'plain',
  proposed: 'waiting',
  submitted: 'moving',
  in_review: 'moving',
  needs_changes: 'waiting',
  published: 'good',
  reserved: 'moving',
  suspended: 'stopped',
  expired: 'waiting',
  closed: 'good',
  rejected: 'stopped',
  withdrawn: 'plain',
}

/** How a listing's state is drawn beside its word. */
export function standingOfListing(state: ListingState): Standing {
  return standings[state]
}
