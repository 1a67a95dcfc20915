import type { Process } from '#kernel'

/** A request is about a technology (an enterprise asks for transfer) or about a need (somebody answers it). */
export const requestKinds = ['transfer', 'answer'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestStates = ['sent', 'asked', 'accepted', 'declined', 'withdrawn', 'lapsed'] as const
export type RequestState = (typeof requestStates)[number]

export const requestVerbs = ['ask', 'answer', 'accept', 'decline', 'withdraw', 'lapse'] as const
export type RequestVerb = (typeof requestVerbs)[number]

/** `sender` made the request, `receiver` answers it. */
export type RequestParty = 'sender' | 'receiver' | 'exchange'

/** Why a request is declined. */
export const declineReasons = [
  'price_budget',
  'readiness',
  'rights_scope',
  'capacity',
  'timing',
  'strategic_fit',
  'information_missing',
  'already_committed',
] as const
export type DeclineReason = (typeof declineReasons)[number]

export const rightsWanted = ['ownership', 'use', 'undecided'] as const
export const exclusivitiesWanted = ['exclusive', 'sole', 'non_exclusive', 'undecided'] as const

/** From a request to its answer; accepted, it becomes the start of a deal. */
export const requestProcess: Process<RequestState, RequestVerb, RequestParty> = {
  name: 'request',
  version: 1,
  initial: 'sent',
  final: ['accepted', 'declined', 'withdrawn', 'lapsed'],
  turn: { sent: 'receiver', asked: 'sender' },
  transitions: [
    { verb: 'ask', from: ['sent'], to: 'asked', by: ['receiver'], notices: ['sender'], reason: true },
    { verb: 'answer', from: ['asked'], to: 'sent', by: ['sender'], notices: ['receiver'], reason: true },
    { verb: 'accept', from: ['sent', 'asked'], to: 'accepted', by: ['receiver'], notices: ['sender'] },
    { verb: 'decline', from: ['sent', 'asked'], to: 'declined', by: ['receiver'], notices: ['sender'], reason: true },
    { verb: 'withdraw', from: ['sent', 'asked'], to: 'withdrawn', by: ['sender'], notices: ['receiver'] },
    { verb: 'lapse', from: ['sent', 'asked'], to: 'lapsed', by: ['exchange'], notices: ['sender', 'receiver'] },
  ],
  deadlines: [
    { state: 'sent', remindAfterDays: [5, 10], lapseAfterDays: 15, verb: 'lapse' },
    { state: 'asked', remindAfterDays: [5, 10], lapseAfterDays: 15, verb: 'lapse' },
  ],
}

/** The states in which a request waits for somebody. */
export const openStates: readonly RequestState[] = requestStates.filter(
  (state) => !requestProcess.final.includes(state),
)
