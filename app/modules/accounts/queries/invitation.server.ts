import { eq } from 'drizzle-orm'
import { reader } from '#db'
import type { Bilingual } from '#kernel'
import { organisations, people } from '../accounts.tables.server.ts'
import { openInvitation } from '../commands/accept-invitation.server.ts'
import type { MemberRole } from '../organisation.ts'

/** What the letter's link shows of an open invitation. */
export interface InvitationShown {
  readonly email: string
  readonly role: MemberRole
  readonly organisation: Bilingual
  readonly invitedBy: string
  readonly expiresAt: number
}

/** The open invitation with this secret, or null. */
export async function invitationShown(secret: string): Promise<InvitationShown | null> {
  const db = reader()
  const invitation = await openInvitation(db, secret)
  if (!invitation) return null
  const [row] = await db
    .select({ vi: organisations.nameVi, en: organisations.nameEn, invitedBy: people.name })
    .from(organisations)
    .innerJoin(people, eq(people.id, invitation.invitedBy))
    .where(eq(organisations.id, invitation.organisationId))
  if (!row) return null
  const { email, role, expiresAt } = invitation
  return { email, role, expiresAt, organisation: { vi: row.vi, en: row.en }, invitedBy: row.invitedBy }
}
