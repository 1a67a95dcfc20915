export { fieldsOf, type ImportField, importFields, type Mapping } from './fields.ts'
export { type ImportState, landings, type RowOutcome, rowOutcomes, underWay } from './progress.ts'
