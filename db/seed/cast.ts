import { randomBytes } from 'node:crypto'
import { transaction } from '#db'
import type { SignedIn } from '#modules/accounts'
import { createOrganisationDirectly, createPersonDirectly, hashPassword } from '#modules/accounts/server'
import { actorForSeed } from '#modules/deals'
import { demonstrationOrganisations } from './content/organisations.ts'
import { demonstrationPeople } from './content/people.ts'
import type { DemonstrationPerson } from './demonstration.ts'
import { demonstrationPassword } from './password.ts'

/** The people and organisations of the demonstration once they are in the records. */
export interface Cast {
  /** The id of an organisation by its key. */
  readonly organisation: (key: string) => string
  /** A person by key as an actor; at work for this organisation where the person belongs to several. */
  readonly actor: (person: string, organisation?: string) => SignedIn
  /** Somebody who signs for an organisation. */
  readonly signatory: (organisation: string) => SignedIn
  /** The operator's reviewer. */
  readonly reviewer: SignedIn
}

const signs = (person: DemonstrationPerson, organisation: string) =>
  person.memberships.some(
    (member) => member.organisation === organisation && (member.role === 'owner' || member.role === 'signatory'),
  )

/** Whoever signs, and whoever works for the operator, needs a second factor. */
function needsSecondFactor(person: DemonstrationPerson): boolean {
  return person.memberships.some(({ organisation, role }) => {
    const kind = demonstrationOrganisations.find(({ key }) => key === organisation)?.kind
    return kind === 'operator' || role === 'owner' || role === 'signatory'
  })
}

/** 160 random bits in base 32. */
function newSecret(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return Array.from(randomBytes(32), (byte) => alphabet.charAt(byte % 32)).join('')
}

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key)
  if (found === undefined) throw new Error(`The demonstration has no ${key}`)
  return found
}

/** Writes the people and organisations as of this moment. */
export async function createCast(at: number): Promise<Cast> {
  const passwordHash = await hashPassword(demonstrationPassword)
  const people = new Map<string, string>()
  const organisations = new Map<string, string>()
  await transaction(async (tx) => {
    for (const person of demonstrationPeople) {
      const id = await createPersonDirectly(tx, {
        email: person.email,
        name: person.name,
        language: person.language,
        passwordHash,
        demonstration: true,
        ...(needsSecondFactor(person) ? { totpSecret: newSecret() } : {}),
        createdAt: at,
      })
      people.set(person.key, id)
    }
    for (const organisation of demonstrationOrganisations) {
      const members = demonstrationPeople.flatMap((person) =>
        person.memberships
          .filter((member) => member.organisation === organisation.key)
          .map(({ role }) => ({ personId: known(people, person.key), role })),
      )
      const { key, ...facts } = organisation
      organisations.set(key, await createOrganisationDirectly(tx, { ...facts, members, createdAt: at }))
    }
  })
  return castOf(people, organisations)
}

function castOf(people: ReadonlyMap<string, string>, organisations: ReadonlyMap<string, string>): Cast {
  const byKey = new Map(demonstrationPeople.map((person) => [person.key, person]))
  const facts = new Map(demonstrationOrganisations.map((organisation) => [organisation.key, organisation]))
  const actor = (key: string, organisation?: string): SignedIn => {
    const person = known(byKey, key)
    const member = person.memberships.find((one) => organisation === undefined || one.organisation === organisation)
    if (!member) throw new Error(`${key} does not work for ${organisation ?? 'anybody'}`)
    const { kind, name, verified } = known(facts, member.organisation)
    return actorForSeed({
      personId: known(people, key),
      name: person.name,
      email: person.email,
      language: person.language,
      organisation: { id: known(organisations, member.organisation), kind, name, role: member.role, verified },
    })
  }
  const signatory = (organisation: string) => {
    const person = demonstrationPeople.find((one) => signs(one, organisation))
    if (!person) throw new Error(`Nobody signs for ${organisation}`)
    return actor(person.key, organisation)
  }
  const operator = demonstrationOrganisations.find(({ kind }) => kind === 'operator')
  const officer = demonstrationPeople.find((person) =>
    person.memberships.some((member) => member.organisation === operator?.key && member.role === 'member'),
  )
  if (!officer) throw new Error('The demonstration has no reviewer')
  return { organisation: (key) => known(organisations, key), actor, signatory, reviewer: actor(officer.key) }
}
