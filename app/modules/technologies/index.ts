export { advice, type Gap, missing, numberLooksRight, type OfferFacts, suggestedExpiry } from './completeness.ts'
export { consentStanding, type ConsentState, consentTerms, coOwnersOf } from './consent-terms.ts'
export {
  type Difference,
  difference,
  type DifferencePart,
  differenceParts,
  type DifferenceValue,
} from './difference.ts'
export { stepForms, stepValues } from './forms/step-forms.ts'
export { moveWantsReason, ownerMoves, type OwnerVerb, ownerVerbs } from './moves.ts'
export * from './profile.ts'
export { type PublicTechnology, publicTechnology } from './public-view.ts'
export {
  type ReadinessLevel,
  readinessLevels,
  readinessStage,
  type ReadinessStage,
  readinessStages,
} from './reference/readiness.ts'
export {
  type RightKind,
  rightKinds,
  rightsBases,
  type RightsBasis,
  rightsBasisNames,
  rightStatuses,
  type RightStatus,
  rightStatusNames,
  type RightType,
  rightTypes,
} from './reference/rights.ts'
export { type Step, steps } from './steps.ts'
export {
  type ReadableText,
  textFor,
  type TranslationState,
  translationsThatAre,
  translationState,
} from './translation.ts'
export { type Segment, wordChanges } from './word-changes.ts'
