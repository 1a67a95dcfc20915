import type { Language } from '#kernel'

/** What stands in a feed, whatever its format. Times are milliseconds since 1970 UTC, addresses are whole. */
export interface Feed {
  /** The same for ever for the same question in the same language (RFC 4151). */
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly language: Language
  readonly updated: number
  readonly self: string
  /** The page with the same results. */
  readonly page: string
  readonly first: string
  readonly previous: string | null
  readonly next: string | null
  readonly author: { readonly name: string; readonly url: string }
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  /** The same for ever for the same listing. */
  readonly id: string
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly language: Language
  readonly kind: { readonly term: string; readonly label: string }
  /** Who lists it; null where the name is kept back. */
  readonly author: { readonly name: string; readonly url: string } | null
  readonly published: number
  readonly updated: number
}

export const isoTime = (at: number): string => new Date(at).toISOString()

/** Text without what XML 1.0 forbids, even escaped, and without other controls: no unpaired surrogates, U+FFFE, U+FFFF. */
export function writable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
}
