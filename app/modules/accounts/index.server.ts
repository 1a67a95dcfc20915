export { organisations, people } from './accounts.tables.server.ts'
export { askLetter } from './commands/ask-letter.server.ts'
export { changePassword } from './commands/change-password.server.ts'
export { confirmEmail } from './commands/confirm-email.server.ts'
export {
  createOrganisationDirectly,
  createPersonDirectly,
  type DirectOrganisation,
  type DirectPerson,
} from './commands/directly.server.ts'
export { editProfile } from './commands/edit-profile.server.ts'
export { endAllOtherSessions, endOneSession } from './commands/end-sessions.server.ts'
export { passSecondFactor, pendingSecondFactor } from './commands/pass-second-factor.server.ts'
export { register } from './commands/register.server.ts'
export { resetPassword } from './commands/reset-password.server.ts'
export { signIn } from './commands/sign-in.server.ts'
export { hashPassword } from './credentials.server.ts'
export {
  type Contact,
  operatorsOf,
  type OrganisationFacts,
  organisationById,
  organisationsByIds,
  personById,
  signatoriesOf,
  workersOf,
} from './queries/lookup.server.ts'
export { linkLives, ownAccount, ownSessions } from './queries/own-account.server.ts'
export { actorOf, endSession, sessionCookieSeconds } from './sessions.server.ts'
export { startAccounts } from './start.server.ts'
