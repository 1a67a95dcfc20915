import { schedule } from '#platform/jobs'
import { writeAskedLetters } from './commands/ask-letter.server.ts'
import { forgetExpiredSessions } from './sessions.server.ts'
import { forgetExpiredTokens } from './tokens.server.ts'

const hour = 3_600_000

/** Tells the exchange what accounts do when news comes and by the clock. */
export function startAccounts(): void {
  writeAskedLetters()
  schedule('forget ended sessions and tokens', hour, async () => {
    await forgetExpiredSessions()
    await forgetExpiredTokens()
  })
}
