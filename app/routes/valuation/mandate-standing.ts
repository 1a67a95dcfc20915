import type { MandateState } from '#modules/valuation'
import type { Standing } from '#ui'

export const standingOfMandate: Readonly<Record<MandateState, Standing>> = {
  asked: 'waiting',
  consenting: 'waiting',
  accepted: 'moving',
  delivered: 'good',
  declined: 'stopped',
  refused: 'stopped',
  withdrawn: 'plain',
}
