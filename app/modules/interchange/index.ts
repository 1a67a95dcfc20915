export { fieldsOf, type ImportField, importFields, type Mapping } from './fields.ts'
export {
  type ImportState,
  type Landing,
  landings,
  type OutcomeCounts,
  type RowOutcome,
  rowOutcomes,
  underWay,
} from './progress.ts'
export type { RowNote } from './row.ts'
