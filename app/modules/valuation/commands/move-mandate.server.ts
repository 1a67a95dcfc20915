import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, decideMove, done, refuse, type Result } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import {
  declarationSchema,
  mandatePartyOf,
  mandatePermissions,
  mandateProcess,
  mandateVerbs,
  mandateVerbsOf,
  type MandateVerb,
} from '../mandate.ts'
import { emptyModel } from '../model/edit.ts'
import { addMandateMove, insertValuation, type Mandate, mandateById, saveMandate } from '../store.server.ts'
import { type Subject, subjectFor, subjectOfModel, withSubject } from '../subject.server.ts'
import { headFrom, newSeed } from './start-estimate.server.ts'

const moveSchema = z.object({
  verb: z.enum(mandateVerbs).exclude(['deliver']),
  version: z.coerce.number().int(),
  text: z.string().trim().max(2000).default(''),
})

/** The technology as the valuer may know it: as far as the asker knows it, whose mandate opens it. */
async function subjectOf(tx: Transaction, mandate: Mandate): Promise<Subject | null> {
  return subjectFor(tx, mandate.technologyId, mandate.askerId)
}

async function startMandated(tx: Transaction, mandate: Mandate, by: SignedIn): Promise<void> {
  const subject = await subjectOf(tx, mandate)
  if (!subject) throw new Error(`A mandate without its technology: ${mandate.id}`)
  const { purpose, rightKind, territory, basis, valuationDate, feeCurrency } = mandate
  const at = now()
  const head = headFrom(subjectOfModel(subject), {
    purpose,
    rightKind,
    territory,
    basis,
    valuationDate,
    currency: feeCurrency,
    amountsIn: feeCurrency === 'VND' ? 1_000_000 : 1_000,
  })
  const model = withSubject(emptyModel(head, newSeed()), subject, { by: { id: by.personId, name: by.name }, at })
  await insertValuation(tx, {
    id: newId('val'),
    kind: 'mandated',
    technologyId: mandate.technologyId,
    organisationId: mandate.valuerId,
    mandateId: mandate.id,
    createdBy: mandate.declaredBy ?? by.personId,
    model,
    version: 1,
    formKey: `mandate:${mandate.id}`,
    createdAt: at,
    updatedAt: at,
  })
}

/** What changes in the mandate with its state: the declaration on acceptance, and who consented. */
function changeBy(verb: MandateVerb, personId: string, input: unknown): Result<Partial<Mandate>> {
  if (verb === 'consent') return done({ consentedBy: personId })
  if (verb !== 'accept' && verb !== 'accept_for_both') return done({})
  const declaration = check(declarationSchema, input)
  return declaration.ok ? done({ declaration: declaration.value, declaredBy: personId }) : declaration
}

/**
 * Moves a mandate by one of its parties: the valuer accepts with a declaration or declines, the other side consents or
 * refuses, the asker withdraws. Once accepted by all, the valuer's valuation is there.
 *
 * @returns refusals: those of `may`, 404 `not_found`, 400 `form.invalid`, 409 `version_conflict`, 409 `wrong_state`, 409
 *   `not_your_turn`
 */
export async function moveMandate(asked: { actor: Actor; id: string; input: unknown }): Promise<Result<Mandate>> {
  const signedIn = may(asked.actor, 'valuation.read')
  if (!signedIn.ok) return signedIn
  const { personId, organisation } = signedIn.value
  if (!organisation) return refuse('auth.organisation', 403)
  return transaction(async (tx) => {
    const mandate = await mandateById(tx, asked.id)
    const party = mandate && mandatePartyOf(mandate, organisation.id)
    if (!mandate || !party || (party === 'other' && mandate.declaration === null)) return refuse('not_found', 404)
    const allowed = may(asked.actor, mandatePermissions[party])
    if (!allowed.ok) return allowed
    const input = check(moveSchema, asked.input)
    if (!input.ok) return input
    const { verb, version, text } = input.value
    if (version !== mandate.version) return refuse('version_conflict', 409)
    const decision = decideMove(mandateProcess, mandate.state, verb, party)
    if (!decision.allowed) return refuse(decision.why === 'party' ? 'not_your_turn' : 'wrong_state', 409)
    if (!mandateVerbsOf(mandate, party).includes(verb)) return refuse('wrong_state', 409)
    if (decision.transition.reason === true && text === '')
      return refuse('form.invalid', 400, { fields: { text: [{ code: 'required' }] } })
    const change = changeBy(verb, personId, asked.input)
    if (!change.ok) return change
    const by = { personId, organisationId: organisation.id }
    const moved = await makeMandateMove(tx, mandate, {
      verb,
      to: decision.transition.to,
      by,
      text,
      change: change.value,
    })
    if (!moved.ok) return moved
    if (moved.value.state === 'accepted') await startMandated(tx, moved.value, allowed.value)
    return moved
  })
}

/** Moves a mandate inside a transaction, with its place in the record and its news. */
export async function makeMandateMove(
  tx: Transaction,
  mandate: Mandate,
  move: {
    readonly verb: MandateVerb
    readonly to: Mandate['state']
    readonly by: { readonly personId: string; readonly organisationId: string }
    readonly text: string
    readonly change: Partial<Mandate>
  },
): Promise<Result<Mandate>> {
  const { verb, to, by, text } = move
  const change = { ...move.change, state: to }
  if (!(await saveMandate(tx, mandate, change))) return refuse('version_conflict', 409)
  await addMandateMove(tx, { mandateId: mandate.id, verb, toState: to, by, text })
  await record(tx, {
    by,
    action: `mandate.${verb}`,
    subject: { kind: 'mandate', id: mandate.id },
    detail: { from: mandate.state, to, ...(text === '' ? {} : { text }) },
  })
  await publish(tx, { topic: 'mandate.moved', subjectId: mandate.id, payload: { verb, by: by.personId, text } })
  return done({ ...mandate, ...change, version: mandate.version + 1 })
}
