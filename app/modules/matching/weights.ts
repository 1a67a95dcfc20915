/**
 * The one table of the formula. Change a number, and raise the version: matches stored under another version are
 * formed again.
 */
export const formulaVersion = 1

/** What a match is made of, in the order it is shown. */
export const reasonKinds = [
  'subject',
  'field',
  'industry',
  'ipc',
  'must',
  'nice',
  'readiness',
  'capacity',
  'budget',
  'territory',
  'language',
  'place',
  'answering',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** Points of each kind; they sum to 100. Those of `must` and `nice` are shared among the criteria of the kind. */
export const weights: Readonly<Record<ReasonKind, number>> = {
  subject: 36,
  field: 7,
  industry: 3,
  ipc: 3,
  must: 24,
  nice: 8,
  readiness: 6,
  capacity: 3,
  budget: 3,
  territory: 3,
  language: 1,
  place: 2,
  answering: 1,
}

/** The share of its points that what is not known gives. */
export const unknownShare = 0.4

/** The share of its points that what is met in part gives. */
export const partlyShare = 0.5

/** The most a score may be with so many must-haves not met: none, one, two, three and more. */
export const mustCaps: readonly number[] = [100, 65, 50, 35]

/** A subject that is alike by less than `below` leaves at most `most` points, however much else agrees. */
export const subjectFloor = { below: 0.12, most: 25 } as const

/** From this likeness of the subjects on, a criterion that is met gives all of its points. */
export const trustedFrom = 0.45

/** Scores from here on are kept and shown as matches. */
export const leastScore = 52

/** How many candidates of the index are scored, and how many of them are kept at most. */
export const candidatesScored = 100
export const matchesKept = 20

/** Why a match is declined. */
export const matchDeclineReasons = [
  'field',
  'readiness',
  'capacity',
  'price',
  'rights',
  'must_have',
  'have_solution',
  'owner',
] as const
export type MatchDeclineReason = (typeof matchDeclineReasons)[number]

/**
 * How many points a decline takes from the other technologies of the same need that share what was declined: the same
 * fields; no greater readiness; a capacity not met; no lower price; rights not met; the same must-have not met or not
 * known; any; the same owner. Each reason counts once.
 */
export const declineLowers: Readonly<Record<MatchDeclineReason, number>> = {
  field: 8,
  readiness: 8,
  capacity: 6,
  price: 6,
  rights: 6,
  must_have: 10,
  have_solution: 5,
  owner: 12,
}
