import { allocated, authorRemuneration, royaltyBases, stateFundedSplit } from '#modules/valuation'
import { needed, neededNumbers, number, numbers } from './given.ts'
import { type Inputs, type Outputs, type VectorMethods } from './vector.ts'

function bases(inputs: Inputs): Outputs {
  const { result } = royaltyBases({
    grossSales: needed(inputs, 'gross_sales', 'sales'),
    valueAddedTax: number(inputs, 'vat'),
    specialConsumptionTax: number(inputs, 'special_consumption_tax'),
    exportTax: number(inputs, 'export_tax'),
    boughtComponents: number(inputs, 'imported_or_bought_components', 'bought_components', 'components'),
    packaging: number(inputs, 'packaging'),
    transport: number(inputs, 'transport'),
    advertising: number(inputs, 'advertising'),
    tradeDiscounts: number(inputs, 'trade_discount', 'trade_discounts'),
    priceReductions: number(inputs, 'sales_rebate', 'price_reductions', 'sales_rebates'),
    returns: number(inputs, 'returns'),
    reasonableCosts: number(inputs, 'production_costs', 'reasonable_costs', 'costs'),
    rates: {
      netSellingPrice: number(inputs, 'rate_net_selling_price'),
      netRevenue: number(inputs, 'rate_net_revenue'),
      preTaxProfit: number(inputs, 'rate_pre_tax_profit'),
    },
  })
  return {
    net_selling_price: result.netSellingPrice,
    net_revenue: result.netRevenue,
    pre_tax_profit: result.preTaxProfit,
    royalty_on_net_selling_price: result.onNetSellingPrice,
    royalty_on_net_revenue: result.onNetRevenue,
    royalty_on_pre_tax_profit: result.onPreTaxProfit,
  }
}

function split(inputs: Inputs): Outputs {
  const { result, warnings } = stateFundedSplit({
    proceeds: needed(inputs, 'proceeds'),
    deductibleCosts: number(inputs, 'deductible_costs', 'costs'),
    taxRate: number(inputs, 'cit_rate', 'tax_rate') ?? 0,
    stateFundedShare: number(inputs, 'state_funded_share') ?? 1,
    authorShare: number(inputs, 'author_share') ?? 0.3,
    intermediaryShare: number(inputs, 'intermediary_share'),
    authorFloor: number(inputs, 'author_floor'),
  })
  return {
    after_tax_profit: result.afterTaxProfit,
    author: result.author,
    intermediary: result.intermediary,
    owner: result.owner,
    warnings: warnings.map(({ code }) => code),
  }
}

function remuneration(inputs: Inputs): Outputs {
  const { result } = authorRemuneration({
    attributableProfit: number(inputs, 'pre_tax_profit_attributable', 'attributable_profit'),
    licencePayments: numbers(inputs, 'licence_payments', 'licence_payment_received', 'license_payment_received'),
    rates: {
      selfUse: number(inputs, 'self_use_rate'),
      licensing: number(inputs, 'licensing_rate'),
    },
    coAuthorShares: numbers(inputs, 'co_author_shares', 'author_shares'),
  })
  return {
    self_use: result.selfUse,
    licensing: result.licensing,
    total: result.total,
    co_authors: result.coAuthors,
  }
}

function allocation(inputs: Inputs): Outputs {
  const { result } = allocated({ amount: needed(inputs, 'amount'), shares: neededNumbers(inputs, 'shares') })
  return { amounts: result, parts: result }
}

export const ruleMethods: VectorMethods = {
  royalty_bases_vn: bases,
  state_funded_split: split,
  ip_author_remuneration: remuneration,
  allocation,
}
