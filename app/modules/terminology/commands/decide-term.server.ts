import { z } from 'zod'
import { transaction } from '#db'
import { check, decideMove, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { builtInEntries } from '../built-in.server.ts'
import { forgetTerms, isBuiltIn } from '../in-use.server.ts'
import {
  alreadyThere,
  doerOf,
  insertTerms,
  newTerm,
  saveTerm,
  type Term,
  termById,
  termByPair,
  wordsOf,
} from '../store.server.ts'
import { termProcess, termSchema, termVerbs } from '../term.ts'

const decisionSchema = z.object({
  verb: z.enum(termVerbs),
  reason: z.string().trim().max(1000).default(''),
  version: z.coerce.number().int(),
  /** The words as the operator corrected them; only an approval takes them. */
  a: z.string().optional(),
  b: z.string().optional(),
  field: z.string().optional(),
})

type Decision = z.output<typeof decisionSchema>

/** The words the operator approves: as proposed, or as corrected on the way. */
function corrected(found: Term, { verb, a, b, field }: Decision): Result<Pick<Term, 'a' | 'b' | 'field'>> {
  if (verb !== 'approve') return done(found)
  const { kind, language } = found
  return check(termSchema, { kind, language, a: a ?? found.a, b: b ?? found.b, field: field ?? found.field ?? '' })
}

/**
 * Approves, rejects, withdraws or restores a pair. An approval may correct the words and the field.
 *
 * @returns refusals: those of `may`, 404, 400 `form.invalid`, 409 `term.decided` when somebody has meanwhile, 409 `wrong_state`,
 *   409 `term.built_in` and `term.exists.…` when the corrected pair is there already
 */
export async function decideTerm(asked: { actor: Actor; id: string; input: unknown }): Promise<Result<Term>> {
  const allowed = may(asked.actor, 'term.decide')
  if (!allowed.ok) return allowed
  const input = check(decisionSchema, asked.input)
  if (!input.ok) return input
  const { verb, reason, version } = input.value
  const by = doerOf(allowed.value)
  const result = await transaction(async (tx): Promise<Result<Term>> => {
    const found = await termById(tx, asked.id)
    if (!found) return refuse('not_found', 404)
    if (found.version !== version) return refuse('term.decided', 409)
    const move = decideMove(termProcess, found.state, verb, 'operator')
    if (!move.allowed) return refuse('wrong_state', 409)
    if (move.transition.reason === true && reason === '')
      return refuse('form.invalid', 400, { fields: { reason: [{ code: 'required' }] } })
    const words = corrected(found, input.value)
    if (!words.ok) return words
    const { a, b, field } = words.value
    const columns = wordsOf({ ...found, a, b, field })
    if (columns.pair !== found.pair) {
      if (isBuiltIn({ ...found, ...columns })) return refuse('term.built_in', 409)
      const other = await termByPair(tx, columns.pair)
      if (other) return alreadyThere(other.state)
    }
    const saved = await saveTerm(tx, found, {
      ...columns,
      state: move.transition.to,
      decidedBy: by.personId,
      decidedAt: now(),
      reason,
    })
    if (!saved) return refuse('term.decided', 409)
    const changed = found.a !== a || found.b !== b || found.field !== field
    await record(tx, {
      by,
      action: `term.${verb}`,
      subject: { kind: 'term', id: found.id },
      detail: {
        a,
        b,
        ...(reason === '' ? {} : { reason }),
        ...(changed ? { proposed: { a: found.a, b: found.b, field: found.field } } : {}),
      },
    })
    await publish(tx, { topic: 'terms.changed', subjectId: found.id })
    return done(saved)
  })
  if (result.ok) forgetTerms()
  return result
}

const builtInSchema = z.object({
  en: z.string().max(200),
  vi: z.string().max(200),
  reason: z.string().trim().min(1).max(1000),
})

/**
 * Takes a pair that comes with the exchange out of use.
 *
 * @returns refusals: those of `may`, 404 for a pair that is not built in, 400 `form.invalid`, 409 `term.exists.…` when
 *   somebody has decided on it before
 */
export async function withdrawBuiltIn(asked: { actor: Actor; input: unknown }): Promise<Result<Term>> {
  const allowed = may(asked.actor, 'term.decide')
  if (!allowed.ok) return allowed
  const input = check(builtInSchema, asked.input)
  if (!input.ok) return input
  const { en, vi, reason } = input.value
  const entry = builtInEntries().find(({ a, b }) => a === en && b === vi)
  if (!entry) return refuse('not_found', 404)
  const by = doerOf(allowed.value)
  const { kind, a, b, language, field } = entry
  const term = newTerm({ kind, a, b, language, field, source: '' }, by, 'withdrawn', { builtIn: true, reason })
  const result = await transaction(async (tx): Promise<Result<Term>> => {
    if ((await insertTerms(tx, [term])).size === 0) {
      const found = await termByPair(tx, term.pair)
      return alreadyThere(found?.state ?? 'withdrawn')
    }
    await record(tx, {
      by,
      action: 'term.withdraw',
      subject: { kind: 'term', id: term.id },
      detail: { a, b, reason, builtIn: true },
    })
    await publish(tx, { topic: 'terms.changed', subjectId: term.id })
    return done(term)
  })
  if (result.ok) forgetTerms()
  return result
}
