import { partOfOne, refuseInput, taxOf } from '../../engine/checks.ts'
import { type DiscountRate, leveredBeta, technologyDiscountRate, unleveredBeta } from '../../engine/rates.ts'
import { type Step, type Worked } from '../../engine/worked.ts'
import { preceded } from '../../engine/working.ts'
import { figureOf, figureSlot, type Given, type Method, neededFigure, type Varying } from './method.ts'

const part = { partOf: 'discountRate' } as const

/** What a discount rate is built up from where none is stated. Rates are decimals a year; the betas are ratios. */
const rateSlots = {
  riskFree: figureSlot(part),
  equityRiskPremium: figureSlot(part),
  beta: figureSlot(part),
  peerBeta: figureSlot(part),
  peerDebtToEquity: figureSlot(part),
  peerTaxRate: figureSlot(part),
  sizePremium: figureSlot(part),
  countryPremium: figureSlot(part),
  specificPremium: figureSlot(part),
  debtShare: figureSlot(part),
  costOfDebt: figureSlot(part),
  financingTaxRate: figureSlot(part),
  readinessPremium: figureSlot(part),
}
const readinessSlot = { readiness: figureSlot({ ...part, register: 'register.readiness' }) }

const ratePaths = {
  unleveredBeta: 'peerBeta',
  leveredBeta: 'peerBeta',
  debtToEquity: 'peerDebtToEquity',
  equityWeight: 'debtShare',
  debtWeight: 'debtShare',
}

/** Whose presence says that a rate is built up. */
const signs = ['riskFree', 'equityRiskPremium', 'beta', 'peerBeta'] as const

/** The tax rate that interest saves: stated, or that of the income where it is one figure. */
function interestTax(given: Given): { slot: string; rate: number | undefined } {
  const own = figureOf(given, 'financingTaxRate')
  return own === undefined
    ? { slot: 'taxRate', rate: figureOf(given, 'taxRate') }
    : { slot: 'financingTaxRate', rate: own }
}

interface Beta {
  beta: number
  steps: () => Step[]
}

/** β of the asset's own capital: stated; of peers, relieved of their debt and geared with its own; 1 where neither is. */
function betaOf(given: Given, debtShare: number): Beta {
  const own = figureOf(given, 'beta')
  const peers = figureOf(given, 'peerBeta')
  if (own !== undefined && peers !== undefined) refuseInput('beta', 'one_too_many')
  if (peers === undefined) return { beta: own ?? 1, steps: () => [] }
  const tax = interestTax(given)
  const peerDebt = figureOf(given, 'peerDebtToEquity') ?? 0
  const needsTax = debtShare > 0 || (peerDebt !== 0 && figureOf(given, 'peerTaxRate') === undefined)
  const ownTax = needsTax ? taxOf(tax.rate === undefined ? 'financingTaxRate' : tax.slot, tax.rate) : 0
  const peerTax = figureOf(given, 'peerTaxRate')
  const unlevered = unleveredBeta({
    leveredBeta: peers,
    debtToEquity: peerDebt,
    taxRate: peerTax === undefined ? ownTax : taxOf('peerTaxRate', peerTax),
  })
  const levered = leveredBeta({
    unleveredBeta: unlevered.result,
    debtToEquity: debtShare / (1 - debtShare),
    taxRate: ownTax,
  })
  return { beta: levered.result, steps: () => [...unlevered.steps, ...levered.steps] }
}

/**
 * The discount rate of what the slots hold: k = E/V·k_e + D/V·k_d·(1−τ) + s_TRL with k_e = r_f + β·ERP + premiums.
 *
 * The default premium for readiness is taken only where neither a premium nor a probability of success is stated, so
 * that a risk is counted once.
 *
 * @returns null where a rate is stated or nothing of one is
 * @throws InputRefusal one_too_many where a rate is stated as well; missing, out_of_range and those of the engine
 */
export function builtRate(given: Given): Worked<DiscountRate> | null {
  const building = signs.some((slot) => given[slot] !== undefined)
  if (given['discountRate'] !== undefined) return building ? refuseInput('discountRate', 'one_too_many') : null
  if (!building) return null
  const debtShare = partOfOne('debtShare', figureOf(given, 'debtShare') ?? 0)
  if (debtShare === 1) refuseInput('debtShare', 'out_of_range')
  const tax = interestTax(given)
  const { beta, steps } = betaOf(given, debtShare)
  const premium = figureOf(given, 'readinessPremium')
  const byLevel = premium === undefined && given['successProbability'] === undefined
  const worked = technologyDiscountRate({
    riskFree: neededFigure(given, 'riskFree'),
    beta,
    equityRiskPremium: neededFigure(given, 'equityRiskPremium'),
    sizePremium: figureOf(given, 'sizePremium'),
    countryPremium: figureOf(given, 'countryPremium'),
    specificPremium: figureOf(given, 'specificPremium'),
    equityWeight: 1 - debtShare,
    debtWeight: debtShare,
    costOfDebt: figureOf(given, 'costOfDebt'),
    taxRate: debtShare > 0 ? taxOf(tax.rate === undefined ? 'financingTaxRate' : tax.slot, tax.rate) : undefined,
    readinessPremium: premium,
    readiness: byLevel ? figureOf(given, 'readiness') : undefined,
    successProbability: figureOf(given, 'commercialProbability'),
  })
  return preceded(worked, { steps })
}

function withRate(given: Given, { technologyRate, readinessPremium }: DiscountRate): Given {
  return { ...given, discountRate: technologyRate, readinessPremium }
}

/** Slots that a built-up rate hangs on. */
function isOfRate(slot: string, given: Given): boolean {
  if (Object.hasOwn(rateSlots, slot) || slot === 'readiness') return true
  return slot === 'taxRate' && given['financingTaxRate'] === undefined
}

/** A trial's row with the rate built from it as one figure more. */
function quickWithRate(
  quick: NonNullable<Method['quick']>,
  given: Given,
  varying: ReadonlyMap<string, Varying>,
  refuse: (row: Float64Array) => number,
): ((row: Float64Array) => number) | null {
  const built = builtRate(given)
  if (built === null) return quick(given, varying, refuse)
  const parts = [...varying].filter(([slot]) => isOfRate(slot, given))
  const others = new Map([...varying].filter(([slot]) => slot === 'taxRate' || !isOfRate(slot, given)))
  if (parts.length === 0) return quick(withRate(given, built.result), others, refuse)
  const trial: Given = { ...given }
  let longer = new Float64Array(0)
  let inner: ((row: Float64Array) => number) | null | undefined
  const start = (row: Float64Array) => {
    longer = new Float64Array(row.length + 1)
    others.set('discountRate', { at: row.length, scale: 1 })
    return quick(withRate(given, built.result), others, refuse)
  }
  return (row) => {
    inner ??= start(row) ?? refuse
    if (inner === refuse) return refuse(row)
    for (const [slot, { at, scale }] of parts) trial[slot] = (row[at] as number) * scale
    longer.set(row)
    longer[row.length] = builtRate(trial)?.result.technologyRate ?? NaN
    return inner(longer)
  }
}

/**
 * A method that takes a discount rate, or what one is built up from: CAPM, its beta geared anew, WACC, and premiums.
 *
 * @param readiness whether the default premium by TRL is offered: not to methods that carry that risk as probabilities
 */
export function withBuiltRate(method: Method, { readiness }: { readiness: boolean }): Method {
  const { quick, slots, run } = method
  return {
    ...method,
    slots: {
      ...slots,
      ...(slots['discountRate'] ? { discountRate: { ...slots['discountRate'], unless: 'riskFree' } } : {}),
      ...rateSlots,
      ...(readiness ? readinessSlot : {}),
    },
    paths: { ...ratePaths, ...method.paths },
    run: (given, context) => {
      const built = builtRate(given)
      if (built === null) return run(given, context)
      const { value, worked } = run(withRate(given, built.result), context)
      return { value, worked: preceded(worked, { steps: () => built.steps, warnings: built.warnings }) }
    },
    ...(quick ? { quick: (given, varying, refuse) => quickWithRate(quick, given, varying, refuse) } : {}),
  }
}
