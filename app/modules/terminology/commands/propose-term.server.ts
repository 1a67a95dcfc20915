import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { isBuiltIn } from '../in-use.server.ts'
import { alreadyThere, doerOf, freePair, insertTerms, newTerm, type Term } from '../store.server.ts'
import { termSchema } from '../term.ts'

/**
 * Proposes a pair in the name of a verified organisation; search uses it once the operator has approved it.
 *
 * @returns refusals: those of `may`, 400 `form.invalid`, 409 `term.built_in`, 409 `term.exists.…` (its state)
 */
export async function proposeTerm(asked: { actor: Actor; input: unknown }): Promise<Result<Term>> {
  const allowed = may(asked.actor, 'term.propose')
  if (!allowed.ok) return allowed
  const input = check(termSchema, asked.input)
  if (!input.ok) return input
  const by = doerOf(allowed.value)
  const term = newTerm(input.value, by, 'proposed')
  if (isBuiltIn(term)) return refuse('term.built_in', 409)
  return transaction(async (tx) => {
    const free = await freePair(tx, term.pair)
    if (!free.ok) return free
    if ((await insertTerms(tx, [term])).size === 0) return alreadyThere('proposed')
    const { a, b, kind } = term
    await record(tx, { by, action: 'term.propose', subject: { kind: 'term', id: term.id }, detail: { kind, a, b } })
    return done(term)
  })
}
