export {
  type ActingOrganisation,
  actingAs,
  type Actor,
  isOperator,
  type SignedIn,
  visitor,
  type Visitor,
} from './actor.ts'
export { deviceName } from './device.ts'
export { openKinds } from './organisation-form.ts'
export {
  type LegalService,
  legalServices,
  type MemberRole,
  memberRoles,
  type OrganisationKind,
  organisationKinds,
  type VerificationState,
  verificationStates,
} from './organisation.ts'
export { may, type Permission, type Subject } from './permissions.ts'
