import { inArray } from 'drizzle-orm'
import type { Transaction } from '#db'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { people } from '#modules/accounts/server'
import { newId, now } from '#platform/clock'
import { config } from '#platform/config'
import { post } from '#platform/mail'
import { notifications } from './messaging.tables.server.ts'
import { filled, type NewsKind, type NewsValues, valuesIn } from './news.ts'

/** What some people should know. */
export interface Notice {
  readonly personIds: readonly string[]
  readonly kind: NewsKind
  readonly values: NewsValues
  /** The page it is about, without the language. */
  readonly path: string
  /** The same for the same news: nobody is told twice. */
  readonly newsKey: string
  readonly organisationId: string | null
  /** False where a letter of its own tells the same. */
  readonly mail?: false
}

/** A notice in a language: a heading, and a sentence or two. */
export function noticeIn(language: Language, kind: NewsKind, values: NewsValues): { heading: string; text: string } {
  const words = messagesOf(language).messaging.news[kind]
  const known = spokenValues(language, values)
  return { heading: filled(words.heading, known), text: filled(words.text, known) }
}

/** The values with codes turned into words: a state, a reason for declining, a kind of listing. */
function spokenValues(language: Language, values: NewsValues): NewsValues {
  const { site } = messagesOf(language)
  const word = (dictionary: Readonly<Record<string, string>>, name: string) =>
    values[name] === undefined ? {} : { [name]: dictionary[values[name]] ?? values[name] }
  return {
    ...valuesIn(language, values),
    ...word(site.declineReasons, 'declineReason'),
    ...word(site.listingStates, 'listingState'),
    ...word(site.listingKinds, 'listingKind'),
  }
}

/**
 * Tells people something once: on the site, and by mail to those whose address is confirmed. In the transaction of a
 * handler; for the same person and `newsKey` it does nothing the second time.
 *
 * @returns how many people had not been told before
 */
export async function notify(tx: Transaction, notice: Notice): Promise<number> {
  const ids = [...new Set(notice.personIds)]
  if (ids.length === 0) return 0
  const at = now()
  const fresh = await tx
    .insert(notifications)
    .values(
      ids.map((personId) => ({
        id: newId('note'),
        personId,
        organisationId: notice.organisationId,
        kind: notice.kind,
        values: { ...notice.values },
        path: notice.path,
        newsKey: notice.newsKey,
        createdAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: notifications.personId })
  if (fresh.length === 0 || notice.mail === false) return fresh.length
  const readers = await tx
    .select({
      name: people.name,
      email: people.email,
      language: people.language,
      confirmedAt: people.emailConfirmedAt,
    })
    .from(people)
    .where(
      inArray(
        people.id,
        fresh.map((row) => row.personId),
      ),
    )
  for (const reader of readers) {
    if (reader.confirmedAt === null) continue
    await post(tx, { to: reader.email, ...letterFor(reader, notice) })
  }
  return fresh.length
}

function letterFor(reader: { name: string; language: Language }, notice: Notice): { subject: string; body: string } {
  const { messaging } = messagesOf(reader.language)
  const { heading, text } = noticeIn(reader.language, notice.kind, notice.values)
  const { exchange, origin } = config()
  const { name, operator, email, phone } = exchange
  return {
    subject: heading,
    body: [
      messaging.letter.greeting(reader.name),
      text === '' ? heading : `${heading}\n\n${text}`,
      `${messaging.letter.open}\n${origin}${localPath(reader.language, notice.path)}`,
      [messaging.letter.closing, name[reader.language], operator[reader.language], `${email} · ${phone}`].join('\n'),
    ].join('\n\n'),
  }
}
