import { id, index, instant, json, primaryKey, table, text, unique } from '#dialect'
import { organisations, people } from '#modules/accounts/server'

/** What one person should know, on the site and by mail; the words are made from `kind` and `values` when read. */
export const notifications = table(
  'notifications',
  {
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The organisation it concerns, if any: it is shown whichever organisation the reader acts as. */
    organisationId: id().references(() => organisations.id),
    kind: text().notNull(),
    values: json<Record<string, string>>().notNull(),
    /** Path on the site, without the language. */
    path: text().notNull(),
    /** Tells the same news apart from new news: one notice for each person and key. */
    newsKey: text().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    index('notifications_person').on(t.personId, t.createdAt),
    index('notifications_unread').on(t.personId, t.readAt),
    index('notifications_organisation').on(t.organisationId),
    unique('notifications_news').on(t.personId, t.newsKey),
  ],
)

/** A message in the conversation tied to a request or, later, a deal. */
export const messages = table(
  'messages',
  {
    id: id().primaryKey(),
    subjectKind: text().notNull(),
    subjectId: id().notNull(),
    personId: id()
      .notNull()
      .references(() => people.id),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    text: text().notNull(),
    /** A key made with the form, so that a message sent twice stands once. */
    formKey: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('messages_subject').on(t.subjectKind, t.subjectId, t.at),
    unique('messages_person').on(t.personId, t.formKey),
    index('messages_organisation').on(t.organisationId),
  ],
)

/** How far a person has read a conversation. */
export const readMarks = table(
  'read_marks',
  {
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    subjectKind: text().notNull(),
    subjectId: id().notNull(),
    readAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.subjectKind, t.subjectId] })],
)
