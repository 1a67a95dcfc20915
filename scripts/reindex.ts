import { application, openExchange } from '../app/application.server.ts'
import { rebuildCatalogue, requestRebuild } from '#modules/catalogue/server'

/**
 * `npm run reindex`: builds the search index again beside the one in use and swaps it in. While the exchange runs, the
 * index is its own: then it is asked to do the same, and does so within a second.
 */
await openExchange()
try {
  const documents = await rebuildCatalogue()
  process.stdout.write(`${String(documents)} listings indexed.\n`)
} catch (error) {
  if (!(error instanceof Error) || !error.message.startsWith('another process')) throw error
  await requestRebuild()
  process.stdout.write('The exchange is running and has been asked to build its index again.\n')
} finally {
  await application.stop()
}
