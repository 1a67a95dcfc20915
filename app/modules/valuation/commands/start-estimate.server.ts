import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { transaction } from '#db'
import { check, currencies, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { type ModelHead, rightKinds, type ValuationModel, valueBases } from '../model/document.ts'
import { emptyModel } from '../model/edit.ts'
import { type TermsFacts, withDealFacts } from '../model/facts.ts'
import { insertValuation, type Valuation } from '../store.server.ts'
import { type Bringing, subjectFor, subjectOfModel, withSubject } from '../subject.server.ts'

const text = (most: number) => z.string().trim().max(most)

const startSchema = z.object({
  technologyId: text(64).min(1),
  purpose: text(2000).min(1),
  rightKind: z.enum(rightKinds),
  territory: text(500).default(''),
  basis: z.enum(valueBases),
  valuationDate: z.iso.date(),
  currency: z.enum(currencies),
  amountsIn: z.enum(['1', '1000', '1000000', '1000000000']),
  formKey: text(64).min(1),
})

/** The head of a model from what a form says of it. */
export function headFrom(
  subject: ModelHead['subject'],
  given: Pick<ModelHead, 'basis' | 'purpose' | 'valuationDate' | 'currency' | 'amountsIn'> & {
    readonly rightKind: ModelHead['right']['kind']
    readonly territory: string
  },
): ModelHead {
  const { rightKind, territory, ...rest } = given
  return {
    subject,
    right: { kind: rightKind, territory, from: null, until: null },
    ...rest,
    inflation: null,
    exchangeRates: [],
  }
}

/** The seed of a new model's simulations. */
export const newSeed = (): number => randomInt(0, 4_294_967_296)

/** Terms under negotiation that an estimate starts from, where they stand, and why their method is used. */
export interface StartingTerms {
  readonly terms: TermsFacts
  readonly reference: string
  readonly reason: string
}

function withStartingTerms(
  model: ValuationModel,
  { terms, reference, reason }: StartingTerms,
  { by, at }: Bringing,
): ValuationModel {
  const approach = { id: 'deal_structure', method: 'deal_structure', enabled: true, reason, inputs: {} } as const
  return withDealFacts(
    { ...model, approaches: [...model.approaches, approach] },
    { by: { ...by }, at: new Date(at).toISOString(), reference, terms },
  )
}

/**
 * Starts a private estimate of a technology that the organisation acted for owns, or that is published. What the exchange
 * knows of it stands in the ledger at once.
 *
 * @param asked.starting terms that stand in the ledger, too, in the slots of the deal's structure
 * @returns the valuation, also when its form had been sent before; refusals: those of `may('valuation.edit')`, 400
 *   `form.invalid`, 404 `not_found`
 */
export async function startEstimate(asked: {
  actor: Actor
  input: unknown
  starting?: StartingTerms
}): Promise<Result<Valuation>> {
  const allowed = may(asked.actor, 'valuation.edit')
  if (!allowed.ok) return allowed
  const { personId, name, organisation } = allowed.value
  if (!organisation) return refuse('auth.organisation', 403)
  const input = check(startSchema, asked.input)
  if (!input.ok) return input
  const { technologyId, formKey, amountsIn, ...given } = input.value
  return transaction(async (tx) => {
    const subject = await subjectFor(tx, technologyId, organisation.id)
    if (!subject) return refuse('not_found', 404)
    const at = now()
    const head = headFrom(subjectOfModel(subject), { ...given, amountsIn: Number(amountsIn) as ModelHead['amountsIn'] })
    const bringing = { by: { id: personId, name }, at }
    const known = withSubject(emptyModel(head, newSeed()), subject, bringing)
    const model = asked.starting ? withStartingTerms(known, asked.starting, bringing) : known
    const { valuation, made } = await insertValuation(tx, {
      id: newId('val'),
      kind: 'private_estimate',
      technologyId,
      organisationId: organisation.id,
      mandateId: null,
      createdBy: personId,
      model,
      version: 1,
      formKey,
      createdAt: at,
      updatedAt: at,
    })
    if (made)
      await record(tx, {
        by: { personId, organisationId: organisation.id },
        action: 'valuation.start',
        subject: { kind: 'valuation', id: valuation.id },
        detail: { technologyId },
      })
    return done(valuation)
  })
}
