import { type Transaction, transaction } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { type CriterionReason, isCriterion } from '../engine/reasons.ts'
import { openQuestionsAtMost } from '../question.ts'
import { insertQuestion, type MatchRow, matchOfPair, openQuestionsBetween } from '../store.server.ts'

/** Which criterion is asked about: one by its key, or all that are unknown. */
const everyUnknown = 'all'

/**
 * Asks the owner of a technology whether a criterion is met that its text leaves open. Asked again, it is not asked
 * twice. The need's organisation is named only where the need names it.
 *
 * @param asked.criterion the key of a criterion, or `all`
 * @returns how many questions were sent; refusals: 404 `not_found`, 409 `matching.nothing_unknown`, 429
 *   `matching.too_many_questions`, and those of `may('need.edit')`
 */
export async function askAboutMatch(asked: {
  actor: Actor
  needId: string
  technologyId: unknown
  criterion: unknown
}): Promise<Result<number>> {
  const signedIn = may(asked.actor, 'account.use')
  if (!signedIn.ok) return signedIn
  return transaction(async (tx) => {
    const technologyId = typeof asked.technologyId === 'string' ? asked.technologyId : ''
    const match = await matchOfPair(tx, asked.needId, technologyId)
    if (!match) return refuse('not_found', 404)
    const allowed = may(asked.actor, 'need.edit', { organisationId: match.needOwnerId })
    if (!allowed.ok) return allowed
    const unknown = match.reasons.filter(isCriterion).filter(({ standing }) => standing === 'unknown')
    const chosen = unknown.filter(({ key }) => asked.criterion === everyUnknown || asked.criterion === key)
    if (chosen.length === 0) return refuse('matching.nothing_unknown', 409)
    const open = await openQuestionsBetween(tx, match.needOwnerId, match.technologyOwnerId)
    if (open + chosen.length > openQuestionsAtMost) return refuse('matching.too_many_questions', 429)
    const by = { personId: allowed.value.personId, organisationId: match.needOwnerId }
    const sent: string[] = []
    for (const reason of chosen) {
      const id = await ask(tx, match, reason, by)
      if (id !== null) sent.push(id)
    }
    // What was asked with one press is one piece of news: the first question stands for all.
    const [first] = sent
    if (first !== undefined)
      await publish(tx, { topic: 'match.asked', subjectId: first, payload: { count: sent.length } })
    return done(sent.length)
  })
}

async function ask(
  tx: Transaction,
  { needId, technologyId }: MatchRow,
  { key, criterion }: CriterionReason,
  by: { readonly personId: string; readonly organisationId: string },
): Promise<string | null> {
  const id = newId('ques')
  const fresh = await insertQuestion(tx, {
    id,
    needId,
    technologyId,
    criterionKey: key,
    criterionVi: criterion.vi,
    criterionEn: criterion.en,
    askedBy: by.personId,
    askedAt: now(),
    state: 'asked',
    verdict: null,
    answer: '',
    answerLanguage: null,
    answeredBy: null,
    answeredAt: null,
  })
  if (!fresh) return null
  await record(tx, {
    by,
    action: 'match.asked',
    subject: { kind: 'need', id: needId },
    detail: { technologyId, criterion: criterion.vi || criterion.en },
  })
  return id
}
