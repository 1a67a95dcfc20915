export { organisations, people } from './accounts.tables.server.ts'
export { acceptInvitation } from './commands/accept-invitation.server.ts'
export { actAs } from './commands/act-as.server.ts'
export { askLetter } from './commands/ask-letter.server.ts'
export { askVerification } from './commands/ask-verification.server.ts'
export { changeMemberRole, leaveOrganisation, removeMember } from './commands/change-member.server.ts'
export { changePassword } from './commands/change-password.server.ts'
export { renewOwnRecoveryCodes, switchSecondFactorOff } from './commands/change-second-factor.server.ts'
export { confirmEmail } from './commands/confirm-email.server.ts'
export { createOrganisation } from './commands/create-organisation.server.ts'
export { decideVerification } from './commands/decide-verification.server.ts'
export {
  createOrganisationDirectly,
  createPersonDirectly,
  type DirectOrganisation,
  passwordLinkDirectly,
} from './commands/directly.server.ts'
export { editOrganisation } from './commands/edit-organisation.server.ts'
export { editProfile } from './commands/edit-profile.server.ts'
export { endAllOtherSessions, endOneSession } from './commands/end-sessions.server.ts'
export { beginSecondFactor, confirmSecondFactor } from './commands/enrol-second-factor.server.ts'
export { invite, revokeInvitation } from './commands/invite.server.ts'
export { passSecondFactor, pendingSecondFactor } from './commands/pass-second-factor.server.ts'
export { register } from './commands/register.server.ts'
export { resetPassword } from './commands/reset-password.server.ts'
export { signIn } from './commands/sign-in.server.ts'
export { hashPassword } from './credentials.server.ts'
export { invitationShown } from './queries/invitation.server.ts'
export {
  type Contact,
  operatorsOf,
  type OrganisationFacts,
  organisationById,
  organisationsByIds,
  personById,
  type Recipient,
  recipientById,
  signatoriesOf,
  workersOf,
} from './queries/lookup.server.ts'
export { linkLives, ownAccount, ownSessions } from './queries/own-account.server.ts'
export { organisationMembers, organisationVerifications, ownOrganisation } from './queries/own-organisation.server.ts'
export { ownSecondFactor } from './queries/own-second-factor.server.ts'
export { verificationCase, verificationEvidence, verificationQueue } from './queries/verification-queue.server.ts'
export { actorOf, endSession, sessionCookieSeconds } from './sessions.server.ts'
export { startAccounts } from './start.server.ts'
