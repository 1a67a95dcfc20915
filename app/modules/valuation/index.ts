export { cashFlows } from './charts/cash-flows.ts'
export { convergenceChart } from './charts/convergence-chart.ts'
export { distributionChart } from './charts/distribution-chart.ts'
export { footballField } from './charts/football-field.ts'
export { scenarioBars } from './charts/scenario-bars.ts'
export { type ChartWidth } from './charts/shapes.ts'
export { spiderChart } from './charts/spider-chart.ts'
export { tornadoChart } from './charts/tornado-chart.ts'
export { waterfallChart } from './charts/waterfall-chart.ts'
export { type AnonymisedRates, type RoyaltyBase, royaltyBaseNames } from './comparables/anonymised.ts'
export { benchmarksFor, type RateBenchmark, rateBenchmarks } from './comparables/benchmarks.ts'
export { allocated, inMinorUnits } from './engine/amounts.ts'
export { refusalReasons } from './engine/checks.ts'
export { type Obsolescence, replacementCost, reproductionCost } from './engine/cost.ts'
export { dealForBothSides, zoneOfAgreement } from './engine/deal-sides.ts'
export { type DealTerms, dealValue, lumpSumForRoyalty, royaltyForLumpSum } from './engine/deal.ts'
export { exponentialDecay, weibullDecay } from './engine/decay.ts'
export { datedTimes, netPresentValue, presentValueByDates, terminalValue } from './engine/discounting.ts'
export { excessEarnings } from './engine/excess-earnings.ts'
export { type IncomeBasis, type IncomeValue } from './engine/income-basis.ts'
export { incrementalIncome, reliefFromRoyalty, withAndWithout } from './engine/income.ts'
export { stepLabels, warningCodes, warningUnits } from './engine/labels.ts'
export { remainingUsefulLife } from './engine/life.ts'
export { comparableTransactions } from './engine/market.ts'
export {
  expectedExchangeRate,
  impliedInflation,
  nominalRate,
  rateInOtherCurrency,
  realRate,
} from './engine/price-levels.ts'
export {
  costOfEquity,
  hurdleRate,
  leveredBeta,
  technologyDiscountRate,
  unleveredBeta,
  weightedCostOfCapital,
} from './engine/rates.ts'
export { internalRateOfReturn, modifiedRateOfReturn, payback } from './engine/returns.ts'
export { describeDistribution } from './engine/risk/description.ts'
export { cumulative, type Distribution, quantile } from './engine/risk/distributions.ts'
export { normalQuantile } from './engine/risk/gaussian.ts'
export { binomialOption, type LatticeInput } from './engine/risk/lattice.ts'
export { blackScholesMerton, type OptionInput } from './engine/risk/options.ts'
export { mulberry32 } from './engine/risk/random.ts'
export { type Sampling, samplings } from './engine/risk/sampling.ts'
export { tornado } from './engine/risk/sensitivity.ts'
export { type Model, simulate, type UncertainInput } from './engine/risk/simulation.ts'
export { type Matrix } from './engine/risk/symmetric.ts'
export { positionInRange, profitSplitRoyalty, quarterRule, royaltyRange, scorecard } from './engine/royalty.ts'
export { authorRemuneration, royaltyBases, stateFundedSplit } from './engine/rules-vn.ts'
export { taxAmortisationBenefit } from './engine/tax-amortisation.ts'
export { type Convention, type Timing, yearFraction } from './engine/timing.ts'
export { InputRefusal, type Warning } from './engine/worked.ts'
export {
  inputUnits,
  type InputValue,
  type LedgerInput,
  methodNames,
  rightKinds,
  sourceKinds,
  type ValuationModel,
  valueBases,
} from './model/document.ts'
export { emptyModel, setInput } from './model/edit.ts'
export { evaluateModel, modelWarningCodes, modelWarningUnits } from './model/evaluate.ts'
export { valuationMethods } from './model/engines.ts'
export { type OfferedTerms, type TermsValue } from './model/terms-value.ts'
export { canonicalJson } from './model/canonical.ts'
export { nearestCorrelations } from './model/nearest-correlations.ts'
export { faultCodes, parseModel } from './model/parse.ts'
export { reconciliationFaults } from './model/reconcile.ts'
export { parseReport, reportOf, resultsOf } from './model/report.ts'
export { simulateModel } from './model/simulate.ts'
export { type Verification, verifyReport } from './model/verify.ts'
export { applyInputs, columnsOf, typedInputs, typedRows, typedValue } from './form/inputs.ts'
export { columnPlaces } from './form/units.ts'
export { decimalFromText, decimalInText } from './form/figures.ts'
export { type InputField, inputFields, isRateBuilt } from './form/fields.ts'
export { amountsEntered } from './form/head.ts'
export { legendOf, type Meaning, symbolWords } from './legend.ts'
export { formulaIn, formulaParts, type FormulaPart, symbolIn } from './notation.ts'
export { scenarioFields, typedOverride } from './form/scenarios.ts'
export { spreadKinds, typedAxis, typedSpread } from './form/risk.ts'
export { mandateProcess, type MandateState, mandateVerbs, organisationOfParty } from './mandate.ts'
export { type ModelHead } from './model/document.ts'
export { type EvaluatedScenario } from './model/evaluate.ts'
export { type StatedSensitivity, type StatedTarget } from './model/report.ts'
export { exclusivities, rateQuestionSchema } from './signed-rate.ts'
