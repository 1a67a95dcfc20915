import { sql } from 'drizzle-orm'
import { choice, count, flag, id, index, instant, oneOf, table, text, unique } from '#dialect'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import { royaltyBaseNames } from './comparables/anonymised.ts'
import { rightKinds } from './model/document.ts'

/** Rates of signed contracts that both sides have reported. A row never changes but by being withdrawn. */
export const signedRates = table(
  'signed_rates',
  {
    id: id().primaryKey(),
    /** Who gave the right. */
    ownerId: id()
      .notNull()
      .references(() => organisations.id),
    technologyId: id().references(() => listings.id),
    field: text().notNull(),
    rightKind: choice(rightKinds).notNull(),
    exclusive: flag().notNull(),
    /** A decimal: `0.045` for 4.5 %. */
    rate: text().notNull(),
    base: choice(royaltyBaseNames).notNull(),
    signedYear: count().notNull(),
    /** The contract's number; only the operator sees it. */
    reference: text().notNull(),
    /** The reference without marks, case and signs: one contract of an owner counts once. */
    referenceKey: text().notNull(),
    recordedBy: id()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
    withdrawnBy: id().references(() => people.id),
    withdrawnAt: instant(),
    withdrawnReason: text().notNull(),
    formKey: text().notNull(),
  },
  (t) => [
    index('signed_rates_recorded').on(t.recordedAt),
    index('signed_rates_technology').on(t.technologyId),
    index('signed_rates_owner').on(t.ownerId),
    index('signed_rates_withdrawer').on(t.withdrawnBy),
    unique('signed_rates_form').on(t.recordedBy, t.formKey),
    unique('signed_rates_contract').on(t.ownerId, t.referenceKey).where(sql.raw('"withdrawn_at" is null')),
    oneOf('signed_rates_right_known', t.rightKind, rightKinds),
    oneOf('signed_rates_base_known', t.base, royaltyBaseNames),
  ],
)
