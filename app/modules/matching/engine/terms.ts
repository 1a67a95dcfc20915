import type { NeedProfile } from '#modules/needs'
import type { TechnologyProfile } from '#modules/technologies'
import { fold } from '#search'
import { classified, scienceFields } from '#classifications'
import { fieldsOfIpc } from './ipc-fields.ts'
import type { Passage, PreparedText } from './passages.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'
import { sameRegion } from './regions.ts'
import { hoursADay } from './units.ts'

/** How one side of a match stands: in full, in part, not, or not said. */
export const standings = ['met', 'partly', 'not_met', 'unknown'] as const
export type Standing = (typeof standings)[number]

const parentOf = (code: string): string => classified(scienceFields, code)?.parent ?? code

/** Shared fields: one of level 2 in full, one of level 1 in part. */
export function fieldStanding(need: readonly string[], technology: readonly string[]): Standing {
  if (need.length === 0 || technology.length === 0) return 'unknown'
  if (need.some((code) => technology.includes(code))) return 'met'
  const above = new Set(technology.map(parentOf))
  return need.some((code) => above.has(parentOf(code))) ? 'partly' : 'not_met'
}

export function industryStanding(need: readonly string[], technology: readonly string[]): Standing {
  if (need.length === 0 || technology.length === 0) return 'unknown'
  const shared = need.filter((code) => technology.includes(code)).length
  return shared === 0 ? 'not_met' : shared === need.length || shared > 1 ? 'met' : 'partly'
}

/** Whether the technology's patent classes are of the fields that the need asks for. */
export function ipcStanding(fields: readonly string[], ipc: readonly string[]): Standing {
  const known = ipc.map((symbol) => fieldsOfIpc(symbol)).filter((list) => list.length > 0)
  if (fields.length === 0 || known.length === 0) return 'unknown'
  const agreeing = known.filter((list) => list.some((code) => fields.includes(code))).length
  return agreeing === known.length ? 'met' : agreeing > 0 ? 'partly' : 'not_met'
}

const proven =
  /da (?:chay|van hanh|ap dung|hoat dong|kiem chung|duoc chung minh)|tron goi|chia khoa trao tay|ban giao khi|proven|turnkey|in operation|ready to install|hands? over after/
const unfinished =
  /dang hoan thien|chua hoan thien|cung (?:kiem chung|thu|nghien cuu|phat trien)|thu nghiem cung|unfinished|still in development|jointly develop|co-develop|validates? (?:it )?with us/

/** The readiness a need asks for by what it says: 8 for what must have run, 4 where unfinished work is welcome, else 7. */
export function readinessWanted(need: NeedProfile): number {
  const { vi, en } = need.texts
  const said = fold([vi.title, vi.wanted, en.title, en.wanted].join('\n').normalize('NFC'))
  if (unfinished.test(said)) return 4
  return proven.test(said) ? 8 : 7
}

/** One level beneath what is asked is met in part; nothing claimed is unknown. */
export function readinessStanding(wanted: number, claimed: number | null): Standing {
  if (claimed === null) return 'unknown'
  if (claimed >= wanted) return 'met'
  return claimed >= wanted - 2 ? 'partly' : 'not_met'
}

const rate = /^(?:kg|m3|m2|#\p{L}+)\/time$/u

/** The rate of work a need names first in its title, in what it wants or in its conditions; null where it names none. */
export function capacityWanted(need: NeedProfile): Quantity | null {
  for (const language of ['vi', 'en'] as const)
    for (const field of ['title', 'wanted', 'conditions'] as const) {
      const folded = fold(need.texts[language][field].normalize('NFC'))
      const found = quantitiesIn(folded, language).find(
        ({ dimension, other, bound }) => rate.test(dimension) && !other && bound !== 'max',
      )
      if (found) return found
    }
  return null
}

export interface Capacity {
  readonly standing: Standing
  readonly passage: Passage | null
}

const trial = /pilot|phong thi nghiem|thi nghiem|nguyen mau|thu nghiem|laborator|prototype|bench/
const farBelow = 3

/** Whether the greatest rate of the same kind that a technology states for itself reaches what the need works with. */
export function capacityStanding(wanted: Quantity | null, text: PreparedText): Capacity {
  if (!wanted) return { standing: 'unknown', passage: null }
  let best: { reach: number; passage: Passage } | null = null
  for (const { passage, quantity } of text.figures(wanted.dimension)) {
    if (trial.test(passage.words.join(' '))) continue
    const hours = quantity.perDay === wanted.perDay ? 1 : quantity.perDay ? 1 : hoursADay.fewest / hoursADay.most
    const reach = (Number.isFinite(quantity.high) ? quantity.high : quantity.low) * hours
    if (Number.isFinite(reach) && reach > (best?.reach ?? 0)) best = { reach, passage }
  }
  if (!best) return { standing: 'unknown', passage: null }
  const least = Number.isFinite(wanted.low) ? wanted.low : wanted.middle
  const standing = best.reach >= least ? 'met' : best.reach * farBelow >= least ? 'partly' : 'not_met'
  return { standing, passage: best.passage }
}

export interface BudgetFacts {
  readonly standing: Standing
  readonly price: { readonly amount: number; readonly currency: string; readonly kind: string } | null
  readonly most: { readonly amount: number; readonly currency: string } | null
}

const overByAFifth = 1.2

/** The asking price against the most of the budget; other currencies and prices left open are unknown. */
export function budgetStanding(budget: NeedProfile['budget'], price: TechnologyProfile['price']): BudgetFacts {
  const asked = price.mode === 'asking' ? { amount: price.amount, currency: price.currency, kind: price.kind } : null
  const limit = budget.to ?? budget.from
  const most = limit === null ? null : { amount: limit, currency: budget.currency }
  if (!asked || !most || asked.currency !== most.currency) return { standing: 'unknown', price: asked, most }
  const standing =
    asked.amount <= most.amount ? 'met' : asked.amount <= most.amount * overByAFifth ? 'partly' : 'not_met'
  return { standing, price: asked, most }
}

export interface Availability {
  /** The owner has set the technology aside for somebody. */
  readonly reserved: boolean
  /** Exclusive or sole rights, or the ownership, were promised to somebody. */
  readonly taken: boolean
}

/** Whether rights are offered where the need is, and still free. */
export function territoryStanding(
  province: string | null,
  offers: TechnologyProfile['offers'],
  { reserved, taken }: Availability,
): Standing {
  if (reserved || taken) return 'not_met'
  if (offers.length === 0) return 'unknown'
  const covers = (territory: string): boolean => territory === 'WORLD' || territory === 'VN' || territory === province
  if (offers.some((offer) => offer.territory.length === 0)) return 'met'
  if (province === null) return offers.some((offer) => offer.territory.some(covers)) ? 'met' : 'unknown'
  return offers.some((offer) => offer.territory.some(covers)) ? 'met' : 'not_met'
}

/** Whether the technology is described in the language of the need. */
export function languageStanding(need: NeedProfile, technology: TechnologyProfile): Standing {
  const { sourceLanguage } = need
  return technology.texts[sourceLanguage].title !== '' || technology.sourceLanguage === sourceLanguage
    ? 'met'
    : 'partly'
}

export function placeStanding(need: string | null, technology: string | null): Standing {
  if (need === null || technology === null) return 'unknown'
  if (need === technology) return 'met'
  return sameRegion(need, technology) ? 'partly' : 'not_met'
}

/** How an owner answered the requests it was sent whose time is up or which it answered. */
export interface Answering {
  readonly asked: number
  readonly answeredInTime: number
  /** Of those it answered; null when it answered none. */
  readonly medianHours: number | null
}

const fewestAsked = 3

/** Nine of ten in time is met, half is met in part; fewer than three requests say nothing. */
export function answeringStanding(answering: Answering): Standing {
  if (answering.asked < fewestAsked) return 'unknown'
  const share = answering.answeredInTime / answering.asked
  return share >= 0.9 ? 'met' : share >= 0.5 ? 'partly' : 'not_met'
}
