import { eq } from 'drizzle-orm'
import { toString as drawQr } from 'qrcode'
import { reader } from '#db'
import { done, type Language, refuse, type Result } from '#kernel'
import { config } from '#platform/config'
import { people } from '../accounts.tables.server.ts'
import type { Actor } from '../actor.ts'
import { may, needsSecondFactor } from '../permissions.ts'
import { totpAddress } from '../totp.server.ts'
import { ownAccount } from './own-account.server.ts'

/** How the actor's second factor stands. */
export type OwnSecondFactor =
  | { readonly state: 'off' }
  /** The secret in groups of four, and a QR code as a data address. */
  | { readonly state: 'begun'; readonly secret: string; readonly picture: string }
  | {
      readonly state: 'on'
      readonly since: number
      readonly recoveryCodesLeft: number
      /** Whether an organisation's role needs it, so that it cannot be switched off. */
      readonly needed: boolean
    }

/** The actor's second factor, with what an authenticator app has to read while it is set up. Refuses visitors (401). */
export async function ownSecondFactor(actor: Actor, language: Language): Promise<Result<OwnSecondFactor>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const account = await ownAccount(actor)
  if (!account.ok) return account
  const { secondFactorSince, recoveryCodesLeft } = account.value
  if (secondFactorSince !== null)
    return done({
      state: 'on',
      since: secondFactorSince,
      recoveryCodesLeft,
      needed: allowed.value.memberships.some(({ kind, role }) => needsSecondFactor(kind, role)),
    })
  const [person] = await reader().select().from(people).where(eq(people.id, allowed.value.personId))
  if (!person) return refuse('not_found', 404)
  if (person.totpSecret === null) return done({ state: 'off' })
  const address = totpAddress(person.totpSecret, config().exchange.name[language], person.email)
  const drawing = await drawQr(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return done({
    state: 'begun',
    secret: person.totpSecret.replace(/(.{4})(?!$)/g, '$1 '),
    picture: `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`,
  })
}
