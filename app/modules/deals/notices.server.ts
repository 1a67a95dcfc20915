import { z } from 'zod'
import { reader, transaction } from '#db'
import { formats } from '#i18n'
import { messagesOf } from '#i18n/server'
import { organisationsByIds, workersOf } from '#modules/accounts/server'
import { firstUnreadMessage, messageById, notify } from '#modules/messaging/server'
import { onNews, schedule } from '#platform/jobs'
import { keepDeadlines } from './jobs/deadlines.server.ts'
import { openStates, requestProcess, type RequestParty, requestStates } from './process.ts'
import { organisationOf, receiverShown, sideOf } from './request.ts'
import { moveById, type Request, requestById } from './store.server.ts'
import { termsProcess, termsVerbs } from './terms-process.ts'
import { versionByNumber } from './terms.store.server.ts'

interface News {
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
}

const excerpt = (text: string): string => (text.length > 400 ? `${text.slice(0, 399)}…` : text)

/** The name of one side as the other side may read it, in both languages. */
async function nameOf(
  request: Request,
  side: RequestParty,
): Promise<{ organisationVi: string; organisationEn: string }> {
  if (side === 'receiver' && !receiverShown(request))
    return {
      organisationVi: messagesOf('vi').messaging.hiddenOrganisation,
      organisationEn: messagesOf('en').messaging.hiddenOrganisation,
    }
  const id = organisationOf(request, side) ?? ''
  const organisation = (await organisationsByIds(reader(), [id])).get(id)
  return { organisationVi: organisation?.name.vi ?? '', organisationEn: organisation?.name.en ?? '' }
}

/** The other side than the one that is told. */
const across = (party: RequestParty): RequestParty => (party === 'sender' ? 'receiver' : 'sender')

async function valuesFor(request: Request, told: RequestParty): Promise<Record<string, string>> {
  const { deadlineAt, titleVi, titleEn } = request
  return {
    titleVi,
    titleEn,
    ...(await nameOf(request, across(told))),
    ...(deadlineAt === null
      ? {}
      : { deadlineVi: formats('vi').date(deadlineAt), deadlineEn: formats('en').date(deadlineAt) }),
  }
}

interface Told {
  readonly request: Request
  readonly party: RequestParty
  readonly kind: Parameters<typeof notify>[1]['kind']
  readonly newsKey: string
  readonly values?: Readonly<Record<string, string>>
  readonly except?: string | null
  /** Where it leads, if not to the request's own page. */
  readonly path?: string
}

/** Tells those who work for one side. */
async function tell({ request, party, kind, newsKey, values, except, path }: Told): Promise<void> {
  const organisationId = organisationOf(request, party)
  if (organisationId === null) return
  const workers = await workersOf(reader(), organisationId)
  const known = { ...(await valuesFor(request, party)), ...values }
  await transaction(async (tx) => {
    await notify(tx, {
      personIds: workers.map((worker) => worker.personId).filter((id) => id !== except),
      kind,
      values: known,
      path: path ?? `/requests/${request.id}`,
      newsKey,
      organisationId,
    })
  })
}

async function onMade(news: News): Promise<void> {
  const request = await requestById(reader(), news.subjectId)
  if (request) await tell({ request, party: 'receiver', kind: 'request.made', newsKey: `request:${request.id}:made` })
}

async function onMoved(news: News): Promise<void> {
  const { moveId } = z.object({ moveId: z.string() }).parse(news.payload)
  const request = await requestById(reader(), news.subjectId)
  const move = await moveById(reader(), moveId)
  const transition = requestProcess.transitions.find((candidate) => candidate.verb === move?.verb)
  if (!request || !move || !transition) return
  const declineReason = move.verb === 'decline' && request.declineReason ? { declineReason: request.declineReason } : {}
  for (const party of transition.notices)
    await tell({
      // The deadline and the name are those of the state this move led to.
      request: { ...request, state: move.toState },
      party,
      kind: `request.${move.verb}`,
      newsKey: `request:${request.id}:${move.id}`,
      values: { text: excerpt(move.text), ...declineReason },
      except: move.personId,
    })
}

const termsSchema = z.object({ verb: z.enum(termsVerbs), number: z.number(), personId: z.string(), text: z.string() })

/** A version of the terms was offered or answered: the side that did not move is told. */
async function onTermsMoved(news: News): Promise<void> {
  const { verb, number, personId, text } = termsSchema.parse(news.payload)
  const request = await requestById(reader(), news.subjectId)
  const version = await versionByNumber(reader(), news.subjectId, number)
  const offerer = request && version ? sideOf(request, version.organisationId) : null
  const transition = termsProcess.transitions.find((candidate) => candidate.verb === verb)
  if (!request || !offerer || !transition) return
  for (const told of transition.notices)
    await tell({
      request,
      party: told === 'offerer' ? offerer : across(offerer),
      kind: `terms.${verb}`,
      newsKey: `request:${request.id}:terms:${String(number)}:${verb}`,
      values: { number: String(number), text: excerpt(text) },
      except: personId,
      path: `/requests/${request.id}/terms`,
    })
}

const reminderSchema = z.object({ state: z.enum(requestStates), since: z.number(), number: z.number() })

async function onReminder(news: News): Promise<void> {
  const { state, since, number } = reminderSchema.parse(news.payload)
  const request = await requestById(reader(), news.subjectId)
  if (request?.state !== state || request.stateSince !== since) return
  const party = requestProcess.turn[state]
  if (party === undefined || !openStates.includes(state)) return
  await tell({
    request,
    party,
    kind: 'request.reminder',
    newsKey: `request:${request.id}:reminder:${String(since)}:${String(number)}`,
  })
}

/**
 * A message is told to everybody at work on the request but its writer, once for as long as they have not read the
 * conversation: the key is the first message unread.
 */
async function onMessage(news: News): Promise<void> {
  const { kind, messageId } = z.object({ kind: z.string(), messageId: z.string() }).parse(news.payload)
  if (kind !== 'request') return
  const request = await requestById(reader(), news.subjectId)
  const message = await messageById(reader(), messageId)
  const side = request && message ? sideOf(request, message.organisationId) : null
  if (!request || !message || !side) return
  const party = across(side)
  const organisationId = organisationOf(request, party)
  if (organisationId === null) return
  const values = { ...(await valuesFor(request, party)), text: excerpt(message.text) }
  for (const worker of await workersOf(reader(), organisationId)) {
    const first = await firstUnreadMessage(reader(), worker.personId, { kind: 'request', id: request.id })
    if (first === null) continue
    await transaction(async (tx) => {
      await notify(tx, {
        personIds: [worker.personId],
        kind: 'message.sent',
        values,
        path: `/requests/${request.id}#conversation`,
        newsKey: `message:${request.id}:${first}`,
        organisationId,
      })
    })
  }
}

const quarterHour = 900_000

/** Tells both sides what happens to their requests, and keeps the deadlines. */
export function startDeals(): void {
  onNews('request.made', 'tell the receiver', onMade)
  onNews('request.moved', 'tell the sides', onMoved)
  onNews('request.reminder', 'remind whose turn it is', onReminder)
  onNews('terms.moved', 'tell the other side', onTermsMoved)
  onNews('message.sent', 'tell the other side', onMessage)
  schedule('remind of requests and let them lapse', quarterHour, async () => {
    await keepDeadlines()
  })
}
