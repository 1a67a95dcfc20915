import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, isId, type Issue, type Language, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisations } from '#modules/accounts/server'
import { record } from '#modules/audit/server'
import { technologyById } from '#modules/technologies/server'
import { newId, now } from '#platform/clock'
import { decimalFromText } from '../form/figures.ts'
import { vietnameseYear } from '../queries/signed-rates.server.ts'
import { signedRateSchema } from '../signed-rate.ts'
import { insertSignedRate, referenceKey, type SignedRateRow } from '../signed-rates.store.server.ts'

type Fields = Record<string, Issue[]>

/** The rate as a decimal, and what is wrong with what only the moment and the language can tell. */
function read(
  input: z.output<typeof signedRateSchema>,
  { language, year }: { readonly language: Language; readonly year: number },
): Result<string> {
  const rate = decimalFromText(input.rate, language, -2)
  const fields: Fields = {}
  if (rate === null) fields['rate'] = [{ code: 'figure' }]
  else if (!(Number(rate) > 0 && Number(rate) <= 1)) fields['rate'] = [{ code: 'rate.out_of_range' }]
  if (input.signedYear > year) fields['signedYear'] = [{ code: 'too_big', values: { maximum: year } }]
  return rate === null || Object.keys(fields).length > 0 ? refuse('form.invalid', 400, { fields }) : done(rate)
}

async function ownerByTaxCode(tx: Transaction, code: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.taxCode, code), ne(organisations.kind, 'operator')))
  return row?.id ?? null
}

/** The id in what was typed, if it is a technology of this owner; null where nothing was typed. */
async function technologyIn(tx: Transaction, typed: string, ownerId: string): Promise<Result<string | null>> {
  if (typed === '') return done(null)
  const id =
    typed
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  const found = isId('tech', id) ? await technologyById(tx, id) : null
  if (found?.listing.organisationId === ownerId) return done(id)
  return refuse('form.invalid', 400, { fields: { technology: [{ code: 'rate.technology' }] } })
}

/**
 * Records the royalty rate of a contract that both sides have reported.
 *
 * @param asked.input see `signedRateSchema`; figures as typed in `asked.language`
 * @returns the row, also when its form had been sent before; refusals: those of `may('rate.record')`, 400 `form.invalid`,
 *   409 `rate.recorded` where the owner's contract of this reference is recorded already
 */
export async function recordSignedRate(asked: {
  actor: Actor
  language: Language
  input: unknown
}): Promise<Result<SignedRateRow>> {
  const allowed = may(asked.actor, 'rate.record')
  if (!allowed.ok) return allowed
  const { personId, organisation } = allowed.value
  const checked = check(signedRateSchema, asked.input)
  if (!checked.ok) return checked
  const input = checked.value
  const at = now()
  const rate = read(input, { language: asked.language, year: vietnameseYear(at) })
  if (!rate.ok) return rate
  return transaction(async (tx) => {
    const ownerId = await ownerByTaxCode(tx, input.taxCode)
    if (ownerId === null) return refuse('form.invalid', 400, { fields: { taxCode: [{ code: 'rate.owner' }] } })
    const technology = await technologyIn(tx, input.technology, ownerId)
    if (!technology.ok) return technology
    const { field, rightKind, base, signedYear, reference, formKey } = input
    const inserted = await insertSignedRate(tx, {
      id: newId('rate'),
      ownerId,
      technologyId: technology.value,
      field,
      rightKind,
      exclusive: input.exclusivity === 'exclusive',
      rate: rate.value,
      base,
      signedYear,
      reference,
      referenceKey: referenceKey(reference),
      recordedBy: personId,
      recordedAt: at,
      withdrawnBy: null,
      withdrawnAt: null,
      withdrawnReason: '',
      formKey,
    })
    if (!inserted) return refuse('rate.recorded', 409)
    const { row, made } = inserted
    if (made)
      await record(tx, {
        by: { personId, organisationId: organisation?.id ?? '' },
        action: 'rate.record',
        subject: { kind: 'signed_rate', id: row.id },
        detail: { ownerId, reference, rate: row.rate, base, signedYear },
      })
    return done(row)
  })
}
