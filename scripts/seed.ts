import { config } from '#platform/config'
import { demonstrationPassword } from '../db/seed/password.ts'
import { accountsTable } from './demonstration/accounts.ts'
import { loadBeside, standingOf } from './demonstration/database.ts'

/** `npm run seed`: loads the demonstration into an empty database; stop the exchange first. Changes no other database. */
const settings = config()
const standing = standingOf(settings)
if (standing === 'own') {
  process.stderr.write(`${settings.dataDir} holds records of its own; the demonstration is not mixed with them.\n`)
  process.exitCode = 1
} else {
  if (standing === 'empty') await loadBeside(settings)
  process.stdout.write(accountsTable(demonstrationPassword))
}
