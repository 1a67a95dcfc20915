import {
  atLeastZero,
  everyYear,
  finite,
  type Labelled,
  oneKind,
  partOfOne,
  rateOf,
  refuseInput,
  series,
  taxOf,
  within,
  type Yearly,
} from './checks.ts'
import { type IncomeBasis, type IncomeValue, valueOfEarnings } from './income-basis.ts'
import { type Worked } from './worked.ts'
import { figure, figures, step, total, worked } from './working.ts'

/**
 * An asset the technology earns with. It is charged for in one of three ways: a return after tax on its balance, given
 * of revenue or as amounts, or a royalty before tax as a share of revenue.
 */
export interface ContributoryAsset extends Labelled {
  name: string
  /** Balance of revenue, zero or more. */
  balanceOfRevenue?: Yearly | undefined
  /** Balance in money. */
  balance?: Yearly | undefined
  /** Return on the balance a year, after tax. */
  returnRate?: Yearly | undefined
  /** Royalty of revenue before tax; charged after tax. */
  royaltyOfRevenue?: Yearly | undefined
}

export interface ExcessEarningsRow {
  year: number
  revenue: number
  operatingProfit: number
  afterTax: number
  charge: number
  excessEarnings: number
  discountFactor: number
  presentValue: number
}

export interface ExcessEarnings extends IncomeValue {
  rows: ExcessEarningsRow[]
  /** Charge of each asset in each year, money. */
  charges: { name: string; ofYears: number[] }[]
  /** All charges of all revenue. */
  chargeOfRevenue: number
}

interface Charge {
  charge: number
  formula: string
  numbers: () => string
}

function chargesOf(
  asset: ContributoryAsset,
  at: number,
  revenues: readonly number[],
  taxes: readonly number[],
): Charge[] {
  const path = `contributoryAssets[${at}]`
  const ways = [asset.balanceOfRevenue, asset.balance, asset.royaltyOfRevenue].filter((way) => way !== undefined)
  if (ways.length === 0) refuseInput(path, 'missing')
  if (ways.length > 1) refuseInput(path, 'one_too_many')
  const count = revenues.length
  /** The factors of a year's charge, first the one that is the asset's own. */
  const productsOf = (formula: string, factors: (year: number) => number[]): Charge[] =>
    revenues.map((_, year) => ({
      charge: factors(year).reduce((so, one) => so * one, 1),
      formula,
      numbers: () => figures(factors(year), '·'),
    }))
  if (asset.royaltyOfRevenue !== undefined) {
    const rates = everyYear(`${path}.royaltyOfRevenue`, asset.royaltyOfRevenue, count, partOfOne)
    return productsOf('Rev·ρ·(1 − τ)', (year) => [revenues[year] ?? 0, rates[year] ?? 0, 1 - (taxes[year] ?? 0)])
  }
  const returns = everyYear(`${path}.returnRate`, asset.returnRate, count, rateOf)
  if (asset.balance !== undefined) {
    const balances = everyYear(`${path}.balance`, asset.balance, count, atLeastZero)
    return productsOf('B·r', (year) => [balances[year] ?? 0, returns[year] ?? 0])
  }
  const shares = everyYear(`${path}.balanceOfRevenue`, asset.balanceOfRevenue, count, atLeastZero)
  return productsOf('b·Rev·r', (year) => [shares[year] ?? 0, revenues[year] ?? 0, returns[year] ?? 0])
}

/**
 * Multi-period excess earnings (phương pháp lợi nhuận vượt trội): profit after tax less what every other asset earns.
 * For the one main asset of a business only.
 *
 * Excess_t = EBIT_t·(1−τ) − Σ_i CAC_i,t; CAC = balance·return (after tax) or royalty·Rev·(1−τ);
 * PV = Σ p·Excess_t·DF_t; FV = PV·step-up.
 * Source: Circular 37/2024/TT-BTC; IVS 210.
 *
 * @param given.revenues Rev_t, money
 * @param given.operatingMargin EBIT of revenue, or `operatingProfits` EBIT_t, money
 * @param given.contributoryAssets may be empty
 * @throws InputRefusal empty_series, length_differs, missing, one_too_many, negative, out_of_range, mixed_currencies,
 *   mixed_units and those of the discounting
 */
export function excessEarnings(
  given: IncomeBasis & {
    revenues: readonly number[]
    operatingMargin?: Yearly | undefined
    operatingProfits?: readonly number[] | undefined
    taxRate: Yearly
    contributoryAssets: readonly ContributoryAsset[]
  },
): Worked<ExcessEarnings> {
  const revenues = series('revenues', given.revenues, atLeastZero)
  const count = revenues.length
  const taxes = everyYear('taxRate', given.taxRate, count, taxOf)
  if (given.operatingProfits !== undefined && given.operatingMargin !== undefined)
    refuseInput('operatingProfits', 'one_too_many')
  const profits =
    given.operatingProfits === undefined
      ? everyYear('operatingMargin', given.operatingMargin, count, (input, value) => within(input, value, -10, 1)).map(
          (margin, at) => margin * (revenues[at] ?? 0),
        )
      : everyYear('operatingProfits', given.operatingProfits, count, finite)
  oneKind('contributoryAssets', given.contributoryAssets)
  const assets = given.contributoryAssets.map((asset, at) => ({
    name: asset.name,
    ofYears: chargesOf(asset, at, revenues, taxes),
  }))
  const rows = revenues.map((revenue, at) => {
    const operatingProfit = profits[at] ?? 0
    const afterTax = operatingProfit * (1 - (taxes[at] ?? 0))
    const charge = total(assets.map(({ ofYears }) => ofYears[at]?.charge ?? 0))
    return { year: at + 1, revenue, operatingProfit, afterTax, charge, excessEarnings: afterTax - charge }
  })
  const { value, steps, warnings } = valueOfEarnings(
    rows.map((row) => row.excessEarnings),
    taxes[0] ?? 0,
    given,
  )
  const allRevenue = total(revenues)
  const allCharges = total(rows.map(({ charge }) => charge))
  const chargeOfRevenue = allRevenue === 0 ? 0 : allCharges / allRevenue
  return worked(
    {
      ...value,
      rows: rows.map((row, at) => ({
        ...row,
        discountFactor: value.discountFactors[at] ?? 0,
        presentValue: value.presentValues[at] ?? 0,
      })),
      charges: assets.map(({ name, ofYears }) => ({ name, ofYears: ofYears.map(({ charge }) => charge) })),
      chargeOfRevenue,
    },
    () => [
      ...assets.flatMap(({ name, ofYears }) =>
        ofYears.map(({ charge, formula, numbers }, at) =>
          step('contributory_charge', `CAC_${at + 1} (${name})`, formula, numbers(), charge, 'money'),
        ),
      ),
      step(
        'contributory_charge_total',
        'Σ CAC / Σ Rev',
        'Σ CAC_t / Σ Rev_t',
        `${figure(allCharges)} / ${figure(allRevenue)}`,
        chargeOfRevenue,
        'ratio',
      ),
      ...rows.map((row, at) =>
        step(
          'excess_earnings',
          `E_${row.year}`,
          'EBIT·(1 − τ) − CAC',
          `${figure(row.operatingProfit)}·(1 − ${figure(taxes[at] ?? 0)}) − ${figure(row.charge)}`,
          row.excessEarnings,
          'money',
        ),
      ),
      ...steps(),
    ],
    warnings,
  )
}
