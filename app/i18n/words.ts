import type { Issue } from '#kernel'
import { fill } from './filled.ts'
import type { Messages } from './messages.ts'

type Dictionary = 'refusals' | 'fields' | 'notices'

/** The words for a code in one of the dictionaries; each area of the catalogue may hold its own. */
function wordsFor(messages: Messages, dictionary: Dictionary, code: string): string | null {
  for (const area of Object.values(messages) as Readonly<
    Partial<Record<Dictionary, Readonly<Record<string, unknown>>>>
  >[]) {
    const words = area[dictionary]
    if (words && Object.hasOwn(words, code) && typeof words[code] === 'string') return words[code]
  }
  return null
}

/** Why something was refused, in the page's words. */
export function refusalText(messages: Messages, code: string, values?: Issue['values']): string {
  return fill(wordsFor(messages, 'refusals', code) ?? messages.problems.refusals.bug, values)
}

/** What is wrong with a field, in the page's words. */
export function issueText(messages: Messages, issue: Issue): string {
  return fill(
    wordsFor(messages, 'fields', issue.code) ??
      wordsFor(messages, 'refusals', issue.code) ??
      messages.problems.fields.invalid,
    issue.values,
  )
}

/** What was done, or null for a code we do not know. */
export function noticeText(messages: Messages, code: string): string | null {
  return wordsFor(messages, 'notices', code)
}
