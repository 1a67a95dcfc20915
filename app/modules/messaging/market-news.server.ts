import { z } from 'zod'
import { reader, transaction } from '#db'
import { formats } from '#i18n'
import { messagesOf } from '#i18n/server'
import { type Contact, operatorsOf, organisationById, signatoriesOf, workersOf } from '#modules/accounts/server'
import { historyOf } from '#modules/audit/server'
import { listingKinds, type ListingParty, listingProcess, type ListingVerb, listingVerbs } from '#modules/listings'
import { type Listing, listingById } from '#modules/listings/server'
import { matchSides } from '#modules/matching'
import { questionById } from '#modules/matching/server'
import { readNeed } from '#modules/needs'
import { publicNeedById } from '#modules/needs/server'
import { readTechnology } from '#modules/technologies'
import { publicTechnologyById } from '#modules/technologies/server'
import { onNews } from '#platform/jobs'
import { onMandateAsked, onMandateMoved } from './mandate-news.server.ts'
import { isNewsKind } from './news.ts'
import { type Notice, notify } from './notify.server.ts'

const movedSchema = z.object({ verb: z.enum(listingVerbs), by: z.string().nullable(), at: z.number() })

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

function titlesOf(listing: Listing): { titleVi: string; titleEn: string } {
  const { texts } = listing.kind === 'technology' ? readTechnology(listing.document) : readNeed(listing.document)
  return { titleVi: texts.vi.title, titleEn: texts.en.title }
}

const workPath = (listing: Pick<Listing, 'id' | 'kind'>): string =>
  `/work/${listing.kind === 'technology' ? 'technologies' : 'needs'}/${listing.id}`

/** What the mover wrote for the others to read: it stands in the record of the move, written at its moment or just after. */
async function reasonFor(listing: Listing, verb: ListingVerb, at: number): Promise<string> {
  const entries = await historyOf(reader(), { kind: listing.kind, id: listing.id }, 5000)
  const move = entries.find((entry) => entry.action === `${listing.kind}.${verb}` && entry.at >= at)
  return typeof move?.detail['reason'] === 'string' ? move.detail['reason'] : ''
}

/** Who stands for a party: the author is who started it while still there, else all who work for the organisation. */
async function contactsFor(party: ListingParty, listing: Listing): Promise<Contact[]> {
  if (party === 'reviewer') return operatorsOf(reader())
  if (party === 'signatory') return signatoriesOf(reader(), listing.organisationId)
  if (party === 'exchange') return []
  const workers = await workersOf(reader(), listing.organisationId)
  const author = workers.filter((worker) => worker.personId === listing.createdBy)
  return author.length > 0 ? author : workers
}

async function tell(notices: readonly Notice[]): Promise<void> {
  await transaction(async (tx) => {
    for (const notice of notices) await notify(tx, notice)
  })
}

/** Tells of a listing's move whom the process table names; many of one import or one organisation come as one notice. */
async function onListingMoved(news: { subjectId: string; payload: Readonly<Record<string, unknown>> }): Promise<void> {
  const moved = movedSchema.parse(news.payload)
  const listing = await listingById(reader(), news.subjectId)
  const kind = `listing.${moved.verb}`
  const transition = listingProcess.transitions.find((candidate) => candidate.verb === moved.verb)
  if (!listing || !transition || !isNewsKind(kind)) return
  const contacts = (await Promise.all(transition.notices.map((party) => contactsFor(party, listing)))).flat()
  const personIds = contacts.map((contact) => contact.personId).filter((id) => id !== moved.by)
  const organisation = await organisationById(reader(), listing.organisationId)
  const values = {
    ...titlesOf(listing),
    listingKind: listing.kind,
    organisationVi: organisation?.name.vi ?? '',
    organisationEn: organisation?.name.en ?? '',
  }
  if (moved.verb === 'submit') {
    const newsKey = `submitted:${listing.organisationId}:${dayOf(moved.at)}`
    await tell([{ personIds, kind, values, path: '/operator/reviews', newsKey, organisationId: null }])
    return
  }
  const reason = transition.reason ? await reasonFor(listing, moved.verb, moved.at) : ''
  const { organisationId, importId } = listing
  await tell([
    importId === null
      ? {
          personIds,
          kind,
          values: { ...values, reason },
          path: workPath(listing),
          newsKey: `listing:${listing.id}:${moved.verb}:${String(moved.at)}`,
          organisationId,
        }
      : {
          personIds,
          kind: 'listing.import',
          values: { listingState: transition.to, reason },
          path: `/work/${listing.kind === 'technology' ? 'technologies' : 'needs'}`,
          newsKey: `import:${importId}:${moved.verb}:${dayOf(moved.at)}`,
          organisationId,
        },
  ])
}

const consentSchema = z.object({
  organisationId: z.string(),
  at: z.number(),
  state: z.enum(['given', 'refused']).optional(),
})

/** A co-owner is asked for consent: its signatories are told. It answers: the owner's people are. */
async function onConsent(news: { subjectId: string; payload: Readonly<Record<string, unknown>> }): Promise<void> {
  const { organisationId, at, state } = consentSchema.parse(news.payload)
  const listing = await listingById(reader(), news.subjectId)
  if (!listing) return
  const other = await organisationById(reader(), state === undefined ? listing.organisationId : organisationId)
  const told = state === undefined ? organisationId : listing.organisationId
  const contacts =
    state === undefined
      ? await signatoriesOf(reader(), told)
      : [...(await contactsFor('author', listing)), ...(await signatoriesOf(reader(), told))]
  await tell([
    {
      personIds: contacts.map((contact) => contact.personId),
      kind: `consent.${state ?? 'asked'}`,
      values: {
        ...titlesOf(listing),
        organisationVi: other?.name.vi ?? '',
        organisationEn: other?.name.en ?? '',
      },
      path: state === undefined ? `/work/consents/${listing.id}` : workPath(listing),
      newsKey: `consent:${listing.id}:${organisationId}:${state ?? 'asked'}:${String(at)}`,
      organisationId: told,
    },
  ])
}

/** The last entry of an organisation's record of this action: it tells one asking or decision from the next. */
async function lastEntry(organisationId: string, action: string) {
  const entries = await historyOf(reader(), { kind: 'organisation', id: organisationId }, 5000)
  return entries.findLast((entry) => entry.action === action) ?? null
}

/**
 * Tells an organisation's people what became of its verification, and operators that one waits: on the site only, since
 * the owners and operators get a letter with the decision itself.
 */
async function onVerification(subjectId: string, step: 'asked' | 'decided'): Promise<void> {
  const organisation = await organisationById(reader(), subjectId)
  const entry = await lastEntry(
    subjectId,
    step === 'asked' ? 'organisation.ask_verification' : 'organisation.decide_verification',
  )
  if (!organisation || !entry) return
  const { verification, decision, reason } = verificationSchema.parse(entry.detail)
  const values = { organisationVi: organisation.name.vi, organisationEn: organisation.name.en, reason }
  const told = step === 'asked' ? await operatorsOf(reader()) : await workersOf(reader(), subjectId)
  await tell([
    {
      personIds: told.map((contact) => contact.personId),
      kind: step === 'asked' ? 'organisation.asked' : `organisation.${decision}`,
      values,
      path:
        step === 'asked'
          ? `/operator/verifications/${verification}`
          : `/account/organisations/${subjectId}/verification`,
      newsKey: `verification:${entry.id}`,
      organisationId: step === 'asked' ? null : subjectId,
      mail: false,
    },
  ])
}

const verificationSchema = z.object({
  verification: z.string(),
  decision: z.enum(['verified', 'refused']).default('verified'),
  reason: z.string().default(''),
})

const endingSchema = z.object({ kind: z.enum(listingKinds), listings: z.int(), first: z.number(), days: z.int() })

/** Listings of an organisation end soon: its people are told once for each reminder and month. */
async function onEnding(news: { subjectId: string; payload: Readonly<Record<string, unknown>> }): Promise<void> {
  const { kind, listings, first, days } = endingSchema.parse(news.payload)
  const contacts = [...(await signatoriesOf(reader(), news.subjectId)), ...(await workersOf(reader(), news.subjectId))]
  await tell([
    {
      personIds: contacts.map((contact) => contact.personId),
      kind: 'listing.ending',
      values: { count: String(listings), untilVi: formats('vi').date(first), untilEn: formats('en').date(first) },
      path: `/work/${kind === 'technology' ? 'technologies' : 'needs'}`,
      newsKey: `ending:${news.subjectId}:${kind}:${String(days)}:${dayOf(first).slice(0, 7)}`,
      organisationId: news.subjectId,
    },
  ])
}

const foundSchema = z.object({ side: z.enum(matchSides), count: z.int(), day: z.iso.date() })

/** New matches of an organisation's listings: its people are told once for each side and day. */
async function onMatches(news: { subjectId: string; payload: Readonly<Record<string, unknown>> }): Promise<void> {
  const { side, count, day } = foundSchema.parse(news.payload)
  const workers = await workersOf(reader(), news.subjectId)
  await tell([
    {
      personIds: workers.map((worker) => worker.personId),
      kind: `matches.${side}`,
      values: { count: String(count) },
      path: `/work/matches#${side}`,
      newsKey: `matches:${side}:${news.subjectId}:${day}`,
      organisationId: news.subjectId,
    },
  ])
}

const askedSchema = z.object({ count: z.int() })

/** Questions asked with one press reach the owner's people as one notice; the need's organisation is named only where the need is. */
async function onQuestion(news: { subjectId: string; payload: Readonly<Record<string, unknown>> }): Promise<void> {
  const { count } = askedSchema.parse(news.payload)
  const question = await questionById(reader(), news.subjectId)
  const technology = question && (await listingById(reader(), question.technologyId))
  const need = question && (await publicNeedById(reader(), question.needId))
  if (!question || !technology || !need) return
  const hidden = {
    vi: messagesOf('vi').messaging.hiddenOrganisation,
    en: messagesOf('en').messaging.hiddenOrganisation,
  }
  const asker = need.organisation?.name ?? hidden
  const workers = await workersOf(reader(), technology.organisationId)
  await tell([
    {
      personIds: workers.map((worker) => worker.personId),
      kind: 'match.asked',
      values: {
        ...titlesOf(technology),
        organisationVi: asker.vi,
        organisationEn: asker.en,
        count: String(count),
        criterionVi: question.criterionVi,
        criterionEn: question.criterionEn,
      },
      path: `/work/technologies/${technology.id}/matches#${question.id}`,
      newsKey: `question:${question.id}`,
      organisationId: technology.organisationId,
    },
  ])
}

/** The owner's answer reaches the people of the need. */
async function onAnswer(news: { subjectId: string }): Promise<void> {
  const question = await questionById(reader(), news.subjectId)
  const technology = question && (await publicTechnologyById(reader(), question.technologyId))
  const need = question && (await listingById(reader(), question.needId))
  if (!question || !technology || !need) return
  const owner = await organisationById(reader(), technology.listing.organisationId)
  const { texts } = technology.shown.profile
  const workers = await workersOf(reader(), need.organisationId)
  await tell([
    {
      personIds: workers.map((worker) => worker.personId),
      kind: 'match.answered',
      values: {
        titleVi: texts.vi.title,
        titleEn: texts.en.title,
        organisationVi: owner?.name.vi ?? '',
        organisationEn: owner?.name.en ?? '',
        text: question.answer,
      },
      path: `/work/needs/${need.id}/matches#${technology.listing.id}`,
      newsKey: `answer:${question.id}`,
      organisationId: need.organisationId,
    },
  ])
}

/** Tells people what happens on the market, by the news of the modules before this one. */
export function startMessaging(): void {
  onNews('listing.moved', 'tell owners and reviewers', onListingMoved)
  onNews('listing.ending', 'tell the owner', onEnding)
  onNews('consent.asked', 'tell the co-owner', onConsent)
  onNews('consent.decided', 'tell the owner', onConsent)
  onNews('matches.found', 'tell the organisation', onMatches)
  onNews('match.asked', 'tell the owner', onQuestion)
  onNews('match.answered', 'tell who asked', onAnswer)
  onNews('mandate.asked', 'tell the valuer', onMandateAsked)
  onNews('mandate.moved', 'tell the other parties', onMandateMoved)
  onNews('organisation.verification_asked', 'tell the operators', (news) => onVerification(news.subjectId, 'asked'))
  onNews('organisation.verified', 'tell the organisation', (news) => onVerification(news.subjectId, 'decided'))
}
