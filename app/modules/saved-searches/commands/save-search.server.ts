import { transaction } from '#db'
import { check, done, type Language, refuse, type Result } from '#kernel'
import { type Actor, actingAs, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import type { Question } from '#modules/catalogue'
import { newId, now } from '#platform/clock'
import { askedPath, saveSchema, searchesAllowed } from '../saved-search.ts'
import { countOf, insertSearch, lastAnnouncement, searchAsked } from '../store.server.ts'
import { changeSearch } from './edit-search.server.ts'

interface Wanted {
  readonly actor: Actor
  readonly question: Question
  readonly language: Language
  readonly input: unknown
}

/** What makes a person's search the same as another: for whom it was saved and what it asks. */
export const askedBy = (organisationId: string | null, path: string): string => `${organisationId ?? ''} ${path}`

/**
 * Saves a search. The same search saved again takes the new name and frequency; it is kept once.
 *
 * @returns its id; refusals: 401, 400 `form.invalid`, 422 `search_limit`
 */
export async function saveSearchFor({ actor, question, language, input }: Wanted): Promise<Result<string>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(saveSchema, input)
  if (!checked.ok) return checked
  const { personId } = allowed.value
  const organisationId = actingAs(actor)
  const path = askedPath(question)
  const { name, frequency } = checked.value
  return transaction(async (tx) => {
    const asked = askedBy(organisationId, path)
    const known = await searchAsked(tx, personId, asked)
    if (known) {
      const state = 'active'
      const changed = await changeSearch(tx, allowed.value, known, { name, frequency, state }, 'saved_search.edit')
      return changed.ok ? done(known.id) : changed
    }
    if ((await countOf(tx, personId)) >= searchesAllowed)
      return refuse('search_limit', 422, { values: { allowed: searchesAllowed } })
    const at = now()
    const saved = await insertSearch(tx, {
      id: newId('srch'),
      personId,
      organisationId,
      name,
      path,
      asked,
      language,
      frequency,
      state: 'active',
      seen: await lastAnnouncement(tx),
      lookedAt: at,
      toldAt: null,
      createdAt: at,
      version: 1,
    })
    if (!saved) return refuse('version_conflict', 409)
    await record(tx, {
      by: { personId, organisationId },
      action: 'saved_search.save',
      subject: { kind: 'saved_search', id: saved.id },
      detail: { path, frequency },
    })
    return done(saved.id)
  })
}
