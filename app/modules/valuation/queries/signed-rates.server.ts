import { inArray } from 'drizzle-orm'
import { type Reader, reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationsByIds, people } from '#modules/accounts/server'
import { newId, now } from '#platform/clock'
import { type AnonymisedRates, anonymised, type RateQuestion, type SignedRate } from '../comparables/anonymised.ts'
import {
  allSignedRates,
  signedRateById,
  signedRatePage,
  type SignedRateRow,
  stateOfRates,
} from '../signed-rates.store.server.ts'

/** Vietnam keeps UTC+7 all year round. */
const zone = 7 * 3_600_000

/** The year of a moment in Vietnam. */
export function vietnameseYear(at: number): number {
  return new Date(at + zone).getUTCFullYear()
}

/** The answers of the last state of the records that was asked of: to work them out takes all of it. */
let last: { readonly state: string; readonly answers: (question: RateQuestion) => AnonymisedRates } | null = null

/** What the signed deals of the exchange tell of a question, and the year it is told in. For everybody. */
export async function royaltyRates(question: RateQuestion): Promise<{ told: AnonymisedRates; year: number }> {
  const year = vietnameseYear(now())
  const state = `${String(year)} ${await stateOfRates(reader())}`
  if (last?.state !== state) {
    const rows = await allSignedRates(reader())
    const deals = rows.map(({ rate, recordedAt, withdrawnAt, ...row }): SignedRate => ({
      ...row,
      rate: Number(rate),
      recordedYear: vietnameseYear(recordedAt),
      withdrawnYear: withdrawnAt === null ? null : vietnameseYear(withdrawnAt),
    }))
    last = { state, answers: anonymised(deals, year) }
  }
  return { told: last.answers(question), year }
}

/** How a recorded rate stands: it counts, will count from a year on, or was withdrawn. */
export type RateStanding =
  | { readonly kind: 'counts' }
  | { readonly kind: 'counts_from'; readonly year: number }
  | { readonly kind: 'withdrawn'; readonly at: number; readonly by: string | null; readonly reason: string }

/** A recorded rate for the operator. */
export interface SignedRateLine extends Pick<
  SignedRateRow,
  | 'id'
  | 'ownerId'
  | 'technologyId'
  | 'field'
  | 'rightKind'
  | 'exclusive'
  | 'rate'
  | 'base'
  | 'signedYear'
  | 'reference'
  | 'recordedAt'
> {
  readonly owner: Bilingual
  readonly recorder: string | null
  readonly standing: RateStanding
}

async function shown(db: Reader, rows: readonly SignedRateRow[]): Promise<SignedRateLine[]> {
  const ids = [...new Set(rows.flatMap(({ recordedBy, withdrawnBy }) => [recordedBy, withdrawnBy ?? recordedBy]))]
  const found =
    ids.length === 0
      ? []
      : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
  const names = new Map(found.map(({ id, name }) => [id, name]))
  const owners = await organisationsByIds(
    db,
    rows.map(({ ownerId }) => ownerId),
  )
  const year = vietnameseYear(now())
  return rows.map((row) => {
    const { id, ownerId, technologyId, field, rightKind, exclusive, rate, base, signedYear, reference, recordedAt } =
      row
    const from = vietnameseYear(recordedAt) + 1
    const standing: RateStanding =
      row.withdrawnAt !== null
        ? {
            kind: 'withdrawn',
            at: row.withdrawnAt,
            by: names.get(row.withdrawnBy ?? '') ?? null,
            reason: row.withdrawnReason,
          }
        : from > year
          ? { kind: 'counts_from', year: from }
          : { kind: 'counts' }
    return {
      ...{ id, ownerId, technologyId, field, rightKind, exclusive, rate, base, signedYear, reference, recordedAt },
      owner: owners.get(ownerId)?.name ?? { vi: ownerId, en: ownerId },
      recorder: names.get(row.recordedBy) ?? null,
      standing,
    }
  })
}

const pageSize = 50

/**
 * A page of the rates that were recorded, the latest first.
 *
 * @returns refusals: those of `may('operator.desk')`
 */
export async function operatorRates(
  actor: Actor,
  page: number,
): Promise<Result<{ lines: SignedRateLine[]; total: number; pageCount: number; mayRecord: boolean }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const { rows, total } = await signedRatePage(reader(), { limit: pageSize, offset: (page - 1) * pageSize })
  return done({
    lines: await shown(reader(), rows),
    total,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
    mayRecord: may(actor, 'rate.record').ok,
  })
}

/**
 * One recorded rate.
 *
 * @returns refusals: those of `may('operator.desk')`, 404 `not_found`
 */
export async function operatorRate(
  actor: Actor,
  id: string,
): Promise<Result<SignedRateLine & { readonly mayWithdraw: boolean }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const row = await signedRateById(reader(), id)
  const [line] = row ? await shown(reader(), [row]) : []
  if (!line) return refuse('not_found', 404)
  return done({ ...line, mayWithdraw: line.standing.kind !== 'withdrawn' && may(actor, 'rate.record').ok })
}

/**
 * What the form for a new rate starts from.
 *
 * @returns refusals: those of `may('rate.record')`
 */
export function newRateFacts(actor: Actor): Result<{ formKey: string; year: number }> {
  const allowed = may(actor, 'rate.record')
  return allowed.ok ? done({ formKey: newId('form'), year: vietnameseYear(now()) }) : allowed
}
