import { type DealForLicensee, dealForLicensee, type DealForLicensor, dealForLicensor } from '../engine/deal-sides.ts'
import { dayNumber, readDay } from '../engine/days.ts'
import { InputRefusal } from '../engine/worked.ts'
import { type Approach, type LedgerInput, type ValuationModel } from './document.ts'
import { currentEngine, valuationMethods } from './engines.ts'
import { type ApproachRefusal, refusalOf } from './evaluate.ts'
import { termsAsInputs, type TermsFacts } from './facts.ts'
import { givenOf, ledgerOf } from './ledger.ts'
import { builtRate } from './methods/built-rate.ts'
import { dealTermsOf } from './methods/deal.ts'
import { timingOf } from './methods/income-slots.ts'
import { figureOf, type Given, neededFigure, seriesIn, type Slot, yearlyOf } from './methods/method.ts'

/** Terms under negotiation; where no last day is stated, how many years they last, or nothing. */
export interface OfferedTerms extends TermsFacts {
  years?: string | null | undefined
}

/** Who gives the technology and who takes it. */
export type DealSide = 'transferor' | 'transferee'

/** Over how many years of the model's sales the value runs, and how many the terms last; null without an end. */
interface YearsCounted {
  counted: number
  ofTerms: number | null
}

interface Equivalents {
  /** The payment at signing that is worth as much at one's own rate, money. */
  lumpSum: number
  /** The flat royalty that is worth as much; null where no sales are expected. */
  flatRoyalty: number | null
}

/** What terms are worth to one side by its own model, in the model's unit. */
export type TermsValue =
  /** The model has no approach by the structure of a deal in use. */
  | { kind: 'no_approach' }
  | { kind: 'refused'; refusal: ApproachRefusal }
  | ({
      kind: 'transferor'
      /** Of the payments less one's own costs. */
      value: number
      /** Present value of one's own costs; null where none are stated. */
      costs: number | null
      /** Above what one has without the deal; null where that is not stated. */
      gain: number | null
      years: YearsCounted
    } & Equivalents &
      Pick<DealForLicensor, 'upfront' | 'milestones' | 'runningRoyalties'>)
  | ({
      kind: 'transferee'
      /** NPV; null where the cash flows are not stated, and only what is paid is known. */
      value: number | null
      gain: number | null
      returns: DealForLicensee['returns']
      years: YearsCounted
    } & Equivalents &
      Pick<DealForLicensee, 'upfront' | 'milestones' | 'runningRoyalties'>)

/** Slots that hold what a deal is paid: all of them are what a version says, and what it does not say is not paid. */
const slotsOfTerms = [
  'upfront',
  'milestones',
  'royaltyRate',
  'tiers',
  'minimums',
  'yearlyCap',
  'totalCap',
  'equityShare',
  'companyValue',
  'equityYear',
  'equityProbability',
  'equityDiscount',
]

const ofLicensor = ['discountRate', 'licensorCosts', 'licensorReservation', 'bargainingPower']
const ofLicensee = [
  'licenseeRate',
  'licenseeCashFlows',
  'licenseeInvestment',
  'licenseeTaxRate',
  'licenseeReservation',
  'bargainingPower',
]

/** The slots that a side's own value hangs on. */
function slotsOf(side: DealSide): Record<string, Slot> {
  const slots = Object.entries(valuationMethods.deal_structure.slots)
  if (side === 'transferor') return Object.fromEntries(slots.filter(([name]) => !ofLicensee.includes(name)))
  const own = slots.filter(([name, { partOf }]) => !ofLicensor.includes(name) && partOf !== 'discountRate')
  return Object.fromEntries(
    own.map(([name, slot]) => [name, name === 'licenseeRate' ? { ...slot, needed: true } : slot]),
  )
}

const nameOf = (text: string | null | undefined): string => (text ?? '').normalize('NFC').trim().toLowerCase()

/** How likely the model takes its milestones to be reached, by their names. */
function probabilitiesIn(model: ValuationModel, { inputs }: Approach): Map<string, string> {
  const value = model.inputs.find(({ id }) => id === inputs['milestones'])?.value
  if (value?.kind !== 'table') return new Map()
  const [name, probability] = ['name', 'probability'].map((column) => value.columns.indexOf(column))
  return new Map(
    value.rows.flatMap((row) => {
      const stated = row[probability ?? -1]
      return stated === null || stated === undefined ? [] : [[nameOf(row[name ?? -1]), stated] as const]
    }),
  )
}

/** The model and its approach with the terms in the place of what filled the slots of payments. */
function withTerms(model: ValuationModel, approach: Approach, terms: OfferedTerms) {
  const probabilities = probabilitiesIn(model, approach)
  const milestones = terms.milestones?.map((one) => ({ ...one, probability: probabilities.get(nameOf(one.name)) }))
  const slots = Object.entries(valuationMethods.deal_structure.slots)
  const inputs: Approach['inputs'] = Object.fromEntries(
    Object.entries(approach.inputs).filter(([name]) => !slotsOfTerms.includes(name)),
  )
  const offered = termsAsInputs({ ...terms, milestones }, model.head.amountsIn).flatMap((known): LedgerInput[] => {
    const slot = slots.find(([, { register }]) => register === known.id)?.[0]
    if (slot === undefined) return []
    const id = known.id.replace('register.', 'offered.')
    inputs[slot] = id
    return [
      {
        ...known,
        id,
        name: null,
        source: { kind: 'register', reference: '' },
        enteredBy: { id: '', name: '' },
        enteredAt: '',
      },
    ]
  })
  return { model: { ...model, inputs: [...model.inputs, ...offered] }, approach: { ...approach, inputs } }
}

/** Years from one day to a later one: whole ones by the calendar, what is left by its days. */
function yearsBetween(from: string, to: string): number {
  const [start, end] = [readDay('valuationDate', from), readDay('end', to)]
  const anniversary = (years: number) => dayNumber({ ...start, year: start.year + years })
  const whole = end.year - start.year - (dayNumber(end) < anniversary(end.year - start.year) ? 1 : 0)
  return whole + (dayNumber(end) - anniversary(whole)) / (anniversary(whole + 1) - anniversary(whole))
}

/** How many years from the valuation date on the terms last. */
function yearsOf({ end, years }: OfferedTerms, valuationDate: string): number | null {
  if (typeof end === 'string') return end <= valuationDate ? 0 : yearsBetween(valuationDate, end)
  return typeof years === 'string' ? Number(years) : null
}

const seriesOfYears = ['sales', 'minimums', 'licensorCosts', 'licenseeCashFlows']

/** What the slots hold, up to the end of the terms: the year in which they end counts by the part before it. */
function upToEnd(given: Given, years: number | null): { given: Given; counted: number } {
  const count = seriesIn(given, 'sales')?.length ?? 0
  const { firstYear = 1, lastYear = 1 } = timingOf(given)
  const lengths = Array.from({ length: count }, (_, at) =>
    at === 0 && (count > 1 || firstYear !== 1) ? firstYear : at === count - 1 ? lastYear : 1,
  )
  const shares: number[] = []
  let passed = 0
  for (const length of lengths) {
    const left = (years ?? Infinity) - passed
    if (left <= 1e-9) break
    shares.push(Math.min(1, left / length))
    passed += length
  }
  const last = (lengths[shares.length - 1] ?? 1) * (shares.at(-1) ?? 1)
  const counted = Math.min(passed, years ?? Infinity)
  if (shares.length === count && shares.at(-1) === 1) return { given, counted }
  const cut: Given = { ...given, firstYear: shares.length === 1 ? last : firstYear }
  cut['lastYear'] = shares.length === 1 ? 1 : last
  for (const name of seriesOfYears) {
    const value = yearlyOf(given, name)
    if (value === undefined) continue
    cut[name] = shares.map((share, at) => share * (typeof value === 'number' ? value : (value[at] ?? NaN)))
  }
  return { given: cut, counted }
}

function valueFor(side: DealSide, given: Given, years: YearsCounted): TermsValue {
  const terms = { ...dealTermsOf(given), timing: timingOf(given) }
  if (side === 'transferor') {
    const discountRate = builtRate(given)?.result.technologyRate ?? neededFigure(given, 'discountRate')
    const yearlyCosts = yearlyOf(given, 'licensorCosts')
    const reservation = figureOf(given, 'licensorReservation')
    const { result } = dealForLicensor({ ...terms, licensor: { discountRate, yearlyCosts, reservation } })
    const { payments, effectiveRoyaltyRate, costs, gain, ...rest } = result
    return {
      kind: 'transferor',
      ...rest,
      costs: yearlyCosts === undefined ? null : costs,
      gain: reservation === undefined ? null : gain,
      lumpSum: payments,
      flatRoyalty: effectiveRoyaltyRate,
      years,
    }
  }
  const reservation = figureOf(given, 'licenseeReservation')
  const { result } = dealForLicensee({
    ...terms,
    licensee: {
      discountRate: neededFigure(given, 'licenseeRate'),
      cashFlows: seriesIn(given, 'licenseeCashFlows'),
      investment: figureOf(given, 'licenseeInvestment'),
      taxRate: figureOf(given, 'licenseeTaxRate'),
      reservation,
    },
  })
  const { payments, effectiveRoyaltyRate, returns, ...rest } = result
  return {
    kind: 'transferee',
    ...rest,
    value: returns?.value ?? null,
    gain: reservation === undefined ? null : (returns?.gain ?? null),
    returns,
    lumpSum: payments,
    flatRoyalty: effectiveRoyaltyRate,
    years,
  }
}

/** The approach by which a model values terms. */
export function dealApproachIn(model: ValuationModel): Approach | null {
  return model.approaches.find(({ method, enabled }) => method === 'deal_structure' && enabled) ?? null
}

/**
 * What terms are worth to one side by its own model: they take the place of all payments of the model's deal, also of
 * those they do not have; sales count up to their end. Milestones keep the probability that the model gives to one of
 * the same name, else they count as certain. Nothing of the other side is asked for.
 *
 * A side's figures are those of `dealForLicensor` and `dealForLicensee`; amounts in another currency are converted by
 * the rates that the model states.
 */
export function valueOfTerms(model: ValuationModel, terms: OfferedTerms, side: DealSide): TermsValue {
  const found = dealApproachIn(model)
  if (!found) return { kind: 'no_approach' }
  const { model: offered, approach } = withTerms(model, found, terms)
  try {
    const method = { ...valuationMethods.deal_structure, slots: slotsOf(side) }
    const ofTerms = yearsOf(terms, model.head.valuationDate)
    const { given, counted } = upToEnd(givenOf(approach, method, ledgerOf(offered)), ofTerms)
    return valueFor(side, given, { counted, ofTerms })
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error
    return { kind: 'refused', refusal: refusalOf(error, found, currentEngine) }
  }
}
