import type { Terms } from '#modules/deals'
import type { Player } from './cast.ts'
import { estimate, save, typed, value } from './valuations.ts'

/** Terms of a right to use: half a billion at signing and 4.5 % of net revenue for five years. */
export const someTerms: Terms = {
  rightKind: 'use',
  exclusivity: 'non_exclusive',
  sublicence: 'none',
  territories: ['Việt Nam'],
  fieldOfUse: '',
  effectiveOn: null,
  endsOn: null,
  termYears: '5',
  improvements: '',
  currency: 'VND',
  free: false,
  upfront: 500_000_000,
  milestones: [],
  royaltyRate: '0.045',
  tiers: [],
  royaltyBase: 'net_revenue',
  minimum: null,
  totalCap: null,
  otherConditions: '',
}

/** The same as its form sends it in Vietnamese. */
export const aTyped = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  rightKind: 'use',
  exclusivity: 'non_exclusive',
  sublicence: 'none',
  territories: 'Việt Nam',
  termYears: '5',
  currency: 'VND',
  upfront: '500.000.000',
  royaltyRate: '4,5',
  royaltyBase: 'net_revenue',
  ...more,
})

const slots: Readonly<Record<string, string>> = {
  sales: '10.000; 12.000; 14.000; 14.000; 14.000',
  discount_rate: '18',
  licensee_rate: '20',
  licensee_cash_flows: '1.000; 1.500; 2.000; 2.000; 2.000',
}

/** A private estimate by the structure of a deal, in millions of đồng, of who works on it; returns its id. */
export async function estimateOfDeal(
  player: Player,
  technologyId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { id } = value(await estimate(player, technologyId))
  const approaches = [{ method: 'deal_structure', on: 'on', reason: 'Đang đàm phán' }]
  value(await save(player, id, 'methods', { approaches }))
  const inputs = Object.entries({ ...slots, ...more }).map(([slot, text]) => typed(slot, text))
  value(await save(player, id, 'inputs', { inputs }))
  return id
}
