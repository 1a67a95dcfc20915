import { asc, count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { fileResponse, storedFile } from '#platform/files'
import { organisations, people, verifications } from '../accounts.tables.server.ts'
import type { Actor } from '../actor.ts'
import type { OrganisationKind, VerificationDecision } from '../organisation.ts'
import { may } from '../permissions.ts'
import { type Contact, factsOf, type OrganisationFacts, personById } from './lookup.server.ts'

const perPage = 20

export interface QueuedVerification {
  readonly id: string
  readonly organisationId: string
  readonly name: Bilingual
  readonly kind: OrganisationKind
  readonly taxCode: string | null
  readonly askedAt: number
  readonly decision: VerificationDecision | null
  readonly decidedAt: number | null
}

/**
 * A page of the verifications that wait, the longest waiting first, or of those decided, the newest first.
 *
 * @returns refusals: 401, 403 `auth.second_factor`, 404 for who is not the operator
 */
export async function verificationQueue(
  actor: Actor,
  { waiting, page }: { readonly waiting: boolean; readonly page: number },
): Promise<Result<{ rows: QueuedVerification[]; total: number; pageCount: number }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const db = reader()
  const where = waiting ? isNull(verifications.decidedAt) : isNotNull(verifications.decidedAt)
  const [counted] = await db.select({ total: count() }).from(verifications).where(where)
  const rows = await db
    .select({
      id: verifications.id,
      organisationId: organisations.id,
      vi: organisations.nameVi,
      en: organisations.nameEn,
      kind: organisations.kind,
      taxCode: organisations.taxCode,
      askedAt: verifications.askedAt,
      decision: verifications.decision,
      decidedAt: verifications.decidedAt,
    })
    .from(verifications)
    .innerJoin(organisations, eq(organisations.id, verifications.organisationId))
    .where(where)
    .orderBy(waiting ? asc(verifications.askedAt) : desc(verifications.decidedAt), asc(verifications.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  const total = counted?.total ?? 0
  return done({
    rows: rows.map(({ vi, en, ...row }) => ({ ...row, name: { vi, en } })),
    total,
    pageCount: Math.max(1, Math.ceil(total / perPage)),
  })
}

export interface VerificationCase {
  readonly id: string
  readonly organisation: OrganisationFacts
  readonly version: number
  readonly note: string
  readonly files: readonly { readonly file: string; readonly name: string }[]
  readonly askedBy: Contact | null
  readonly askedAt: number
  readonly decision: VerificationDecision | null
  readonly reason: string
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  /** Whether the actor may decide it now. */
  readonly decidable: boolean
}

/** One verification as the operator sees it. Refusals as for `verificationQueue`. */
export async function verificationCase(actor: Actor, id: string): Promise<Result<VerificationCase>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const db = reader()
  const [row] = await db
    .select({ verification: verifications, organisation: organisations, decidedBy: people.name })
    .from(verifications)
    .innerJoin(organisations, eq(organisations.id, verifications.organisationId))
    .leftJoin(people, eq(people.id, verifications.decidedBy))
    .where(eq(verifications.id, id))
  if (!row) return refuse('not_found', 404)
  const { verification, organisation } = row
  return done({
    id: verification.id,
    organisation: factsOf(organisation),
    version: organisation.version,
    note: verification.note,
    files: verification.files,
    askedBy: await personById(db, verification.askedBy),
    askedAt: verification.askedAt,
    decision: verification.decision,
    reason: verification.reason,
    decidedBy: row.decidedBy,
    decidedAt: verification.decidedAt,
    decidable:
      verification.decidedAt === null &&
      may(actor, 'organisation.verify').ok &&
      !allowed.value.memberships.some((membership) => membership.id === organisation.id),
  })
}

/**
 * A file of evidence: for the operator and the organisation's owners only.
 *
 * @returns the file as an answer, or refusals: 401, 403, 404
 */
export async function verificationEvidence(actor: Actor, id: string, fileId: string): Promise<Result<Response>> {
  const [row] = await reader().select().from(verifications).where(eq(verifications.id, id))
  const desk = may(actor, 'operator.desk')
  const allowed = desk.ok || !row ? desk : may(actor, 'organisation.edit', { organisationId: row.organisationId })
  if (!allowed.ok) return allowed
  const evidence = row?.files.find(({ file }) => file === fileId)
  const file = evidence ? await storedFile(evidence.file) : null
  return evidence && file ? done(fileResponse(file, evidence.name, 'private')) : refuse('not_found', 404)
}
