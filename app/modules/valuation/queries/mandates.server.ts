import { type Reader, reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { type OrganisationFacts, organisationById, organisationsByIds, personById } from '#modules/accounts/server'
import { isInView } from '#modules/listings/server'
import { newId, now } from '#platform/clock'
import { mandatePartyOf, mandatePermissions, mandateProcess, type MandateParty, mandateVerbsOf } from '../mandate.ts'
import {
  awaitingMandates,
  type Mandate,
  mandateById,
  mandatesOf,
  movesOfMandate,
  reportsOf,
  valuationOfMandate,
} from '../store.server.ts'
import { subjectFor } from '../subject.server.ts'
import { valuersFor } from '../valuers.server.ts'

const mandatesOnAPage = 20

type Named = Pick<OrganisationFacts, 'id' | 'name' | 'kind'>

/** One line of the list of mandates. */
export interface MandateLine {
  readonly id: string
  readonly state: Mandate['state']
  readonly party: MandateParty
  readonly turn: MandateParty | null
  readonly title: Bilingual
  readonly purpose: string
  readonly valuer: Bilingual
  readonly asker: Bilingual
  readonly deadline: string
  readonly updatedAt: number
}

const titleOf = ({ titleVi: vi, titleEn: en }: Mandate): Bilingual => ({ vi, en })

/** One page of the mandates in which the organisation acted for stands, the latest changed first. */
export async function ownMandates(asked: {
  actor: Actor
  page: number
}): Promise<Result<{ lines: MandateLine[]; total: number }>> {
  const allowed = may(asked.actor, 'valuation.read')
  if (!allowed.ok) return allowed
  const organisationId = allowed.value.organisation?.id ?? ''
  const db = reader()
  const { rows, total } = await mandatesOf(db, {
    organisationId,
    limit: mandatesOnAPage,
    offset: (asked.page - 1) * mandatesOnAPage,
  })
  return done({ lines: await linesOf(db, rows, organisationId), total })
}

/** The mandates that wait for the organisation acted for, the nearest deadline first. */
export async function mandatesAwaiting(actor: Actor): Promise<MandateLine[]> {
  const allowed = may(actor, 'valuation.read')
  if (!allowed.ok) return []
  const organisationId = allowed.value.organisation?.id ?? ''
  return linesOf(reader(), await awaitingMandates(reader(), organisationId, mandatesOnAPage), organisationId)
}

async function linesOf(db: Reader, rows: readonly Mandate[], organisationId: string): Promise<MandateLine[]> {
  const facts = await organisationsByIds(
    db,
    rows.flatMap(({ askerId, valuerId }) => [askerId, valuerId]),
  )
  const nameOf = (id: string): Bilingual => facts.get(id)?.name ?? { vi: '', en: '' }
  return rows.map((mandate) => {
    const { id, state, purpose, deadline, updatedAt, valuerId, askerId } = mandate
    return {
      id,
      state,
      party: mandatePartyOf(mandate, organisationId) ?? 'asker',
      turn: mandateProcess.turn[state] ?? null,
      title: titleOf(mandate),
      purpose,
      valuer: nameOf(valuerId),
      asker: nameOf(askerId),
      deadline,
      updatedAt,
    }
  })
}

/** Everything the page of a mandate shows. */
export interface MandatePage {
  readonly mandate: Omit<
    Mandate,
    'formKey' | 'titleVi' | 'titleEn' | 'processVersion' | 'askedBy' | 'declaredBy' | 'consentedBy'
  >
  readonly title: Bilingual
  /** Whether the technology's public page is there to be linked to. */
  readonly published: boolean
  readonly party: MandateParty
  readonly turn: MandateParty | null
  readonly verbs: ReturnType<typeof mandateVerbsOf>
  readonly parties: { readonly asker: Named; readonly other: Named | null; readonly valuer: Named }
  readonly askedBy: string | null
  readonly moves: Awaited<ReturnType<typeof movesOfMandate>>
  /** The valuer's own work; null for the other parties. */
  readonly valuationId: string | null
  readonly reports: Awaited<ReturnType<typeof reportsOf>>
  /** What a declaration begins with. */
  readonly declarer: string
}

/**
 * A mandate for the people of its parties. The other side of a mandate of both sees it once the valuer has accepted; what
 * the valuer works on is shown to nobody else, the signed report to all parties.
 *
 * @returns refusals: 401 `auth.sign_in`, 403 `auth.organisation`, 404 `not_found`
 */
export async function mandatePage(asked: { actor: Actor; id: string }): Promise<Result<MandatePage>> {
  const allowed = may(asked.actor, 'valuation.read')
  if (!allowed.ok) return allowed
  const { organisation, name } = allowed.value
  const db = reader()
  const mandate = await mandateById(db, asked.id)
  const party = mandate && mandatePartyOf(mandate, organisation?.id ?? null)
  if (!mandate || !party || !organisation || (party === 'other' && mandate.declaration === null))
    return refuse('not_found', 404)
  const facts = await organisationsByIds(db, [mandate.askerId, mandate.valuerId, mandate.otherId ?? mandate.askerId])
  const named = (id: string): Named => {
    const one = facts.get(id)
    if (!one) throw new Error(`A mandate without one of its parties: ${mandate.id}`)
    return { id: one.id, name: one.name, kind: one.kind }
  }
  const valuation = await valuationOfMandate(db, mandate.id)
  const {
    formKey: _form,
    titleVi: _titleVi,
    titleEn: _titleEn,
    processVersion: _process,
    askedBy,
    declaredBy: _declarer,
    consentedBy: _consenter,
    ...shown
  } = mandate
  const allowedNow = may(asked.actor, mandatePermissions[party])
  return done({
    mandate: shown,
    title: titleOf(mandate),
    published: await isInView(db, mandate.technologyId),
    party,
    turn: mandateProcess.turn[mandate.state] ?? null,
    verbs: allowedNow.ok ? mandateVerbsOf(mandate, party) : [],
    parties: {
      asker: named(mandate.askerId),
      other: mandate.otherId === null ? null : named(mandate.otherId),
      valuer: named(mandate.valuerId),
    },
    askedBy: party === 'asker' ? ((await personById(db, askedBy))?.name ?? null) : null,
    moves: await movesOfMandate(db, mandate.id),
    valuationId: party === 'valuer' ? (valuation?.id ?? null) : null,
    reports: valuation && mandate.state === 'delivered' ? await reportsOf(db, valuation.id) : [],
    declarer: name,
  })
}

const vietnameseDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

/** What the forms that start an estimate or a mandate show of their technology. */
export interface StartFacts {
  readonly technologyId: string
  readonly title: Bilingual
  /** Whether the technology's public page is there to be linked to. */
  readonly published: boolean
  readonly owner: Named
  readonly isOwner: boolean
  readonly other: Named | null
  /** The day in Vietnam, `2026-11-26`. */
  readonly today: string
  readonly formKey: string
}

/**
 * A technology to be valued, and the other side if one is named.
 *
 * @returns refusals: those of `may('valuation.edit')`, 404 `not_found`
 */
export async function startFacts(asked: {
  actor: Actor
  technologyId: string
  otherId: string | null
}): Promise<Result<StartFacts>> {
  const allowed = may(asked.actor, 'valuation.edit')
  if (!allowed.ok) return allowed
  const organisationId = allowed.value.organisation?.id ?? ''
  const db = reader()
  const subject = await subjectFor(db, asked.technologyId, organisationId)
  const owner = subject && (await organisationById(db, subject.ownerId))
  if (!subject || !owner) return refuse('not_found', 404)
  const isOwner = subject.ownerId === organisationId
  const other = isOwner ? (asked.otherId === null ? null : await organisationById(db, asked.otherId)) : owner
  const named = ({ id, name, kind }: Named): Named => ({ id, name, kind })
  return done({
    technologyId: subject.id,
    title: subject.title,
    // Others than the owner know only what is in view.
    published: !isOwner || (await isInView(db, subject.id)),
    owner: named(owner),
    isOwner,
    other: other && named(other),
    today: vietnameseDay.format(now()),
    formKey: newId('form'),
  })
}

/** The organisations that may be asked to value for an organisation: verified intermediaries that offer it. */
export async function valuersOpen(asked: {
  actor: Actor
  except: readonly string[]
}): Promise<{ readonly id: string; readonly name: Bilingual }[]> {
  if (!may(asked.actor, 'valuation.edit').ok) return []
  const own = asked.actor.kind === 'person' ? (asked.actor.organisation?.id ?? '') : ''
  return valuersFor(reader(), [own, ...asked.except])
}

/** What is told of a mandate to its parties. */
export interface MandateNews extends Pick<Mandate, 'id' | 'askerId' | 'otherId' | 'valuerId' | 'deadline'> {
  /** In the other language where it has none in one. */
  readonly title: Bilingual
  /** Whether the valuer has accepted, and the other side sees the mandate. */
  readonly declared: boolean
}

export async function mandateNews(db: Reader, id: string): Promise<MandateNews | null> {
  const mandate = await mandateById(db, id)
  if (!mandate) return null
  const { askerId, otherId, valuerId, deadline, declaration } = mandate
  const { vi, en } = titleOf(mandate)
  const title = { vi: vi || en, en: en || vi }
  return { id, askerId, otherId, valuerId, deadline, title, declared: declaration !== null }
}
