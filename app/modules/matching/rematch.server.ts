import { reader, type Reader, type Transaction, transaction } from '#db'
import type { Language } from '#kernel'
import { organisationsByIds } from '#modules/accounts/server'
import { nearestListings } from '#modules/catalogue/server'
import { type PublishedListing, publishedListing, publishedListings } from '#modules/listings/server'
import { type NeedProfile, type PublicNeed, publicNeed, readNeed } from '#modules/needs'
import { publicTechnology, readTechnology, type TechnologyProfile } from '#modules/technologies'
import { now } from '#platform/clock'
import { log } from '#platform/log'
import { afterDeclines, type Declined } from './engine/declines.ts'
import {
  type GivenAnswer,
  type Match,
  matchOf,
  type PairFacts,
  preparedNeed,
  type PreparedNeed,
  preparedTechnology,
  type PreparedTechnology,
  ranked,
} from './engine/match.ts'
import type { Answering } from './engine/terms.ts'
import { dealFacts } from './facts.server.ts'
import {
  clearDue,
  declinesOfNeeds,
  type DeclineRow,
  keepOnlyNeeds,
  keepOnlyTechnologies,
  matchesOfNeed,
  matchesOfTechnology,
  questionsAbout,
  type QuestionRow,
  saveMatch,
} from './store.server.ts'
import { candidatesScored, formulaVersion, leastScore, matchesKept } from './weights.ts'

const day = 86_400_000
const fewRequests: Answering = { asked: 0, answeredInTime: 0, medianHours: null }

/** Prepared technologies of late, by listing and version; the oldest use goes first. */
const prepared = new Map<string, { readonly today: number; readonly technology: PreparedTechnology }>()
const preparedAtMost = 400

function technologyOf(listing: PublishedListing): PreparedTechnology | null {
  const today = Math.floor(now() / day) * day
  const key = `${listing.id} ${String(listing.version)}`
  const known = prepared.get(key)
  prepared.delete(key)
  if (known && (known.today === today || !known.technology.text.dated)) {
    prepared.set(key, known)
    return known.technology
  }
  const profile = readable(listing, readTechnology)
  if (!profile) return null
  const technology = preparedTechnology(listing.id, publicTechnology(profile).profile, today)
  prepared.set(key, { today, technology })
  const [oldest] = prepared.keys()
  if (prepared.size > preparedAtMost && oldest !== undefined) prepared.delete(oldest)
  return technology
}

function readable<T>(listing: PublishedListing, read: (document: unknown) => T): T | null {
  try {
    return read(listing.document)
  } catch (error) {
    log.error({ err: error, listing: listing.id, version: listing.version }, 'a published listing cannot be compared')
    return null
  }
}

interface NeedInView {
  readonly listing: PublishedListing
  readonly open: PublicNeed
  readonly prepared: PreparedNeed
}

/** Needs in view through their gate, taken apart; those that cannot be read are left out. */
async function needsInView(db: Reader, listings: readonly PublishedListing[]): Promise<NeedInView[]> {
  const owners = await organisationsByIds(
    db,
    listings.map(({ organisationId }) => organisationId),
  )
  return listings.flatMap((listing) => {
    const owner = owners.get(listing.organisationId)
    const profile = readable(listing, readNeed)
    if (!owner || !profile) return []
    const open = publicNeed(profile, owner)
    return [{ listing, open, prepared: preparedNeed(open) }]
  })
}

const both = ['vi', 'en'] as const

/** What a need asks the index for. */
function textsOfNeed(open: NeedProfile) {
  return both.flatMap((language: Language) => [
    { text: open.texts[language].title, weight: 3 },
    { text: open.keywords[language].join('\n'), weight: 3 },
    { text: open.texts[language].wanted, weight: 1 },
    { text: open.criteria.map((criterion) => criterion[language]).join('\n'), weight: 0.6 },
  ])
}

/** What a technology asks the index for. */
function textsOfTechnology(open: TechnologyProfile) {
  return both.flatMap((language: Language) => [
    { text: open.texts[language].title, weight: 3 },
    { text: open.keywords[language].join('\n'), weight: 3 },
    { text: open.texts[language].teaser, weight: 1 },
    { text: open.texts[language].applications, weight: 1 },
  ])
}

/** What is known of pairs beside their texts, read once for many. */
async function factsFor(db: Reader, needIds: readonly string[], technologies: readonly PublishedListing[]) {
  const ids = technologies.map(({ id }) => id)
  const owners = [...new Set(technologies.map(({ organisationId }) => organisationId))]
  const answering = await dealFacts().answering(db, owners)
  const taken = await dealFacts().taken(db, ids)
  const questions = await questionsAbout(db, { needIds, technologyIds: ids })
  return (needId: string, technology: PublishedListing): PairFacts => ({
    reserved: technology.state === 'reserved',
    taken: taken.has(technology.id),
    answering: answering.get(technology.organisationId) ?? fewRequests,
    answers: answersAmong(questions, needId, technology.id),
  })
}

function answersAmong(questions: readonly QuestionRow[], needId: string, technologyId: string) {
  const answers = new Map<string, GivenAnswer>()
  for (const question of questions)
    if (question.needId === needId && question.technologyId === technologyId && question.verdict)
      answers.set(question.criterionKey, {
        verdict: question.verdict,
        text: question.answer,
        language: question.answerLanguage ?? 'vi',
      })
  return answers
}

function declinedOf(rows: readonly DeclineRow[], needId: string): Declined[] {
  return rows
    .filter((row) => row.needId === needId)
    .map(({ technologyId, reason, declined }) => ({ technologyId, reason, ...declined }))
}

interface Pair {
  readonly need: PublishedListing
  readonly technology: PublishedListing
  readonly match: Match
}

async function savePair(tx: Transaction, { need, technology, match }: Pair): Promise<void> {
  await saveMatch(tx, {
    needId: need.id,
    technologyId: technology.id,
    needOwnerId: need.organisationId,
    technologyOwnerId: technology.organisationId,
    needVersion: need.version,
    technologyVersion: technology.version,
    formulaVersion,
    score: match.score,
    reasons: [...match.reasons],
  })
}

interface Due {
  readonly listingId: string
  readonly since: number
}

/**
 * Compares a listing that changed with its candidates again and keeps what reaches the threshold; a listing that is no
 * longer in view loses its matches. Safe to run again: the mark is taken away with the matches it led to.
 */
export async function rematch(due: Due): Promise<void> {
  const listing = await publishedListing(reader(), due.listingId)
  if (listing?.kind === 'need') await rematchNeed(due, listing)
  else if (listing?.kind === 'technology') await rematchTechnology(due, listing)
  else
    await transaction(async (tx) => {
      await keepOnlyTechnologies(tx, due.listingId, [])
      await keepOnlyNeeds(tx, due.listingId, [])
      await clearDue(tx, due)
    })
}

async function rematchNeed(due: Due, listing: PublishedListing): Promise<void> {
  const db = reader()
  const [need] = await needsInView(db, [listing])
  const pairs = need ? await pairsOfNeed(db, need) : []
  await transaction(async (tx) => {
    await keepOnlyTechnologies(
      tx,
      listing.id,
      pairs.map(({ technology }) => technology.id),
    )
    for (const pair of pairs) await savePair(tx, pair)
    await clearDue(tx, due)
  })
}

/** The best technologies for a need: candidates of the index and those known before, scored and ranked. */
async function pairsOfNeed(db: Reader, need: NeedInView): Promise<Pair[]> {
  const { listing } = need
  const candidates = await nearestListings({
    kind: 'technology',
    texts: textsOfNeed(need.open.profile),
    organisationId: listing.organisationId,
    limit: candidatesScored,
  })
  const declines = await declinesOfNeeds(db, [listing.id])
  const known = await matchesOfNeed(db, listing.id)
  const ids = [...new Set([...candidates, ...known.map(({ technologyId }) => technologyId)])]
  const technologies = (await publishedListings(db, ids)).filter(
    ({ kind, organisationId }) => kind === 'technology' && organisationId !== listing.organisationId,
  )
  const facts = await factsFor(db, [listing.id], technologies)
  const declined = declinedOf(declines, listing.id)
  const isDeclined = new Set(declined.map(({ technologyId }) => technologyId))
  const scored = technologies.flatMap((technology): (Pair & Pick<Match, 'technologyId' | 'score'>)[] => {
    const taken = technologyOf(technology)
    if (!taken) return []
    const match = lowered(matchOf(need.prepared, taken, facts(listing.id, technology)), taken, technology, declined)
    return [{ need: listing, technology, match, technologyId: technology.id, score: match.score }]
  })
  const open = ranked(scored.filter(({ technologyId, score }) => !isDeclined.has(technologyId) && score >= leastScore))
  return [...open.slice(0, matchesKept), ...scored.filter(({ technologyId }) => isDeclined.has(technologyId))]
}

const lowered = (
  match: Match,
  taken: PreparedTechnology,
  { id, organisationId }: PublishedListing,
  declined: readonly Declined[],
): Match => afterDeclines(match, declined, { technologyId: id, ownerId: organisationId, fields: taken.open.fields })

async function rematchTechnology(due: Due, listing: PublishedListing): Promise<void> {
  const db = reader()
  const taken = technologyOf(listing)
  const pairs = taken ? await pairsOfTechnology(db, listing, taken) : []
  await transaction(async (tx) => {
    await keepOnlyNeeds(
      tx,
      listing.id,
      pairs.map(({ need }) => need.id),
    )
    for (const pair of pairs) await savePair(tx, pair)
    await clearDue(tx, due)
  })
}

/** The needs a technology may answer: candidates of the index and those known before, each scored as from its side. */
async function pairsOfTechnology(db: Reader, listing: PublishedListing, taken: PreparedTechnology): Promise<Pair[]> {
  const candidates = await nearestListings({
    kind: 'need',
    texts: textsOfTechnology(taken.open),
    organisationId: listing.organisationId,
    limit: candidatesScored,
  })
  const known = await matchesOfTechnology(db, listing.id)
  const ids = [...new Set([...candidates, ...known.map(({ needId }) => needId)])]
  const published = (await publishedListings(db, ids)).filter(
    ({ kind, organisationId }) => kind === 'need' && organisationId !== listing.organisationId,
  )
  const needs = await needsInView(db, published)
  const needIds = needs.map((need) => need.listing.id)
  const facts = await factsFor(db, needIds, [listing])
  const declines = await declinesOfNeeds(db, needIds)
  return needs.flatMap(({ listing: need, prepared: wanted }): Pair[] => {
    const declined = declinedOf(declines, need.id)
    const match = lowered(matchOf(wanted, taken, facts(need.id, listing)), taken, listing, declined)
    const keep = match.score >= leastScore || declined.some(({ technologyId }) => technologyId === listing.id)
    return keep ? [{ need, technology: listing, match }] : []
  })
}
