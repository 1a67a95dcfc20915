import { choice, flag, id, index, instant, json, oneOf, primaryKey, count, table, text, unique } from '#dialect'
import { languages } from '#kernel'
import {
  type LegalService,
  memberRoles,
  organisationKinds,
  verificationDecisions,
  verificationStates,
} from './organisation.ts'
import { tokenPurposes } from './person.ts'

export const people = table(
  'people',
  {
    id: id().primaryKey(),
    /** Lower case; the only form in which an address is kept. */
    email: text().notNull(),
    name: text().notNull(),
    language: choice(languages).notNull(),
    passwordHash: text().notNull(),
    emailConfirmedAt: instant(),
    /** Base 32; set while enrolling, in force once `totpConfirmedAt` is set. */
    totpSecret: text(),
    totpConfirmedAt: instant(),
    /** The last time step a code was taken for: a code serves once. */
    totpLastStep: count(),
    demonstration: flag().notNull(),
    createdAt: instant().notNull(),
    version: count().notNull(),
  },
  (t) => [unique('people_email').on(t.email), oneOf('people_language', t.language, languages)],
)

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the session id; the id itself is only in the cookie. */
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The organisation the person acts as in this session. */
    organisationId: id().references(() => organisations.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    device: text().notNull(),
  },
  (t) => [
    index('sessions_person').on(t.personId),
    index('sessions_organisation').on(t.organisationId),
    index('sessions_expiry').on(t.expiresAt),
  ],
)

export const tokens = table(
  'tokens',
  {
    /** SHA-256 of the token; the token itself is only in the mail or cookie. */
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    purpose: choice(tokenPurposes).notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    attempts: count().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('tokens_person').on(t.personId), oneOf('tokens_purpose', t.purpose, tokenPurposes)],
)

export const recoveryCodes = table(
  'recovery_codes',
  {
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    usedAt: instant(),
  },
  (t) => [index('recovery_codes_person').on(t.personId)],
)

export const organisations = table(
  'organisations',
  {
    id: id().primaryKey(),
    kind: choice(organisationKinds).notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    /** The name folded for sorting and matching. */
    nameFolded: text().notNull(),
    taxCode: text(),
    province: text(),
    address: text().notNull(),
    website: text().notNull(),
    descriptionVi: text().notNull(),
    descriptionEn: text().notNull(),
    services: json<LegalService[]>().notNull(),
    verification: choice(verificationStates).notNull(),
    verifiedAt: instant(),
    createdAt: instant().notNull(),
    version: count().notNull(),
  },
  (t) => [
    unique('organisations_tax_code').on(t.taxCode),
    index('organisations_kind').on(t.kind, t.nameFolded),
    index('organisations_verification').on(t.verification),
    oneOf('organisations_kind_known', t.kind, organisationKinds),
    oneOf('organisations_verification_known', t.verification, verificationStates),
  ],
)

export const memberships = table(
  'memberships',
  {
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    role: choice(memberRoles).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.organisationId] }),
    index('memberships_organisation').on(t.organisationId),
    oneOf('memberships_role', t.role, memberRoles),
  ],
)

export const invitations = table(
  'invitations',
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: choice(memberRoles).notNull(),
    /** SHA-256 of the token in the mail. */
    tokenHash: text().notNull(),
    invitedBy: id()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index('invitations_organisation').on(t.organisationId),
    index('invitations_inviter').on(t.invitedBy),
    unique('invitations_token').on(t.tokenHash),
    oneOf('invitations_role', t.role, memberRoles),
  ],
)

/** Each time an organisation asked to be verified, with its evidence and the operator's decision. */
export const verifications = table(
  'verifications',
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    note: text().notNull(),
    files: json<{ file: string; name: string }[]>().notNull(),
    askedBy: id()
      .notNull()
      .references(() => people.id),
    askedAt: instant().notNull(),
    decision: choice(verificationDecisions),
    reason: text().notNull(),
    decidedBy: id().references(() => people.id),
    decidedAt: instant(),
  },
  (t) => [
    index('verifications_organisation').on(t.organisationId, t.askedAt),
    index('verifications_asker').on(t.askedBy),
    index('verifications_decider').on(t.decidedBy),
    index('verifications_queue').on(t.decidedAt, t.askedAt),
    oneOf('verifications_decision', t.decision, verificationDecisions),
  ],
)
