import { id, index, instant, json, table, text } from '#dialect'

/** Forms sent after their session had ended, kept until their writer has signed in again. */
export const heldForms = table(
  'held_forms',
  {
    /** SHA-256 of the token in the address. */
    id: id().primaryKey(),
    path: text().notNull(),
    typed: json<Readonly<Record<string, unknown>>>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('held_forms_created').on(t.createdAt)],
)
