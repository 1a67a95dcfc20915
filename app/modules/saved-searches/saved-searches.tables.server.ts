import { choice, count, id, index, instant, oneOf, table, text, unique } from '#dialect'
import { languages } from '#kernel'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import { frequencies, searchStates } from './saved-search.ts'

export const savedSearches = table(
  'saved_searches',
  {
    /** `srch_…` */
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** On whose behalf it was saved: it finds what this organisation may see, while the person belongs to it. */
    organisationId: id().references(() => organisations.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The question, as the path that `askedPath` gives it. */
    path: text().notNull(),
    /** Organisation and path: the same search is kept once. */
    asked: text().notNull(),
    /** Language of the page it was saved on: the text shown first where a listing has both. */
    language: choice(languages).notNull(),
    frequency: choice(frequencies).notNull(),
    state: choice(searchStates).notNull(),
    /** The last announcement that was looked at: everything after it is news. */
    seen: count().notNull(),
    lookedAt: instant().notNull(),
    /** When a letter last went out. */
    toldAt: instant(),
    createdAt: instant().notNull(),
    /** Grows with every change by a person; a save names the one it started from. */
    version: count().notNull(),
  },
  (t) => [
    unique('saved_searches_asked').on(t.personId, t.asked),
    index('saved_searches_organisation').on(t.organisationId),
    index('saved_searches_due').on(t.state, t.frequency, t.lookedAt),
    oneOf('saved_searches_language', t.language, languages),
    oneOf('saved_searches_frequency', t.frequency, frequencies),
    oneOf('saved_searches_state', t.state, searchStates),
  ],
)

/**
 * Each listing that came into public view, once and in the order in which it could be found. A listing that is published
 * again has its number already: it is no news.
 */
export const announcements = table(
  'announcements',
  {
    sequence: count().primaryKey({ autoIncrement: true }),
    listingId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    publishedAt: instant().notNull(),
    announcedAt: instant().notNull(),
  },
  (t) => [unique('announcements_listing').on(t.listingId)],
)
