import { and, asc, eq } from 'drizzle-orm'
import { type Reader, reader } from '#db'
import { type Bilingual, done, type Result } from '#kernel'
import { type ActingOrganisation, type Actor, may, type SignedIn } from '#modules/accounts'
import { organisations, verificationQueue } from '#modules/accounts/server'
import type { ListingState } from '#modules/listings'
import { type ListingLine, listingLines, listings } from '#modules/listings/server'
import { consents } from '#modules/technologies/server'
import { type MandateLine, mandatesAwaiting } from '#modules/valuation/server'
import { type RequestLine, requestsToSee } from './request-lines.server.ts'

/** A co-owner's consent that is asked. */
interface ConsentLine {
  readonly listingId: string
  readonly title: string
  readonly from: Bilingual
  readonly askedAt: number
}

/** What somebody does not yet have to deal on the exchange. */
export interface FirstSteps {
  readonly emailConfirmed: boolean
  readonly organisation: boolean
  readonly verified: boolean
  /** Null where the role does not ask for one. */
  readonly secondFactor: boolean | null
}

/** Everything the page of one's own work shows. */
export interface MyWork {
  readonly organisation: ActingOrganisation | null
  readonly several: boolean
  readonly steps: FirstSteps
  /** What waits: requests by their deadline, terms to answer, listings sent back, listings to sign, consents, mandates of valuations, unread messages. */
  readonly requests: readonly RequestLine[]
  readonly terms: readonly RequestLine[]
  readonly changes: readonly ListingLine[]
  readonly proposed: readonly ListingLine[]
  readonly consents: readonly ConsentLine[]
  readonly mandates: readonly MandateLine[]
  readonly messages: readonly RequestLine[]
  readonly drafts: readonly ListingLine[]
  /** For the operator's people: how much waits in each queue. */
  readonly queues: { readonly listings: number; readonly organisations: number } | null
  readonly mayListTechnology: boolean
  readonly mayPostNeed: boolean
}

const shownAtMost = 20

async function linesIn(db: Reader, organisationId: string, states: readonly ListingState[]): Promise<ListingLine[]> {
  const { lines } = await listingLines(db, { organisationId, states, limit: shownAtMost, offset: 0 })
  return lines
}

async function consentsAsked(db: Reader, organisationId: string): Promise<ConsentLine[]> {
  const rows = await db
    .select({
      listingId: consents.listingId,
      title: listings.title,
      vi: organisations.nameVi,
      en: organisations.nameEn,
      askedAt: consents.askedAt,
    })
    .from(consents)
    .innerJoin(listings, eq(listings.id, consents.listingId))
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(and(eq(consents.organisationId, organisationId), eq(consents.state, 'asked')))
    .orderBy(asc(consents.askedAt), asc(consents.listingId))
    .limit(shownAtMost)
  return rows.map(({ listingId, title, vi, en, askedAt }) => ({ listingId, title, from: { vi, en }, askedAt }))
}

async function queuesFor(actor: Actor, db: Reader): Promise<MyWork['queues']> {
  if (!may(actor, 'operator.desk').ok) return null
  const waiting = await listingLines(db, { states: ['submitted', 'in_review'], limit: 1, offset: 0 })
  const verifications = await verificationQueue(actor, { waiting: true, page: 1 })
  return { listings: waiting.total, organisations: verifications.ok ? verifications.value.total : 0 }
}

function stepsOf({ emailConfirmed, organisation, secondFactor }: SignedIn): FirstSteps {
  const signs = organisation?.role === 'owner' || organisation?.role === 'signatory'
  return {
    emailConfirmed,
    organisation: organisation !== null,
    verified: organisation?.verified ?? false,
    secondFactor: signs || organisation?.kind === 'operator' ? secondFactor : null,
  }
}

/** What waits for the reader in the organisation acted for, what is begun, and what can be done next. */
export async function myWork(actor: Actor): Promise<Result<MyWork>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const db = reader()
  const { personId, organisation, memberships } = allowed.value
  const id = organisation?.id
  const works = organisation !== null && organisation.role !== 'viewer'
  const signs = organisation?.role === 'owner' || organisation?.role === 'signatory'
  const toSee =
    id === undefined
      ? { awaiting: [], terms: [], unread: [] }
      : await requestsToSee(db, { personId, organisationId: id })
  return done({
    organisation,
    several: memberships.length > 1,
    steps: stepsOf(allowed.value),
    requests: works ? toSee.awaiting : [],
    terms: works ? toSee.terms : [],
    changes: works && id ? await linesIn(db, id, ['needs_changes']) : [],
    proposed: signs && id ? await linesIn(db, id, ['proposed']) : [],
    consents: signs && id ? await consentsAsked(db, id) : [],
    mandates: works ? await mandatesAwaiting(actor) : [],
    messages: toSee.unread,
    drafts: works && id ? await linesIn(db, id, ['draft']) : [],
    queues: await queuesFor(actor, db),
    mayListTechnology: may(actor, 'technology.edit').ok,
    mayPostNeed: may(actor, 'need.edit').ok,
  })
}
