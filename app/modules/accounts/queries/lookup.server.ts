import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db'
import type { Bilingual, Language } from '#kernel'
import { memberships, organisations, people } from '../accounts.tables.server.ts'
import type { LegalService, MemberRole, OrganisationKind, VerificationState } from '../organisation.ts'

/** The facts of an organisation that everybody may know. */
export interface OrganisationFacts {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: Bilingual
  readonly verification: VerificationState
  readonly verified: boolean
  readonly taxCode: string | null
  /** Code of the province, or null. */
  readonly province: string | null
  readonly address: string
  readonly website: string
  readonly description: Bilingual
  readonly services: readonly LegalService[]
  readonly createdAt: number
}

/** Somebody to write to. */
export interface Contact {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

export function factsOf(row: typeof organisations.$inferSelect): OrganisationFacts {
  return {
    id: row.id,
    kind: row.kind,
    name: { vi: row.nameVi, en: row.nameEn },
    verification: row.verification,
    verified: row.verification === 'verified',
    taxCode: row.taxCode,
    province: row.province,
    address: row.address,
    website: row.website,
    description: { vi: row.descriptionVi, en: row.descriptionEn },
    services: row.services,
    createdAt: row.createdAt,
  }
}

/** An organisation's facts, or null. */
export async function organisationById(db: Reader, id: string): Promise<OrganisationFacts | null> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id))
  return row ? factsOf(row) : null
}

/** The facts of several organisations by their ids, in one query; unknown ids are left out. */
export async function organisationsByIds(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationFacts>> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0) return new Map()
  const rows = await db.select().from(organisations).where(inArray(organisations.id, distinct))
  return new Map(rows.map((row) => [row.id, factsOf(row)]))
}

const contact = { personId: people.id, name: people.name, email: people.email, language: people.language }

async function membersIn(db: Reader, organisationId: string, roles: readonly MemberRole[]): Promise<Contact[]> {
  return db
    .select(contact)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), inArray(memberships.role, [...roles])))
    .orderBy(asc(memberships.createdAt), asc(people.id))
}

/** The owners of an organisation, the oldest membership first. */
export async function ownersOf(db: Reader, organisationId: string): Promise<Contact[]> {
  return membersIn(db, organisationId, ['owner'])
}

/** Who may sign for an organisation: its owners and signatories, the oldest membership first. */
export async function signatoriesOf(db: Reader, organisationId: string): Promise<Contact[]> {
  return membersIn(db, organisationId, ['owner', 'signatory'])
}

/** Who works for an organisation: all but its viewers, the oldest membership first. */
export async function workersOf(db: Reader, organisationId: string): Promise<Contact[]> {
  return membersIn(db, organisationId, ['owner', 'signatory', 'member'])
}

/** Who works at the exchange's operator, the oldest membership first. */
export async function operatorsOf(db: Reader): Promise<Contact[]> {
  return db
    .selectDistinct({ ...contact, since: memberships.createdAt })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(organisations.kind, 'operator'), inArray(memberships.role, ['owner', 'signatory', 'member'])))
    .orderBy(asc(memberships.createdAt), asc(people.id))
    .then((rows) => rows.map(({ since: _since, ...row }) => row))
}

/** A person to write to, or null. */
export async function personById(db: Reader, id: string): Promise<Contact | null> {
  const [row] = await db.select(contact).from(people).where(eq(people.id, id))
  return row ?? null
}

/** Somebody who may be written to without being asked each time: the address is confirmed. */
export interface Recipient extends Contact {
  /** The organisations the person belongs to at this moment. */
  readonly organisationIds: readonly string[]
}

/** A person whom letters that come again and again may reach; null for an address that is not confirmed. */
export async function recipientById(db: Reader, id: string): Promise<Recipient | null> {
  const [row] = await db
    .select(contact)
    .from(people)
    .where(and(eq(people.id, id), isNotNull(people.emailConfirmedAt)))
  if (!row) return null
  const belongsTo = await db
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.personId, id))
  return { ...row, organisationIds: belongsTo.map((membership) => membership.id) }
}
