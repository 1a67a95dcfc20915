import { and, asc, count, desc, gte, lt, sql, sum } from 'drizzle-orm'
import { fold } from '#search'
import { reader, type Transaction, transaction } from '#db'
import { done, type Language, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { now } from '#platform/clock'
import { schedule } from '#platform/jobs'
import { unanswered } from './terms.tables.server.ts'

const day = 86_400_000
const keptDays = 90
/** Searches before a query is shown: what one person tried once or twice is nobody's business. */
export const shownFrom = 3
const writtenEvery = 5 * 60_000
const longest = 80
const mostWords = 8
/** Queries held in memory until they are written; more are let go. */
const mostHeld = 500
const mostKept = 20_000

const held = new Map<string, { readonly text: string; readonly language: Language; searches: number }>()

/** What looks like an address, a telephone or identity number is not kept. */
const personal = /@|\d[\d .-]{5,}/

/**
 * Counts a search that found nothing or nothing whole. Returns at once, writes nothing now and never throws: the counts
 * are written every five minutes, folded and without a word of who asked. Call it for the first page only.
 */
export function noteUnanswered(text: string, language: Language): void {
  if (text.length > longest || personal.test(text)) return
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}+.-]+/gu, ' ')
    .trim()
  if (folded.length < 3 || folded.split(' ').length > mostWords) return
  const key = `${language} ${folded}`
  const known = held.get(key)
  if (known) known.searches += 1
  else if (held.size < mostHeld) held.set(key, { text: folded, language, searches: 1 })
}

/** Writes the counts held in memory and forgets what is older than ninety days. */
export async function writeUnanswered(): Promise<void> {
  const at = now()
  const today = at - (at % day)
  const counted = [...held.values()]
  held.clear()
  await transaction(async (tx) => {
    await tx.delete(unanswered).where(lt(unanswered.day, today - keptDays * day))
    if (counted.length === 0 || !(await hasRoom(tx, today))) return
    for (const { text, language, searches } of counted)
      await tx
        .insert(unanswered)
        .values({ text, language, day: today, searches })
        .onConflictDoUpdate({
          target: [unanswered.text, unanswered.language, unanswered.day],
          set: { searches: sql`${unanswered.searches} + ${searches}` },
        })
  })
}

/** Whether more may be kept; what was rare on earlier days makes room. Whoever sends nonsense cannot fill the disk. */
async function hasRoom(tx: Transaction, today: number): Promise<boolean> {
  const full = async () => {
    const [all] = await tx.select({ rows: count() }).from(unanswered)
    return (all?.rows ?? 0) >= mostKept
  }
  if (!(await full())) return true
  await tx.delete(unanswered).where(and(lt(unanswered.searches, shownFrom), lt(unanswered.day, today)))
  return !(await full())
}

/** A folded query that found nothing, how often in the last ninety days, and when last (the day). */
export interface UnansweredQuery {
  readonly text: string
  readonly language: Language
  readonly searches: number
  readonly lastDay: number
}

const pageSize = 50

/** The queries that found nothing at least three times, the most frequent first. */
export async function unansweredPage(
  actor: Actor,
  page: number,
): Promise<Result<{ queries: UnansweredQuery[]; pageCount: number }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const searches = sum(unanswered.searches).mapWith(Number)
  const asked = reader()
    .select({
      text: unanswered.text,
      language: unanswered.language,
      searches: searches.as('asked'),
      lastDay: sql<number>`max(${unanswered.day})`.as('last_day'),
    })
    .from(unanswered)
    .groupBy(unanswered.text, unanswered.language)
    .having(gte(searches, shownFrom))
    .as('often')
  const [all] = await reader().select({ total: count() }).from(asked)
  const queries = await reader()
    .select()
    .from(asked)
    .orderBy(desc(asked.searches), asc(asked.text), asc(asked.language))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  return done({ queries, pageCount: Math.max(1, Math.ceil((all?.total ?? 0) / pageSize)) })
}

export function scheduleUnanswered(): void {
  schedule('write searches without an answer', writtenEvery, writeUnanswered)
}
