import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationsByIds, people } from '#modules/accounts/server'
import { type AuditEntry, auditPage, firstBrokenEntry, record } from '#modules/audit/server'
import { retryNews, troubledNews, type WaitingNews } from '#platform/jobs'
import { type KeptMail, letter, letters } from '#platform/mail'

const pageSize = 50

interface Paged {
  readonly total: number
  readonly pageCount: number
}

const paged = (total: number): Paged => ({ total, pageCount: Math.max(1, Math.ceil(total / pageSize)) })

/** Letters the exchange wrote, newest first. */
export async function lettersPage(
  actor: Actor,
  wanted: { recipient: string | null; page: number },
): Promise<Result<Paged & { letters: KeptMail[] }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const { recipient, page } = wanted
  const found = await letters(reader(), { recipient, limit: pageSize, offset: (page - 1) * pageSize })
  return done({ letters: found.letters, ...paged(found.total) })
}

/** Addresses in letters that let whoever holds them in. */
const oneTimeLink = /(https?:\/\/[^\s/]+(?:\/en)?\/(?:reset|confirm|invitations?|unsubscribe)\/)[^\s?#]+/g

/**
 * A letter with its text. Once it has been sent, the links that let their holder in belong to its reader alone; while
 * letters are only kept here, the operator hands them on.
 *
 * @returns refusals: those of `may`, 404 `not_found`
 */
export async function letterPage(actor: Actor, id: string): Promise<Result<KeptMail>> {
  const allowed = may(actor, 'listing.review')
  if (!allowed.ok) return allowed
  const found = await letter(reader(), id)
  if (!found) return refuse('not_found', 404)
  return done(found.sentAt === null ? found : { ...found, body: found.body.replace(oneTimeLink, '$1…') })
}

export interface RecordLine extends AuditEntry {
  readonly person: string | null
  readonly organisation: string | null
}

async function namesOf(entries: readonly AuditEntry[]): Promise<RecordLine[]> {
  const personIds = [...new Set(entries.flatMap((entry) => entry.personId ?? []))]
  const rows =
    personIds.length === 0
      ? []
      : await reader().select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, personIds))
  const names = new Map(rows.map((row) => [row.id, row.name]))
  const organisations = await organisationsByIds(
    reader(),
    entries.flatMap((entry) => entry.organisationId ?? []),
  )
  return entries.map((entry) => ({
    ...entry,
    person: entry.personId === null ? null : (names.get(entry.personId) ?? entry.personId),
    organisation: entry.organisationId === null ? null : (organisations.get(entry.organisationId)?.name.vi ?? null),
  }))
}

/** The record of what was done, newest first, by person, thing or action. */
export async function recordPage(
  actor: Actor,
  wanted: { person: string; subject: string; action: string; page: number },
): Promise<Result<Paged & { entries: RecordLine[] }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const { entries, total } = await auditPage(reader(), {
    ...(wanted.person === '' ? {} : { personId: wanted.person }),
    ...(wanted.subject === '' ? {} : { subjectId: wanted.subject }),
    ...(wanted.action === '' ? {} : { action: wanted.action }),
    limit: pageSize,
    offset: (wanted.page - 1) * pageSize,
  })
  return done({ entries: await namesOf(entries), ...paged(total) })
}

/** Follows the chain of the record from its first row; the number of the first that does not fit, or null. */
export async function verifyRecord(actor: Actor): Promise<Result<{ broken: number | null }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  return done({ broken: await firstBrokenEntry(reader()) })
}

/** News that could not be handled, or that waits. */
export async function newsPage(
  actor: Actor,
  wanted: { failed: boolean; page: number },
): Promise<Result<Paged & { news: WaitingNews[] }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const { failed, page } = wanted
  const found = await troubledNews(reader(), { failed, limit: pageSize, offset: (page - 1) * pageSize })
  return done({ news: found.news, ...paged(found.total) })
}

/**
 * Has failed news tried again: one piece, or all of it where no number is given.
 *
 * @returns refusals: those of `may`, 404 `not_found` when it has not failed
 */
export async function retryFailedNews(asked: { actor: Actor; input: unknown }): Promise<Result<number>> {
  const allowed = may(asked.actor, 'listing.review')
  if (!allowed.ok) return allowed
  const input = check(z.object({ sequence: z.coerce.number().int().positive().optional() }), asked.input)
  if (!input.ok) return input
  const sequence = input.value.sequence ?? null
  return transaction(async (tx) => {
    const retried = await retryNews(tx, sequence)
    if (retried === 0) return refuse('not_found', 404)
    await record(tx, {
      by: { personId: allowed.value.personId, organisationId: allowed.value.organisation?.id ?? null },
      action: 'news.retried',
      subject: { kind: 'news', id: sequence === null ? 'all' : String(sequence) },
      detail: { news: retried },
    })
    return done(retried)
  })
}
