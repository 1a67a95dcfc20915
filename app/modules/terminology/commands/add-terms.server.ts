import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, type Issue, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { publish } from '#platform/jobs'
import { forgetTerms, isBuiltIn } from '../in-use.server.ts'
import { mostLines, readTermLines, type TermLine } from '../lines.ts'
import { doerOf, freePair, insertTerms, newTerm, statesOf, type Term } from '../store.server.ts'
import { type Pair, pairKey, termSchema } from '../term.ts'

/**
 * Adds a pair in the operator's name; search uses it at once.
 *
 * @returns refusals: those of `may`, 400 `form.invalid`, 409 `term.built_in`, 409 `term.exists.…` (its state)
 */
export async function addTerm(asked: { actor: Actor; input: unknown }): Promise<Result<Term>> {
  const allowed = may(asked.actor, 'term.decide')
  if (!allowed.ok) return allowed
  const input = check(termSchema, asked.input)
  if (!input.ok) return input
  const by = doerOf(allowed.value)
  const term = newTerm(input.value, by, 'approved')
  if (isBuiltIn(term)) return refuse('term.built_in', 409)
  const result = await transaction(async (tx): Promise<Result<Term>> => {
    const free = await freePair(tx, term.pair)
    if (!free.ok) return free
    await insertTerms(tx, [term])
    const { a, b, kind } = term
    await record(tx, { by, action: 'term.add', subject: { kind: 'term', id: term.id }, detail: { kind, a, b } })
    await publish(tx, { topic: 'terms.changed', subjectId: term.id })
    return done(term)
  })
  if (result.ok) forgetTerms()
  return result
}

/** What becomes of a line: `new` will be added, `added` was. */
export type LineOutcome = 'new' | 'added' | 'refused'

export interface LineReport {
  /** As it stands in the text, from 1. */
  readonly number: number
  readonly text: string
  readonly pair: Pick<Pair, 'kind' | 'a' | 'b' | 'field'> | null
  readonly outcome: LineOutcome
  readonly fault: Issue | null
}

/** What a text of many lines holds, line by line. */
export interface TermsReport {
  readonly carriedOut: boolean
  readonly lines: readonly LineReport[]
  readonly taken: number
  readonly refused: number
}

const manySchema = z.object({
  text: z.string().max(1_000_000),
  source: z.string().trim().max(300).default(''),
  /** `check` only tells what would happen. */
  step: z.enum(['check', 'carry']),
})

function reportOf(
  lines: readonly TermLine[],
  faultOf: (key: string) => Issue | null,
  carriedOut: boolean,
): TermsReport {
  const told = lines.map(({ number, text, pair, fault: unreadable }): LineReport => {
    const fault = pair === null ? unreadable : faultOf(pairKey(pair))
    const shown = pair === null ? null : { kind: pair.kind, a: pair.a, b: pair.b, field: pair.field }
    return { number, text, pair: shown, outcome: fault ? 'refused' : carriedOut ? 'added' : 'new', fault }
  })
  const refused = told.filter(({ outcome }) => outcome === 'refused').length
  return { carriedOut, lines: told, taken: told.length - refused, refused }
}

/**
 * Reads many pairs from a text, at most 5,000 lines, and with `step: carry` adds those that are right and new. Broken
 * off, what was added stays, and the same text again adds the rest.
 *
 * @returns the report; refusals: those of `may`, 400 `form.invalid` (no line, too many)
 */
export async function addManyTerms(asked: { actor: Actor; input: unknown }): Promise<Result<TermsReport>> {
  const allowed = may(asked.actor, 'term.decide')
  if (!allowed.ok) return allowed
  const input = check(manySchema, asked.input)
  if (!input.ok) return input
  const { text, source, step } = input.value
  const wrong = (issue: Issue) => refuse('form.invalid', 400, { fields: { text: [issue] } })
  // Counted before they are read: a line costs more than a line end.
  if (text.split('\n').length > mostLines * 2) return wrong({ code: 'term.lines', values: { maximum: mostLines } })
  const lines = readTermLines(text)
  if (lines.length === 0) return wrong({ code: 'term.no_lines' })
  if (lines.length > mostLines) return wrong({ code: 'term.lines', values: { maximum: mostLines } })
  const by = doerOf(allowed.value)
  const readable = lines.flatMap(({ pair }) => (pair === null ? [] : [newTerm({ ...pair, source }, by, 'approved')]))
  const builtIn = new Set(readable.flatMap((term) => (isBuiltIn(term) ? [term.pair] : [])))
  const wanted = readable.filter(({ pair }) => !builtIn.has(pair))
  const keys = wanted.map(({ pair }) => pair)
  const told = (states: ReadonlyMap<string, string>, carriedOut: boolean) =>
    reportOf(
      lines,
      (key) => {
        if (builtIn.has(key)) return { code: 'term.built_in' }
        const state = states.get(key)
        return state === undefined ? null : { code: `term.exists.${state}` }
      },
      carriedOut,
    )
  if (step === 'check') return done(told(await statesOf(reader(), keys), false))
  const there = new Map<string, string>()
  for (let from = 0; from < wanted.length; from += together)
    for (const [pair, state] of await addTogether(wanted.slice(from, from + together), by)) there.set(pair, state)
  forgetTerms()
  return done(told(there, true))
}

/** How many pairs one transaction adds: others who write need not wait for all of them. */
const together = 500

/** Adds those that are not there yet; gives the states of those that are. */
async function addTogether(
  wanted: readonly Term[],
  by: ReturnType<typeof doerOf>,
): Promise<ReadonlyMap<string, string>> {
  return transaction(async (tx) => {
    const there = await statesOf(
      tx,
      wanted.map(({ pair }) => pair),
    )
    const rows = wanted.filter(({ pair }) => !there.has(pair))
    const [first] = rows
    if (!first) return there
    await insertTerms(tx, rows)
    await record(tx, {
      by,
      action: 'term.add_many',
      subject: { kind: 'term', id: first.id },
      detail: { pairs: rows.length, source: first.source, last: rows.at(-1)?.id ?? '' },
    })
    await publish(tx, { topic: 'terms.changed', subjectId: first.id })
    return there
  })
}
