import { count, id, index, instant, table, text } from '#dialect'

/** Every mail the exchange wrote: sent by SMTP where configured, else kept here to be read. */
export const mails = table(
  'mails',
  {
    id: id().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** The same as a page, where the letter has one. */
    html: text(),
    /** Where a letter that was asked for once and for all is asked for no more (RFC 8058). */
    unsubscribe: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    attempts: count().notNull(),
  },
  (t) => [index('mails_recipient').on(t.recipient, t.createdAt), index('mails_created').on(t.createdAt)],
)
