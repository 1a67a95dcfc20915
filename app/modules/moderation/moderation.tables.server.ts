import { choice, count, id, index, oneOf, primaryKey, table, text } from '#dialect'
import { bulkReviews, listings } from '#modules/listings/server'

export const bulkOutcomes = ['decided', 'refused'] as const

/** What a bulk review speaks of, as it stood when it was ordered, and what became of each. */
export const bulkReviewItems = table(
  'bulk_review_items',
  {
    bulkReviewId: id()
      .notNull()
      .references(() => bulkReviews.id, { onDelete: 'cascade' }),
    listingId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    /** The version that was in the queue; a listing that has changed since is left alone. */
    version: count().notNull(),
    outcome: choice(bulkOutcomes),
    /** Why the rules did not let it through. */
    code: text(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkReviewId, t.listingId] }),
    index('bulk_review_items_listing').on(t.listingId),
    index('bulk_review_items_outcome').on(t.bulkReviewId, t.outcome),
    oneOf('bulk_review_items_outcome_known', t.outcome, bulkOutcomes),
  ],
)
