import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { type Reader, type Transaction, transaction } from '#db'
import { now } from '#platform/clock'
import { tokens } from './accounts.tables.server.ts'
import type { TokenPurpose } from './person.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long each kind of token lives, in milliseconds. */
export const tokenLife = {
  confirm_email: 3 * day,
  reset_password: hour,
  second_factor: 10 * minute,
  invitation: 14 * day,
} as const

/** Wrong codes after which a token of the second factor is worth nothing. */
export const attemptsAllowed = 5

export type Token = typeof tokens.$inferSelect

/** 32 random bytes as text for an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What a secret is known by in the database. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Makes a token for a person and returns its secret. A new one for a mail takes the place of the ones before it. */
export async function issueToken(tx: Transaction, personId: string, purpose: TokenPurpose): Promise<string> {
  if (purpose !== 'second_factor') await dropTokens(tx, personId, purpose)
  const secret = newSecret()
  const at = now()
  await tx.insert(tokens).values({
    id: secretHash(secret),
    personId,
    purpose,
    createdAt: at,
    expiresAt: at + tokenLife[purpose],
    attempts: 0,
  })
  return secret
}

/** The token with this secret if it can still be used, else null. */
export async function livingToken(db: Reader, purpose: TokenPurpose, secret: string): Promise<Token | null> {
  const [row] = await db
    .select()
    .from(tokens)
    .where(
      and(
        eq(tokens.id, secretHash(secret)),
        eq(tokens.purpose, purpose),
        isNull(tokens.usedAt),
        gt(tokens.expiresAt, now()),
        lt(tokens.attempts, attemptsAllowed),
      ),
    )
  return row ?? null
}

/** Uses a living token up; false when somebody was faster. */
export async function useToken(tx: Transaction, token: Token): Promise<boolean> {
  const used = await tx
    .update(tokens)
    .set({ usedAt: now() })
    .where(and(eq(tokens.id, token.id), isNull(tokens.usedAt)))
    .returning({ id: tokens.id })
  return used.length === 1
}

/** Counts a wrong code against a token; returns how many more it bears. */
export async function countAttempt(tx: Transaction, token: Token): Promise<number> {
  const attempts = token.attempts + 1
  await tx.update(tokens).set({ attempts }).where(eq(tokens.id, token.id))
  return attemptsAllowed - attempts
}

export async function dropTokens(tx: Transaction, personId: string, purpose: TokenPurpose): Promise<void> {
  await tx.delete(tokens).where(and(eq(tokens.personId, personId), eq(tokens.purpose, purpose)))
}

/** Removes tokens whose time is over. */
export async function forgetExpiredTokens(): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(tokens).where(lt(tokens.expiresAt, now()))
  })
}
