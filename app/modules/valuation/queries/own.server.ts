import { reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { isInView } from '#modules/listings/server'
import { evaluateModel } from '../model/evaluate.ts'
import { type ValuationModel } from '../model/document.ts'
import { type Mandate, mandateById, reportsOf, type Valuation, valuationById, valuationsOf } from '../store.server.ts'

export const valuationsOnAPage = 20

/** A value in the model's own unit, with what is needed to write it down. */
export interface StatedValue {
  readonly amount: number
  readonly currency: string
  readonly amountsIn: ValuationModel['head']['amountsIn']
}

/** One line of the list of valuations. */
export interface ValuationLine {
  readonly id: string
  readonly kind: Valuation['kind']
  readonly technologyId: string
  readonly title: Bilingual
  readonly purpose: string
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
  const { subject, purpose } = model.head
  return { id, kind, technologyId, title: subject.title, purpose, updatedAt, point: pointOf(model), mandateId }
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

/** Whether the public page of what is valued is there to be linked to. */
export function subjectInView({ technologyId }: Pick<ValuationFacts, 'technologyId'>): Promise<boolean> {
  return isInView(reader(), technologyId)
}
