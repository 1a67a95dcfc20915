import { costAndMarketMethods } from './cost-and-market.ts'
import { dealMethods } from './deals.ts'
import { discountingMethods } from './discounting.ts'
import { incomeMethods } from './income.ts'
import { rateAndLifeMethods } from './rates-and-life.ts'
import { riskMethods } from './risk.ts'
import { ruleMethods } from './rules.ts'
import { type VectorMethods } from './vector.ts'

/** The function of each method name. */
export const methods: VectorMethods = {
  ...discountingMethods,
  ...costAndMarketMethods,
  ...incomeMethods,
  ...rateAndLifeMethods,
  ...dealMethods,
  ...ruleMethods,
  ...riskMethods,
}
