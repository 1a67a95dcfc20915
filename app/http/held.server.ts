import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, lt } from 'drizzle-orm'
import { reader, transaction } from '#db'
import { now } from '#platform/clock'
import { heldForms } from './held.tables.server.ts'

/** The values of a form, nested by their names. */
export type HeldForm = Readonly<Record<string, unknown>>

const day = 86_400_000

const hash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Keeps what was typed into a form whose session had ended, for a day; the token brings it back. */
export async function holdForm(path: string, typed: HeldForm): Promise<string> {
  const token = randomBytes(18).toString('base64url')
  await transaction(async (tx) => {
    await tx.delete(heldForms).where(lt(heldForms.createdAt, now() - day))
    await tx.insert(heldForms).values({ id: hash(token), path, typed, createdAt: now() })
  })
  return token
}

/** What was kept for this path under this token, or null. */
export async function heldForm(url: URL, path: string): Promise<HeldForm | null> {
  const token = url.searchParams.get('held')
  if (!token) return null
  const [row] = await reader()
    .select()
    .from(heldForms)
    .where(and(eq(heldForms.id, hash(token)), eq(heldForms.path, path), gt(heldForms.createdAt, now() - day)))
  return row?.typed ?? null
}
