import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { now } from '#platform/clock'
import { signingKeys } from './signing.tables.server.ts'

/** What is signed; a signature for one purpose is worth nothing for another. */
type Purpose = 'unsubscribe' | 'valuation_report'

async function keyFor(db: Reader, purpose: Purpose): Promise<string | null> {
  const [row] = await db
    .select({ secret: signingKeys.secret })
    .from(signingKeys)
    .where(eq(signingKeys.purpose, purpose))
  return row?.secret ?? null
}

const mac = (secret: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'base64url')).update(text).digest()

/** HMAC-SHA-256 of a text in base64url, 43 signs: proves later that the exchange wrote it. */
export async function sign(tx: Transaction, purpose: Purpose, text: string): Promise<string> {
  let secret = await keyFor(tx, purpose)
  if (secret === null) {
    secret = randomBytes(32).toString('base64url')
    await tx.insert(signingKeys).values({ purpose, secret, createdAt: now() })
  }
  return mac(secret, text).toString('base64url')
}

/** Whether `sign` gave this signature for this text. */
export async function isSigned(db: Reader, purpose: Purpose, text: string, signature: string): Promise<boolean> {
  const secret = await keyFor(db, purpose)
  const given = Buffer.from(signature, 'base64url')
  if (secret === null || given.toString('base64url') !== signature) return false
  const right = mac(secret, text)
  return given.length === right.length && timingSafeEqual(given, right)
}
