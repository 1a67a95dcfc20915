import { type Reader, reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationById, type OrganisationFacts, organisationsByIds, personById } from '#modules/accounts/server'
import { newId } from '#platform/clock'
import { mandatePartyOf, mandateProcess, type MandateParty, mandateVerbsOf } from '../mandate.ts'
import { evaluateModel } from '../model/evaluate.ts'
import { type ValuationModel } from '../model/document.ts'
import {
  type Mandate,
  mandateById,
  mandatesOf,
  movesOfMandate,
  reportById,
  reportsOf,
  type Valuation,
  valuationById,
  valuationOfMandate,
  valuationsOf,
} from '../store.server.ts'
import { subjectFor } from '../subject.server.ts'
import { valuersFor } from '../valuers.server.ts'

export const valuationsOnAPage = 20

/** A value in the model's own unit, with what is needed to write it down. */
export interface StatedValue {
  readonly amount: number
  readonly currency: string
  readonly amountsIn: number
}

/** One line of the list of valuations. */
export interface ValuationLine {
  readonly id: string
  readonly kind: Valuation['kind']
  readonly technologyId: string
  readonly title: Bilingual
  readonly updatedAt: number
  readonly point: StatedValue | null
  readonly mandateId: string | null
}

/** The reconciled point of a model; null where nothing is reconciled. */
function pointOf(model: ValuationModel): StatedValue | null {
  const point = evaluateModel(model).scenarios[0]?.reconciliation.point ?? null
  const { currency, amountsIn } = model.head
  return point === null ? null : { amount: point, currency, amountsIn }
}

function lineOf({ id, kind, technologyId, model, updatedAt, mandateId }: Valuation): ValuationLine {
  const { title } = model.head.subject
  return { id, kind, technologyId, title, updatedAt, point: pointOf(model), mandateId }
}

/** One page of the valuations that the organisation acted for works on, the latest changed first. */
export async function ownValuations(asked: {
  actor: Actor
  page: number
}): Promise<Result<{ lines: ValuationLine[]; total: number; mayWork: boolean }>> {
  const allowed = may(asked.actor, 'valuation.read')
  if (!allowed.ok) return allowed
  const { rows, total } = await valuationsOf(reader(), {
    organisationId: allowed.value.organisation?.id ?? '',
    limit: valuationsOnAPage,
    offset: (asked.page - 1) * valuationsOnAPage,
  })
  return done({ lines: rows.map(lineOf), total, mayWork: may(asked.actor, 'valuation.edit').ok })
}

/** The valuations of one technology by the organisation acted for: never those of another side. */
export async function ownValuationsOf(actor: Actor, technologyId: string): Promise<ValuationLine[]> {
  const allowed = may(actor, 'valuation.read')
  if (!allowed.ok) return []
  const organisationId = allowed.value.organisation?.id ?? ''
  const { rows } = await valuationsOf(reader(), { organisationId, technologyId, limit: 10, offset: 0 })
  return rows.map(lineOf)
}

/** Everything the workbench shows of a valuation, for those who work for its organisation. */
export interface ValuationFacts {
  readonly id: string
  readonly kind: Valuation['kind']
  readonly version: number
  readonly technologyId: string
  readonly model: ValuationModel
  readonly updatedAt: number
  readonly mandate: Pick<Mandate, 'id' | 'state' | 'deadline'> | null
  readonly mayEdit: boolean
  readonly maySign: boolean
  readonly reports: Awaited<ReturnType<typeof reportsOf>>
  /** Who works on it, for what is entered while the page is open. */
  readonly reader: { readonly id: string; readonly name: string }
}

/**
 * A valuation for the people of its organisation; nobody else finds it.
 *
 * @returns refusals: 401 `auth.sign_in`, 404 `not_found`, 403 `auth.role`
 */
export async function valuationFacts(asked: { actor: Actor; id: string }): Promise<Result<ValuationFacts>> {
  const signedIn = may(asked.actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const db = reader()
  const valuation = await valuationById(db, asked.id)
  if (!valuation) return refuse('not_found', 404)
  const allowed = may(asked.actor, 'valuation.read', valuation)
  if (!allowed.ok) return allowed
  const mandate = valuation.mandateId === null ? null : await mandateById(db, valuation.mandateId)
  const open = mandate === null || mandate.state === 'accepted'
  const mayEdit = open && may(asked.actor, 'valuation.edit', valuation).ok
  const { id, kind, version, technologyId, model, updatedAt } = valuation
  return done({
    id,
    kind,
    version,
    technologyId,
    model,
    updatedAt,
    mandate: mandate && { id: mandate.id, state: mandate.state, deadline: mandate.deadline },
    mayEdit,
    maySign: mayEdit && (mandate === null || may(asked.actor, 'valuation.certify', valuation).ok),
    reports: await reportsOf(db, id),
    reader: { id: allowed.value.personId, name: allowed.value.name },
  })
}

type Named = Pick<OrganisationFacts, 'id' | 'name' | 'kind'>

/** One line of the list of mandates. */
export interface MandateLine {
  readonly id: string
  readonly state: Mandate['state']
  readonly party: MandateParty
  readonly turn: MandateParty | null
  readonly title: Bilingual
  readonly valuer: Bilingual
  readonly asker: Bilingual
  readonly deadline: string
  readonly updatedAt: number
}

async function titleFor(db: Reader, mandate: Mandate, organisationId: string): Promise<Bilingual> {
  const party = mandatePartyOf(mandate, organisationId)
  // A valuer knows of the technology what the asker knows.
  const knows = party === 'valuer' ? mandate.askerId : organisationId
  const subject = await subjectFor(db, mandate.technologyId, knows)
  return subject?.title ?? { vi: mandate.technologyId, en: mandate.technologyId }
}

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
    limit: valuationsOnAPage,
    offset: (asked.page - 1) * valuationsOnAPage,
  })
  const facts = await organisationsByIds(
    db,
    rows.flatMap(({ askerId, valuerId }) => [askerId, valuerId]),
  )
  const nameOf = (id: string): Bilingual => facts.get(id)?.name ?? { vi: '', en: '' }
  const lines: MandateLine[] = []
  for (const mandate of rows) {
    const { id, state, deadline, updatedAt, valuerId, askerId } = mandate
    lines.push({
      id,
      state,
      party: mandatePartyOf(mandate, organisationId) ?? 'asker',
      turn: mandateProcess.turn[state] ?? null,
      title: await titleFor(db, mandate, organisationId),
      valuer: nameOf(valuerId),
      asker: nameOf(askerId),
      deadline,
      updatedAt,
    })
  }
  return done({ lines, total })
}

/** Everything the page of a mandate shows. */
export interface MandatePage {
  readonly mandate: Omit<Mandate, 'formKey' | 'processVersion' | 'askedBy' | 'declaredBy' | 'consentedBy'>
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
  const { organisation, personId, name } = allowed.value
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
  const subject = await subjectFor(db, mandate.technologyId, party === 'valuer' ? mandate.askerId : organisation.id)
  const { formKey: _form, processVersion: _process, askedBy, declaredBy: _declarer, consentedBy: _consenter, ...shown } =
    mandate
  const allowedNow = may(asked.actor, { valuer: 'valuation.certify', other: 'mandate.consent', asker: 'mandate.ask' }[
    party
  ] as 'valuation.certify')
  return done({
    mandate: shown,
    title: subject?.title ?? { vi: mandate.technologyId, en: mandate.technologyId },
    published: subject?.published ?? false,
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
    declarer: personId === '' ? '' : name,
  })
}

/** What the forms that start an estimate or a mandate show of their technology. */
export interface StartFacts {
  readonly technologyId: string
  readonly title: Bilingual
  readonly owner: Named
  readonly isOwner: boolean
  readonly other: Named | null
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
    owner: named(owner),
    isOwner,
    other: other && named(other),
    formKey: newId('form'),
  })
}

/**
 * A signed report for the people of the organisation that signed it and, under a mandate, of its parties.
 *
 * @returns refusals: 401 `auth.sign_in`, 404 `not_found`
 */
export async function signedReport(asked: { actor: Actor; id: string }) {
  const allowed = may(asked.actor, 'valuation.read')
  if (!allowed.ok) return allowed
  const db = reader()
  const report = await reportById(db, asked.id)
  const valuation = report && (await valuationById(db, report.valuationId))
  if (!valuation) return refuse('not_found', 404)
  const organisationId = allowed.value.organisation?.id ?? ''
  const mandate = valuation.mandateId === null ? null : await mandateById(db, valuation.mandateId)
  const party = mandate && mandatePartyOf(mandate, organisationId)
  if (organisationId !== report.organisationId && party === null) return refuse('not_found', 404)
  const organisation = await organisationById(db, report.organisationId)
  return done({ signed: report, organisation: organisation?.name ?? { vi: '', en: '' } })
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
