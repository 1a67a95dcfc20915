import { randomBytes } from 'node:crypto'
import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'

/** Time-based one-time passwords (RFC 6238): SHA-1, six digits, steps of 30 seconds, one step of leeway either way. */
const period = 30

/** A new secret of 160 bits in base 32. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 })
}

/** The address an authenticator app reads from the QR code. */
export function totpAddress(secret: string, issuer: string, label: string): string {
  return generateURI({ issuer, label, secret, period })
}

/** The code of this moment (milliseconds since 1970 UTC). */
export function totpCode(secret: string, at: number): string {
  return generateSync({ secret, epoch: Math.floor(at / 1000), period })
}

/**
 * The time step a code belongs to when it is right at this moment, else null.
 *
 * @param after the last step a code was taken for: codes up to it have served; null when none has
 */
export function totpStep(secret: string, code: string, at: number, after: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(at / 1000)
  const checked = verifySync({ secret, token: code, epoch, period, epochTolerance: period })
  if (!checked.valid || !('timeStep' in checked)) return null
  return after !== null && checked.timeStep <= after ? null : checked.timeStep
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A recovery code of 16 characters (79 bits), in groups of four so that it can be copied by hand. */
export function newRecoveryCode(): string {
  const signs: string[] = []
  while (signs.length < 16) {
    for (const byte of randomBytes(16)) {
      // Bytes past the last whole multiple would make some letters likelier.
      if (byte < 248 && signs.length < 16) signs.push(alphabet.charAt(byte % 31))
    }
  }
  return signs.join('').replace(/(.{4})(?!$)/g, '$1-')
}

/** A recovery code as it is compared, however it was typed; null when it cannot be one. */
export function tidyRecoveryCode(typed: string): string | null {
  const bare = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return bare.length === 16 ? bare.replace(/(.{4})(?!$)/g, '$1-') : null
}
