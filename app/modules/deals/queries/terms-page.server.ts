import { type Reader, reader } from '#db'
import { type Bilingual, done, openVerbs, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationsByIds } from '#modules/accounts/server'
import type { TermsValue } from '#modules/valuation'
import { type OwnTermsValues, ownTermsValues } from '#modules/valuation/server'
import { newId } from '#platform/clock'
import { seatAtTerms, type TermsSeat } from '../seat.server.ts'
import { termsOf, type TermsVersion, versionsOf } from '../terms.store.server.ts'
import { asOffered } from '../terms.ts'
import { changedParts, type TermsPart } from '../terms-difference.ts'
import { termsPartyOf, termsProcess, type TermsState, type TermsVerb } from '../terms-process.ts'

export type TermsSide = TermsSeat['own']

/** One version as both sides read it. */
export interface VersionLine extends Pick<
  TermsVersion,
  'number' | 'verb' | 'content' | 'hash' | 'note' | 'standing' | 'createdAt' | 'closedAt'
> {
  readonly side: TermsSide
  readonly personName: string
  readonly closerName: string | null
  /** What differs from the version before; null of the first. */
  readonly changed: readonly TermsPart[] | null
}

/** Whose turn it is, as the reader sees it. */
export type TermsTurn = 'own' | 'other' | 'either'

/** What every page of a request's terms shows. */
export interface TermsHead {
  readonly requestId: string
  readonly title: Bilingual
  readonly technologyId: string
  readonly own: TermsSide
  readonly parties: Readonly<Record<TermsSide, Bilingual>>
  readonly state: TermsState
  /** To be sent back with what is offered. */
  readonly read: number
  readonly turn: TermsTurn
  readonly verbs: readonly TermsVerb[]
  readonly mayAct: boolean
  readonly mayEstimate: boolean
  readonly formKey: string
}

/** The list of versions with what each is worth to the reader's own side; of the other side's estimates nothing. */
export interface TermsPage extends TermsHead {
  /** The newest first. */
  readonly versions: readonly VersionLine[]
  /** Values in the order of the versions; null where the side has no estimate that gives them. */
  readonly values: OwnTermsValues | null
}

/** One version with its value, and that of the version before it. */
export interface TermsVersionPage extends TermsHead {
  readonly version: VersionLine
  readonly before: VersionLine | null
  readonly after: number | null
  readonly values:
    (Omit<OwnTermsValues, 'values'> & { readonly own: TermsValue; readonly before: TermsValue | null }) | null
}

/** Where the terms of a request stand and what the reader may do. */
export async function termsHead(
  db: Reader,
  actor: Actor,
  { request, sides, own, organisationId }: TermsSeat,
): Promise<TermsHead> {
  const { state, version, openBy } = await termsOf(db, request.id)
  const party = termsPartyOf(openBy, organisationId)
  const turn = termsProcess.turn[state]
  const facts = await organisationsByIds(db, [sides.transferorId, sides.transfereeId])
  const mayAct = may(actor, 'request.answer', { organisationId }).ok
  const nameOf = (id: string): Bilingual => facts.get(id)?.name ?? { vi: '', en: '' }
  return {
    requestId: request.id,
    title: { vi: request.titleVi, en: request.titleEn },
    technologyId: sides.technologyId,
    own,
    parties: { transferor: nameOf(sides.transferorId), transferee: nameOf(sides.transfereeId) },
    state,
    read: version,
    turn: turn === 'either' ? 'either' : turn === party ? 'own' : 'other',
    verbs: mayAct ? openVerbs(termsProcess, state, party) : [],
    mayAct,
    mayEstimate: may(actor, 'valuation.edit', { organisationId }).ok,
    formKey: newId('form'),
  }
}

/** All versions of a request's terms, the newest first, with what changed in each. */
export async function versionLines(db: Reader, { request, sides }: TermsSeat): Promise<VersionLine[]> {
  const rows = await versionsOf(db, request.id)
  return rows.map((row, at) => {
    const { number, verb, content, hash, note, standing, createdAt, closedAt, personName, closerName } = row
    const before = rows[at + 1]
    return {
      number,
      verb,
      content,
      hash,
      note,
      standing,
      createdAt,
      closedAt,
      side: row.organisationId === sides.transferorId ? 'transferor' : 'transferee',
      personName,
      closerName,
      changed: before ? changedParts(before.content, content) : null,
    }
  })
}

function valuesFor(actor: Actor, { sides, own }: TermsSeat, versions: readonly VersionLine[]) {
  const offered = versions.map(({ content }) => asOffered(content))
  return ownTermsValues({ actor, technologyId: sides.technologyId, side: own, offered })
}

/**
 * The terms of an accepted request, for the people of its two organisations.
 *
 * @returns refusals: those of `seatAtTerms`
 */
export async function termsPage(asked: { actor: Actor; id: string }): Promise<Result<TermsPage>> {
  const db = reader()
  const seat = await seatAtTerms(db, asked.actor, asked.id)
  if (!seat.ok) return seat
  const versions = await versionLines(db, seat.value)
  return done({
    ...(await termsHead(db, asked.actor, seat.value)),
    versions,
    values: versions.length === 0 ? null : await valuesFor(asked.actor, seat.value, versions),
  })
}

/**
 * One version of the terms in full.
 *
 * @returns refusals: those of `seatAtTerms`, and 404 `not_found` for a number that was never offered
 */
export async function termsVersionPage(asked: {
  actor: Actor
  id: string
  number: number
}): Promise<Result<TermsVersionPage>> {
  const db = reader()
  const seat = await seatAtTerms(db, asked.actor, asked.id)
  if (!seat.ok) return seat
  const lines = await versionLines(db, seat.value)
  const at = lines.findIndex(({ number }) => number === asked.number)
  const version = lines[at]
  if (!version) return refuse('not_found', 404)
  const before = lines[at + 1] ?? null
  const found = await valuesFor(asked.actor, seat.value, before ? [version, before] : [version])
  const [own, valueBefore = null] = found?.values ?? []
  return done({
    ...(await termsHead(db, asked.actor, seat.value)),
    version,
    before,
    after: lines[at - 1]?.number ?? null,
    values:
      found && own
        ? { valuationId: found.valuationId, updatedAt: found.updatedAt, head: found.head, own, before: valueBefore }
        : null,
  })
}
