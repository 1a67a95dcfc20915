import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { type Reader, reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may, type MemberRole } from '#modules/accounts'
import { organisationsByIds, people } from '#modules/accounts/server'
import { historyOf } from '#modules/audit/server'
import { inView, type ListingState, listingProcess, listingStates } from '#modules/listings'
import { listingLines, type ListingLine, type Review, reviewsOf, versionOf, versionsOf } from '#modules/listings/server'
import { now } from '#platform/clock'
import { advice, type Gap, missing } from '../completeness.ts'
import { consentStanding, consentTerms, coOwnersOf } from '../consent-terms.ts'
import { type Difference, difference } from '../difference.ts'
import { ownerMoves, type OwnerVerb } from '../moves.ts'
import { readTechnology, type TechnologyProfile } from '../profile.ts'
import { publicTechnology } from '../public-view.ts'
import { consentOf, consentsOf, offerFacts, technologyById, technologyFor } from '../store.server.ts'
import { type SheetFacts, technologySheetData } from './sheet.server.ts'

/** How a co-owner's consent stands, for the owner's page. */
export interface ConsentLine {
  readonly organisationId: string
  readonly name: Bilingual
  readonly standing: ReturnType<typeof consentStanding>
  readonly reason: string
  readonly askedAt: number | null
  readonly decidedAt: number | null
}

/** One line of a technology's history. */
export interface HistoryLine {
  readonly at: number
  readonly action: string
  /** One of the owner's people by name; null for others. */
  readonly person: string | null
  /** The other organisation that did it (a co-owner, the operator); null for the owner's people and the exchange itself. */
  readonly organisation: Bilingual | null
  readonly part: string | null
  readonly reason: string | null
  /** How many savings in a row by the same person this line stands for. */
  readonly times: number
}

/** Everything the owner's page shows. */
export interface OwnFacts {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly sourceLanguage: 'vi' | 'en'
  readonly state: ListingState
  readonly turn: 'author' | 'signatory' | 'reviewer' | 'exchange' | null
  readonly editable: boolean
  readonly inView: boolean
  readonly role: MemberRole
  readonly organisation: { readonly id: string; readonly verified: boolean }
  readonly moves: readonly OwnerVerb[]
  readonly missing: readonly Gap[]
  readonly advice: readonly Gap[]
  readonly versions: readonly { readonly number: number; readonly createdAt: number; readonly published: boolean }[]
  readonly reviews: readonly Pick<
    Review,
    'id' | 'version' | 'advantages' | 'clarity' | 'cooperation' | 'guidelines' | 'decision' | 'reason' | 'createdAt'
  >[]
  readonly consents: readonly ConsentLine[]
  readonly history: readonly HistoryLine[]
  readonly publishedAt: number | null
  readonly validUntil: number | null
  readonly importId: string | null
}

/**
 * The owner's page of a technology.
 *
 * @returns refusals: those of `may('technology.read')`, 404 `not_found`
 */
export async function ownTechnology(asked: { actor: Actor; id: string }): Promise<Result<OwnFacts>> {
  const db = reader()
  const technology = await technologyFor(db, asked.actor, 'technology.read', asked.id)
  if (!technology.ok) return technology
  const { listing, profile, by } = technology.value
  const role = by.organisation?.role ?? 'viewer'
  const versions = await versionsOf(db, listing.id)
  const open = listing.state === 'draft' || listing.state === 'needs_changes' || listing.state === 'proposed'
  return done({
    id: listing.id,
    version: listing.version,
    title: listing.title,
    sourceLanguage: listing.sourceLanguage,
    state: listing.state,
    turn: listingProcess.turn[listing.state] ?? null,
    editable:
      may(asked.actor, 'technology.edit', listing).ok &&
      (listing.state === 'draft' || listing.state === 'needs_changes'),
    inView: inView(listing, now()),
    role,
    organisation: { id: listing.organisationId, verified: by.organisation?.verified ?? false },
    moves: by.organisation?.kind === 'operator' ? [] : ownerMoves(listing.state, role),
    missing: open ? missing(profile, await offerFacts(db, technology.value)) : [],
    advice: open ? advice(profile) : [],
    versions: versions.map(({ number, createdAt }) => ({
      number,
      createdAt,
      published: number === listing.publishedVersion,
    })),
    reviews: (await reviewsOf(db, listing.id)).map((review) => ({
      id: review.id,
      version: review.version,
      advantages: review.advantages,
      clarity: review.clarity,
      cooperation: review.cooperation,
      guidelines: review.guidelines,
      decision: review.decision,
      reason: review.reason,
      createdAt: review.createdAt,
    })),
    consents: await consentLines(db, listing, profile),
    history: await historyLines(db, listing),
    publishedAt: listing.publishedAt,
    validUntil: listing.validUntil,
    importId: listing.importId,
  })
}

async function consentLines(
  db: Reader,
  listing: { readonly id: string; readonly organisationId: string },
  profile: TechnologyProfile,
): Promise<ConsentLine[]> {
  const ids = coOwnersOf(profile, listing.organisationId)
  if (ids.length === 0) return []
  const [names, kept] = [await organisationsByIds(db, ids), await consentsOf(db, listing.id)]
  const terms = consentTerms(profile)
  return ids.map((organisationId) => {
    const consent = kept.find((one) => one.organisationId === organisationId)
    const name = names.get(organisationId)?.name ?? { vi: organisationId, en: '' }
    return {
      organisationId,
      name: { vi: name.vi, en: name.en || name.vi },
      standing: consentStanding(kept, organisationId, terms),
      reason: consent?.reason ?? '',
      askedAt: consent?.askedAt ?? null,
      decidedAt: consent?.decidedAt ?? null,
    }
  })
}

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * The record of a technology, newest first; savings in a row by one person stand in one line. Other organisations are
 * named, not their people.
 */
async function historyLines(
  db: Reader,
  listing: { readonly id: string; readonly organisationId: string },
): Promise<HistoryLine[]> {
  const entries = await historyOf(db, { kind: 'technology', id: listing.id }, 2000)
  const own = entries.filter((entry) => entry.organisationId === listing.organisationId)
  const ids = [...new Set(own.flatMap((entry) => (entry.personId === null ? [] : [entry.personId])))]
  const rows =
    ids.length === 0
      ? []
      : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
  const names = new Map(rows.map((row) => [row.id, row.name]))
  const others = await organisationsByIds(
    db,
    entries.flatMap(({ organisationId }) =>
      organisationId === null || organisationId === listing.organisationId ? [] : [organisationId],
    ),
  )
  const lines: HistoryLine[] = []
  for (const { at, action, personId, organisationId, detail } of entries) {
    const person = personId === null ? null : (names.get(personId) ?? null)
    const organisation = (organisationId === null ? undefined : others.get(organisationId)?.name) ?? null
    const line = {
      at,
      action,
      person: organisation === null ? person : null,
      organisation: organisation === null ? null : { vi: organisation.vi, en: organisation.en || organisation.vi },
      part: textIn(detail['part']),
      reason: textIn(detail['reason']),
      times: 1,
    }
    const last = lines.at(-1)
    if (last && action === 'technology.saved' && last.action === action && last.person === person)
      lines[lines.length - 1] = { ...line, part: last.part === line.part ? line.part : null, times: last.times + 1 }
    else lines.push(line)
  }
  return lines.reverse().slice(0, 100)
}

const place = z.union([z.literal('now'), z.coerce.number().int().min(1)])

/** Two documents of a technology beside each other: submitted versions by number, or the working document (`now`). */
export interface VersionDifference {
  readonly from: number | 'now'
  readonly to: number | 'now'
  readonly differences: readonly Difference[]
}

/**
 * What changed between two documents of a technology.
 *
 * @param asked.from a version's number or `now`; by default the version reviewed last, else the newest
 * @param asked.to the same; by default `now`
 * @returns null when there is nothing to compare with; refusals: those of `may('technology.read')`, 404 `not_found`
 */
export async function technologyDifference(asked: {
  actor: Actor
  id: string
  from: unknown
  to: unknown
}): Promise<Result<VersionDifference | null>> {
  const db = reader()
  const technology = await technologyFor(db, asked.actor, 'technology.read', asked.id)
  if (!technology.ok) return technology
  const { listing, profile } = technology.value
  const newest = (await versionsOf(db, listing.id))[0]?.number
  const from = place.safeParse(asked.from).data ?? listing.reviewedVersion ?? newest
  const to = place.safeParse(asked.to).data ?? 'now'
  if (from === undefined) return done(null)
  const documentAt = async (at: number | 'now') => {
    if (at === 'now') return profile
    const version = await versionOf(db, listing.id, at)
    return version ? readTechnology(version.document) : null
  }
  const [before, after] = [await documentAt(from), await documentAt(to)]
  if (!before || !after) return refuse('not_found', 404)
  return done({ from, to, differences: difference(before, after) })
}

const listQuery = z.object({
  state: z.enum(listingStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** A page of an organisation's technologies. */
export interface OwnList {
  readonly lines: readonly ListingLine[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
  readonly state: ListingState | null
  /** Whether the reader may start one. */
  readonly mayStart: boolean
}

const linesOnPage = 25

/**
 * The technologies of the organisation acted as, last changed first.
 *
 * @param asked.query `state` (one state, else all), `page`
 * @returns refusals: those of `may('technology.read')`
 */
export async function ownTechnologies(asked: { actor: Actor; query: unknown }): Promise<Result<OwnList>> {
  const allowed = may(asked.actor, 'technology.read')
  if (!allowed.ok) return allowed
  const organisationId = allowed.value.organisation?.id
  if (organisationId === undefined) return refuse('auth.organisation', 403)
  const { state, page } = listQuery.parse(asked.query)
  const { lines, total } = await listingLines(reader(), {
    organisationId,
    kind: 'technology',
    ...(state ? { states: [state] } : {}),
    limit: linesOnPage,
    offset: (page - 1) * linesOnPage,
  })
  return done({
    lines,
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / linesOnPage)),
    state: state ?? null,
    mayStart: may(asked.actor, 'technology.edit').ok,
  })
}

/** What a co-owner reads before it consents. */
export interface ConsentPage {
  readonly sheet: SheetFacts
  readonly terms: string
  readonly standing: ReturnType<typeof consentStanding>
  readonly reason: string
  readonly decidedAt: number | null
  readonly mayDecide: boolean
  readonly over: boolean
}

/**
 * An offer as its co-owner reads it: what visitors will see, and owners, rights offered and price even where these are
 * kept confidential, since they are what it consents to.
 *
 * @returns refusals: those of `may('organisation.work')`, 404 `not_found` for who was not asked
 */
export async function consentPage(asked: { actor: Actor; id: string }): Promise<Result<ConsentPage>> {
  const db = reader()
  const allowed = may(asked.actor, 'organisation.work')
  if (!allowed.ok) return allowed
  const organisationId = allowed.value.organisation?.id ?? ''
  const consent = await consentOf(db, asked.id, organisationId)
  const technology = consent ? await technologyById(db, asked.id) : null
  if (!consent || !technology) return refuse('not_found', 404)
  const { listing, profile } = technology
  const visibility = { ...profile.visibility, owners: 'public', offer: 'public', price: 'public' } as const
  const terms = consentTerms(profile)
  const role = allowed.value.organisation?.role
  return done({
    sheet: await technologySheetData(db, listing, publicTechnology({ ...profile, visibility })),
    terms,
    standing: consentStanding([consent], organisationId, terms),
    reason: consent.reason,
    decidedAt: consent.decidedAt,
    mayDecide: role === 'owner' || role === 'signatory',
    over: listingProcess.final.includes(listing.state),
  })
}
