import { atLeastZero, everyYear, finite, partOfOne, rateOf, refuseInput, taxOf, type Yearly } from './checks.ts'
import { dealValue, type DealTerms, type DealValue, type Payments, paymentsOf } from './deal.ts'
import { internalRateOfReturn, payback, type Payback, type RatesOfReturn } from './returns.ts'
import { factorsOf, periodsOf, type Timing } from './timing.ts'
import { type Step, type Warning, type Worked } from './worked.ts'
import { figure, figures, step, total, warning, weighted, worked } from './working.ts'

export interface LicensorSide {
  /** k of the licensor. */
  discountRate: number
  /** What the deal costs him each year, money, whether or not it comes to sales. */
  yearlyCosts?: Yearly | undefined
  /** What he has without the deal: his best other use, or the cost of the technology. */
  reservation?: number | undefined
}

export interface LicenseeSide {
  /** k of the licensee. */
  discountRate: number
  /** What the technology brings him each year before payments to the licensor, after tax, if it comes to sales. */
  cashFlows: readonly number[]
  /** Spent at signing besides, money. */
  investment?: number | undefined
  /** τ by which payments lower his tax, 0 where they do not. */
  taxRate?: number | undefined
  /** What he has without the deal. */
  reservation?: number | undefined
}

export interface Zone {
  exists: boolean
  /** The least the licensor accepts. */
  least: number
  /** The most the licensee pays. */
  most: number
  /** Between them by bargaining power; null where they do not meet. */
  point: number | null
}

export interface DealSides {
  licensor: {
    /** Value of the payments less his costs. */
    value: number
    /** The same less what he has without the deal. */
    gain: number
  }
  licensee: {
    value: number
    gain: number
    returns: RatesOfReturn
    payback: Payback
    /** Expected flows at signing and of each year, milestones in the year they fall due. */
    yearlyFlows: number[]
  }
  /** Of a single payment at signing. */
  lumpSum: Zone
  /** Of a flat royalty and nothing else; null where no sales are expected. */
  flatRoyalty: Zone | null
}

/**
 * Zone of agreement between the least one side accepts and the most the other pays.
 *
 * point = least + b·(most − least), b the licensor's bargaining power (0.5: Nash's equal split).
 *
 * @throws InputRefusal out_of_range, not_a_number, infinite
 */
export function zoneOfAgreement(given: {
  least: number
  most: number
  bargainingPower?: number | undefined
}): Worked<Zone> {
  const { zone, steps, warnings } = zoneBetween(given.least, given.most, given.bargainingPower, 'money')
  return worked(zone, steps, warnings)
}

function zoneBetween(least: number, most: number, bargainingPower: number | undefined, unit: 'money' | 'ratio') {
  const low = finite('least', least)
  const high = finite('most', most)
  const power = partOfOne('bargainingPower', bargainingPower ?? 0.5)
  const exists = high >= low
  const point = exists ? low + power * (high - low) : null
  const steps: Step[] = [
    step('least_acceptable', 'min', 'min', figure(low), low, unit),
    step('most_payable', 'max', 'max', figure(high), high, unit),
    ...(point === null
      ? []
      : [
          step(
            'agreed_point',
            'P',
            'min + b·(max − min)',
            `${figure(low)} + ${figure(power)}·(${figure(high)} − ${figure(low)})`,
            point,
            unit,
          ),
        ]),
  ]
  const warnings: Warning[] = exists ? [] : [warning('no_zone_of_agreement', { least: low, most: high })]
  return { zone: { exists, least: low, most: high, point }, steps, warnings }
}

/** Expected flows of the licensee with their times: signing, milestones, years, and the shares he gives. */
function licenseeFlows(payments: Payments, side: LicenseeSide, cashFlows: readonly number[], times: readonly number[]) {
  const keep = 1 - taxOf('licensee.taxRate', side.taxRate ?? 0)
  const investment = atLeastZero('licensee.investment', side.investment ?? 0)
  const { equity, probability } = payments
  const dated = [
    { time: 0, year: 0, flow: -investment - keep * payments.upfront },
    ...payments.milestones.map(({ year, amount, probability: p }) => ({
      time: year,
      year: Math.ceil(year),
      flow: -keep * amount * p,
    })),
    ...cashFlows.map((flow, at) => ({
      time: times[at] ?? at + 1,
      year: at + 1,
      flow: probability * (flow - keep * (payments.payables[at] ?? 0)),
    })),
    // Shares are given up, not deducted.
    ...(equity ? [{ time: equity.year, year: Math.ceil(equity.year), flow: -equity.amount * equity.probability }] : []),
  ]
  const yearly = Array.from({ length: Math.max(...dated.map(({ year }) => year)) + 1 }, (_, year) =>
    total(dated.filter((one) => one.year === year).map(({ flow }) => flow)),
  )
  return { dated, yearly, keep, investment }
}

/** Terms with the timing of their sales. */
export type TimedTerms = DealTerms & { timing?: Timing | undefined }

function licensorPart(given: TimedTerms, licensor: LicensorSide) {
  const deal = dealValue({ ...given, discountRate: rateOf('licensor.discountRate', licensor.discountRate) })
  const count = given.sales.length
  const costs = everyYear('licensor.yearlyCosts', licensor.yearlyCosts ?? 0, count, atLeastZero)
  const factors = factorsOf(licensor.discountRate, periodsOf(count, given.timing ?? {}), 'licensor.discountRate')
  const costValue = weighted(costs, factors)
  const reservation = finite('licensor.reservation', licensor.reservation ?? 0)
  const value = deal.result.value - costValue
  const valued = () =>
    step(
      'value_to_licensor',
      'V_A',
      'V − PV(costs)',
      `${figure(deal.result.value)} − ${figure(costValue)}`,
      value,
      'money',
    )
  return { deal, costValue, reservation, value, gain: value - reservation, valued }
}

function licenseePart(given: TimedTerms, payments: Payments, licensee: LicenseeSide) {
  const count = payments.sales.length
  const periods = periodsOf(count, given.timing ?? {})
  if (!Array.isArray(licensee.cashFlows)) refuseInput('licensee.cashFlows', 'missing')
  const cashFlows = everyYear('licensee.cashFlows', licensee.cashFlows, count, finite)
  const k = rateOf('licensee.discountRate', licensee.discountRate)
  const { dated, yearly, keep, investment } = licenseeFlows(payments, licensee, cashFlows, periods.times)
  const value = total(dated.map(({ flow, time }) => flow * (1 + k) ** -time))
  const reservation = finite('licensee.reservation', licensee.reservation ?? 0)
  const returns = internalRateOfReturn({
    cashFlows: dated.map(({ flow }) => flow),
    times: dated.map(({ time }) => time),
  })
  const back = payback({ cashFlows: yearly, rate: k })
  const factors = factorsOf(k, periods, 'licensee.discountRate')
  const benefit = payments.probability * weighted(cashFlows, factors) - investment - reservation
  const expectedSales = payments.probability * weighted(payments.sales, factors)
  const seen: DealSides['licensee'] = {
    value,
    gain: value - reservation,
    returns: returns.result,
    payback: back.result,
    yearlyFlows: yearly,
  }
  const valued = () =>
    step(
      'value_to_licensee',
      'V_B',
      'Σ CF_i·(1 + k_B)^−t_i',
      figures(dated.map(({ flow, time }) => flow * (1 + k) ** -time)),
      value,
      'money',
    )
  return { seen, returns, back, benefit, keep, expectedSales, valued }
}

/** A deal as who gives the technology sees it. */
export interface DealForLicensor extends Pick<DealValue, 'upfront' | 'milestones' | 'runningRoyalties'> {
  /** Of the payments alone: the lump sum at signing that is worth as much. */
  payments: number
  /** ρ*, null where no sales are expected. */
  effectiveRoyaltyRate: number | null
  /** Present value of his costs. */
  costs: number
  value: number
  gain: number
}

/**
 * A deal by what its licensor knows, at his own rate: as in `dealForBothSides`, without anything of the other side.
 *
 * @throws InputRefusal as `dealValue`
 */
export function dealForLicensor(given: TimedTerms & { licensor: LicensorSide }): Worked<DealForLicensor> {
  const { deal, costValue, value, gain, valued } = licensorPart(given, given.licensor)
  const { upfront, milestones, runningRoyalties, effectiveRoyaltyRate, value: payments } = deal.result
  return worked(
    { upfront, milestones, runningRoyalties, effectiveRoyaltyRate, payments, costs: costValue, value, gain },
    () => [...deal.steps, valued()],
    deal.warnings,
  )
}

/** A deal as who takes the technology sees it. */
export interface DealForLicensee extends Pick<DealValue, 'upfront' | 'milestones' | 'runningRoyalties'> {
  /** What is paid, before tax, at the licensee's own rate: the lump sum at signing that costs as much. */
  payments: number
  /** ρ*, null where no sales are expected. */
  effectiveRoyaltyRate: number | null
  /** What the deal brings; null where the cash flows are not given. */
  returns: DealSides['licensee'] | null
}

/**
 * A deal by what its licensee knows, at his own rate: as in `dealForBothSides`, without anything of the other side.
 *
 * @throws InputRefusal length_differs (cash flows beside sales) and as `dealValue`
 */
export function dealForLicensee(
  given: TimedTerms & { licensee: Omit<LicenseeSide, 'cashFlows'> & { cashFlows?: readonly number[] | undefined } },
): Worked<DealForLicensee> {
  const { cashFlows, ...side } = given.licensee
  const deal = dealValue({ ...given, discountRate: rateOf('licensee.discountRate', side.discountRate) })
  const { upfront, milestones, runningRoyalties, effectiveRoyaltyRate, value: payments } = deal.result
  const cost = { upfront, milestones, runningRoyalties, effectiveRoyaltyRate, payments }
  if (cashFlows === undefined) return worked({ ...cost, returns: null }, () => deal.steps, deal.warnings)
  const part = licenseePart(given, paymentsOf(given), { ...side, cashFlows })
  return worked(
    { ...cost, returns: part.seen },
    () => [...deal.steps, part.valued(), ...part.returns.steps, ...part.back.steps],
    [...deal.warnings, ...part.returns.warnings, ...part.back.warnings],
  )
}

/**
 * A deal seen by both sides, each at its own rate, and where they can meet.
 *
 * Licensor: V = value of the payments − PV(costs). Licensee: NPV = −I − (1−τ)·payments + PV(p·CF_t), IRR with all
 * roots, payback. Lump sum: least = his reservation + PV(costs), most = (PV(p·CF) − I − reservation)/(1−τ).
 * Flat royalty: the same over Σ p·S_t·DF_t, each at its own rate.
 *
 * @param given.bargainingPower of the licensor, 0 to 1
 * @throws InputRefusal length_differs (cash flows beside sales) and as `dealValue`
 */
export function dealForBothSides(
  given: TimedTerms & {
    licensor: LicensorSide
    licensee: LicenseeSide
    bargainingPower?: number | undefined
  },
): Worked<DealSides> {
  const payments = paymentsOf(given)
  const licensor = licensorPart(given, given.licensor)
  const licensee = licenseePart(given, payments, given.licensee)
  const { deal } = licensor
  const least = licensor.reservation + licensor.costValue
  const lumpSum = zoneBetween(least, licensee.benefit / licensee.keep, given.bargainingPower, 'money')
  const flatRoyalty =
    deal.result.expectedSales > 0
      ? zoneBetween(
          least / deal.result.expectedSales,
          licensee.benefit / licensee.keep / licensee.expectedSales,
          given.bargainingPower,
          'ratio',
        )
      : null
  return worked(
    {
      licensor: { value: licensor.value, gain: licensor.gain },
      licensee: licensee.seen,
      lumpSum: lumpSum.zone,
      flatRoyalty: flatRoyalty?.zone ?? null,
    },
    () => [
      ...deal.steps,
      licensor.valued(),
      licensee.valued(),
      ...licensee.returns.steps,
      ...licensee.back.steps,
      ...lumpSum.steps,
      ...(flatRoyalty?.steps ?? []),
    ],
    [...deal.warnings, ...licensee.returns.warnings, ...licensee.back.warnings, ...lumpSum.warnings],
  )
}
