/** Kinds of organisation on the exchange. */
export const organisationKinds = ['institute', 'enterprise', 'intermediary', 'operator'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The six services of an intermediary (Law on Technology Transfer, Art. 45). */
export const legalServices = [
  'brokerage',
  'consultancy',
  'promotion',
  'assessment',
  'valuation',
  'verification',
] as const
export type LegalService = (typeof legalServices)[number]

export const memberRoles = ['owner', 'signatory', 'member', 'viewer'] as const
export type MemberRole = (typeof memberRoles)[number]

export const verificationStates = ['unverified', 'asked', 'verified', 'refused'] as const
export type VerificationState = (typeof verificationStates)[number]

/** What the operator may decide when an organisation asks to be verified. */
export const verificationDecisions = ['verified', 'refused'] as const
export type VerificationDecision = (typeof verificationDecisions)[number]
