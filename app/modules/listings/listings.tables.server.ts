import { choice, count, id, index, instant, json, oneOf, primaryKey, table, text, unique } from '#dialect'
import { languages } from '#kernel'
import { organisations, people } from '#modules/accounts/server'
import { listingKinds, listingStates } from './process.ts'

export const listings = table(
  'listings',
  {
    /** `tech_…` or `need_…`. */
    id: id().primaryKey(),
    kind: choice(listingKinds).notNull(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    createdBy: id().references(() => people.id),
    state: choice(listingStates).notNull(),
    processVersion: count().notNull(),
    /** Grows with every change; a save names the one it started from. */
    version: count().notNull(),
    /** The working document; what visitors see is the published version. */
    document: json<unknown>().notNull(),
    /** The title in the source language, for lists. */
    title: text().notNull(),
    sourceLanguage: choice(languages).notNull(),
    publishedVersion: count(),
    publishedAt: instant(),
    /** When the published version ceases to be shown unless renewed. */
    validUntil: instant(),
    submittedAt: instant(),
    /** Which version was reviewed last. */
    reviewedVersion: count(),
    /** The reviewer who took it. */
    reviewerId: id().references(() => people.id),
    /** The owner's own name for it, from an import; unique within the organisation and kind. */
    externalId: text(),
    importId: id(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('listings_organisation').on(t.organisationId, t.kind, t.updatedAt),
    index('listings_state').on(t.state, t.submittedAt),
    index('listings_creator').on(t.createdBy),
    index('listings_reviewer').on(t.reviewerId),
    index('listings_import').on(t.importId),
    index('listings_validity').on(t.state, t.validUntil),
    unique('listings_external').on(t.organisationId, t.kind, t.externalId),
    oneOf('listings_kind_known', t.kind, listingKinds),
    oneOf('listings_state_known', t.state, listingStates),
  ],
)

/** What was submitted, word for word; numbers count from 1 in each listing. */
export const listingVersions = table(
  'listing_versions',
  {
    listingId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    number: count().notNull(),
    document: json<unknown>().notNull(),
    createdBy: id().references(() => people.id),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.number] }), index('listing_versions_creator').on(t.createdBy)],
)

/** Each decision of a reviewer, with its scores and the reason its owner reads. */
export const reviews = table(
  'reviews',
  {
    id: id().primaryKey(),
    listingId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    version: count().notNull(),
    reviewerId: id().references(() => people.id),
    advantages: count().notNull(),
    clarity: count().notNull(),
    cooperation: count().notNull(),
    guidelines: count().notNull(),
    decision: choice(['publish', 'ask_changes', 'reject']).notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('reviews_listing').on(t.listingId, t.createdAt),
    index('reviews_reviewer').on(t.reviewerId),
    oneOf('reviews_decision', t.decision, ['publish', 'ask_changes', 'reject']),
  ],
)

/** A decision of the operator for many listings at once, carried out in the background. */
export const bulkReviews = table(
  'bulk_reviews',
  {
    id: id().primaryKey(),
    reviewerId: id()
      .notNull()
      .references(() => people.id),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    /** Which listings: of one import, of one organisation, or named. */
    importId: id(),
    ownerId: id(),
    listingIds: json<string[]>().notNull(),
    advantages: count().notNull(),
    clarity: count().notNull(),
    cooperation: count().notNull(),
    guidelines: count().notNull(),
    decision: choice(['publish', 'ask_changes', 'reject']).notNull(),
    reason: text().notNull(),
    total: count().notNull(),
    decided: count().notNull(),
    /** Those the rules did not let through, by why. */
    refused: json<Record<string, number>>().notNull(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index('bulk_reviews_reviewer').on(t.reviewerId),
    index('bulk_reviews_organisation').on(t.organisationId),
    index('bulk_reviews_created').on(t.createdAt),
  ],
)
