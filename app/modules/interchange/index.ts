export { fieldsOf, type ImportField, importFields, type Mapping } from './fields.ts'
export { type ImportState, landings, type RowOutcome, rowOutcomes, underWay } from './progress.ts'
export {
  answersKept,
  deepest,
  defaults,
  faultKinds,
  mostOnAPage,
  type ParameterName,
  parameterNames,
  shapeOf,
  usualOnAPage,
} from './api/parameters.ts'
export { problemCodes, problemStatus } from './api/answer.ts'
