import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db'
import { newId, now } from '#platform/clock'
import { config } from '#platform/config'
import { people, recoveryCodes } from './accounts.tables.server.ts'
import { secretHash } from './tokens.server.ts'
import { newRecoveryCode, tidyRecoveryCode, totpStep } from './totp.server.ts'

type Person = typeof people.$inferSelect

/** How many recovery codes a person holds. */
const recoveryCodeCount = 10

/**
 * Whether everybody may use this account: one of the demonstration, on a demonstration site. Its codes are shown to
 * whoever signs in, and nobody may lock the others out of it.
 */
export function openToAll(person: Pick<Person, 'demonstration'>): boolean {
  return config().demonstration && person.demonstration
}

/**
 * Takes a code of the authenticator app or a recovery code, once. The codes of demonstration accounts are shown to
 * everybody and may come again, or several readers could not sign in at the same time.
 */
export async function takeCode(tx: Transaction, person: Person, typed: string): Promise<'app' | 'recovery' | null> {
  if (person.totpSecret === null || person.totpConfirmedAt === null) return null
  const after = openToAll(person) ? null : person.totpLastStep
  const step = totpStep(person.totpSecret, typed.replace(/\s/g, ''), now(), after)
  if (step !== null) {
    await tx.update(people).set({ totpLastStep: step }).where(eq(people.id, person.id))
    return 'app'
  }
  const recovery = tidyRecoveryCode(typed)
  if (recovery === null) return null
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(recoveryCodes.personId, person.id),
        eq(recoveryCodes.hash, secretHash(recovery)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  return used.length > 0 ? 'recovery' : null
}

/** Gives a person new recovery codes in place of the old; they are kept hashed and can be shown this once. */
export async function renewRecoveryCodes(tx: Transaction, personId: string): Promise<string[]> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode)
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: newId('recovery'), personId, hash: secretHash(code) })))
  return codes
}
