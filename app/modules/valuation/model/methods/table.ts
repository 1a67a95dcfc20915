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
