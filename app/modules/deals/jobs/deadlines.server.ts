import { reader, transaction } from '#db'
import { refuse } from '#kernel'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { makeMove } from '../commands/move-request.server.ts'
import { requestProcess } from '../process.ts'
import { remindersDue } from '../request.ts'
import { openRequestsDue, type Request, requestById, saveReminders } from '../store.server.ts'

const day = 86_400_000
const batch = 200

/** How long before a deadline the first reminder is due, by the table. */
const firstReminder = Math.max(
  ...requestProcess.deadlines.map(
    ({ lapseAfterDays, remindAfterDays }) => lapseAfterDays - Math.min(...remindAfterDays),
  ),
)

/**
 * Reminds whoever has an open request to answer, and lets those lapse that nobody answered, by the deadlines of the
 * process table. Safe to run at any time and any number of times.
 *
 * @returns how many requests lapsed and how many reminders went out
 */
export async function keepDeadlines(): Promise<{ lapsed: number; reminded: number }> {
  const at = now()
  const did = { lapsed: 0, reminded: 0 }
  let after = ''
  for (;;) {
    const due = await openRequestsDue(reader(), at + firstReminder * day, after, batch)
    for (const request of due) {
      if (request.deadlineAt !== null && request.deadlineAt <= at) did.lapsed += (await lapse(request)) ? 1 : 0
      else did.reminded += (await remind(request, at)) ? 1 : 0
    }
    const last = due.at(-1)
    if (due.length < batch || !last) return did
    after = last.id
  }
}

async function lapse(read: Request): Promise<boolean> {
  const verb = requestProcess.deadlines.find((deadline) => deadline.state === read.state)?.verb
  if (verb === undefined) return false
  const result = await transaction(async (tx) => {
    const request = await requestById(tx, read.id)
    if (request?.version !== read.version) return refuse('version_conflict', 409)
    return makeMove(tx, request, { verb, party: 'exchange', by: null, text: '', declineReason: null })
  })
  return result.ok
}

/** Counts what is due by now as one reminder: a service that was down does not send two in a row. */
async function remind(request: Request, at: number): Promise<boolean> {
  const due = remindersDue(request.state, request.stateSince, at)
  if (due <= request.reminders) return false
  return transaction(async (tx) => {
    if (!(await saveReminders(tx, request, due))) return false
    await publish(tx, {
      topic: 'request.reminder',
      subjectId: request.id,
      payload: { state: request.state, since: request.stateSince, number: due },
    })
    return true
  })
}
