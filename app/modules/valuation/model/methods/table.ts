import { withBuiltRate } from './built-rate.ts'
import { costReplacement, costReproduction } from './cost.ts'
import { deal } from './deal.ts'
import { excess, incremental, relief, withWithout } from './income.ts'
import { marketComparables } from './market.ts'
import { type MethodTable } from './method.ts'
import { option, stages, tree } from './staged.ts'

/** The methods of engine version 1. A method whose figures change gets a new entry in the table of a new version. */
export const methodsOfVersion1: MethodTable = {
  cost_reproduction: costReproduction,
  cost_replacement: costReplacement,
  market_comparables: marketComparables,
  relief_from_royalty: relief,
  excess_earnings: excess,
  with_and_without: withWithout,
  incremental_income: incremental,
  risk_adjusted_stages: stages,
  decision_tree: tree,
  real_option: option,
  deal_structure: deal,
}

const income = { readiness: true }
const byProbabilities = { readiness: false }

/** Version 2: discount rates may be built up. What version 1 takes comes to the same figures. */
export const methodsOfVersion2: MethodTable = {
  ...methodsOfVersion1,
  relief_from_royalty: withBuiltRate(relief, income),
  excess_earnings: withBuiltRate(excess, income),
  with_and_without: withBuiltRate(withWithout, income),
  incremental_income: withBuiltRate(incremental, income),
  risk_adjusted_stages: withBuiltRate(stages, byProbabilities),
  decision_tree: withBuiltRate(tree, byProbabilities),
  deal_structure: withBuiltRate(deal, byProbabilities),
}
