import { z } from 'zod'
import { languages } from '#kernel'
import { matchDeclineReasons } from './weights.ts'

/** Which side of a match somebody stands on. */
export const matchSides = ['need', 'technology'] as const
export type MatchSide = (typeof matchSides)[number]

export const questionStates = ['asked', 'answered'] as const
export type QuestionState = (typeof questionStates)[number]

/** What an owner may answer: that the criterion is met, or that it is not. */
export const answerVerdicts = ['met', 'not_met'] as const

/** A question's answer: the verdict and what stands behind it, read by the need's owner. */
export const answerSchema = z.object({
  verdict: z.enum(answerVerdicts),
  text: z.string().min(1).max(1000),
  language: z.enum(languages).default('vi'),
})

/** Why a match is declined. */
export const declineSchema = z.object({ reason: z.enum(matchDeclineReasons) })

/** How many unanswered questions an organisation may have open with one owner of technologies. */
export const openQuestionsAtMost = 30
