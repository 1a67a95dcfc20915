import { z } from 'zod'
import { openVerbs } from '#kernel'
import {
  declineReasons,
  exclusivitiesWanted,
  openStates,
  requestProcess,
  type RequestParty,
  type RequestState,
  type RequestVerb,
  rightsWanted,
} from './process.ts'

const day = 86_400_000

/** The two sides of a request. */
export interface Sides {
  readonly fromOrganisationId: string
  readonly toOrganisationId: string
}

/** Which side an organisation stands on, or null. */
export function sideOf(request: Sides, organisationId: string): 'sender' | 'receiver' | null {
  if (organisationId === request.toOrganisationId) return 'receiver'
  return organisationId === request.fromOrganisationId ? 'sender' : null
}

/** The organisation a party of the process stands for; null for the exchange. */
export function organisationOf(request: Sides, party: RequestParty): string | null {
  return party === 'sender' ? request.fromOrganisationId : party === 'receiver' ? request.toOrganisationId : null
}

/** When a request that came into a state now lapses, or null where nothing is waited for. */
export function deadlineOf(state: RequestState, since: number): number | null {
  const deadline = requestProcess.deadlines.find((candidate) => candidate.state === state)
  return deadline ? since + deadline.lapseAfterDays * day : null
}

/** How many reminders are due for a request that has been in a state since then. */
export function remindersDue(state: RequestState, since: number, at: number): number {
  const deadline = requestProcess.deadlines.find((candidate) => candidate.state === state)
  return deadline?.remindAfterDays.filter((days) => since + days * day <= at).length ?? 0
}

/** The verbs a side may use now, in the order of the table. */
export function verbsOf(side: 'sender' | 'receiver', state: RequestState): Exclude<RequestVerb, 'lapse'>[] {
  return openVerbs(requestProcess, state, side).filter((verb) => verb !== 'lapse')
}

/** Whether those who work for a verb's mover must write something the others read. */
export function wantsText(verb: RequestVerb): boolean {
  return requestProcess.transitions.some((transition) => transition.verb === verb && transition.reason === true)
}

/** Whether the sender may know who the receiver is. */
export function receiverShown(request: { readonly receiverHidden: boolean; readonly state: RequestState }): boolean {
  return !request.receiverHidden || request.state === 'accepted'
}

/** Whether the two sides may still write to each other: while it is open, and after it was answered. */
export function mayConverse(state: RequestState): boolean {
  return openStates.includes(state) || state === 'accepted' || state === 'declined'
}

const line = (longest: number) => z.string().max(longest).default('')

/** What the forms of a request send: for a technology what it is wanted for, for a need what is offered to it. */
export const requestSchema = z.object({
  proposal: z.string().min(1).max(4000),
  rightWanted: z.enum(rightsWanted).default('undecided'),
  exclusivityWanted: z.enum(exclusivitiesWanted).default('undecided'),
  volume: line(1000),
  timing: line(1000),
  message: z.string().min(1).max(4000),
  /** In an answer to a need: one of the sender's own published technologies. */
  offeredListingId: z
    .string()
    .max(40)
    .default('')
    .transform((id) => (id === '' ? null : id)),
  formKey: z.string().min(8).max(64),
})

/** A move of a request by one of its sides; `text` is what the other side reads. */
export const moveSchema = z
  .object({
    verb: z.enum(['ask', 'answer', 'accept', 'decline', 'withdraw']),
    version: z.coerce.number().int(),
    text: line(4000),
    declineReason: z
      .union([z.literal(''), z.enum(declineReasons)])
      .default('')
      .transform((reason) => (reason === '' ? null : reason)),
  })
  .refine((move) => move.text !== '' || !wantsText(move.verb), { path: ['text'], error: 'required' })
  .refine((move) => move.verb !== 'decline' || move.declineReason !== null, {
    path: ['declineReason'],
    error: 'choose',
  })

export const messageSchema = z.object({ text: z.string().min(1).max(4000), formKey: z.string().min(8).max(64) })
