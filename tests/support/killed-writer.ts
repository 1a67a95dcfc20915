import { transaction, useDatabase } from '#db'
import { openDatabase } from '#dialect'
import { schedules } from '../../app/platform/jobs/outbox.tables.server.ts'

/** Writes one row for good, then one more in a transaction that never ends; tells its parent, and waits to be killed. */
const database = openDatabase(process.argv[2] ?? '', () => undefined)
useDatabase(database)
await transaction(async (tx) => tx.insert(schedules).values({ name: 'kept', lastRunAt: 1 }))
await transaction(async (tx) => {
  await tx.insert(schedules).values({ name: 'lost', lastRunAt: 1 })
  process.send?.('half way')
  await new Promise(() => setInterval(() => undefined, 1000))
})
