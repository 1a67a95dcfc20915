import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). Argon2id is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Hashes a password. Takes tens of milliseconds: never inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

let nobody: Promise<string> | null = null

/**
 * Whether this is the password. For nobody (`null`) it takes as long and is false, so that the time of an answer does
 * not tell whether an address is known.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await (nobody ??= hashPassword('nobody has this password')))
  const matches = await verify(against, password)
  return matches && passwordHash !== null
}
