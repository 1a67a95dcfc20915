import type { Language } from '#kernel'
import { en } from './en/index.ts'
import type { Messages } from './messages.ts'
import { vi } from './vi/index.ts'

/** The words of a language, on the server: for titles, mails and feeds. A browser loads the one it needs. */
export function messagesOf(language: Language): Messages {
  return language === 'vi' ? vi : en
}
