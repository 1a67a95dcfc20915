import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { now } from '#platform/clock'
import { invitations, memberships, organisations, people, verifications } from '../accounts.tables.server.ts'
import type { Actor, SignedIn } from '../actor.ts'
import type { MemberRole, VerificationDecision } from '../organisation.ts'
import { may } from '../permissions.ts'
import { factsOf, type OrganisationFacts } from './lookup.server.ts'

/** An organisation as its own members see it. */
export interface OwnOrganisation {
  readonly organisation: OrganisationFacts
  readonly version: number
  /** Whether the actor may change it and its members. */
  readonly owns: boolean
}

async function own(actor: Actor, organisationId: string): Promise<Result<OwnOrganisation & { readonly by: SignedIn }>> {
  const allowed = may(actor, 'organisation.work', { organisationId })
  if (!allowed.ok) return allowed
  const [row] = await reader().select().from(organisations).where(eq(organisations.id, organisationId))
  if (!row) return refuse('not_found', 404)
  const owns = may(actor, 'organisation.edit', { organisationId }).ok
  return done({ organisation: factsOf(row), version: row.version, owns, by: allowed.value })
}

/**
 * The organisation the actor acts as.
 *
 * @returns refusals: 401, 403 `auth.organisation`, 404 when it is another than the one acted as
 */
export async function ownOrganisation(actor: Actor, organisationId: string): Promise<Result<OwnOrganisation>> {
  const found = await own(actor, organisationId)
  if (!found.ok) return found
  const { organisation, version, owns } = found.value
  return done({ organisation, version, owns })
}

export interface OrganisationMembers extends OwnOrganisation {
  readonly members: readonly {
    readonly personId: string
    readonly name: string
    readonly email: string
    readonly role: MemberRole
    readonly since: number
    readonly secondFactor: boolean
    readonly self: boolean
  }[]
  /** Open invitations; empty for who does not own the organisation. */
  readonly invitations: readonly {
    readonly id: string
    readonly email: string
    readonly role: MemberRole
    readonly expiresAt: number
  }[]
}

/** The members of the organisation the actor acts as, at most 500. Refusals as for `ownOrganisation`. */
export async function organisationMembers(actor: Actor, organisationId: string): Promise<Result<OrganisationMembers>> {
  const found = await own(actor, organisationId)
  if (!found.ok) return found
  const { by, ...rest } = found.value
  const db = reader()
  const members = await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      role: memberships.role,
      since: memberships.createdAt,
      totpConfirmedAt: people.totpConfirmedAt,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.createdAt), asc(people.id))
    .limit(500)
  const open = rest.owns
    ? await db
        .select({
          id: invitations.id,
          email: invitations.email,
          role: invitations.role,
          expiresAt: invitations.expiresAt,
        })
        .from(invitations)
        .where(
          and(
            eq(invitations.organisationId, organisationId),
            isNull(invitations.acceptedAt),
            isNull(invitations.revokedAt),
            gt(invitations.expiresAt, now()),
          ),
        )
        .orderBy(desc(invitations.createdAt), asc(invitations.id))
        .limit(200)
    : []
  return done({
    ...rest,
    members: members.map(({ totpConfirmedAt, ...member }) => ({
      ...member,
      secondFactor: totpConfirmedAt !== null,
      self: member.personId === by.personId,
    })),
    invitations: open,
  })
}

export interface OrganisationVerifications extends OwnOrganisation {
  /** Each time it was asked for, the newest first. */
  readonly asked: readonly {
    readonly id: string
    readonly note: string
    readonly files: readonly { readonly file: string; readonly name: string }[]
    readonly askedAt: number
    readonly decision: VerificationDecision | null
    readonly reason: string
    readonly decidedAt: number | null
  }[]
}

/** How the verification of the organisation the actor acts as stands. Refusals as for `ownOrganisation`. */
export async function organisationVerifications(
  actor: Actor,
  organisationId: string,
): Promise<Result<OrganisationVerifications>> {
  const found = await ownOrganisation(actor, organisationId)
  if (!found.ok) return found
  const asked = await reader()
    .select({
      id: verifications.id,
      note: verifications.note,
      files: verifications.files,
      askedAt: verifications.askedAt,
      decision: verifications.decision,
      reason: verifications.reason,
      decidedAt: verifications.decidedAt,
    })
    .from(verifications)
    .where(eq(verifications.organisationId, organisationId))
    .orderBy(desc(verifications.askedAt), desc(verifications.id))
    .limit(50)
  return done({ ...found.value, asked })
}
