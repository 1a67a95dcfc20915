/** The four criteria of a review, each scored 0 to 5. */
export const criteria = ['advantages', 'clarity', 'cooperation', 'guidelines'] as const
export type Criterion = (typeof criteria)[number]
export type Scores = Readonly<Record<Criterion, number>>

export type Verdict = 'excellent' | 'publish' | 'hold' | 'rejected' | 'blocked'

/**
 * What a review's scores come to: 17-20 excellent, 10-16 publish, 5-9 on hold, 0-4 rejected; any single 0 blocks.
 * (The rule of the Enterprise Europe Network.)
 */
export function verdictOf(scores: Scores): Verdict {
  const sum = criteria.reduce((total, criterion) => total + scores[criterion], 0)
  if (sum <= 4) return 'rejected'
  if (criteria.some((criterion) => scores[criterion] === 0)) return 'blocked'
  return sum >= 17 ? 'excellent' : sum >= 10 ? 'publish' : 'hold'
}

/** Whether a listing with this verdict may be published. */
export function publishable(verdict: Verdict): boolean {
  return verdict === 'excellent' || verdict === 'publish'
}
