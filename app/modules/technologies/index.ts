export { type Gap, numberLooksRight, suggestedExpiry } from './completeness.ts'
export { consentTerms } from './consent-terms.ts'
export { type Difference, difference, differenceParts, type DifferenceValue } from './difference.ts'
export { moveWantsReason, type OwnerVerb } from './moves.ts'
export * from './profile.ts'
export { publicTechnology } from './public-view.ts'
export { readinessLevels, readinessStage, readinessStages } from './reference/readiness.ts'
export {
  rightKinds,
  rightsBases,
  rightsBasisNames,
  rightStatuses,
  type RightStatus,
  rightStatusNames,
  rightTypes,
} from './reference/rights.ts'
export { type Step, steps } from './steps.ts'
export { textFor, translationsThatAre } from './translation.ts'
