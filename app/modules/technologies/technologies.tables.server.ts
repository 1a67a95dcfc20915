import { choice, id, index, instant, oneOf, primaryKey, table, text } from '#dialect'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import { consentStates } from './consent-terms.ts'

/** A co-owner's consent to an offer as it stood: asked again when owners, rights offered or price change. */
export const consents = table(
  'consents',
  {
    listingId: id()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    /** Fingerprint of what is consented to. */
    terms: text().notNull(),
    state: choice(consentStates).notNull(),
    reason: text().notNull(),
    askedAt: instant().notNull(),
    decidedBy: id().references(() => people.id),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.listingId, t.organisationId] }),
    index('consents_organisation').on(t.organisationId, t.state),
    index('consents_decider').on(t.decidedBy),
    oneOf('consents_state', t.state, consentStates),
  ],
)
