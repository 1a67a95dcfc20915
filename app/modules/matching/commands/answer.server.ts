import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { listingById } from '#modules/listings/server'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { answerSchema } from '../question.ts'
import { markDue, questionById, saveAnswer } from '../store.server.ts'

/**
 * Answers a question about a technology; the answer becomes the verdict of the criterion for that need.
 *
 * @param asked.input see `answerSchema`
 * @returns refusals: 404 `not_found`, 400 `form.invalid`, 409 `matching.answered`, and those of `may('technology.edit')`
 */
export async function answerQuestion(asked: {
  actor: Actor
  questionId: unknown
  input: unknown
}): Promise<Result<null>> {
  const signedIn = may(asked.actor, 'account.use')
  if (!signedIn.ok) return signedIn
  return transaction(async (tx) => {
    const question = await questionById(tx, typeof asked.questionId === 'string' ? asked.questionId : '')
    const technology = question && (await listingById(tx, question.technologyId))
    if (!question || !technology) return refuse('not_found', 404)
    const allowed = may(asked.actor, 'technology.edit', technology)
    if (!allowed.ok) return allowed
    const input = check(answerSchema, asked.input)
    if (!input.ok) return input
    const { verdict, text, language } = input.value
    const by = { personId: allowed.value.personId, organisationId: technology.organisationId }
    const answer = { verdict, answer: text, answerLanguage: language, answeredBy: by.personId, answeredAt: now() }
    if (!(await saveAnswer(tx, question.id, answer))) return refuse('matching.answered', 409)
    await record(tx, {
      by,
      action: 'match.answered',
      subject: { kind: 'technology', id: technology.id },
      detail: { question: question.id, verdict, text },
    })
    await publish(tx, { topic: 'match.answered', subjectId: question.id })
    await markDue(tx, [question.needId])
    return done(null)
  })
}
