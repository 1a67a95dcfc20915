export {
  currentDatabase,
  type Reader,
  reader,
  type Transaction,
  transaction,
  useDatabase,
  closeDatabase,
} from './transaction.ts'
export { countQueries, noteQuery } from './query-count.ts'
export { migrateDatabase } from './migrate.ts'
