import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { OpenDatabase } from '#dialect'

/** Brings a database up to the newest migration; does nothing when it is there already. */
export function migrateDatabase(database: OpenDatabase, folder: string): void {
  migrate(database.write, { migrationsFolder: folder })
}
