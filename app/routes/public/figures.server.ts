import { type MarketFigures, marketFigures } from '#modules/catalogue/server'
import { now } from '#platform/clock'

const minute = 60_000

let kept: { readonly at: number; readonly figures: Promise<MarketFigures> } | null = null

/** What the exchange achieved, counted from its records at most once a minute. */
export async function exchangeFigures(): Promise<MarketFigures> {
  if (!kept || now() - kept.at >= minute) kept = { at: now(), figures: marketFigures() }
  try {
    return await kept.figures
  } catch (error) {
    kept = null
    throw error
  }
}
