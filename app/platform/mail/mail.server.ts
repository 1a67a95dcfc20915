import { desc, eq, lt, sql } from 'drizzle-orm'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Reader, reader, type Transaction, transaction } from '#db'
import { newId, now } from '#platform/clock'
import { config } from '#platform/config'
import { onNews, publish, schedule } from '#platform/jobs'
import { mails } from './mail.tables.server.ts'

/** A letter in plain text; one that comes again and again is a page as well, and names where it is stopped. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly html?: string
  /** The address at which one POST stops letters like this (RFC 8058). */
  readonly unsubscribe?: string
}

export type KeptMail = typeof mails.$inferSelect

/** Writes a letter in the transaction of the change it tells of; it leaves after the commit. */
export async function post(tx: Transaction, letter: Letter): Promise<void> {
  const id = newId('mail')
  await tx.insert(mails).values({
    id,
    recipient: letter.to,
    subject: letter.subject,
    body: letter.body,
    html: letter.html ?? null,
    unsubscribe: letter.unsubscribe ?? null,
    createdAt: now(),
    attempts: 0,
  })
  await publish(tx, { topic: 'mail.posted', subjectId: id })
}

/** A letter as it goes to the post office. */
export function messageOf(mail: KeptMail, from: string): SendMailOptions {
  const { id, recipient, subject, body, html, unsubscribe } = mail
  return {
    from,
    to: recipient,
    subject,
    text: body,
    messageId: `<${id}@${new URL(config().origin).hostname}>`,
    ...(html === null ? {} : { html }),
    ...(unsubscribe === null
      ? {}
      : {
          headers: {
            'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribe}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        }),
  }
}

const day = 86_400_000
const keptDays = 180

/** Sends what was posted; without SMTP a letter stays where it can be read, for half a year. */
export function startMail(): void {
  schedule('forget old letters', day, () => forgetLetters(now() - keptDays * day))
  const setting = config().mail
  if (setting.kind === 'kept') return
  const transport = createTransport(setting.url)
  onNews('mail.posted', 'send by SMTP', async ({ subjectId }) => {
    const [mail] = await reader().select().from(mails).where(eq(mails.id, subjectId))
    if (!mail || mail.sentAt !== null) return
    await transport.sendMail(messageOf(mail, setting.from))
    await transaction(async (tx) => {
      await tx
        .update(mails)
        .set({ sentAt: now(), attempts: mail.attempts + 1 })
        .where(eq(mails.id, mail.id))
    })
  })
}

/** Letters, newest first, a page at a time; to one reader or to all. */
export async function letters(
  db: Reader,
  page: { recipient: string | null; limit: number; offset: number },
): Promise<{ letters: KeptMail[]; total: number }> {
  const where = page.recipient === null ? undefined : eq(mails.recipient, page.recipient)
  const [count] = await db
    .select({ total: sql<number>`count(*)` })
    .from(mails)
    .where(where)
  const rows = await db
    .select()
    .from(mails)
    .where(where)
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(page.limit)
    .offset(page.offset)
  return { letters: rows, total: count?.total ?? 0 }
}

export async function letter(db: Reader, id: string): Promise<KeptMail | null> {
  const [row] = await db.select().from(mails).where(eq(mails.id, id))
  return row ?? null
}

/** Removes letters written before this moment: they hold links and names. */
async function forgetLetters(before: number): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(mails).where(lt(mails.createdAt, before))
  })
}
