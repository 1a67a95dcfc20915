import type { Quantity } from './quantities.ts'
import { hoursADay } from './units.ts'

type Decision = 'met' | 'not_met' | 'unknown'

const slack = 1e-9

/** What is offered in the wanted number's own time: a rate by the day is one by the hour within the hours of a day. */
function spansOf(wanted: Quantity, offered: Quantity): readonly { low: number; high: number }[] {
  const toleranced = offered.bound === 'plain' && offered.low < offered.high
  const low = toleranced ? offered.middle : offered.low
  const high = toleranced ? offered.middle : offered.high
  if (wanted.perDay === offered.perDay) return [{ low, high }]
  // Rates are kept by the hour of a day of 24 hours.
  const ratio = hoursADay.most / hoursADay.fewest
  const factor = offered.perDay ? ratio : 1 / ratio
  return [
    { low, high },
    { low: low * factor, high: high * factor },
  ]
}

function decideSpan(wanted: Quantity, offered: Quantity, span: { low: number; high: number }): Decision {
  const room = Math.max(Math.abs(wanted.middle), 1e-12) * slack
  const rate = wanted.dimension.endsWith('/time')
  if (wanted.bound === 'max') {
    if (span.high <= wanted.high + room) return 'met'
    return span.low > wanted.high + room ? 'not_met' : 'unknown'
  }
  if (wanted.bound === 'range') {
    if (span.low <= wanted.low + room && span.high >= wanted.high - room) return 'met'
    if (span.low >= wanted.low - room && span.high <= wanted.high + room) return 'met'
    if (span.high < wanted.low - room) return 'not_met'
    // More than was asked for is no failing of a rate of work, but something to ask about.
    return span.low > wanted.high + room && !rate ? 'not_met' : 'unknown'
  }
  const least = wanted.middle
  if (span.low >= least - room) return 'met'
  if (span.high < least - room) return 'not_met'
  const covers = offered.scope || (wanted.bound === 'reach' && offered.bound === 'range')
  return covers && Number.isFinite(span.low) ? 'met' : 'unknown'
}

/**
 * Whether what is offered meets what is wanted; both of one dimension. `unknown` where what is said leaves it open: a
 * range across the bound, or a rate by the day against one by the hour that depends on the hours worked.
 *
 * @param ofTolerance the wish is for how exact something is, so that what stands behind `±` counts
 */
export function decide(wanted: Quantity, offered: Quantity, ofTolerance = false): Decision {
  if (ofTolerance && offered.tolerance !== null) {
    const low = offered.tolerance
    return decideSpan(wanted, offered, { low, high: low })
  }
  const decisions = spansOf(wanted, offered).map((span) => decideSpan(wanted, offered, span))
  const [first = 'unknown'] = decisions
  return decisions.every((decision) => decision === first) ? first : 'unknown'
}
