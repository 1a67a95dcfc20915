import { count, id, index, instant, json, table, text } from '#dialect'

/** News that left with a change, waiting to be handled; a row stays until its handlers are done. */
export const outbox = table(
  'outbox',
  {
    sequence: count().primaryKey({ autoIncrement: true }),
    topic: text().notNull(),
    subjectId: id().notNull(),
    payload: json<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
    availableAt: instant().notNull(),
    attempts: count().notNull(),
    doneAt: instant(),
    /** Set when all attempts failed; the operator sees it. */
    failedAt: instant(),
    lastError: text().notNull(),
  },
  (t) => [index('outbox_waiting').on(t.doneAt, t.failedAt, t.availableAt, t.sequence)],
)

/** When a scheduled job last ran, so that a restart neither skips nor repeats it. */
export const schedules = table('schedules', {
  name: text().primaryKey(),
  lastRunAt: instant().notNull(),
})
