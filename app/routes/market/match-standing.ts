import type { Standing as Verdict } from '#modules/matching'
import type { Standing } from '#ui'

const standings: Readonly<Record<Verdict, Standing>> = {
  met: 'good',
  partly: 'moving',
  not_met: 'stopped',
  unknown: 'plain',
}

/** How a verdict is drawn beside its word. */
export function standingOfVerdict(verdict: Verdict): Standing {
  return standings[verdict]
}
