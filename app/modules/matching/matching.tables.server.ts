import { choice, count, id, index, instant, json, oneOf, primaryKey, table, text, unique } from '#dialect'
import { languages } from '#kernel'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import type { Reason } from './engine/reasons.ts'
import { answerVerdicts, matchSides, questionStates } from './question.ts'
import { matchDeclineReasons } from './weights.ts'

/** What a need and a technology came to when they were last compared; only what reached the threshold is kept. */
export const matches = table(
  'matches',
  {
    needId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    technologyId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    needOwnerId: id()
      .notNull()
      .references(() => organisations.id),
    technologyOwnerId: id()
      .notNull()
      .references(() => organisations.id),
    /** The published versions that were compared: a match of others is not shown. */
    needVersion: count().notNull(),
    technologyVersion: count().notNull(),
    formulaVersion: count().notNull(),
    score: count().notNull(),
    reasons: json<Reason[]>().notNull(),
    foundAt: instant().notNull(),
    scoredAt: instant().notNull(),
    /** When each side was told of it; null while it has not been. */
    needToldAt: instant(),
    technologyToldAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.technologyId] }),
    index('matches_need').on(t.needId, t.score),
    index('matches_technology').on(t.technologyId, t.score),
    index('matches_need_owner').on(t.needOwnerId, t.needToldAt),
    index('matches_technology_owner').on(t.technologyOwnerId, t.technologyToldAt),
  ],
)

/** Listings that changed and have not been compared since. */
export const matchDue = table('match_due', {
  listingId: id()
    .primaryKey()
    .references(() => listings.id, { onDelete: 'cascade' }),
  since: instant().notNull(),
})

/** That one side does not want a match, and why. */
export const matchDeclines = table(
  'match_declines',
  {
    needId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    technologyId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    side: choice(matchSides).notNull(),
    reason: choice(matchDeclineReasons).notNull(),
    /** What the technology was compared by when it was declined. */
    declined: json<{ ownerId: string; fields: string[]; reasons: Reason[] }>().notNull(),
    personId: id()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.technologyId, t.side] }),
    index('match_declines_technology').on(t.technologyId),
    index('match_declines_person').on(t.personId),
    oneOf('match_declines_side', t.side, matchSides),
    oneOf('match_declines_reason', t.reason, matchDeclineReasons),
  ],
)

/** A question of a need's owner about a criterion that a technology's text leaves open; one a criterion. */
export const matchQuestions = table(
  'match_questions',
  {
    id: id().primaryKey(),
    needId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    technologyId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    criterionKey: text().notNull(),
    /** The criterion as everybody reads it on the need's page. */
    criterionVi: text().notNull(),
    criterionEn: text().notNull(),
    askedBy: id()
      .notNull()
      .references(() => people.id),
    askedAt: instant().notNull(),
    state: choice(questionStates).notNull(),
    verdict: choice(answerVerdicts),
    answer: text().notNull(),
    answerLanguage: choice(languages),
    answeredBy: id().references(() => people.id),
    answeredAt: instant(),
  },
  (t) => [
    unique('match_questions_criterion').on(t.needId, t.technologyId, t.criterionKey),
    index('match_questions_technology').on(t.technologyId, t.state),
    index('match_questions_asked_by').on(t.askedBy, t.askedAt),
    index('match_questions_answered_by').on(t.answeredBy),
    oneOf('match_questions_state', t.state, questionStates),
    oneOf('match_questions_verdict', t.verdict, answerVerdicts),
    oneOf('match_questions_language', t.answerLanguage, languages),
  ],
)

/** On which day an organisation was told of new matches: once a day for each side it stands on. */
export const matchTellings = table(
  'match_tellings',
  {
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    side: choice(matchSides).notNull(),
    /** ISO date in Vietnam. */
    day: text().notNull(),
    count: count().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.side, t.day] }), oneOf('match_tellings_side', t.side, matchSides)],
)
