import { count, id, index, instant, table, text } from '#dialect'

/** Every mail the exchange wrote: sent by SMTP where configured, else kept here to be read. */
export const mails = table(
  'mails',
  {
    id: id().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    attempts: count().notNull(),
  },
  (t) => [index('mails_recipient').on(t.recipient, t.createdAt), index('mails_created').on(t.createdAt)],
)
