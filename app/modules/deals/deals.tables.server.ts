import { choice, count, id, index, instant, oneOf, table, text, unique } from '#dialect'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import { declineReasons, requestKinds, requestStates, requestVerbs } from './process.ts'

export const requests = table(
  'requests',
  {
    id: id().primaryKey(),
    kind: choice(requestKinds).notNull(),
    /** The technology asked for, or the need answered. */
    listingId: id()
      .notNull()
      .references(() => listings.id),
    /** The published version that was read when it was made. */
    listingVersion: count().notNull(),
    /** In an answer to a need: the technology put forward, if it is on the exchange. */
    offeredListingId: id().references(() => listings.id),
    fromOrganisationId: id()
      .notNull()
      .references(() => organisations.id),
    toOrganisationId: id()
      .notNull()
      .references(() => organisations.id),
    createdBy: id()
      .notNull()
      .references(() => people.id),
    state: choice(requestStates).notNull(),
    processVersion: count().notNull(),
    version: count().notNull(),
    intendedUse: text().notNull(),
    rightWanted: choice(['ownership', 'use', 'undecided']).notNull(),
    exclusivityWanted: choice(['exclusive', 'sole', 'non_exclusive', 'undecided']).notNull(),
    volume: text().notNull(),
    timing: text().notNull(),
    message: text().notNull(),
    declineReason: choice(declineReasons),
    /** A key made with the form, so that a form sent twice makes one request. */
    formKey: text().notNull(),
    stateSince: instant().notNull(),
    deadlineAt: instant(),
    reminders: count().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('requests_listing').on(t.listingId),
    index('requests_offered').on(t.offeredListingId),
    index('requests_from').on(t.fromOrganisationId, t.updatedAt),
    index('requests_to').on(t.toOrganisationId, t.updatedAt),
    index('requests_creator').on(t.createdBy),
    index('requests_deadline').on(t.state, t.deadlineAt),
    unique('requests_form').on(t.createdBy, t.formKey),
    oneOf('requests_kind_known', t.kind, requestKinds),
    oneOf('requests_state_known', t.state, requestStates),
  ],
)

/** Each move of a request, in order; what was written with it is part of the record. */
export const requestMoves = table(
  'request_moves',
  {
    id: id().primaryKey(),
    requestId: id()
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    verb: choice(requestVerbs).notNull(),
    fromState: choice(requestStates).notNull(),
    toState: choice(requestStates).notNull(),
    personId: id().references(() => people.id),
    organisationId: id().references(() => organisations.id),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('request_moves_request').on(t.requestId, t.at),
    index('request_moves_person').on(t.personId),
    index('request_moves_organisation').on(t.organisationId),
  ],
)
