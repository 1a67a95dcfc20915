export { afterDeclines, type Declined, loweredBy } from './engine/declines.ts'
export { type Evidence, type Verdict, verdicts } from './engine/criterion.ts'
export {
  type GivenAnswer,
  type Match,
  matchOf,
  type PairFacts,
  preparedNeed,
  type PreparedNeed,
  preparedTechnology,
  type PreparedTechnology,
  ranked,
  scoreOf,
} from './engine/match.ts'
export { isCriterion, type Reason } from './engine/reasons.ts'
export { type Answering, type Standing, standings } from './engine/terms.ts'
export { answerVerdicts, matchSides, type MatchSide } from './question.ts'
export * from './weights.ts'
