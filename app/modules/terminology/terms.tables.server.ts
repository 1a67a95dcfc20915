import { choice, count, flag, id, index, instant, oneOf, primaryKey, table, text, unique } from '#dialect'
import { languages } from '#kernel'
import { organisations, people } from '#modules/accounts/server'
import { termKinds, termStates } from './term.ts'

/** Pairs that people proposed or the operator added, and built-in pairs the operator has withdrawn. */
export const terms = table(
  'terms',
  {
    id: id().primaryKey(),
    kind: choice(termKinds).notNull(),
    a: text().notNull(),
    b: text().notNull(),
    language: choice(languages),
    field: text(),
    /** What the pair is unique by (`pairKey`). */
    pair: text().notNull(),
    /** Both sides folded, for the operator's search. */
    folded: text().notNull(),
    state: choice(termStates).notNull(),
    /** The pair is one of the built-in ones: the row only says whether it is used. */
    builtIn: flag().notNull(),
    /** Where it was seen. */
    source: text().notNull(),
    proposedBy: id()
      .notNull()
      .references(() => people.id),
    proposedFor: id()
      .notNull()
      .references(() => organisations.id),
    proposedAt: instant().notNull(),
    decidedBy: id().references(() => people.id),
    decidedAt: instant(),
    reason: text().notNull(),
    version: count().notNull(),
  },
  (t) => [
    unique('terms_pair').on(t.pair),
    index('terms_state').on(t.state, t.proposedAt, t.id),
    index('terms_proposer').on(t.proposedBy),
    index('terms_organisation').on(t.proposedFor, t.proposedAt),
    index('terms_decider').on(t.decidedBy),
    oneOf('terms_kind_known', t.kind, termKinds),
    oneOf('terms_state_known', t.state, termStates),
    oneOf('terms_language_known', t.language, languages),
  ],
)

/** How often a folded query found nothing on a day. Nothing tells who asked. */
export const unanswered = table(
  'unanswered',
  {
    text: text().notNull(),
    language: choice(languages).notNull(),
    /** The first moment of the day, UTC. */
    day: instant().notNull(),
    searches: count().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.text, t.language, t.day] }),
    index('unanswered_day').on(t.day),
    oneOf('unanswered_language_known', t.language, languages),
  ],
)
