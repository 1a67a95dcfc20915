import { type MethodName } from '../model/document.ts'
import { comparablesFormulas, replacementFormulas, reproductionFormulas } from './cost-and-market-formulas.ts'
import { dealFormulas } from './deal-formulas.ts'
import { excessFormulas, incrementalFormulas, reliefFormulas, withWithoutFormulas } from './income-formulas.ts'
import { type MethodSheet } from './method-sheet.ts'
import { isEuropean, optionFormulas, stagesFormulas, treeFormulas } from './staged-formulas.ts'

/** How a method is written as formulas. */
interface MethodFormulas {
  /** Whether there are formulas for these inputs; else the figure stands as a plain number. */
  readonly writes: (sheet: MethodSheet) => boolean
  readonly write: (sheet: MethodSheet, valuationYear: number) => void
}

const always = (write: MethodFormulas['write']): MethodFormulas => ({ writes: () => true, write })

const formulas: Record<MethodName, MethodFormulas> = {
  cost_reproduction: always(reproductionFormulas),
  cost_replacement: always(replacementFormulas),
  market_comparables: always(comparablesFormulas),
  relief_from_royalty: always(reliefFormulas),
  excess_earnings: always(excessFormulas),
  with_and_without: always(withWithoutFormulas),
  incremental_income: always(incrementalFormulas),
  risk_adjusted_stages: always(stagesFormulas),
  decision_tree: always(treeFormulas),
  real_option: { writes: isEuropean, write: optionFormulas },
  deal_structure: always(dealFormulas),
}

export function formulasOf(method: MethodName): MethodFormulas {
  return formulas[method]
}
