import { z } from 'zod'
import { type Question, questionPath } from '#modules/catalogue'

/** How often new listings of a saved search are told by mail. */
export const tellingFrequencies = ['instant', 'daily', 'weekly'] as const
export type TellingFrequency = (typeof tellingFrequencies)[number]

export const frequencies = [...tellingFrequencies, 'never'] as const
export type Frequency = (typeof frequencies)[number]

/** A paused search keeps its frequency and tells nothing. */
export const searchStates = ['active', 'paused'] as const
export type SearchState = (typeof searchStates)[number]

/** How many searches one person may keep. */
export const searchesAllowed = 50

export const nameLength = 120

const name = z
  .string()
  .min(1)
  .max(nameLength)
  .regex(/^[^\n\t]+$/)
const frequency = z.enum(frequencies)

export const saveSchema = z.object({ name, frequency })
export const editSchema = z.object({ name, frequency, version: z.coerce.number().int() })

/** The path that says what a search asks for, the same for the same question, whichever of its pages was open. */
export function askedPath(question: Question): string {
  return questionPath({ ...question, explain: false, page: 1 })
}

/** The same question with what was published last in front: searches that differ only in their order ask the same. */
export function newestFirst(question: Question, page = 1): Question {
  return { ...question, explain: false, sort: 'newest', page }
}
