import { count, id, index, instant, json, table, text, unique } from '#dialect'

/** What was done, by whom, to what; each row carries the hash of the one before it. The database refuses changes. */
export const auditEntries = table(
  'audit_entries',
  {
    sequence: count().primaryKey(),
    id: id().notNull(),
    at: instant().notNull(),
    personId: id(),
    organisationId: id(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: id().notNull(),
    detail: json<Record<string, unknown>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    unique('audit_entries_id').on(t.id),
    index('audit_entries_subject').on(t.subjectKind, t.subjectId, t.sequence),
    index('audit_entries_person').on(t.personId, t.sequence),
  ],
)
