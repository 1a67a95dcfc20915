import type { Transaction } from '#db'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { config } from '#platform/config'
import { post } from '#platform/mail'

type Letters = ReturnType<typeof messagesOf>['accounts']['letters']

/** Letters about accounts, in the reader's language. */
interface Addressee {
  readonly email: string
  /** Null for somebody without an account. */
  readonly name: string | null
  readonly language: Language
}

/** The whole address of a page of the site in a language. */
export function siteAddress(language: Language, path: string): string {
  return config().origin + localPath(language, path)
}

/** Posts one of the letters: greeting, text, signature of the exchange. */
export async function writeTo(
  tx: Transaction,
  to: Addressee,
  choose: (letters: Letters, exchange: string) => { readonly subject: string; readonly text: string },
): Promise<void> {
  const { letters } = messagesOf(to.language).accounts
  const { name, operator, email, phone } = config().exchange
  const exchange = name[to.language]
  const { subject, text } = choose(letters, exchange)
  const signature = [exchange, operator[to.language], `${email} · ${phone}`].join('\n')
  await post(tx, {
    to: to.email,
    subject,
    body: `${to.name === null ? letters.greetingUnknown : letters.greeting(to.name)}\n\n${text}\n\n${letters.closing}\n${signature}\n`,
  })
}
