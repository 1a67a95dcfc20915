import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#dialect'
import { closeDatabase, countQueries, currentDatabase, migrateDatabase, noteQuery, useDatabase } from '#db'
import { startAccounts } from '#modules/accounts/server'
import {
  catalogueReady,
  closeCatalogue,
  giveTermsAtStart,
  openCatalogue,
  rebuildIfNeeded,
  startCatalogue,
} from '#modules/catalogue/server'
import { answeringRecords, promisedTechnologies, startDeals } from '#modules/deals/server'
import { startInterchange } from '#modules/interchange/server'
import { startMatching } from '#modules/matching/server'
import { startMessaging } from '#modules/messaging/server'
import { startModeration } from '#modules/moderation/server'
import { startListings } from '#modules/listings/server'
import { startTerminology } from '#modules/terminology/server'
import { startSavedSearches } from '#modules/saved-searches/server'
import { closeComputing } from '#modules/valuation/server'
import { config } from '#platform/config'
import { startMail } from '#platform/mail'
import { startOutbox, startSchedule, stopOutbox, stopSchedule } from '#platform/jobs'
import { gate } from './http/gate.server.ts'

/** Opens the database under `DATA_DIR`, at the newest migration, and the search index beside it. */
export async function openExchange(): Promise<void> {
  const { dataDir, root } = config()
  mkdirSync(dataDir, { recursive: true })
  const database = openDatabase(join(dataDir, 'exchange.sqlite'), noteQuery)
  migrateDatabase(database, join(root, 'db', 'migrations'))
  useDatabase(database)
  await openCatalogue(join(dataDir, 'search.sqlite'))
}

let wired = false

/**
 * Tells each module what news it wants and what is to be done by the clock. Once in a process.
 *
 * @param letters `kept`: nothing is sent by mail, as when a demonstration is loaded
 */
export function wire(letters: 'sent' | 'kept' = 'sent'): void {
  if (wired) return
  wired = true
  if (letters === 'sent') startMail()
  startAccounts()
  startListings()
  startTerminology()
  startCatalogue()
  const facts = { answering: answeringRecords, taken: promisedTechnologies }
  startMatching(facts, letters === 'sent' ? 'at once' : 'later')
  startInterchange()
  startModeration()
  startMessaging()
  startSavedSearches()
  startDeals()
}

/** The exchange as a whole: opened, at work in the background, closed. */
export const application = {
  config,
  gate,
  countQueries,
  async start(): Promise<void> {
    await openExchange()
    wire()
    await giveTermsAtStart()
    rebuildIfNeeded()
    startOutbox()
    startSchedule()
  },
  async ready(): Promise<boolean> {
    try {
      currentDatabase()
      return catalogueReady()
    } catch {
      return false
    }
  },
  async stop(): Promise<void> {
    await stopSchedule()
    await stopOutbox()
    await closeCatalogue()
    await closeComputing()
    await closeDatabase()
  },
}
