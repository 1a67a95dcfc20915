import type { ListingKind } from '#modules/listings'
import { engine } from './engine.server.ts'

/** What speaks of the same things as some texts. */
export interface CandidatesWanted {
  readonly kind: ListingKind
  /** Texts with what a word of each counts. */
  readonly texts: readonly { readonly text: string; readonly weight: number }[]
  /** Nothing is found that this organisation may not see; null for a visitor. */
  readonly organisationId: string | null
  readonly limit: number
}

/** The listings in view that are nearest to some texts, best first: from the index, so that not all are compared. */
export async function nearestListings(wanted: CandidatesWanted): Promise<readonly string[]> {
  const found = await engine().candidates({
    texts: wanted.texts.filter(({ text }) => text !== '').map(({ text, weight }) => ({ text, weight })),
    reader: { organisationId: wanted.organisationId },
    filters: { kind: [wanted.kind] },
    ranges: {},
    limit: wanted.limit,
  })
  return found.map(({ id }) => id)
}
