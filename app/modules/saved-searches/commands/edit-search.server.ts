import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { editSchema } from '../saved-search.ts'
import { deleteSearch, lastAnnouncement, type SavedSearch, saveSearch, searchOf } from '../store.server.ts'

type Change = Partial<Pick<SavedSearch, 'name' | 'frequency' | 'state'>>

/**
 * Changes a search and writes the record. A search that told nothing, or at another frequency, begins anew: what came
 * before this moment is no news for it.
 */
export async function changeSearch(
  tx: Transaction,
  by: Pick<SignedIn, 'personId'>,
  search: SavedSearch,
  change: Change,
  action: string,
): Promise<Result<null>> {
  const next = { ...search, ...change }
  const anew = next.frequency !== search.frequency || next.state !== search.state
  if (!anew && next.name === search.name) return done(null)
  const start = anew ? { seen: await lastAnnouncement(tx), lookedAt: now() } : {}
  if (!(await saveSearch(tx, search, { ...change, ...start }))) return refuse('version_conflict', 409)
  await record(tx, {
    by: { personId: by.personId, organisationId: search.organisationId },
    action,
    subject: { kind: 'saved_search', id: search.id },
    detail: { ...change },
  })
  return done(null)
}

/**
 * Gives a search another name or frequency.
 *
 * @returns refusals: 401, 400 `form.invalid`, 404 for other people's, 409 `version_conflict`
 */
export async function editSearch(actor: Actor, id: string, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId } = allowed.value
  return transaction(async (tx) => {
    const search = await searchOf(tx, personId, id)
    if (!search) return refuse('not_found', 404)
    const checked = check(editSchema, input)
    if (!checked.ok) return checked
    const { version, ...change } = checked.value
    if (version !== search.version) return refuse('version_conflict', 409)
    return changeSearch(tx, allowed.value, search, change, 'saved_search.edit')
  })
}

const stateSchema = z.object({ state: z.enum(['active', 'paused']) })

/**
 * Pauses a search, or lets it tell again. Asked twice it is done once.
 *
 * @returns refusals: 401, 400 `form.invalid`, 404 for other people's
 */
export async function setSearchState(actor: Actor, id: string, input: unknown): Promise<Result<SavedSearch['state']>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId } = allowed.value
  return transaction(async (tx) => {
    const search = await searchOf(tx, personId, id)
    if (!search) return refuse('not_found', 404)
    const checked = check(stateSchema, input)
    if (!checked.ok) return checked
    const { state } = checked.value
    const action = state === 'paused' ? 'saved_search.pause' : 'saved_search.resume'
    const changed = await changeSearch(tx, allowed.value, search, { state }, action)
    return changed.ok ? done(state) : changed
  })
}

/**
 * Deletes a search.
 *
 * @returns refusals: 401, 404 for other people's and for one that is gone
 */
export async function removeSearch(actor: Actor, id: string): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId } = allowed.value
  return transaction(async (tx) => {
    const search = await searchOf(tx, personId, id)
    if (!search) return refuse('not_found', 404)
    await deleteSearch(tx, id)
    await record(tx, {
      by: { personId, organisationId: search.organisationId },
      action: 'saved_search.remove',
      subject: { kind: 'saved_search', id },
      detail: { path: search.path },
    })
    return done(null)
  })
}
