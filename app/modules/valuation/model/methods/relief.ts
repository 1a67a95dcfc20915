import { chosen, figureOf, type Given, type Method, neededSeries, seriesIn, type Varying } from './method.ts'

/** What the short way knows how to vary. */
const handled = new Set([
  'revenues',
  'royaltyRate',
  'upkeepRate',
  'revenueShare',
  'taxRate',
  'discountRate',
  'successProbability',
])

/** Σ series[t]·DF_t of whole years, by powers multiplied up: bits that do not hang on a library's power function. */
function discounted(series: Float64Array, yearly: number, first: number): number {
  let factor = first
  let sum = 0
  for (let at = 0; at < series.length; at += 1) {
    sum += (series[at] as number) * factor
    factor *= yearly
  }
  return sum
}

/**
 * Relief from royalty without its working, for simulations: Σ Rev_t·DF_t·a·(ρ − m)·(1 − τ)·p·step-up, of whole years
 * without terminal value and with rates that are the same in all years. Equal to the method within (n + 10)·2⁻⁵².
 */
export const quickRelief: NonNullable<Method['quick']> = (given, varying, refuse) => {
  const yearlyRates = ['royaltyRate', 'upkeepRate', 'revenueShare', 'taxRate', 'discountRate']
  if ([...varying.keys()].some((slot) => !handled.has(slot))) return null
  if (yearlyRates.some((slot) => seriesIn(given, slot) !== undefined)) return null
  if (['firstYear', 'lastYear', 'terminalGrowth', 'taxAmortisationRate'].some((slot) => given[slot] !== undefined))
    return null
  const amortisation = figureOf(given, 'taxAmortisationYears') ?? 0
  if (!Number.isInteger(amortisation) || amortisation < 0) return null
  const revenues = Float64Array.from(neededSeries(given, 'revenues'))
  const years = new Float64Array(amortisation).fill(1)
  const mid = chosen(given, 'convention', ['end', 'mid']) === 'mid'
  const [factorAt, factorFixed, factorScale] = readerOf(given, varying, 'revenues', 1)
  const [royaltyAt, royaltyFixed, royaltyScale] = readerOf(given, varying, 'royaltyRate', 0)
  const [upkeepAt, upkeepFixed, upkeepScale] = readerOf(given, varying, 'upkeepRate', 0)
  const [shareAt, shareFixed, shareScale] = readerOf(given, varying, 'revenueShare', 1)
  const [taxAt, taxFixed, taxScale] = readerOf(given, varying, 'taxRate', 0)
  const [rateAt, rateFixed, rateScale] = readerOf(given, varying, 'discountRate', 0)
  const [chanceAt, chanceFixed, chanceScale] = readerOf(given, varying, 'successProbability', 1)
  return (row) => {
    const factor = factorFixed + factorScale * (row[factorAt] as number)
    const royalty = royaltyFixed + royaltyScale * (row[royaltyAt] as number)
    const upkeep = upkeepFixed + upkeepScale * (row[upkeepAt] as number)
    const share = shareFixed + shareScale * (row[shareAt] as number)
    const tax = taxFixed + taxScale * (row[taxAt] as number)
    const rate = rateFixed + rateScale * (row[rateAt] as number)
    const chance = chanceFixed + chanceScale * (row[chanceAt] as number)
    const valid =
      factor >= 0 &&
      inOne(royalty) &&
      inOne(upkeep) &&
      inOne(share) &&
      inOne(chance) &&
      inOne(tax) &&
      tax < 1 &&
      rate > -1
    if (!valid) return refuse(row)
    const yearly = 1 / (1 + rate)
    const first = mid ? Math.sqrt(yearly) : yearly
    const value = discounted(revenues, yearly, first) * factor * share * (royalty - upkeep) * (1 - tax) * chance
    if (amortisation === 0) return value
    const left = 1 - (tax * discounted(years, yearly, first)) / amortisation
    return left > 0 ? value / left : refuse(row)
  }
}

const inOne = (value: number): boolean => value >= 0 && value <= 1

/** A slot's figure as fixed + scale·row[at], one of the two being nothing: without branches in the loop. */
function readerOf(
  given: Given,
  varying: ReadonlyMap<string, Varying>,
  slot: string,
  usual: number,
): readonly [at: number, fixed: number, scale: number] {
  const found = varying.get(slot)
  if (found) return [found.at, 0, found.scale]
  return [0, slot === 'revenues' ? 1 : (figureOf(given, slot) ?? usual), 0]
}
