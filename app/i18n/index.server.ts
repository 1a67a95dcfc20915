import type { Language } from '#kernel'
import { en } from './en/index.ts'
import { valuationReport as reportEn } from './en/valuation-report.ts'
import type { DocumentMessages, Messages } from './messages.ts'
import { vi } from './vi/index.ts'
import { valuationReport as reportVi } from './vi/valuation-report.ts'

/** The words of the server: those of pages, and those of documents that only the server writes. */
type ServerMessages = Messages & DocumentMessages

const messages: Readonly<Record<Language, ServerMessages>> = {
  vi: { ...vi, valuationReport: reportVi },
  en: { ...en, valuationReport: reportEn },
}

/** The words of a language, on the server: for titles, mails, feeds and documents. A browser loads the one it needs. */
export function messagesOf(language: Language): ServerMessages {
  return messages[language]
}
