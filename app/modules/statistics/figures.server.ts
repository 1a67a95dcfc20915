import { count, eq, sql } from 'drizzle-orm'
import { reader } from '#db'
import { type MarketFigures, marketFigures } from '#modules/catalogue/server'
import { requests } from '#modules/deals/server'
import { now } from '#platform/clock'

/** What the exchange achieved, in numbers. */
export interface ExchangeFigures extends MarketFigures {
  /** Requests for a technology and answers to a need, since the beginning. */
  readonly requests: number
  readonly accepted: number
}

const minute = 60_000

let kept: { readonly at: number; readonly figures: Promise<ExchangeFigures> } | null = null

async function counted(): Promise<ExchangeFigures> {
  const market = await marketFigures()
  const [row] = await reader()
    .select({ all: count(), accepted: sql<number>`count(*) filter (where ${eq(requests.state, 'accepted')})` })
    .from(requests)
  return { ...market, requests: row?.all ?? 0, accepted: row?.accepted ?? 0 }
}

/** Counts from the records, at most once a minute however often it is asked. */
export async function exchangeFigures(): Promise<ExchangeFigures> {
  if (!kept || Math.abs(now() - kept.at) >= minute) kept = { at: now(), figures: counted() }
  try {
    return await kept.figures
  } catch (error) {
    kept = null
    throw error
  }
}
