import { transaction } from '#db'
import type { SignedIn } from '#modules/accounts'
import { createOrganisationDirectly, createPersonDirectly } from '#modules/accounts/server'
import { decideListing, type Listing, moveListing } from '#modules/listings/server'
import type { ProfileInput } from '#modules/technologies'
import { createTechnologyDirectly } from '#modules/technologies/server'

/** A person of a new verified organisation, signed in with a second factor. */
export async function somebody(
  role: 'owner' | 'signatory' | 'member' | 'viewer',
  kind: 'institute' | 'enterprise' | 'operator' = 'institute',
  organisationId?: string,
): Promise<SignedIn & { organisation: NonNullable<SignedIn['organisation']> }> {
  const serial = String(Math.random()).slice(2)
  const name = { vi: `Viện ${serial}`, en: `Institute ${serial}` }
  const [personId, id] = await transaction(async (tx) => {
    const person = await createPersonDirectly(tx, {
      email: `${serial}@vi-du.example`,
      name: 'Lê Thị Mai',
      language: 'vi',
      passwordHash: 'x',
      demonstration: false,
    })
    const organisation =
      organisationId ??
      (await createOrganisationDirectly(tx, {
        kind,
        name,
        taxCode: serial,
        province: '52',
        address: '',
        website: '',
        description: { vi: '', en: '' },
        services: [],
        verified: true,
        members: [{ personId: person, role }],
      }))
    return [person, organisation] as const
  })
  const organisation = { id, kind, name, role, verified: true }
  return {
    kind: 'person',
    personId,
    name: 'Lê Thị Mai',
    email: `${serial}@vi-du.example`,
    language: 'vi',
    emailConfirmed: true,
    secondFactor: true,
    sessionId: 's',
    organisation,
    memberships: [organisation],
  }
}

/** A profile to which nothing is missing, owned whole by this organisation. */
const completeFor = (organisationId: string): ProfileInput => ({
  texts: {
    vi: { title: 'Quy trình sấy lạnh giữ màu lá dược liệu', teaser: 'x', problem: 'x', solution: 'x', advantages: 'x' },
  },
  keywords: { vi: ['sấy lạnh', 'dược liệu', 'bơm nhiệt'] },
  fields: ['205'],
  industries: ['C'],
  province: '52',
  readiness: { claimed: 6, evidence: [{ level: 6, title: 'Biên bản trình diễn' }] },
  rights: [{ type: 'know_how' }],
  offers: [{ right: 'use', exclusivity: 'non_exclusive' }],
  forms: ['independent'],
  methods: ['documents'],
  price: { mode: 'open' },
  funding: [{ kind: 'own', share: 10_000 }],
  owners: [{ name: 'A', organisationId, share: 10_000 }],
  declaration: { kind: 'ordinary' },
})

/** A draft of a complete technology, with what is given otherwise. */
export async function drafted(
  owner: SignedIn & { organisation: { id: string } },
  change: ProfileInput = {},
): Promise<Listing> {
  const made = await transaction((tx) =>
    createTechnologyDirectly(tx, {
      profile: { ...completeFor(owner.organisation.id), ...change },
      organisationId: owner.organisation.id,
      state: 'draft',
      by: null,
    }),
  )
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

/** The same submitted and published. */
export async function published(listing: Listing): Promise<Listing> {
  const result = await transaction(async (tx) => {
    const submitted = await moveListing(tx, listing, { verb: 'submit', party: 'signatory', by: null, expected: null })
    if (!submitted.ok) return submitted
    const review = {
      advantages: 4,
      clarity: 4,
      cooperation: 4,
      guidelines: 4,
      decision: 'publish',
      reason: 'x',
    } as const
    return decideListing(tx, submitted.value, review, null, null)
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
