/**
 * Answers given lately, until anything in the index changes: the same first pages are asked for again and again. The
 * oldest use goes first.
 */
const most = 100
const answers = new Map<string, unknown>()
let edition = 0

/** The answer to a question, found again when it was given before the index last changed. */
export async function answered<T>(question: string, find: () => Promise<T>): Promise<T> {
  const known = answers.get(question) as T | undefined
  if (known !== undefined) {
    answers.delete(question)
    answers.set(question, known)
    return known
  }
  const asked = edition
  const found = await find()
  // What was found in an index that has changed meanwhile is given, and not kept.
  if (asked === edition) {
    answers.set(question, found)
    const [oldest] = answers.keys()
    if (answers.size > most && oldest !== undefined) answers.delete(oldest)
  }
  return found
}

/** To be called whenever the index has changed. */
export function forgetAnswers(): void {
  edition += 1
  answers.clear()
}
