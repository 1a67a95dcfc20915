import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import { type Reader, reader, transaction } from '#db'
import { organisationsByIds } from '#modules/accounts/server'
import { allPublishedListings, listings, type PublishedListing, publishedListings } from '#modules/listings/server'
import { readNeed } from '#modules/needs'
import { readTechnology } from '#modules/technologies'
import { onNews, onNewsInBatches, publish } from '#platform/jobs'
import { log } from '#platform/log'
import type { SearchDocument } from '#search'
import type { CurrentDocuments } from '#search/server'
import { forgetAnswers } from './answers.server.ts'
import { needDocument, type Owner, technologyDocument } from './document.ts'
import { engine, holder } from './engine.server.ts'
import { followTerms } from './terms.server.ts'

const batch = 500

/** The document of a listing, or null where what was published does not have the form of a listing. */
function documentOf(listing: PublishedListing, owner: Owner): SearchDocument | null {
  try {
    return listing.kind === 'technology'
      ? technologyDocument(listing, readTechnology(listing.document), owner)
      : needDocument(listing, readNeed(listing.document), owner)
  } catch (error) {
    log.error({ err: error, listing: listing.id, version: listing.version }, 'a published listing cannot be read')
    return null
  }
}

export async function documentsOf(db: Reader, published: readonly PublishedListing[]): Promise<SearchDocument[]> {
  const owners = await organisationsByIds(
    db,
    published.map((listing) => listing.organisationId),
  )
  return published.flatMap((listing) => {
    const owner = owners.get(listing.organisationId)
    return (owner && documentOf(listing, owner)) ?? []
  })
}

/** Brings the index up to what visitors now see of these listings. */
async function indexListings(ids: readonly string[]): Promise<void> {
  const documents = await documentsOf(reader(), await publishedListings(reader(), ids))
  const shown = new Set(documents.map((document) => document.id))
  await engine().index(documents)
  await engine().remove(ids.filter((id) => !shown.has(id)))
  forgetAnswers()
}

/** The same for all listings of an organisation, whose name and standing are part of each. */
async function indexListingsOf(organisationId: string): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await reader()
      .select({ id: listings.id })
      .from(listings)
      .where(
        and(eq(listings.organisationId, organisationId), isNotNull(listings.publishedVersion), gt(listings.id, after)),
      )
      .orderBy(asc(listings.id))
      .limit(batch)
    if (rows.length === 0) return
    await indexListings(rows.map((row) => row.id))
    after = rows.at(-1)?.id ?? after
  }
}

async function* allDocuments(): AsyncGenerator<SearchDocument[]> {
  for await (const published of allPublishedListings(reader(), batch)) yield documentsOf(reader(), published)
}

/** What is to be found now, for an engine that missed something. */
export const currentDocuments: CurrentDocuments = {
  of: async (ids) => documentsOf(reader(), await publishedListings(reader(), ids)),
  all: allDocuments,
}

/**
 * Builds the whole index again beside the one in use and takes it into use. Joins a rebuild under way.
 *
 * @returns how many documents it holds
 * @throws Error when another process has the index open
 */
export function rebuildCatalogue(): Promise<number> {
  holder.rebuilding ??= engine()
    .rebuild(allDocuments())
    .then(({ documents }) => documents)
    .finally(() => {
      holder.rebuilding = null
      forgetAnswers()
    })
  return holder.rebuilding
}

/** Builds the index in the background where the engine asks for it: on first use, or after damage. */
export function rebuildIfNeeded(): void {
  if (!engine().needsRebuild) return
  rebuildCatalogue().then(
    (documents) => log.info({ documents }, 'search index built'),
    (error: unknown) => log.error({ err: error }, 'the search index could not be built'),
  )
}

/** Asks the exchange, in whatever process it runs, to build its index again. */
export async function requestRebuild(): Promise<void> {
  await transaction((tx) => publish(tx, { topic: 'catalogue.rebuild', subjectId: 'catalogue' }))
}

/** Takes the news that changes what is found. */
export function startCatalogue(): void {
  followTerms()
  onNewsInBatches('listing.changed', 'index listings', indexListings)
  onNewsInBatches('organisation.changed', 'index listings of organisations', async (ids) => {
    for (const id of ids) await indexListingsOf(id)
  })
  onNews('catalogue.rebuild', 'rebuild the index', async () => {
    await rebuildCatalogue()
  })
}
