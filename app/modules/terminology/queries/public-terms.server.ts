import { reader } from '#db'
import { done, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { type Entry, findTerms, type TermQuestion } from '../entries.ts'
import { exportTerms, type ExportFormat } from '../export.ts'
import { termsReady } from '../in-use.server.ts'
import { doerOf, type Term, termPage } from '../store.server.ts'
import { termStates } from '../term.ts'

const pageSize = 50

export interface TermsFound {
  readonly entries: readonly Entry[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
}

/** A page of the terminology in use. A page beyond the last is the last. */
export async function findInTerminology(question: TermQuestion & { readonly page: number }): Promise<TermsFound> {
  const all = findTerms(await termsReady(), question)
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize))
  const page = Math.min(question.page, pageCount)
  return { entries: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageCount }
}

/** The whole terminology in use as a file, piece by piece. */
export async function terminologyFile(
  format: ExportFormat,
  words: { readonly title: string; readonly about: string },
): Promise<Iterable<string>> {
  return exportTerms(
    format,
    (await termsReady()).map(({ entry }) => entry),
    words,
  )
}

export type OwnTerm = Pick<Term, 'id' | 'kind' | 'a' | 'b' | 'language' | 'state' | 'proposedAt' | 'reason'>

const ownShown = 20

/**
 * What the actor's organisation proposed last, with what became of it.
 *
 * @returns refusals: those of `may`
 */
export async function ownProposals(actor: Actor): Promise<Result<readonly OwnTerm[]>> {
  const allowed = may(actor, 'term.propose')
  if (!allowed.ok) return allowed
  const { rows } = await termPage(reader(), {
    states: termStates,
    builtIn: false,
    organisationId: doerOf(allowed.value).organisationId,
    order: 'newest',
    limit: ownShown,
    offset: 0,
  })
  return done(
    rows.map(({ id, kind, a, b, language, state, proposedAt, reason }) => ({
      id,
      kind,
      a,
      b,
      language,
      state,
      proposedAt,
      reason,
    })),
  )
}
