import { type Reader, reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { type OrganisationFacts, organisationsByIds } from '#modules/accounts/server'
import type { ListingKind } from '#modules/listings'
import { type Listing, listingById, type PublishedListing, publishedListings } from '#modules/listings/server'
import { publicNeed, readNeed } from '#modules/needs'
import { publicTechnology, readTechnology } from '#modules/technologies'
import type { Reason } from '../engine/reasons.ts'
import type { QuestionState } from '../question.ts'
import {
  declinesOfNeeds,
  declinesOfTechnology,
  isDue,
  matchesOfNeed,
  matchesOfTechnology,
  type MatchRow,
  questionsAbout,
  type QuestionRow,
} from '../store.server.ts'
import { leastScore, type MatchDeclineReason, matchesKept } from '../weights.ts'

/** A question about one criterion, as both sides read it. */
export interface MatchQuestion {
  readonly id: string
  readonly key: string
  readonly criterion: Bilingual
  readonly state: QuestionState
  readonly verdict: 'met' | 'not_met' | null
  readonly answer: string
  readonly answerLanguage: 'vi' | 'en'
  readonly askedAt: number
  readonly answeredAt: number | null
}

/** The other listing of a match, as everybody may see it. */
export interface MatchedListing {
  readonly id: string
  readonly title: Bilingual
  readonly summary: Bilingual
  /** Null where a need keeps its organisation's name back. */
  readonly owner: Bilingual | null
  readonly verified: boolean
  readonly reserved: boolean
}

export interface ShownMatch {
  readonly other: MatchedListing
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly questions: readonly MatchQuestion[]
  /** Why the reader's side declined it; null while it has not. */
  readonly declined: MatchDeclineReason | null
}

/** The matches of one listing for its owner's people. */
export interface OwnMatches {
  readonly listing: { readonly id: string; readonly title: string; readonly sourceLanguage: 'vi' | 'en' }
  /** Whether visitors see the listing: only then are matches looked for. */
  readonly inView: boolean
  /** The listing changed and is being compared. */
  readonly waiting: boolean
  readonly open: readonly ShownMatch[]
  readonly declined: readonly ShownMatch[]
  /** Questions that wait for an answer by the reader's side. */
  readonly toAnswer: readonly (MatchQuestion & { readonly need: Bilingual; readonly asker: Bilingual | null })[]
  readonly mayWork: boolean
}

function questionOf(row: QuestionRow): MatchQuestion {
  const { id, criterionKey: key, criterionVi: vi, criterionEn: en, state, verdict, answer, askedAt, answeredAt } = row
  const answerLanguage = row.answerLanguage ?? 'vi'
  return { id, key, criterion: { vi, en }, state, verdict, answer, answerLanguage, askedAt, answeredAt }
}

/** A listing of the other side through the gate of its kind. */
function shownOf(listing: PublishedListing, owner: OrganisationFacts): MatchedListing {
  const about = { id: listing.id, reserved: listing.state === 'reserved' }
  if (listing.kind === 'technology') {
    const { texts } = publicTechnology(readTechnology(listing.document)).profile
    return {
      ...about,
      title: { vi: texts.vi.title, en: texts.en.title },
      summary: { vi: texts.vi.teaser, en: texts.en.teaser },
      owner: owner.name,
      verified: owner.verified,
    }
  }
  const { profile, organisation } = publicNeed(readNeed(listing.document), owner)
  return {
    ...about,
    title: { vi: profile.texts.vi.title, en: profile.texts.en.title },
    summary: { vi: profile.texts.vi.wanted, en: profile.texts.en.wanted },
    owner: organisation?.name ?? null,
    verified: owner.verified,
  }
}

interface OtherSide {
  readonly listing: PublishedListing
  readonly shown: MatchedListing
}

async function othersOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, OtherSide>> {
  const listings = await publishedListings(db, ids)
  const owners = await organisationsByIds(
    db,
    listings.map(({ organisationId }) => organisationId),
  )
  return new Map(
    listings.flatMap((listing) => {
      const owner = owners.get(listing.organisationId)
      return owner ? [[listing.id, { listing, shown: shownOf(listing, owner) }] as const] : []
    }),
  )
}

/** The listing if the actor works for its organisation; 404 `not_found` for others'. */
async function ownListing(db: Reader, actor: Actor, kind: ListingKind, id: string): Promise<Result<Listing>> {
  const signedIn = may(actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const listing = await listingById(db, id)
  if (listing?.kind !== kind) return refuse('not_found', 404)
  const allowed = may(actor, kind === 'need' ? 'need.read' : 'technology.read', listing)
  return allowed.ok ? done(listing) : allowed
}

/** The matches of a need for its owner's people. A match of versions that are no longer published is left out. */
export async function needMatches(asked: { actor: Actor; id: string }): Promise<Result<OwnMatches>> {
  return ownMatches(asked, 'need')
}

/** The needs that a technology may answer, for its owner's people, with the questions that wait for them. */
export async function technologyMatches(asked: { actor: Actor; id: string }): Promise<Result<OwnMatches>> {
  return ownMatches(asked, 'technology')
}

async function ownMatches(asked: { actor: Actor; id: string }, kind: ListingKind): Promise<Result<OwnMatches>> {
  const db = reader()
  const own = await ownListing(db, asked.actor, kind, asked.id)
  if (!own.ok) return own
  const listing = own.value
  const needSide = kind === 'need'
  const rows = needSide ? await matchesOfNeed(db, listing.id) : await matchesOfTechnology(db, listing.id)
  const declines = needSide ? await declinesOfNeeds(db, [listing.id]) : await declinesOfTechnology(db, listing.id)
  const questions = await questionsAbout(db, needSide ? { needIds: [listing.id] } : { technologyIds: [listing.id] })
  const otherId = (row: { needId: string; technologyId: string }) => (needSide ? row.technologyId : row.needId)
  const [current] = await publishedListings(db, [listing.id])
  const others = await othersOf(db, [...rows.map(otherId), ...questions.map(otherId)])
  const shown = rows.flatMap((row): ShownMatch[] => {
    const other = others.get(otherId(row))
    if (!other || !current || isStale(row, needSide ? current : other.listing, needSide ? other.listing : current))
      return []
    return [
      {
        other: other.shown,
        score: row.score,
        reasons: row.reasons,
        questions: questions.filter((question) => otherId(question) === otherId(row)).map(questionOf),
        declined: declines.find((decline) => otherId(decline) === otherId(row))?.reason ?? null,
      },
    ]
  })
  return done({
    listing: { id: listing.id, title: listing.title, sourceLanguage: listing.sourceLanguage },
    inView: current !== undefined,
    waiting: await isDue(db, listing.id),
    open: shown.filter(({ declined, score }) => declined === null && score >= leastScore).slice(0, matchesKept),
    declined: shown.filter(({ declined }) => declined !== null),
    toAnswer: needSide
      ? []
      : questions.flatMap((row) => {
          const other = others.get(row.needId)
          if (row.state !== 'asked' || !other) return []
          return [{ ...questionOf(row), need: other.shown.title, asker: other.shown.owner }]
        }),
    mayWork: may(asked.actor, needSide ? 'need.edit' : 'technology.edit', listing).ok,
  })
}

/** Whether a match was formed of versions that are no longer the published ones. */
function isStale(row: MatchRow, need: PublishedListing, technology: PublishedListing): boolean {
  return row.needVersion !== need.version || row.technologyVersion !== technology.version
}
