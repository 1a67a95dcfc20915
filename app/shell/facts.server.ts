import type { Language } from '#kernel'
import { config } from '#platform/config'
import type { PageFacts } from './meta.ts'

/** What a page tells of itself, with the name of the exchange in the reader's language. */
export function pageFacts(reader: { readonly language: Language }, facts: Omit<PageFacts, 'site'>): PageFacts {
  return { ...facts, site: config().exchange.name[reader.language] }
}
