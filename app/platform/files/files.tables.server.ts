import { count, id, index, instant, table, text } from '#dialect'

/** A stored file, named by the SHA-256 of what is in it; who may read it is decided by the thing it is attached to. */
export const files = table(
  'files',
  {
    /** SHA-256 in hexadecimal. */
    id: id().primaryKey(),
    /** Told from the content, never from the name. */
    mediaType: text().notNull(),
    bytes: count().notNull(),
    createdAt: instant().notNull(),
    createdBy: id(),
  },
  (t) => [index('files_created').on(t.createdAt)],
)
