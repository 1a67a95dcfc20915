import { and, asc, count, desc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { people } from '#modules/accounts/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { messages, readMarks } from './messaging.tables.server.ts'

/** What a conversation is tied to; who may read and write it, the module of the subject decides. */
export interface Subject {
  readonly kind: 'request'
  readonly id: string
}

export interface Message {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly organisationId: string
  readonly text: string
  readonly at: number
}

const about = (subject: Subject) => and(eq(messages.subjectKind, subject.kind), eq(messages.subjectId, subject.id))

/**
 * Writes a message once for each form key, moves the writer's own mark and tells the news `message.sent` (subject: the
 * conversation's; payload: `kind`, `messageId`).
 *
 * @returns whether it was not there before
 */
export async function writeMessage(
  tx: Transaction,
  fresh: {
    readonly subject: Subject
    readonly by: { readonly personId: string; readonly organisationId: string }
    readonly text: string
    readonly formKey: string
  },
): Promise<boolean> {
  const at = now()
  const id = newId('msg')
  const written = await tx
    .insert(messages)
    .values({
      id,
      subjectKind: fresh.subject.kind,
      subjectId: fresh.subject.id,
      ...fresh.by,
      text: fresh.text,
      formKey: fresh.formKey,
      at,
    })
    .onConflictDoNothing()
    .returning({ id: messages.id })
  if (written.length === 0) return false
  await markRead(tx, fresh.by.personId, fresh.subject)
  await publish(tx, {
    topic: 'message.sent',
    subjectId: fresh.subject.id,
    payload: { kind: fresh.subject.kind, messageId: id },
  })
  return true
}

/** The latest messages of a conversation, oldest first. */
export async function conversation(db: Reader, subject: Subject, limit = 500): Promise<Message[]> {
  const rows = await db
    .select({
      id: messages.id,
      personId: messages.personId,
      personName: people.name,
      organisationId: messages.organisationId,
      text: messages.text,
      at: messages.at,
    })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.personId))
    .where(about(subject))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit)
  return rows.reverse()
}

/** A message by its id, or null. */
export async function messageById(db: Reader, id: string): Promise<Omit<Message, 'personName'> | null> {
  const [row] = await db.select().from(messages).where(eq(messages.id, id))
  return row ?? null
}

/** Marks a conversation as read to this moment. */
export async function markRead(tx: Transaction, personId: string, subject: Subject): Promise<void> {
  const readAt = now()
  await tx
    .insert(readMarks)
    .values({ personId, subjectKind: subject.kind, subjectId: subject.id, readAt })
    .onConflictDoUpdate({
      target: [readMarks.personId, readMarks.subjectKind, readMarks.subjectId],
      set: { readAt },
    })
}

const marked = (personId: string) =>
  and(
    eq(readMarks.personId, personId),
    eq(readMarks.subjectKind, messages.subjectKind),
    eq(readMarks.subjectId, messages.subjectId),
  )

const unread = (personId: string) =>
  and(ne(messages.personId, personId), or(isNull(readMarks.readAt), gt(messages.at, readMarks.readAt)))

/** How many messages of others a person has not read, by subject; subjects without any are left out. */
export async function unreadMessages(
  db: Reader,
  personId: string,
  kind: Subject['kind'],
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await db
    .select({ subjectId: messages.subjectId, unread: count() })
    .from(messages)
    .leftJoin(readMarks, marked(personId))
    .where(and(eq(messages.subjectKind, kind), inArray(messages.subjectId, [...subjectIds]), unread(personId)))
    .groupBy(messages.subjectId)
  return new Map(rows.map((row) => [row.subjectId, row.unread]))
}

/** The first message a person has not read in a conversation, or null. */
export async function firstUnreadMessage(db: Reader, personId: string, subject: Subject): Promise<string | null> {
  const [row] = await db
    .select({ id: messages.id })
    .from(messages)
    .leftJoin(readMarks, marked(personId))
    .where(and(about(subject), unread(personId)))
    .orderBy(asc(messages.at), asc(messages.id))
    .limit(1)
  return row?.id ?? null
}
