import { and, asc, count, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { people } from '#modules/accounts/server'
import { newId, now } from '#platform/clock'
import { type MandateVerb } from './mandate.ts'
import { mandateMoves, valuationMandates, valuationReports, valuations } from './valuation.tables.server.ts'

export type Mandate = typeof valuationMandates.$inferSelect
export type Valuation = typeof valuations.$inferSelect
export type SignedReport = typeof valuationReports.$inferSelect

/** A mandate by its id; who may see it is the caller's question. */
export async function mandateById(db: Reader, id: string): Promise<Mandate | null> {
  const [row] = await db.select().from(valuationMandates).where(eq(valuationMandates.id, id))
  return row ?? null
}

/** Inserts a mandate, or gives the one that the same form made before. */
export async function insertMandate(tx: Transaction, mandate: Mandate): Promise<{ mandate: Mandate; made: boolean }> {
  const rows = await tx.insert(valuationMandates).values(mandate).onConflictDoNothing().returning()
  const [made] = rows
  if (made) return { mandate: made, made: true }
  const [before] = await tx
    .select()
    .from(valuationMandates)
    .where(and(eq(valuationMandates.askedBy, mandate.askedBy), eq(valuationMandates.formKey, mandate.formKey)))
  if (!before) throw new Error('A mandate that is neither new nor there')
  return { mandate: before, made: false }
}

/** Changes a mandate if it is still at the version that was read; false when somebody else was first. */
export async function saveMandate(
  tx: Transaction,
  read: Pick<Mandate, 'id' | 'version'>,
  change: Partial<Omit<Mandate, 'id' | 'version'>>,
): Promise<boolean> {
  const rows = await tx
    .update(valuationMandates)
    .set({ ...change, version: read.version + 1, updatedAt: now() })
    .where(and(eq(valuationMandates.id, read.id), eq(valuationMandates.version, read.version)))
    .returning({ id: valuationMandates.id })
  return rows.length === 1
}

export async function addMandateMove(
  tx: Transaction,
  move: {
    readonly mandateId: string
    readonly verb: MandateVerb
    readonly toState: Mandate['state']
    readonly by: { readonly personId: string; readonly organisationId: string }
    readonly text: string
  },
): Promise<void> {
  const { by, ...rest } = move
  await tx.insert(mandateMoves).values({ id: newId('move'), ...rest, ...by, at: now() })
}

/** The moves of a mandate, oldest first, with the name of who moved. */
export async function movesOfMandate(db: Reader, mandateId: string) {
  return db
    .select({
      id: mandateMoves.id,
      verb: mandateMoves.verb,
      toState: mandateMoves.toState,
      organisationId: mandateMoves.organisationId,
      personName: people.name,
      text: mandateMoves.text,
      at: mandateMoves.at,
    })
    .from(mandateMoves)
    .innerJoin(people, eq(people.id, mandateMoves.personId))
    .where(eq(mandateMoves.mandateId, mandateId))
    .orderBy(asc(mandateMoves.at), asc(mandateMoves.id))
    .limit(100)
}

/** One page of the mandates that an organisation stands in, the latest changed first. Another's consent is its own. */
export async function mandatesOf(
  db: Reader,
  { organisationId, limit, offset }: { organisationId: string; limit: number; offset: number },
): Promise<{ rows: Mandate[]; total: number }> {
  const where = or(
    eq(valuationMandates.askerId, organisationId),
    eq(valuationMandates.valuerId, organisationId),
    // The other side hears of it once the valuer has accepted.
    and(eq(valuationMandates.otherId, organisationId), sql`${valuationMandates.declaration} is not null`),
  )
  const [all] = await db.select({ total: count() }).from(valuationMandates).where(where)
  const rows = await db
    .select()
    .from(valuationMandates)
    .where(where)
    .orderBy(desc(valuationMandates.updatedAt), desc(valuationMandates.id))
    .limit(limit)
    .offset(offset)
  return { rows, total: all?.total ?? 0 }
}

/** The mandates in which it is an organisation's turn, the nearest deadline first. */
export async function awaitingMandates(db: Reader, organisationId: string, limit: number): Promise<Mandate[]> {
  const { valuerId, otherId, state, deadline, id } = valuationMandates
  return db
    .select()
    .from(valuationMandates)
    .where(
      or(
        and(eq(valuerId, organisationId), inArray(state, ['asked', 'accepted'])),
        and(eq(otherId, organisationId), eq(state, 'consenting')),
      ),
    )
    .orderBy(asc(deadline), asc(id))
    .limit(limit)
}

export async function valuationById(db: Reader, id: string): Promise<Valuation | null> {
  const [row] = await db.select().from(valuations).where(eq(valuations.id, id))
  return row ?? null
}

export async function valuationOfMandate(db: Reader, mandateId: string): Promise<Valuation | null> {
  const [row] = await db.select().from(valuations).where(eq(valuations.mandateId, mandateId))
  return row ?? null
}

/** Inserts a valuation, or gives the one that the same form made before. */
export async function insertValuation(
  tx: Transaction,
  valuation: Valuation,
): Promise<{ valuation: Valuation; made: boolean }> {
  const [made] = await tx.insert(valuations).values(valuation).onConflictDoNothing().returning()
  if (made) return { valuation: made, made: true }
  const [before] = await tx
    .select()
    .from(valuations)
    .where(and(eq(valuations.createdBy, valuation.createdBy), eq(valuations.formKey, valuation.formKey)))
  if (!before) throw new Error('A valuation that is neither new nor there')
  return { valuation: before, made: false }
}

/** Changes a model if it is still at the version that was read; false when somebody else was first. */
export async function saveModel(
  tx: Transaction,
  read: Pick<Valuation, 'id' | 'version'>,
  model: Valuation['model'],
): Promise<boolean> {
  const rows = await tx
    .update(valuations)
    .set({ model, version: read.version + 1, updatedAt: now() })
    .where(and(eq(valuations.id, read.id), eq(valuations.version, read.version)))
    .returning({ id: valuations.id })
  return rows.length === 1
}

/** One page of an organisation's valuations, the latest changed first. */
export async function valuationsOf(
  db: Reader,
  wanted: { organisationId: string; technologyId?: string; limit: number; offset: number },
): Promise<{ rows: Valuation[]; total: number }> {
  const where = and(
    eq(valuations.organisationId, wanted.organisationId),
    wanted.technologyId === undefined ? undefined : eq(valuations.technologyId, wanted.technologyId),
  )
  const [all] = await db.select({ total: count() }).from(valuations).where(where)
  const rows = await db
    .select()
    .from(valuations)
    .where(where)
    .orderBy(desc(valuations.updatedAt), desc(valuations.id))
    .limit(wanted.limit)
    .offset(wanted.offset)
  return { rows, total: all?.total ?? 0 }
}

/** The signed reports of a valuation without their documents, the newest first. */
export async function reportsOf(db: Reader, valuationId: string) {
  return db
    .select({
      id: valuationReports.id,
      number: valuationReports.number,
      hash: valuationReports.hash,
      signedAt: valuationReports.signedAt,
      signedBy: people.name,
    })
    .from(valuationReports)
    .innerJoin(people, eq(people.id, valuationReports.signedBy))
    .where(eq(valuationReports.valuationId, valuationId))
    .orderBy(desc(valuationReports.number))
    .limit(100)
}

export async function reportById(db: Reader, id: string): Promise<(SignedReport & { signerName: string }) | null> {
  const [row] = await db
    .select({ report: valuationReports, signerName: people.name })
    .from(valuationReports)
    .innerJoin(people, eq(people.id, valuationReports.signedBy))
    .where(eq(valuationReports.id, id))
  return row ? { ...row.report, signerName: row.signerName } : null
}

/** The signing of a report by its hash: whether the exchange knows it, by whom and when. */
export async function signingByHash(db: Reader, hash: string) {
  const [row] = await db
    .select({
      id: valuationReports.id,
      hash: valuationReports.hash,
      seal: valuationReports.seal,
      signedAt: valuationReports.signedAt,
      signedBy: valuationReports.signedBy,
      signerName: people.name,
      organisationId: valuationReports.organisationId,
    })
    .from(valuationReports)
    .innerJoin(people, eq(people.id, valuationReports.signedBy))
    .where(eq(valuationReports.hash, hash))
    .orderBy(asc(valuationReports.signedAt))
    .limit(1)
  return row ?? null
}

/** Inserts a signed report under the next number of its valuation. */
export async function insertReport(tx: Transaction, report: Omit<SignedReport, 'number'>): Promise<number> {
  const [last] = await tx
    .select({ number: valuationReports.number })
    .from(valuationReports)
    .where(eq(valuationReports.valuationId, report.valuationId))
    .orderBy(desc(valuationReports.number))
    .limit(1)
  const number = (last?.number ?? 0) + 1
  await tx.insert(valuationReports).values({ ...report, number })
  return number
}
