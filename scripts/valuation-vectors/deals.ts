import {
  dealForBothSides,
  type DealTerms,
  dealValue,
  lumpSumForRoyalty,
  royaltyForLumpSum,
  zoneOfAgreement,
} from '#modules/valuation'
import { timingOf } from './discounting.ts'
import { has, needed, neededNumbers, number, record, records, text, yearly } from './given.ts'
import { type Inputs, type Outputs, type VectorMethods } from './vector.ts'

function termsOf(inputs: Inputs): DealTerms {
  const equity = record(inputs, 'equity')
  const flat = number(inputs, 'royalty_rate')
  const tiers = records(inputs, 'royalty_tiers', 'tiers').map((tier) => ({
    from: needed(tier, 'from_', 'from', 'lower'),
    to: number(tier, 'to', 'to_', 'upper') ?? null,
    rate: needed(tier, 'rate'),
  }))
  return {
    upfront: number(inputs, 'upfront'),
    milestones: records(inputs, 'milestones').map((one, at) => ({
      name: text(one, 'name', 'id') ?? String(at + 1),
      year: needed(one, 'year', 't'),
      amount: needed(one, 'amount'),
      probability: number(one, 'probability', 'p'),
    })),
    sales: neededNumbers(inputs, 'sales', 'revenues'),
    tiers: tiers.length === 0 && flat !== undefined ? [{ from: 0, to: null, rate: flat }] : tiers,
    minimums: yearly(inputs, 'minimum_annual_royalty', 'minimum_annual_royalties', 'mar'),
    yearlyCap: yearly(inputs, 'annual_cap', 'royalty_cap_annual', 'maximum_annual_royalty'),
    totalCap: number(inputs, 'total_cap', 'royalty_cap_total'),
    commercialProbability: number(inputs, 'commercial_probability', 'probability'),
    equity: equity
      ? {
          share: needed(equity, 'share', 'equity_share'),
          companyValue: needed(equity, 'company_value', 'value'),
          year: number(equity, 'year', 't') ?? 0,
          probability: number(equity, 'probability', 'p'),
          discount: number(equity, 'discount', 'liquidity_discount'),
        }
      : null,
  }
}

function deal(inputs: Inputs): Outputs {
  const { result } = dealValue({
    ...termsOf(inputs),
    discountRate: needed(inputs, 'discount_rate', 'rate'),
    timing: timingOf(inputs, 'end'),
  })
  return {
    royalty_by_year: result.royalties,
    payable_by_year: result.payables,
    pv_upfront: result.upfront,
    pv_milestones: result.milestones,
    pv_royalties: result.runningRoyalties,
    pv_equity: result.equity,
    npv_to_licensor: result.value,
    lump_sum_equivalent: result.value,
    share_upfront: result.shares?.upfront ?? null,
    share_milestones: result.shares?.milestones ?? null,
    share_royalties: result.shares?.runningRoyalties ?? null,
    share_equity: result.shares?.equity ?? null,
    pv_expected_sales: result.expectedSales,
    effective_royalty_rate: result.effectiveRoyaltyRate,
    ...(record(inputs, 'licensee') ? sides(inputs) : {}),
  }
}

function sides(inputs: Inputs): Outputs {
  const licensor = record(inputs, 'licensor') ?? {}
  const licensee = record(inputs, 'licensee') ?? {}
  const { result } = dealForBothSides({
    ...termsOf(inputs),
    timing: timingOf(inputs, 'end'),
    licensor: {
      discountRate: number(licensor, 'discount_rate', 'rate') ?? needed(inputs, 'discount_rate', 'rate'),
      yearlyCosts: yearly(licensor, 'costs', 'yearly_costs'),
      reservation: number(licensor, 'reservation', 'reservation_value'),
    },
    licensee: {
      discountRate: needed(licensee, 'discount_rate', 'rate'),
      cashFlows: neededNumbers(licensee, 'cash_flows', 'benefits'),
      investment: number(licensee, 'investment', 'initial_investment'),
      taxRate: number(licensee, 'tax_rate'),
      reservation: number(licensee, 'reservation', 'reservation_value'),
    },
    bargainingPower: number(inputs, 'bargaining_power'),
  })
  return {
    licensor_npv: result.licensor.value,
    licensee_npv: result.licensee.value,
    licensee_irr: result.licensee.returns.rate,
    licensee_irrs: result.licensee.returns.all,
    licensee_payback: result.licensee.payback.years,
    licensee_discounted_payback: result.licensee.payback.discountedYears,
    lump_sum_min: result.lumpSum.least,
    lump_sum_max: result.lumpSum.most,
    lump_sum_point: result.lumpSum.point,
    royalty_min: result.flatRoyalty?.least ?? null,
    royalty_max: result.flatRoyalty?.most ?? null,
    zone_exists: result.lumpSum.exists,
  }
}

function lumpSum(inputs: Inputs): Outputs {
  const basis = {
    sales: neededNumbers(inputs, 'sales', 'revenues'),
    discountRate: needed(inputs, 'discount_rate', 'rate'),
    timing: timingOf(inputs, 'end'),
    commercialProbability: number(inputs, 'commercial_probability', 'probability'),
  }
  if (has(inputs, 'lump_sum'))
    return { royalty_rate: royaltyForLumpSum({ ...basis, lumpSum: needed(inputs, 'lump_sum') }).result }
  return { lump_sum: lumpSumForRoyalty({ ...basis, royaltyRate: needed(inputs, 'royalty_rate') }).result }
}

function zone(inputs: Inputs): Outputs {
  const { result } = zoneOfAgreement({
    least: needed(inputs, 'licensor_minimum', 'least', 'min'),
    most: needed(inputs, 'licensee_maximum', 'most', 'max'),
    bargainingPower: number(inputs, 'bargaining_power', 'licensor_power'),
  })
  return { exists: result.exists, low: result.least, high: result.most, point: result.point }
}

export const dealMethods: VectorMethods = {
  deal_npv: deal,
  deal_both_sides: sides,
  lump_sum_equivalent: lumpSum,
  zone_of_agreement: zone,
}
