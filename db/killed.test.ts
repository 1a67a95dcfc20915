import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noteQuery } from '#db'
import { openDatabase } from '#dialect'
import { schedules } from '../app/platform/jobs/outbox.tables.server.ts'
import { freshDataFolder } from '../tests/support/database.ts'

describe('a process killed between two statements', () => {
  it('keeps what was committed, loses the rest, and leaves the database open to others', async () => {
    const file = freshDataFolder()
    const writer = fork(join(process.cwd(), 'tests/support/killed-writer.ts'), [file], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(writer, 'message')
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    const database = openDatabase(file, noteQuery)
    const rows = await database.read.select().from(schedules)
    await database.write.insert(schedules).values({ name: 'after', lastRunAt: 1 })
    database.close()
    expect(rows.map((row) => row.name)).toEqual(['kept'])
  })
})
