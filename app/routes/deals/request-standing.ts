import type { RequestState } from '#modules/deals'
import type { Standing } from '#ui'

const standings: Readonly<Record<RequestState, Standing>> = {
  sent: 'waiting',
  asked: 'waiting',
  accepted: 'good',
  declined: 'stopped',
  withdrawn: 'plain',
  lapsed: 'plain',
}

/** How a request's state is drawn beside its word. */
export function standingOfRequest(state: RequestState): Standing {
  return standings[state]
}
