import { config } from '#platform/config'
import { demonstrationPassword } from '../db/seed/password.ts'
import { accountsTable } from './demonstration/accounts.ts'
import { loadBeside, removeRemains, standingOf } from './demonstration/database.ts'

/**
 * Part of every start: the database at the newest migration, with the demonstration in it when it was empty and the
 * demonstration is switched on. Quick when nothing is to be done.
 */
const settings = config()
let standing = standingOf(settings)
removeRemains(settings)
if (standing === 'empty' && settings.demonstration) {
  process.stdout.write('Loading the demonstration ...\n')
  await loadBeside(settings)
  standing = 'demonstration'
}
if (standing === 'demonstration' && settings.demonstration) process.stdout.write(accountsTable(demonstrationPassword))
