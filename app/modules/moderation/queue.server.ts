import { and, asc, count, desc, eq, inArray, isNotNull, min } from 'drizzle-orm'
import { z } from 'zod'
import { type Reader, reader } from '#db'
import { type Bilingual, check, done, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisations, people } from '#modules/accounts/server'
import { importById } from '#modules/interchange/server'
import { type ListingKind, listingKinds, type ListingState } from '#modules/listings'
import { listings } from '#modules/listings/server'

/** An id that a filter names; a filter left at "all" comes as an empty text. */
const chosenId = z
  .string()
  .max(40)
  .transform((id) => (id === '' ? undefined : id))
  .optional()
  .catch(undefined)

/** Which listings of the queue are looked at. */
export const queueFilter = z.object({
  kind: z.enum(listingKinds).optional().catch(undefined),
  organisation: chosenId,
  import: chosenId,
  state: z.enum(['submitted', 'in_review']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type QueueFilter = z.output<typeof queueFilter>

export const queueStates = ['submitted', 'in_review'] as const

export interface QueueLine {
  readonly id: string
  readonly kind: ListingKind
  readonly state: ListingState
  readonly title: string
  readonly language: 'vi' | 'en'
  readonly organisation: Bilingual
  readonly organisationId: string
  readonly verified: boolean
  readonly submittedAt: number | null
  readonly imported: boolean
  /** Whether it was published or reviewed before. */
  readonly again: boolean
  readonly reviewer: string | null
}

export interface QueueGroup {
  readonly id: string
  readonly name: string
  readonly waiting: number
}

export interface Queue {
  readonly lines: readonly QueueLine[]
  readonly total: number
  readonly pageCount: number
  readonly organisations: readonly QueueGroup[]
  readonly imports: readonly QueueGroup[]
}

const pageSize = 50

/** The listings that a filter of the queue means, whatever their page. */
export function inQueue(filter: Omit<QueueFilter, 'page'>) {
  return and(
    inArray(listings.state, filter.state ? [filter.state] : [...queueStates]),
    filter.kind === undefined ? undefined : eq(listings.kind, filter.kind),
    filter.organisation === undefined ? undefined : eq(listings.organisationId, filter.organisation),
    filter.import === undefined ? undefined : eq(listings.importId, filter.import),
  )
}

async function groups(db: Reader): Promise<Pick<Queue, 'organisations' | 'imports'>> {
  const waiting = inQueue({})
  const owners = await db
    .select({ id: organisations.id, name: organisations.nameVi, waiting: count() })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(waiting)
    .groupBy(organisations.id)
    .orderBy(desc(count()), asc(organisations.nameFolded))
    .limit(200)
  const files = await db
    .select({ id: listings.importId, waiting: count(), since: min(listings.submittedAt) })
    .from(listings)
    .where(and(waiting, isNotNull(listings.importId)))
    .groupBy(listings.importId)
    .orderBy(desc(count()))
    .limit(100)
  const imports: QueueGroup[] = []
  for (const file of files) {
    const found = file.id === null ? null : await importById(db, file.id)
    if (found) imports.push({ id: found.id, name: found.fileName, waiting: file.waiting })
  }
  return { organisations: owners, imports }
}

/** The queue of listings that wait for a reviewer, the longest waiting first. */
export async function reviewQueue(actor: Actor, filter: QueueFilter): Promise<Result<Queue>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const db = reader()
  const where = inQueue(filter)
  const [all] = await db.select({ total: count() }).from(listings).where(where)
  const rows = await db
    .select({
      id: listings.id,
      kind: listings.kind,
      state: listings.state,
      title: listings.title,
      language: listings.sourceLanguage,
      organisationId: listings.organisationId,
      vi: organisations.nameVi,
      en: organisations.nameEn,
      verification: organisations.verification,
      submittedAt: listings.submittedAt,
      importId: listings.importId,
      reviewedVersion: listings.reviewedVersion,
      reviewer: people.name,
    })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .leftJoin(people, eq(people.id, listings.reviewerId))
    .where(where)
    .orderBy(asc(listings.submittedAt), asc(listings.id))
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
  const total = all?.total ?? 0
  return done({
    lines: rows.map(({ vi, en, verification, importId, reviewedVersion, reviewer, ...row }) => ({
      ...row,
      organisation: { vi, en: en || vi },
      verified: verification === 'verified',
      imported: importId !== null,
      again: reviewedVersion !== null,
      reviewer: row.state === 'in_review' ? reviewer : null,
    })),
    total,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
    ...(await groups(db)),
  })
}

/** A filter as it comes with a form: absent and empty values mean all. */
export function filterFrom(raw: unknown): Result<Omit<QueueFilter, 'page'>> {
  const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().max(40).optional())
  return check(
    z.object({
      kind: z.preprocess((value) => (value === '' ? undefined : value), z.enum(listingKinds).optional()),
      organisation: text,
      import: text,
    }),
    raw,
  )
}
