import { transaction } from '#db'
import { type MemberRole, memberRoles, type OrganisationKind } from '#modules/accounts'
import { createOrganisationDirectly, createPersonDirectly, hashPassword } from '#modules/accounts/server'
import { startSession } from '../../app/modules/accounts/sessions.server.ts'

export const castPassword = 'mot-mat-khau-rat-dai'
/** The secret of every second factor in the cast. */
export const castSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

let hashed: Promise<string> | null = null

export interface Player {
  readonly personId: string
  readonly email: string
  /** The value of the session's cookie. */
  readonly session: string
}

export interface Troupe extends Readonly<Record<MemberRole, Player>> {
  readonly organisationId: string
}

let taxCode = 9_900_000_000

/** A person with a confirmed address, a second factor unless said otherwise, and a session. */
export async function person(name: string, secondFactor = true): Promise<Player> {
  const email = `${name}@vi-du.example`
  const passwordHash = await (hashed ??= hashPassword(castPassword))
  const personId = await transaction((tx) =>
    createPersonDirectly(tx, {
      email,
      name: `Người dùng ${name}`,
      language: 'vi',
      passwordHash,
      demonstration: false,
      ...(secondFactor ? { totpSecret: castSecret } : {}),
    }),
  )
  return { personId, email, session: await startSession(personId, 'test') }
}

/** An organisation with a person in each role; all have a second factor. */
export async function troupe(key: string, kind: OrganisationKind, verified = true): Promise<Troupe> {
  const emails = memberRoles.map((role) => `${key}-${role}`)
  const people: Player[] = []
  for (const name of emails) people.push(await person(name))
  const organisationId = await transaction((tx) =>
    createOrganisationDirectly(tx, {
      kind,
      name: { vi: `Tổ chức ${key}`, en: `Organisation ${key}` },
      taxCode: String(taxCode++),
      province: '52',
      address: 'Quy Nhơn',
      website: '',
      description: { vi: 'Mô tả', en: 'Description' },
      services: [],
      verified,
      members: people.map(({ personId }, index) => ({ personId, role: memberRoles[index] ?? 'viewer' })),
    }),
  )
  const players: Player[] = []
  for (const player of people) players.push({ ...player, session: await startSession(player.personId, 'test') })
  const [owner, signatory, member, viewer] = players
  if (!owner || !signatory || !member || !viewer) throw new Error('A role without a player')
  return { organisationId, owner, signatory, member, viewer }
}
