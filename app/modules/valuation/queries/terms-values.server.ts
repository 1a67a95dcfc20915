import { reader } from '#db'
import { type Actor, may } from '#modules/accounts'
import { type ModelHead } from '../model/document.ts'
import {
  dealApproachIn,
  type DealSide,
  type OfferedTerms,
  type TermsValue,
  valueOfTerms,
} from '../model/terms-value.ts'
import { valuationsOf } from '../store.server.ts'

/** What terms are worth to the organisation acted for, by an estimate of its own. */
export interface OwnTermsValues {
  readonly valuationId: string
  readonly updatedAt: number
  /** The unit of all amounts. */
  readonly head: Pick<ModelHead, 'currency' | 'amountsIn'>
  /** In the order of the terms asked for. */
  readonly values: readonly TermsValue[]
}

/** Estimates of one technology that are looked through for one by the structure of a deal. */
const looked = 50

/**
 * Values terms for one side of a negotiation by the latest private estimate of the organisation acted for that uses the
 * structure of the deal. Mandated valuations are never used, so that no report made for one side tells another anything.
 *
 * @returns null where there is no such estimate, or the actor may not read it
 */
export async function ownTermsValues(asked: {
  actor: Actor
  technologyId: string
  side: DealSide
  offered: readonly OfferedTerms[]
}): Promise<OwnTermsValues | null> {
  const allowed = may(asked.actor, 'valuation.read')
  if (!allowed.ok) return null
  const { rows } = await valuationsOf(reader(), {
    organisationId: allowed.value.organisation?.id ?? '',
    technologyId: asked.technologyId,
    limit: looked,
    offset: 0,
  })
  const own = rows.find(({ kind, model }) => kind === 'private_estimate' && dealApproachIn(model) !== null)
  if (!own) return null
  const { id, updatedAt, model } = own
  const { currency, amountsIn } = model.head
  return {
    valuationId: id,
    updatedAt,
    head: { currency, amountsIn },
    values: asked.offered.map((terms) => valueOfTerms(model, terms, asked.side)),
  }
}
