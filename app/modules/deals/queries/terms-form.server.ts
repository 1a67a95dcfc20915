import { provinces } from '#classifications'
import { type Reader, reader } from '#db'
import { messagesOf } from '#i18n/server'
import { done, type Language, refuse, type Result } from '#kernel'
import type { Actor } from '#modules/accounts'
import { publicTechnologyById } from '#modules/technologies/server'
import { offeringVerbIn } from '../commands/offer-terms.server.ts'
import { seatToAnswerTerms, type TermsSeat } from '../seat.server.ts'
import type { Terms } from '../terms.ts'
import { type TypedTerms, typedTerms } from '../terms-form.ts'
import { type OfferingVerb, termsPartyOf, termsProcess } from '../terms-process.ts'
import { termsOf } from '../terms.store.server.ts'
import { type TermsHead, termsHead, type VersionLine, versionLines } from './terms-page.server.ts'

/** What the page on which terms are offered shows. */
export interface TermsForm extends TermsHead {
  readonly verb: OfferingVerb
  /** Whether the note is needed. */
  readonly noteNeeded: boolean
  /** The version that the form starts from: the open one, else the last; null where it starts from the listing. */
  readonly base: VersionLine | null
  readonly typed: TypedTerms
}

function territoryIn(code: string, language: Language): string {
  const { wholeCountry, world } = messagesOf(language).technologies
  if (code === 'VN') return wholeCountry
  return code === 'WORLD' ? world : (provinces.find((province) => province.code === code)?.[language] ?? code)
}

/** What the request wants and what the listing offers, as the beginning of terms. */
async function fromListing(db: Reader, { request, sides }: TermsSeat, language: Language): Promise<Partial<Terms>> {
  const technology = await publicTechnologyById(db, sides.technologyId)
  const { offers = [], price } = technology?.shown.profile ?? {}
  const { rightWanted, exclusivityWanted } = request
  const offer = offers.find(({ right }) => right === rightWanted) ?? offers[0]
  const rightKind = rightWanted === 'undecided' ? (offer?.right ?? 'use') : rightWanted
  const months = offer?.termMonths ?? null
  return {
    rightKind,
    exclusivity: exclusivityWanted === 'undecided' ? (offer?.exclusivity ?? 'non_exclusive') : exclusivityWanted,
    sublicence: offer?.sublicence ?? 'none',
    territories: (offer?.territory ?? ['VN']).map((code) => territoryIn(code, language)),
    fieldOfUse: offer?.fieldOfUse ?? '',
    termYears: months !== null && months % 3 === 0 ? String(months / 12) : null,
    ...(price?.mode === 'asking' ? { currency: price.currency, upfront: price.amount } : {}),
  }
}

/**
 * The form of terms: counter-offers and revisions start from the version that is open, the first offer from what the
 * listing and the request say.
 *
 * @returns refusals: those of `seatToAnswerTerms`, 409 `wrong_state`
 */
export async function termsForm(asked: { actor: Actor; id: string; language: Language }): Promise<Result<TermsForm>> {
  const db = reader()
  const seat = await seatToAnswerTerms(db, asked.actor, asked.id)
  if (!seat.ok) return seat
  const { request, organisationId } = seat.value
  const { state, openBy } = await termsOf(db, request.id)
  const verb = offeringVerbIn(state, termsPartyOf(openBy, organisationId))
  if (!verb) return refuse('wrong_state', 409)
  const lines = await versionLines(db, seat.value)
  const base =
    lines.find(({ standing }) => standing === 'open') ??
    lines.find(({ standing }) => standing === 'agreed') ??
    lines[0] ??
    null
  const content = base?.content ?? (await fromListing(db, seat.value, asked.language))
  return done({
    ...(await termsHead(db, asked.actor, seat.value)),
    verb,
    noteNeeded: termsProcess.transitions.some((one) => one.verb === verb && one.reason === true),
    base,
    typed: typedTerms(content, asked.language),
  })
}
