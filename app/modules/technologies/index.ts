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
