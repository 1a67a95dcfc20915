import { choice, count, id, index, instant, json, minorUnits, oneOf, table, text, unique } from '#dialect'
import { currencies } from '#kernel'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import { type Declaration, mandateStates, mandateVerbs } from './mandate.ts'
import { rightKinds, valueBases, type ValuationModel } from './model/document.ts'
import { type ValuationReport } from './model/report.ts'

export const valuationKinds = ['private_estimate', 'mandated'] as const

/** Who asks whom to value what, for what, by when and for how much. */
export const valuationMandates = table(
  'valuation_mandates',
  {
    id: id().primaryKey(),
    technologyId: id()
      .notNull()
      .references(() => listings.id),
    askerId: id()
      .notNull()
      .references(() => organisations.id),
    /** The other side, where both give the mandate. */
    otherId: id().references(() => organisations.id),
    valuerId: id()
      .notNull()
      .references(() => organisations.id),
    askedBy: id()
      .notNull()
      .references(() => people.id),
    state: choice(mandateStates).notNull(),
    processVersion: count().notNull(),
    version: count().notNull(),
    /** The technology's title as the asker saw it, in both languages. */
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    purpose: text().notNull(),
    rightKind: choice(rightKinds).notNull(),
    territory: text().notNull(),
    basis: choice(valueBases).notNull(),
    /** A day, `2026-11-26`. */
    valuationDate: text().notNull(),
    feeAmount: minorUnits().notNull(),
    feeCurrency: choice(currencies).notNull(),
    /** The last day, `2026-12-31`. */
    deadline: text().notNull(),
    /** What the valuer declared on accepting; null before. */
    declaration: json<Declaration>(),
    declaredBy: id().references(() => people.id),
    consentedBy: id().references(() => people.id),
    formKey: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('valuation_mandates_technology').on(t.technologyId),
    index('valuation_mandates_asker').on(t.askerId, t.updatedAt),
    index('valuation_mandates_other').on(t.otherId, t.updatedAt),
    index('valuation_mandates_valuer').on(t.valuerId, t.updatedAt),
    index('valuation_mandates_person').on(t.askedBy),
    index('valuation_mandates_declarer').on(t.declaredBy),
    index('valuation_mandates_consenter').on(t.consentedBy),
    unique('valuation_mandates_form').on(t.askedBy, t.formKey),
    oneOf('valuation_mandates_state_known', t.state, mandateStates),
    oneOf('valuation_mandates_right_known', t.rightKind, rightKinds),
    oneOf('valuation_mandates_basis_known', t.basis, valueBases),
    oneOf('valuation_mandates_currency_known', t.feeCurrency, currencies),
  ],
)

/** Each move of a mandate, in order; what was written with it is part of the record. */
export const mandateMoves = table(
  'mandate_moves',
  {
    id: id().primaryKey(),
    mandateId: id()
      .notNull()
      .references(() => valuationMandates.id, { onDelete: 'cascade' }),
    verb: choice(mandateVerbs).notNull(),
    toState: choice(mandateStates).notNull(),
    personId: id()
      .notNull()
      .references(() => people.id),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('mandate_moves_mandate').on(t.mandateId, t.at),
    index('mandate_moves_person').on(t.personId),
    index('mandate_moves_organisation').on(t.organisationId),
    oneOf('mandate_moves_verb_known', t.verb, mandateVerbs),
    oneOf('mandate_moves_to_known', t.toState, mandateStates),
  ],
)

/** A valuation at work: its model belongs to the organisation that works on it, and to nobody else. */
export const valuations = table(
  'valuations',
  {
    id: id().primaryKey(),
    kind: choice(valuationKinds).notNull(),
    technologyId: id()
      .notNull()
      .references(() => listings.id),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    mandateId: id().references(() => valuationMandates.id),
    createdBy: id()
      .notNull()
      .references(() => people.id),
    model: json<ValuationModel>().notNull(),
    version: count().notNull(),
    formKey: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('valuations_technology').on(t.technologyId, t.organisationId),
    index('valuations_organisation').on(t.organisationId, t.updatedAt),
    unique('valuations_mandate').on(t.mandateId),
    unique('valuations_form').on(t.createdBy, t.formKey),
    oneOf('valuations_kind_known', t.kind, valuationKinds),
  ],
)

/** A report as it was signed: nothing in it changes any more. */
export const valuationReports = table(
  'valuation_reports',
  {
    id: id().primaryKey(),
    valuationId: id()
      .notNull()
      .references(() => valuations.id),
    /** From 1, within its valuation. */
    number: count().notNull(),
    report: json<ValuationReport>().notNull(),
    /** The report's own hash, SHA-256. */
    hash: text().notNull(),
    signedBy: id()
      .notNull()
      .references(() => people.id),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    signedAt: instant().notNull(),
    /** The exchange's seal over hash, signer and moment. */
    seal: text().notNull(),
  },
  (t) => [
    unique('valuation_reports_number').on(t.valuationId, t.number),
    index('valuation_reports_hash').on(t.hash),
    index('valuation_reports_signer').on(t.signedBy),
    index('valuation_reports_organisation').on(t.organisationId),
  ],
)
