export { type ActingOrganisation, actingAs, type Actor, isOperator, type SignedIn, visitor } from './actor.ts'
export { deviceName } from './device.ts'
export { openKinds, taxCode } from './organisation-form.ts'
export {
  type LegalService,
  legalServices,
  type MemberRole,
  memberRoles,
  type OrganisationKind,
  organisationKinds,
} from './organisation.ts'
export { may, type Permission } from './permissions.ts'
