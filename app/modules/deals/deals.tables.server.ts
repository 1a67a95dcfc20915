import { sql } from 'drizzle-orm'
import { choice, count, flag, id, index, instant, oneOf, table, text, unique } from '#dialect'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import {
  declineReasons,
  exclusivitiesWanted,
  openStates,
  requestKinds,
  requestStates,
  requestVerbs,
  rightsWanted,
} from './process.ts'

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
    /** The listing's title as its reader saw it, in both languages. */
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    /** The receiver's name is kept from the sender until it accepts. */
    receiverHidden: flag().notNull(),
    /** What the technology is wanted for, or what is offered to the need. */
    proposal: text().notNull(),
    rightWanted: choice(rightsWanted).notNull(),
    exclusivityWanted: choice(exclusivitiesWanted).notNull(),
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
    unique('requests_open')
      .on(t.listingId, t.fromOrganisationId)
      .where(sql.raw(`"state" in (${openStates.map((state) => `'${state}'`).join(', ')})`)),
    oneOf('requests_kind_known', t.kind, requestKinds),
    oneOf('requests_state_known', t.state, requestStates),
    oneOf('requests_right_known', t.rightWanted, rightsWanted),
    oneOf('requests_exclusivity_known', t.exclusivityWanted, exclusivitiesWanted),
    oneOf('requests_decline_known', t.declineReason, declineReasons),
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
    oneOf('request_moves_verb_known', t.verb, requestVerbs),
    oneOf('request_moves_from_known', t.fromState, requestStates),
    oneOf('request_moves_to_known', t.toState, requestStates),
  ],
)
