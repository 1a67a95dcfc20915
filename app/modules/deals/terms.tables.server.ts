import { sql } from 'drizzle-orm'
import { choice, count, id, index, instant, json, oneOf, table, text, unique } from '#dialect'
import { organisations, people } from '#modules/accounts/server'
import { requests } from './deals.tables.server.ts'
import type { Terms } from './terms.ts'
import { offeringVerbs, termsStates, versionStandings } from './terms-process.ts'

/** How far the two sides of a request are with its terms; there is none before the first version. */
export const requestTerms = table(
  'request_terms',
  {
    requestId: id()
      .primaryKey()
      .references(() => requests.id, { onDelete: 'cascade' }),
    state: choice(termsStates).notNull(),
    processVersion: count().notNull(),
    version: count().notNull(),
    /** Who offered the version that is open. */
    openBy: id().references(() => organisations.id),
    updatedAt: instant().notNull(),
  },
  (t) => [index('request_terms_open_by').on(t.openBy), oneOf('request_terms_state_known', t.state, termsStates)],
)

/** Every version that was offered. What it says is never changed; how it stands is. */
export const termsVersions = table(
  'terms_versions',
  {
    id: id().primaryKey(),
    requestId: id()
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    number: count().notNull(),
    verb: choice(offeringVerbs).notNull(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    personId: id()
      .notNull()
      .references(() => people.id),
    content: json<Terms>().notNull(),
    /** SHA-256 of the content as one text whatever the order of its fields. */
    hash: text().notNull(),
    /** What was written with it to the other side. */
    note: text().notNull(),
    standing: choice(versionStandings).notNull(),
    formKey: text().notNull(),
    createdAt: instant().notNull(),
    /** When it stopped being open, and who accepted or withdrew it. */
    closedAt: instant(),
    closedBy: id().references(() => people.id),
  },
  (t) => [
    unique('terms_versions_number').on(t.requestId, t.number),
    unique('terms_versions_form').on(t.personId, t.formKey),
    unique('terms_versions_open').on(t.requestId).where(sql.raw(`"standing" = 'open'`)),
    unique('terms_versions_agreed').on(t.requestId).where(sql.raw(`"standing" = 'agreed'`)),
    index('terms_versions_organisation').on(t.organisationId),
    index('terms_versions_closer').on(t.closedBy),
    oneOf('terms_versions_verb_known', t.verb, offeringVerbs),
    oneOf('terms_versions_standing_known', t.standing, versionStandings),
  ],
)
