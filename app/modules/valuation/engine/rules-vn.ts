import { atLeastZero, exceedsOne, partOfOne, refuseInput, series, sharesOfOne, taxOf } from './checks.ts'
import { type Step, type Worked } from './worked.ts'
import { figure, figures, step, total, warning, worked } from './working.ts'

/*
 * Vietnamese rules on what a royalty is counted from and who gets a part. What the law fixes is data with its
 * instrument and article, and can be given otherwise; `verified` says whether the text itself was read.
 * Amounts in units of the model's one currency; doubles, each figure within 1e-14 of the magnitudes that go into it.
 */

export interface LegalRule {
  law: string
  article: string
  inForce: string
  verified: 'text' | 'secondary'
}

/** At least this part of the profit after tax from the state-funded share goes to the authors. */
const authorFloor = {
  share: 0.3,
  law: '93/2025/QH15',
  article: '28',
  inForce: '2025-10-01',
  verified: 'secondary',
} as const satisfies LegalRule & { share: number }

/** An intermediary's part of the profit unless agreed otherwise. */
const intermediaryDefault = {
  share: 0.1,
  law: '267/2025/ND-CP',
  article: '34',
  inForce: '2025-10-14',
  verified: 'secondary',
} as const satisfies LegalRule & { share: number }

/** What inventors get where nothing was agreed: of the profit of own use, and of each licence payment, before tax. */
const inventorRemuneration = {
  selfUse: 0.1,
  licensing: 0.15,
  law: '50/2005/QH11',
  article: '135',
  inForce: '2025-10-01',
  verified: 'text',
} as const satisfies LegalRule & { selfUse: number; licensing: number }

export interface RoyaltyBases {
  netSellingPrice: number
  netRevenue: number
  preTaxProfit: number
  /** Royalty on each base, null where no rate was given for it. */
  onNetSellingPrice: number | null
  onNetRevenue: number | null
  onPreTaxProfit: number | null
}

/**
 * The three bases of a running royalty: net selling price, net revenue, pre-tax profit.
 *
 * Giá bán tịnh = invoice price − VAT, special consumption and export tax − bought components − packaging, packing,
 * transport, advertising. Doanh thu thuần = sales − trade discounts − price reductions − returns.
 * Lợi nhuận trước thuế = net revenue − reasonable costs of making and selling.
 * Source: Law 07/2017/QH14 Art. 27; Decree 76/2018/ND-CP Art. 4.
 *
 * @param given.grossSales invoiced sales; whether they hold VAT is said by `valueAddedTax`
 * @throws InputRefusal negative, out_of_range, missing, not_a_number, infinite
 */
export function royaltyBases(given: {
  grossSales: number
  valueAddedTax?: number | undefined
  specialConsumptionTax?: number | undefined
  exportTax?: number | undefined
  boughtComponents?: number | undefined
  packaging?: number | undefined
  transport?: number | undefined
  advertising?: number | undefined
  tradeDiscounts?: number | undefined
  priceReductions?: number | undefined
  returns?: number | undefined
  reasonableCosts?: number | undefined
  rates?:
    | {
        netSellingPrice?: number | undefined
        netRevenue?: number | undefined
        preTaxProfit?: number | undefined
      }
    | undefined
}): Worked<RoyaltyBases> {
  const gross = atLeastZero('grossSales', given.grossSales)
  const taken = (names: readonly (keyof typeof given)[]) =>
    names.map((name) => atLeastZero(name, (given[name] as number | undefined) ?? 0))
  const ofPrice = taken([
    'valueAddedTax',
    'specialConsumptionTax',
    'exportTax',
    'boughtComponents',
    'packaging',
    'transport',
    'advertising',
  ])
  const ofRevenue = taken(['tradeDiscounts', 'priceReductions', 'returns'])
  const costs = atLeastZero('reasonableCosts', given.reasonableCosts ?? 0)
  const netSellingPrice = total([gross, ...ofPrice.map((one) => -one)])
  const netRevenue = total([gross, ...ofRevenue.map((one) => -one)])
  const preTaxProfit = total([netRevenue, -costs])
  const steps: Step[] = [
    step(
      'net_selling_price',
      'P_net',
      'P − taxes − components − packaging − transport − advertising',
      figures([gross, ...ofPrice], ' − '),
      netSellingPrice,
      'money',
    ),
    step(
      'net_revenue',
      'R_net',
      'R − discounts − reductions − returns',
      figures([gross, ...ofRevenue], ' − '),
      netRevenue,
      'money',
    ),
    step('pre_tax_profit', 'Π', 'R_net − C', `${figure(netRevenue)} − ${figure(costs)}`, preTaxProfit, 'money'),
  ]
  const royalty = (name: 'netSellingPrice' | 'netRevenue' | 'preTaxProfit', base: number) => {
    const rate = given.rates?.[name]
    if (rate === undefined) return null
    // No royalty is owed on a base that is below zero.
    const amount = partOfOne(`rates.${name}`, rate) * Math.max(0, base)
    steps.push(step(royaltySteps[name], `ρ·${name}`, 'ρ·B', `${figure(rate)}·${figure(base)}`, amount, 'money'))
    return amount
  }
  const result = {
    netSellingPrice,
    netRevenue,
    preTaxProfit,
    onNetSellingPrice: royalty('netSellingPrice', netSellingPrice),
    onNetRevenue: royalty('netRevenue', netRevenue),
    onPreTaxProfit: royalty('preTaxProfit', preTaxProfit),
  }
  return worked(result, steps, preTaxProfit < 0 ? [warning('no_profit_to_share', { profit: preTaxProfit })] : [])
}

const royaltySteps = {
  netSellingPrice: 'royalty_on_net_selling_price',
  netRevenue: 'royalty_on_net_revenue',
  preTaxProfit: 'royalty_on_pre_tax_profit',
} as const

export interface StateFundedSplit {
  afterTaxProfit: number
  author: number
  intermediary: number
  owner: number
}

/**
 * Profit of a result paid for by the state budget, shared between author, intermediary and owner. How the profit of a
 * result paid for in part is found is not regulated: this is a model with its parameters shown.
 *
 * A = (proceeds − costs)·(1−τ); author = max(a, 30 %)·A·state share; intermediary = b·A; owner = the rest.
 * A loss is not taxed and not shared: it stays with the owner. Source: Law 93/2025/QH15 Art. 28; Decree 267/2025/ND-CP
 * Art. 34 (both from secondary sources; the base of the intermediary's part is unverified).
 *
 * @param given.stateFundedShare 0 to 1
 * @param given.authorShare a; raised to the floor, with a warning
 * @param given.intermediaryShare b; 0 where there is none; warned below the default
 * @throws InputRefusal negative, out_of_range, shares_above_one, missing
 */
export function stateFundedSplit(given: {
  proceeds: number
  deductibleCosts?: number | undefined
  taxRate: number
  stateFundedShare: number
  authorShare: number
  intermediaryShare?: number | undefined
  authorFloor?: number | undefined
}): Worked<StateFundedSplit> {
  const proceeds = atLeastZero('proceeds', given.proceeds)
  const costs = atLeastZero('deductibleCosts', given.deductibleCosts ?? 0)
  const tax = taxOf('taxRate', given.taxRate)
  const state = partOfOne('stateFundedShare', given.stateFundedShare)
  const asked = partOfOne('authorShare', given.authorShare)
  const floor = partOfOne('authorFloor', given.authorFloor ?? authorFloor.share)
  const intermediaryShare = partOfOne('intermediaryShare', given.intermediaryShare ?? 0)
  const authorShare = Math.max(asked, floor)
  if (exceedsOne(authorShare * state + intermediaryShare)) refuseInput('intermediaryShare', 'shares_above_one')
  const profit = proceeds - costs
  const afterTaxProfit = profit > 0 ? profit * (1 - tax) : profit
  const shared = Math.max(0, afterTaxProfit)
  const author = authorShare * shared * state
  const intermediary = intermediaryShare * shared
  const owner = total([afterTaxProfit, -author, -intermediary])
  const warnings = [
    ...(asked < floor ? [warning('author_share_raised_to_floor', { asked, floor })] : []),
    ...(intermediaryShare > 0 && intermediaryShare < intermediaryDefault.share
      ? [warning('intermediary_share_below_default', { share: intermediaryShare, default: intermediaryDefault.share })]
      : []),
    ...(profit <= 0 ? [warning('no_profit_to_share', { profit })] : []),
  ]
  return worked(
    { afterTaxProfit, author, intermediary, owner },
    () => [
      step(
        'profit_after_tax',
        'A',
        '(R − C)·(1 − τ)',
        `(${figure(proceeds)} − ${figure(costs)})·(1 − ${profit > 0 ? figure(tax) : '0'})`,
        afterTaxProfit,
        'money',
      ),
      step(
        'author_award',
        'A_author',
        'max(a; floor)·A·g',
        `max(${figure(asked)}; ${figure(floor)})·${figure(shared)}·${figure(state)}`,
        author,
        'money',
      ),
      step(
        'intermediary_share',
        'A_mid',
        'b·A',
        `${figure(intermediaryShare)}·${figure(shared)}`,
        intermediary,
        'money',
      ),
      step(
        'owner_share',
        'A_owner',
        'A − A_author − A_mid',
        figures([afterTaxProfit, author, intermediary], ' − '),
        owner,
        'money',
      ),
    ],
    warnings,
  )
}

export interface AuthorRemuneration {
  selfUse: number
  licensing: number
  total: number
  /** Part of the total of each co-author, by the shares they agreed on. */
  coAuthors: number[]
}

/**
 * Remuneration of inventors where nothing was agreed (thù lao), apart from the award (thưởng) of `stateFundedSplit`.
 *
 * self-use = 10 % of the attributable pre-tax profit; licensing = 15 % of each payment received, before tax.
 * Source: IP Law 50/2005/QH11 Art. 135 as amended by Law 93/2025/QH15.
 *
 * @param given.attributableProfit pre-tax profit of own use, zero or more
 * @param given.licencePayments each payment received, zero or more
 * @param given.rates other rates, where agreed
 * @param given.coAuthorShares sum to one
 * @throws InputRefusal negative, out_of_range, shares_not_one
 */
export function authorRemuneration(given: {
  attributableProfit?: number | undefined
  licencePayments?: readonly number[] | undefined
  rates?: { selfUse?: number | undefined; licensing?: number | undefined } | undefined
  coAuthorShares?: readonly number[] | undefined
}): Worked<AuthorRemuneration> {
  const profit = atLeastZero('attributableProfit', given.attributableProfit ?? 0)
  const payments =
    given.licencePayments === undefined || given.licencePayments.length === 0
      ? [0]
      : series('licencePayments', given.licencePayments, atLeastZero)
  const selfRate = partOfOne('rates.selfUse', given.rates?.selfUse ?? inventorRemuneration.selfUse)
  const licensingRate = partOfOne('rates.licensing', given.rates?.licensing ?? inventorRemuneration.licensing)
  const shares = given.coAuthorShares === undefined ? [1] : sharesOfOne('coAuthorShares', given.coAuthorShares)
  const selfUse = profit * selfRate
  const received = total(payments)
  const licensing = received * licensingRate
  const sum = selfUse + licensing
  return worked({ selfUse, licensing, total: sum, coAuthors: shares.map((share) => share * sum) }, () => [
    step('remuneration_self_use', 'T_use', 't_use·Π', `${figure(selfRate)}·${figure(profit)}`, selfUse, 'money'),
    step(
      'remuneration_licensing',
      'T_lic',
      't_lic·Σ L_i',
      `${figure(licensingRate)}·(${figures(payments)})`,
      licensing,
      'money',
    ),
    step('remuneration_total', 'T', 'T_use + T_lic', figures([selfUse, licensing]), sum, 'money'),
  ])
}
