export { bulkReviews, listings } from './listings.tables.server.ts'
export { createListing, type Mover, moveListing, saveDocument } from './move.server.ts'
export { decideListing, moveAsReviewer, reviewListing, type ReviewInput, reviewSchema } from './review.server.ts'
export { remindOfEnding, startListings } from './start.server.ts'
export {
  allPublishedListings,
  isInView,
  latestVersionNumber,
  type Listing,
  listingByExternalId,
  listingById,
  type ListingLine,
  listingLines,
  type PublishedListing,
  publishedListing,
  publishedListings,
  publishedListingsOf,
  type Review,
  reviewsOf,
  saveListing,
  versionOf,
  versionsOf,
} from './store.server.ts'
