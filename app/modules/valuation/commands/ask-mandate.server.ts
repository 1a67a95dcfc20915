import { type Transaction, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationById } from '#modules/accounts/server'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { type MandateInput, mandateProcess, mandateSchema } from '../mandate.ts'
import { insertMandate, type Mandate } from '../store.server.ts'
import { type Subject, subjectFor } from '../subject.server.ts'

/** One side gives the mandate, without the other. */
const alone = 'alone'

const wrong = (field: string, code: string) => refuse('form.invalid', 400, { fields: { [field]: [{ code }] } })

/** Whether an organisation may be asked to value: a verified intermediary that offers it. */
async function mayValue(tx: Transaction, id: string): Promise<boolean> {
  const facts = await organisationById(tx, id)
  return facts?.kind === 'intermediary' && facts.verified && facts.services.includes('valuation')
}

async function sidesFit(tx: Transaction, input: MandateInput, asker: string, subject: Subject): Promise<Result<null>> {
  const { valuerId, otherId } = input
  if (!(await mayValue(tx, valuerId))) return wrong('valuerId', 'choose')
  // Nobody values their own, nor for the side that they stand on.
  if (valuerId === asker || valuerId === otherId || valuerId === subject.ownerId)
    return wrong('valuerId', 'valuation.valuer_is_side')
  if (otherId === alone) return done(null)
  if (otherId === asker || !(await organisationById(tx, otherId))) return wrong('otherId', 'choose')
  // A mandate of both sides is one of the owner and a taker.
  return asker === subject.ownerId || otherId === subject.ownerId ? done(null) : wrong('otherId', 'choose')
}

/**
 * Asks a valuer for a valuation, for one side or, with the other side's later consent, for both.
 *
 * @param asked.input see `mandateSchema`
 * @returns the mandate, also when its form had been sent before; refusals: those of `may('mandate.ask')`, 400
 *   `form.invalid`, 404 `not_found`
 */
export async function askMandate(asked: { actor: Actor; input: unknown }): Promise<Result<Mandate>> {
  const allowed = may(asked.actor, 'mandate.ask')
  if (!allowed.ok) return allowed
  const { personId, organisation } = allowed.value
  if (!organisation) return refuse('auth.organisation', 403)
  const checked = check(mandateSchema, asked.input)
  if (!checked.ok) return checked
  const { fee, currency, otherId, ...input } = checked.value
  const by = { personId, organisationId: organisation.id }
  return transaction(async (tx) => {
    const subject = await subjectFor(tx, input.technologyId, organisation.id)
    if (!subject) return refuse('not_found', 404)
    const fits = await sidesFit(tx, checked.value, organisation.id, subject)
    if (!fits.ok) return fits
    const at = now()
    if (input.deadline < new Date(at).toISOString().slice(0, 10)) return wrong('deadline', 'date_past')
    const { mandate, made } = await insertMandate(tx, {
      id: newId('mand'),
      ...input,
      titleVi: subject.title.vi,
      titleEn: subject.title.en,
      askerId: organisation.id,
      otherId: otherId === alone ? null : otherId,
      askedBy: personId,
      state: mandateProcess.initial,
      processVersion: mandateProcess.version,
      version: 1,
      feeAmount: currency === 'USD' ? fee * 100 : fee,
      feeCurrency: currency,
      declaration: null,
      declaredBy: null,
      consentedBy: null,
      createdAt: at,
      updatedAt: at,
    })
    if (!made) return done(mandate)
    await record(tx, {
      by,
      action: 'mandate.ask',
      subject: { kind: 'mandate', id: mandate.id },
      detail: { technologyId: mandate.technologyId, valuerId: mandate.valuerId, otherId: mandate.otherId },
    })
    await publish(tx, { topic: 'mandate.asked', subjectId: mandate.id })
    return done(mandate)
  })
}
