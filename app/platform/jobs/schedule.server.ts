import { eq } from 'drizzle-orm'
import { reader, transaction } from '#db'
import { now } from '#platform/clock'
import { log } from '#platform/log'
import { schedules } from './outbox.tables.server.ts'

interface Job {
  readonly name: string
  readonly everyMs: number
  readonly run: () => Promise<void>
}

const jobs = new Map<string, Job>()
let timer: NodeJS.Timeout | null = null
let running: Promise<void> | null = null

/** Registers work to be done every so often; it must be safe to run again. */
export function schedule(name: string, everyMs: number, run: () => Promise<void>): void {
  jobs.set(name, { name, everyMs, run })
}

/** Runs each job that is due, one after the other. */
export async function runDueJobs(): Promise<void> {
  for (const job of jobs.values()) {
    const [last] = await reader().select().from(schedules).where(eq(schedules.name, job.name))
    if (last && now() - last.lastRunAt < job.everyMs) continue
    const started = now()
    try {
      await job.run()
      log.info({ job: job.name, ms: now() - started }, 'job done')
    } catch (error) {
      log.error({ err: error, job: job.name }, 'job failed')
    }
    await transaction(async (tx) => {
      await tx
        .insert(schedules)
        .values({ name: job.name, lastRunAt: started })
        .onConflictDoUpdate({ target: schedules.name, set: { lastRunAt: started } })
    })
  }
}

export function startSchedule(): void {
  const turn = (): void => {
    running ??= runDueJobs()
      .catch((error: unknown) => log.error({ err: error }, 'the schedule stopped for this turn'))
      .finally(() => {
        running = null
      })
  }
  timer = setInterval(turn, 30_000)
  timer.unref()
  turn()
}

export async function stopSchedule(): Promise<void> {
  if (timer) clearInterval(timer)
  await running
}
