import { fold } from '#search'
import type { Transaction } from '#db'
import type { Bilingual, Language } from '#kernel'
import { newId, now } from '#platform/clock'
import { memberships, organisations, people, recoveryCodes } from '../accounts.tables.server.ts'
import type { LegalService, MemberRole, OrganisationKind } from '../organisation.ts'
import { siteAddress } from '../letters.server.ts'
import { issueToken, secretHash } from '../tokens.server.ts'

/** A person as a seed or a command gives it. */
export interface DirectPerson {
  readonly id?: string
  readonly email: string
  readonly name: string
  readonly language: Language
  /** From `hashPassword`, made outside the transaction; one hash may serve many people of a demonstration. */
  readonly passwordHash: string
  readonly demonstration: boolean
  /** Base 32; the second factor is in force at once. */
  readonly totpSecret?: string
  readonly recoveryCodes?: readonly string[]
  readonly createdAt?: number
}

/**
 * Writes a confirmed person without asking. For seeds and commands that people run, never for a page: no permission
 * is asked, nothing is checked but what the database checks, nothing is recorded.
 *
 * @returns the person's id
 * @throws when the address is taken
 */
export async function createPersonDirectly(tx: Transaction, person: DirectPerson): Promise<string> {
  const id = person.id ?? newId('person')
  const at = person.createdAt ?? now()
  await tx.insert(people).values({
    id,
    email: person.email.normalize('NFC').toLowerCase(),
    name: person.name,
    language: person.language,
    passwordHash: person.passwordHash,
    emailConfirmedAt: at,
    totpSecret: person.totpSecret ?? null,
    totpConfirmedAt: person.totpSecret === undefined ? null : at,
    demonstration: person.demonstration,
    createdAt: at,
    version: 1,
  })
  for (const code of person.recoveryCodes ?? [])
    await tx.insert(recoveryCodes).values({ id: newId('recovery'), personId: id, hash: secretHash(code) })
  return id
}

/** An organisation as a seed or a command gives it. */
export interface DirectOrganisation {
  readonly id?: string
  readonly kind: OrganisationKind
  readonly name: Bilingual
  readonly taxCode: string | null
  readonly province: string | null
  readonly address: string
  readonly website: string
  readonly description: Bilingual
  readonly services: readonly LegalService[]
  readonly verified: boolean
  readonly members: readonly { readonly personId: string; readonly role: MemberRole }[]
  readonly createdAt?: number
}

/**
 * Writes an organisation with its members without asking; the only way to make the operator. For seeds and commands
 * that people run, never for a page.
 *
 * @returns the organisation's id
 * @throws when the tax code is taken or a member is unknown
 */
export async function createOrganisationDirectly(tx: Transaction, organisation: DirectOrganisation): Promise<string> {
  const id = organisation.id ?? newId('org')
  const at = organisation.createdAt ?? now()
  await tx.insert(organisations).values({
    id,
    kind: organisation.kind,
    nameVi: organisation.name.vi,
    nameEn: organisation.name.en,
    nameFolded: fold(`${organisation.name.vi} ${organisation.name.en}`),
    taxCode: organisation.taxCode,
    province: organisation.province,
    address: organisation.address,
    website: organisation.website,
    descriptionVi: organisation.description.vi,
    descriptionEn: organisation.description.en,
    services: [...organisation.services],
    verification: organisation.verified ? 'verified' : 'unverified',
    verifiedAt: organisation.verified ? at : null,
    createdAt: at,
    version: 1,
  })
  for (const { personId, role } of organisation.members)
    await tx.insert(memberships).values({ personId, organisationId: id, role, createdAt: at })
  return id
}

/**
 * A link by which a person sets a password, good for an hour and once. For commands that people run, who hand it on
 * themselves.
 */
export async function passwordLinkDirectly(tx: Transaction, personId: string, language: Language): Promise<string> {
  return siteAddress(language, `/reset/${await issueToken(tx, personId, 'reset_password')}`)
}
