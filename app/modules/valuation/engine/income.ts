import { atLeastZero, everyYear, finite, partOfOne, series, taxOf, type Yearly } from './checks.ts'
import { type IncomeBasis, type IncomeValue, valueOfEarnings } from './income-basis.ts'
import { type Worked } from './worked.ts'
import { figure, figures, step, warning, worked } from './working.ts'

/*
 * Amounts in units of the model's one currency, rates decimals a year. Numbers are IEEE doubles; each figure holds to
 * 1e-12 of the sum of the magnitudes that go into it.
 */

export interface RoyaltyRow {
  year: number
  revenue: number
  royaltySaving: number
  upkeep: number
  preTax: number
  afterTax: number
  discountFactor: number
  presentValue: number
}

export interface ReliefFromRoyalty extends IncomeValue {
  rows: RoyaltyRow[]
}

export interface ReliefFromRoyaltyInput extends IncomeBasis {
  /** Rev_t, money: net sales made with the technology. */
  revenues: readonly number[]
  /** ρ, of revenue. */
  royaltyRate: Yearly
  /** m, of revenue: what the owner spends to keep the right up, and a licensee would not. */
  upkeepRate?: Yearly | undefined
  /** Share of revenue owed to the technology, 1 if left out. */
  revenueShare?: Yearly | undefined
  /** τ, 0 to below 1. */
  taxRate: Yearly
}

/**
 * Relief from royalty (phương pháp tiền sử dụng tài sản vô hình): the royalties an owner does not have to pay.
 *
 * PV = Σ p·Rev_t·(ρ−m)·(1−τ)·DF_t; FV = PV·step-up.
 * Source: Circular 37/2024/TT-BTC; IVS 210.
 *
 * @throws InputRefusal empty_series, length_differs, negative, out_of_range, rate_at_or_below_minus_one,
 *   growth_at_or_above_rate, terminal_within_life, tax_benefit_without_bound
 */
export function reliefFromRoyalty(given: ReliefFromRoyaltyInput): Worked<ReliefFromRoyalty> {
  const revenues = series('revenues', given.revenues, atLeastZero)
  const count = revenues.length
  const royalties = everyYear('royaltyRate', given.royaltyRate, count, partOfOne)
  const upkeeps = everyYear('upkeepRate', given.upkeepRate ?? 0, count, partOfOne)
  const shares = everyYear('revenueShare', given.revenueShare ?? 1, count, partOfOne)
  const taxes = everyYear('taxRate', given.taxRate, count, taxOf)
  const rows = revenues.map((revenue, at) => {
    const base = revenue * (shares[at] ?? 1)
    const royaltySaving = base * (royalties[at] ?? 0)
    const upkeep = base * (upkeeps[at] ?? 0)
    const preTax = royaltySaving - upkeep
    return { year: at + 1, revenue, royaltySaving, upkeep, preTax, afterTax: preTax * (1 - (taxes[at] ?? 0)) }
  })
  const { value, steps, warnings } = valueOfEarnings(
    rows.map((row) => row.afterTax),
    taxes[0] ?? 0,
    given,
  )
  if (royalties.some((royalty, at) => royalty < (upkeeps[at] ?? 0))) warnings.unshift(warning('upkeep_above_royalty'))
  const earned = () =>
    rows.map((row, at) => {
      const shared = shares[at] === 1 ? '' : '·a'
      return step(
        'after_tax_income',
        `E_${row.year}`,
        `Rev${shared}·(ρ − m)·(1 − τ)`,
        `${figure(row.revenue)}${shared === '' ? '' : `·${figure(shares[at] ?? 1)}`}·(${figure(royalties[at] ?? 0)} − ${figure(upkeeps[at] ?? 0)})·(1 − ${figure(taxes[at] ?? 0)})`,
        row.afterTax,
        'money',
      )
    })
  const withValues = rows.map((row, at) => ({
    ...row,
    discountFactor: value.discountFactors[at] ?? 0,
    presentValue: value.presentValues[at] ?? 0,
  }))
  return worked({ ...value, rows: withValues }, () => [...earned(), ...steps()], warnings)
}

/**
 * The same value before tax benefit at mid or end of whole years, without working: for simulations, which ask for it
 * hundreds of thousands of times. Inputs are not checked, and what comes of wrong ones means nothing.
 *
 * Powers are multiplied up from 1/(1+k), which costs one division and one root a trial: relative error n·2⁻⁵².
 */
export function bareReliefFromRoyalty(
  revenues: ArrayLike<number>,
  multiplier: number,
  netRoyalty: number,
  taxRate: number,
  discountRate: number,
  midYear: boolean,
): number {
  const yearly = 1 / (1 + discountRate)
  let factor = midYear ? Math.sqrt(yearly) : yearly
  let sum = 0
  for (let at = 0; at < revenues.length; at += 1) {
    sum += (revenues[at] ?? 0) * factor
    factor *= yearly
  }
  return sum * multiplier * netRoyalty * (1 - taxRate)
}

export interface IncrementalIncome extends IncomeValue {
  incomes: number[]
}

/**
 * Incremental income (phương pháp thu nhập tăng thêm): what the technology adds by a higher price and a lower cost.
 *
 * Inc_t = (Q_t·(ΔP_t + ΔC_t) − Added_t)·(1−τ); PV = Σ p·Inc_t·DF_t.
 * Source: Circular 37/2024/TT-BTC; IVS 210 (premium profit).
 *
 * @param given.quantities Q_t, zero or more
 * @param given.pricePremium ΔP, money a piece, may be negative
 * @param given.costSaving ΔC, money a piece, may be negative
 * @param given.addedCosts Added_t, money: what the technology costs besides
 * @throws InputRefusal as `reliefFromRoyalty`
 */
export function incrementalIncome(
  given: IncomeBasis & {
    quantities: readonly number[]
    pricePremium?: Yearly | undefined
    costSaving?: Yearly | undefined
    addedCosts?: Yearly | undefined
    taxRate: Yearly
  },
): Worked<IncrementalIncome> {
  const quantities = series('quantities', given.quantities, atLeastZero)
  const count = quantities.length
  const premiums = everyYear('pricePremium', given.pricePremium ?? 0, count, finite)
  const savings = everyYear('costSaving', given.costSaving ?? 0, count, finite)
  const added = everyYear('addedCosts', given.addedCosts ?? 0, count, finite)
  const taxes = everyYear('taxRate', given.taxRate, count, taxOf)
  const incomes = quantities.map(
    (quantity, at) =>
      (quantity * ((premiums[at] ?? 0) + (savings[at] ?? 0)) - (added[at] ?? 0)) * (1 - (taxes[at] ?? 0)),
  )
  const { value, steps, warnings } = valueOfEarnings(incomes, taxes[0] ?? 0, given)
  const earned = () =>
    incomes.map((income, at) =>
      step(
        'incremental_income',
        `Inc_${at + 1}`,
        '(Q·(ΔP + ΔC) − A)·(1 − τ)',
        `(${figure(quantities[at] ?? 0)}·(${figure(premiums[at] ?? 0)} + ${figure(savings[at] ?? 0)}) − ${figure(added[at] ?? 0)})·(1 − ${figure(taxes[at] ?? 0)})`,
        income,
        'money',
      ),
    )
  return worked({ ...value, incomes }, () => [...earned(), ...steps()], warnings)
}

export interface WithAndWithout extends IncomeValue {
  incremental: number[]
  presentValueWith: number
  presentValueWithout: number
}

/**
 * With-and-without: the same business with the technology and without it.
 *
 * V = Σ p·(CF_with,t − CF_without,t)·DF_t; cash flows after tax.
 * Source: IVS 210 (premium profit or with-and-without).
 *
 * @param given.taxRate τ, for the tax amortisation benefit only
 * @throws InputRefusal length_differs and those of `reliefFromRoyalty`
 */
export function withAndWithout(
  given: IncomeBasis & {
    cashFlowsWith: readonly number[]
    cashFlowsWithout: readonly number[]
    taxRate?: number | undefined
  },
): Worked<WithAndWithout> {
  const flowsWith = series('cashFlowsWith', given.cashFlowsWith)
  const flowsWithout = everyYear('cashFlowsWithout', given.cashFlowsWithout, flowsWith.length)
  const incremental = flowsWith.map((flow, at) => flow - (flowsWithout[at] ?? 0))
  const tax = given.taxAmortisation ? taxOf('taxRate', given.taxRate) : 0
  const { value, steps, warnings } = valueOfEarnings(incremental, tax, given)
  const sides = { ...given, taxAmortisation: null }
  const valueWith = valueOfEarnings(flowsWith, 0, sides).value
  const valueWithout = valueOfEarnings(flowsWithout, 0, sides).value
  const [one, other] = [valueWith.valueBeforeTaxBenefit, valueWithout.valueBeforeTaxBenefit]
  return worked(
    { ...value, incremental, presentValueWith: one, presentValueWithout: other },
    () => [
      ...incremental.map((flow, at) =>
        step(
          'incremental_cash_flow',
          `ΔCF_${at + 1}`,
          'CF_with − CF_without',
          `${figure(flowsWith[at] ?? 0)} − ${figure(flowsWithout[at] ?? 0)}`,
          flow,
          'money',
        ),
      ),
      step(
        'value_with',
        'PV_with',
        'Σ PV_with,t',
        figures([...valueWith.presentValues, valueWith.terminal]),
        one,
        'money',
      ),
      step(
        'value_without',
        'PV_without',
        'Σ PV_without,t',
        figures([...valueWithout.presentValues, valueWithout.terminal]),
        other,
        'money',
      ),
      ...steps(),
    ],
    warnings,
  )
}
