import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { listings } from '#modules/listings/server'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { matchDeclines, matchDue, matches, matchQuestions, matchTellings } from './matching.tables.server.ts'
import type { MatchSide } from './question.ts'
import { leastScore, matchesKept } from './weights.ts'

export type MatchRow = typeof matches.$inferSelect
export type DeclineRow = typeof matchDeclines.$inferSelect
export type QuestionRow = typeof matchQuestions.$inferSelect

/** Those of these listings that were ever published: a first draft has nothing to compare and no matches to lose. */
export async function everPublished(db: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: listings.id })
    .from(listings)
    .where(and(inArray(listings.id, [...ids]), isNotNull(listings.publishedVersion)))
  return rows.map(({ id }) => id)
}

/** Marks listings as changed, to be compared again, and tells the news that makes it happen. */
export async function markDue(tx: Transaction, listingIds: readonly string[]): Promise<void> {
  if (listingIds.length === 0) return
  const since = now()
  for (const listingId of listingIds)
    await tx
      .insert(matchDue)
      .values({ listingId, since })
      // A change while it is being compared must not be forgotten: the mark moves on even within one millisecond.
      .onConflictDoUpdate({ target: matchDue.listingId, set: { since: sql`max(${matchDue.since} + 1, ${since})` } })
  await publish(tx, { topic: 'matching.due', subjectId: 'matching' })
}

export async function dueListings(db: Reader, limit: number): Promise<{ listingId: string; since: number }[]> {
  return db.select().from(matchDue).orderBy(asc(matchDue.since), asc(matchDue.listingId)).limit(limit)
}

export async function isDue(db: Reader, listingId: string): Promise<boolean> {
  const [row] = await db.select({ id: matchDue.listingId }).from(matchDue).where(eq(matchDue.listingId, listingId))
  return row !== undefined
}

/** Takes the mark away if the listing has not changed since it was read. */
export async function clearDue(tx: Transaction, due: { listingId: string; since: number }): Promise<void> {
  await tx.delete(matchDue).where(and(eq(matchDue.listingId, due.listingId), eq(matchDue.since, due.since)))
}

/** Keeps a match; one that was known keeps when it was found and who was told. */
export async function saveMatch(
  tx: Transaction,
  match: Omit<MatchRow, 'foundAt' | 'scoredAt' | 'needToldAt' | 'technologyToldAt'>,
): Promise<void> {
  const at = now()
  const { needId: _need, technologyId: _technology, ...changing } = match
  await tx
    .insert(matches)
    .values({ ...match, foundAt: at, scoredAt: at, needToldAt: null, technologyToldAt: null })
    .onConflictDoUpdate({ target: [matches.needId, matches.technologyId], set: { ...changing, scoredAt: at } })
}

/** Ends the matches of a need but those with these technologies. */
export async function keepOnlyTechnologies(tx: Transaction, needId: string, kept: readonly string[]): Promise<void> {
  await tx
    .delete(matches)
    .where(and(eq(matches.needId, needId), kept.length === 0 ? undefined : notInArray(matches.technologyId, [...kept])))
}

/** Ends the matches of a technology but those with these needs. */
export async function keepOnlyNeeds(tx: Transaction, technologyId: string, kept: readonly string[]): Promise<void> {
  await tx
    .delete(matches)
    .where(
      and(
        eq(matches.technologyId, technologyId),
        kept.length === 0 ? undefined : notInArray(matches.needId, [...kept]),
      ),
    )
}

/** The matches of a need, the best first. */
export async function matchesOfNeed(db: Reader, needId: string): Promise<MatchRow[]> {
  return db
    .select()
    .from(matches)
    .where(eq(matches.needId, needId))
    .orderBy(desc(matches.score), asc(matches.technologyId))
    .limit(200)
}

/** The matches of a technology, the best first. */
export async function matchesOfTechnology(db: Reader, technologyId: string): Promise<MatchRow[]> {
  return db
    .select()
    .from(matches)
    .where(eq(matches.technologyId, technologyId))
    .orderBy(desc(matches.score), asc(matches.needId))
    .limit(200)
}

export async function matchOfPair(db: Reader, needId: string, technologyId: string): Promise<MatchRow | null> {
  const [row] = await db
    .select()
    .from(matches)
    .where(and(eq(matches.needId, needId), eq(matches.technologyId, technologyId)))
  return row ?? null
}

/** What the need's side has declined, by need. */
export async function declinesOfNeeds(db: Reader, needIds: readonly string[]): Promise<DeclineRow[]> {
  if (needIds.length === 0) return []
  return db
    .select()
    .from(matchDeclines)
    .where(and(inArray(matchDeclines.needId, [...needIds]), eq(matchDeclines.side, 'need')))
    .orderBy(asc(matchDeclines.at), asc(matchDeclines.technologyId))
}

/** What a technology's side has declined. */
export async function declinesOfTechnology(db: Reader, technologyId: string): Promise<DeclineRow[]> {
  return db
    .select()
    .from(matchDeclines)
    .where(and(eq(matchDeclines.technologyId, technologyId), eq(matchDeclines.side, 'technology')))
    .orderBy(asc(matchDeclines.at), asc(matchDeclines.needId))
}

/** Questions between these needs and technologies, the oldest first. */
export async function questionsAbout(
  db: Reader,
  pair: { readonly needIds?: readonly string[]; readonly technologyIds?: readonly string[] },
): Promise<QuestionRow[]> {
  const { needIds, technologyIds } = pair
  if (needIds?.length === 0 || technologyIds?.length === 0) return []
  return db
    .select()
    .from(matchQuestions)
    .where(
      and(
        needIds === undefined ? undefined : inArray(matchQuestions.needId, [...needIds]),
        technologyIds === undefined ? undefined : inArray(matchQuestions.technologyId, [...technologyIds]),
      ),
    )
    .orderBy(asc(matchQuestions.askedAt), asc(matchQuestions.id))
}

export async function questionById(db: Reader, id: string): Promise<QuestionRow | null> {
  const [row] = await db.select().from(matchQuestions).where(eq(matchQuestions.id, id))
  return row ?? null
}

/** Asks a question once; false when it was asked before. */
export async function insertQuestion(tx: Transaction, question: QuestionRow): Promise<boolean> {
  const rows = await tx
    .insert(matchQuestions)
    .values(question)
    .onConflictDoNothing()
    .returning({ id: matchQuestions.id })
  return rows.length === 1
}

/** How many questions of a need's owner wait for an answer by the owner of a technology. */
export async function openQuestionsBetween(
  db: Reader,
  needOwnerId: string,
  technologyOwnerId: string,
): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(matchQuestions)
    .innerJoin(
      matches,
      and(eq(matches.needId, matchQuestions.needId), eq(matches.technologyId, matchQuestions.technologyId)),
    )
    .where(
      and(
        eq(matchQuestions.state, 'asked'),
        eq(matches.needOwnerId, needOwnerId),
        eq(matches.technologyOwnerId, technologyOwnerId),
      ),
    )
  return row?.open ?? 0
}

/** Keeps an answer if nobody was first. */
export async function saveAnswer(
  tx: Transaction,
  id: string,
  answer: Pick<QuestionRow, 'verdict' | 'answer' | 'answerLanguage' | 'answeredBy' | 'answeredAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(matchQuestions)
    .set({ ...answer, state: 'answered' })
    .where(and(eq(matchQuestions.id, id), eq(matchQuestions.state, 'asked')))
    .returning({ id: matchQuestions.id })
  return rows.length === 1
}

/** The needs whose matches were formed by another version of the formula. */
export async function needsOfOtherFormula(db: Reader, formulaVersion: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: matches.needId })
    .from(matches)
    .where(ne(matches.formulaVersion, formulaVersion))
  return rows.map((row) => row.id)
}

const untold = (side: MatchSide) => isNull(side === 'need' ? matches.needToldAt : matches.technologyToldAt)
const ownerColumn = (side: MatchSide) => (side === 'need' ? matches.needOwnerId : matches.technologyOwnerId)

/** Organisations with matches nobody told them of, and how many, on one side. */
export async function untoldOrganisations(
  db: Reader,
  side: MatchSide,
  limit: number,
): Promise<{ organisationId: string; matches: number }[]> {
  return db
    .select({ organisationId: ownerColumn(side), matches: count() })
    .from(matches)
    .leftJoin(
      matchDeclines,
      and(eq(matchDeclines.needId, matches.needId), eq(matchDeclines.technologyId, matches.technologyId)),
    )
    .where(and(untold(side), gte(matches.score, leastScore), isNull(matchDeclines.at)))
    .groupBy(ownerColumn(side))
    .orderBy(asc(ownerColumn(side)))
    .limit(limit)
}

/** Notes that an organisation is told today; false when it was already. */
export async function noteTelling(tx: Transaction, telling: typeof matchTellings.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(matchTellings)
    .values(telling)
    .onConflictDoNothing()
    .returning({ id: matchTellings.organisationId })
  return rows.length === 1
}

/** Marks all matches of an organisation on one side as told. */
export async function markTold(tx: Transaction, side: MatchSide, organisationId: string): Promise<void> {
  const at = now()
  await tx
    .update(matches)
    .set(side === 'need' ? { needToldAt: at } : { technologyToldAt: at })
    .where(and(untold(side), eq(ownerColumn(side), organisationId)))
}

/** Forgets on which days organisations were told, before a day. */
export async function forgetTellings(tx: Transaction, before: number): Promise<void> {
  await tx.delete(matchTellings).where(lt(matchTellings.at, before))
}

/** How many technologies each need is offered, and how many its owner declined. */
export async function matchCounts(
  db: Reader,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly shown: number; readonly declined: number }>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({
      needId: matches.needId,
      shown: sql<number>`count(*)`,
      declined: sql<number>`count(${matchDeclines.at})`,
    })
    .from(matches)
    .leftJoin(
      matchDeclines,
      and(
        eq(matchDeclines.needId, matches.needId),
        eq(matchDeclines.technologyId, matches.technologyId),
        eq(matchDeclines.side, 'need'),
      ),
    )
    .where(
      and(
        inArray(matches.needId, [...needIds]),
        or(gte(matches.score, leastScore), sql`${matchDeclines.at} is not null`),
      ),
    )
    .groupBy(matches.needId)
  return new Map(rows.map(({ needId, shown, declined }) => [needId, { shown, declined }]))
}

/** How many matches the listings of an organisation have on one side, and the best score of each. */
export async function matchFigures(
  db: Reader,
  side: MatchSide,
  listingIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly found: number; readonly best: number }>> {
  if (listingIds.length === 0) return new Map()
  const own = side === 'need' ? matches.needId : matches.technologyId
  const rows = await db
    .select({ id: own, found: count(), best: sql<number>`max(${matches.score})` })
    .from(matches)
    .leftJoin(
      matchDeclines,
      and(
        eq(matchDeclines.needId, matches.needId),
        eq(matchDeclines.technologyId, matches.technologyId),
        eq(matchDeclines.side, side),
      ),
    )
    .where(and(inArray(own, [...listingIds]), gte(matches.score, leastScore), isNull(matchDeclines.at)))
    .groupBy(own)
  return new Map(
    rows.map(({ id, found, best }) => [id, { found: Math.min(found, side === 'need' ? matchesKept : found), best }]),
  )
}
