import { reader, transaction } from '#db'
import { now } from '#platform/clock'
import { onNews, publish, schedule } from '#platform/jobs'
import { carryOut } from './carry-out.server.ts'
import { checkImport } from './check.server.ts'
import { forgetImport } from './commands.server.ts'
import { abandonedImports } from './store.server.ts'

const day = 86_400_000
/** Batches of 200 rows in one turn; other news gets its turn in between. */
const batchesATurn = 2

/** Does the work of imports in the background, and throws away those that nobody went on with for a month. */
export function startInterchange(): void {
  onNews('import.check', 'check the rows of a file', async ({ subjectId }) => checkImport(subjectId))
  onNews('import.carry', 'carry out the rows of a file', async ({ subjectId }) => {
    if (await carryOut(subjectId, { batches: batchesATurn })) return
    await transaction(async (tx) => publish(tx, { topic: 'import.carry', subjectId }))
  })
  schedule('abandoned imports', day, async () => {
    for (const { id } of await abandonedImports(reader(), now() - 30 * day)) await forgetImport(id)
  })
}
