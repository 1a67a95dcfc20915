import { reader, transaction } from '#db'
import type { SignedIn } from '#modules/accounts'
import { decideListing, type Listing, listingById, type Mover, saveDocument } from '#modules/listings/server'
import { createNeedDirectly, moveNeed } from '#modules/needs/server'
import { consentTerms, type ProfileInput, readTechnology } from '#modules/technologies'
import {
  askConsent,
  createTechnologyDirectly,
  decideConsent,
  moveTechnology,
  technologyById,
} from '#modules/technologies/server'
import type { Cast } from './cast.ts'
import type { DemonstrationNeed, DemonstrationTechnology } from './demonstration.ts'
import { granted, type Timeline } from './timeline.ts'

const moverOf = (actor: SignedIn): NonNullable<Mover> => ({
  personId: actor.personId,
  organisationId: actor.organisation?.id ?? null,
})

const reasons = [
  'Hồ sơ rõ ràng, minh chứng phù hợp với mức sẵn sàng đã nêu; quyền chào và phạm vi sử dụng được mô tả đầy đủ.',
  'Kết quả thử nghiệm có số liệu đối chứng, chủ sở hữu và tỷ lệ sở hữu thống nhất với văn bằng đã nêu. Đồng ý đăng.',
  'Nội dung đầy đủ theo hướng dẫn. Đề nghị đơn vị cập nhật khi có thêm kết quả vận hành.',
] as const

const changesAsked =
  'Đề nghị bổ sung minh chứng cho mức sẵn sàng đã nêu và làm rõ lĩnh vực sử dụng của quyền được chào, sau đó gửi lại.'

/** Two technologies whose source text was revised after it had been translated. */
const revisedAfterTranslation = 2

async function fresh(id: string): Promise<Listing> {
  const listing = await listingById(reader(), id)
  if (!listing) throw new Error(`No listing ${id}`)
  return listing
}

async function review(cast: Cast, id: string, decision: 'publish' | 'ask_changes', turn: number): Promise<void> {
  const good = decision === 'publish'
  const scores = good
    ? { advantages: 4 + (turn % 2), clarity: 4, cooperation: 3 + (turn % 3), guidelines: 4 }
    : { advantages: 3, clarity: 2, cooperation: 2, guidelines: 2 }
  const reason = good ? (reasons[turn % reasons.length] ?? reasons[0]) : changesAsked
  const decided = await transaction(async (tx) => {
    const listing = await listingById(tx, id)
    if (!listing) throw new Error(`No listing ${id}`)
    return decideListing(tx, listing, { ...scores, decision, reason }, moverOf(cast.reviewer), null)
  })
  granted(`review of ${id}`, decided)
}

/** The profile with the demonstration's keys of organisations turned into their ids. */
function resolved(profile: ProfileInput, cast: Cast): ProfileInput {
  const owners = profile.owners?.map((owner) =>
    owner.organisationId?.startsWith('key:')
      ? { ...owner, organisationId: cast.organisation(owner.organisationId.slice(4)) }
      : owner,
  )
  return { ...profile, ...(owners ? { owners } : {}) }
}

function isBilingual(profile: ProfileInput): boolean {
  return Boolean(profile.texts?.vi?.title && profile.texts.en?.title)
}

/** Starts a technology whose teaser was shorter when it was translated. */
async function createThenRevise(entry: DemonstrationTechnology, cast: Cast, by: NonNullable<Mover>): Promise<string> {
  const profile = resolved(entry.profile, cast)
  const teaser = profile.texts?.vi?.teaser ?? ''
  const earlier = { ...profile, texts: { ...profile.texts, vi: { ...profile.texts?.vi, teaser: teaser.slice(0, 60) } } }
  const organisationId = cast.organisation(entry.owner)
  const result = await transaction(async (tx) => {
    const created = await createTechnologyDirectly(tx, { profile: earlier, organisationId, state: 'draft', by })
    if (!created.ok) return created
    const listing = created.value
    const before = readTechnology(listing.document)
    const document = { ...before, texts: { ...before.texts, vi: { ...before.texts.vi, teaser } } }
    const { title, sourceLanguage, version } = listing
    return saveDocument(tx, listing, { expected: version, document, title, sourceLanguage, by, what: 'summary' })
  })
  return granted(entry.key, result).id
}

async function create(entry: DemonstrationTechnology, cast: Cast, by: NonNullable<Mover>): Promise<string> {
  const profile = resolved(entry.profile, cast)
  const organisationId = cast.organisation(entry.owner)
  const created = await transaction((tx) =>
    createTechnologyDirectly(tx, { profile, organisationId, state: 'draft', by }),
  )
  return granted(entry.key, created).id
}

/** What a co-owner is asked to consent to. */
async function termsOf(id: string): Promise<string> {
  const technology = await technologyById(reader(), id)
  if (!technology) throw new Error(`No technology ${id}`)
  return consentTerms(technology.profile)
}

/** The organisations of the demonstration that own the technology beside the one that offers it. */
function coOwners(entry: DemonstrationTechnology): string[] {
  const keys = (entry.profile.owners ?? []).flatMap((owner) => owner.organisationId?.slice(4) ?? [])
  return [...new Set(keys)].filter((key) => key !== entry.owner)
}

/** Puts the technologies on the timeline; returns their ids by key, filled as they come to be. */
export function addTechnologies(
  timeline: Timeline,
  cast: Cast,
  entries: readonly DemonstrationTechnology[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const idOf = (key: string) => ids.get(key) ?? ''
  const revised = entries
    .filter((entry) => entry.state === 'published' && isBilingual(entry.profile))
    .slice(0, revisedAfterTranslation)
  for (const [turn, entry] of entries.entries()) {
    const author = cast.actor(entry.author, entry.owner)
    const started = entry.state === 'draft' ? entry.daysAgo : entry.daysAgo + 9
    timeline.add(timeline.ago(started, turn), async () => {
      const how = revised.includes(entry) ? createThenRevise : create
      ids.set(entry.key, await how(entry, cast, moverOf(author)))
    })
    if (entry.state === 'draft') continue
    for (const key of coOwners(entry)) {
      timeline.add(timeline.ago(entry.daysAgo + 7, turn), async () => {
        const organisationId = cast.organisation(key)
        granted(entry.key, await askConsent({ actor: author, listingId: idOf(entry.key), organisationId }))
      })
      timeline.add(timeline.ago(entry.daysAgo + 5, turn), async () => {
        const consent = { terms: await termsOf(idOf(entry.key)), decision: 'given' }
        const actor = cast.signatory(key)
        granted(entry.key, await decideConsent({ actor, listingId: idOf(entry.key), input: consent }))
      })
    }
    timeline.add(timeline.ago(entry.state === 'submitted' ? entry.daysAgo : entry.daysAgo + 3, turn), async () => {
      const { id, version } = await fresh(idOf(entry.key))
      const actor = cast.signatory(entry.owner)
      granted(entry.key, await moveTechnology({ actor, listingId: id, input: { verb: 'submit', version } }))
    })
    if (entry.state === 'submitted') continue
    timeline.add(timeline.ago(entry.daysAgo, turn), () =>
      review(cast, idOf(entry.key), entry.state === 'published' ? 'publish' : 'ask_changes', turn),
    )
  }
  return ids
}

/** Puts the needs on the timeline; returns their ids by key, filled as they come to be. */
export function addNeeds(
  timeline: Timeline,
  cast: Cast,
  entries: readonly DemonstrationNeed[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const idOf = (key: string) => ids.get(key) ?? ''
  for (const [turn, entry] of entries.entries()) {
    const by = moverOf(cast.actor(entry.author, entry.owner))
    timeline.add(timeline.ago(entry.state === 'draft' ? entry.daysAgo : entry.daysAgo + 3, turn), async () => {
      const organisationId = cast.organisation(entry.owner)
      const created = await transaction((tx) =>
        createNeedDirectly(tx, { organisationId, by, document: entry.profile, state: 'draft' }),
      )
      ids.set(entry.key, granted(entry.key, created).id)
    })
    if (entry.state === 'draft') continue
    timeline.add(timeline.ago(entry.state === 'submitted' ? entry.daysAgo : entry.daysAgo + 1, turn), async () => {
      const { id, version } = await fresh(idOf(entry.key))
      const actor = cast.signatory(entry.owner)
      granted(entry.key, await moveNeed({ actor, needId: id, input: { verb: 'submit', version } }))
    })
    if (entry.state === 'published')
      timeline.add(timeline.ago(entry.daysAgo, turn), () => review(cast, idOf(entry.key), 'publish', turn))
  }
  return ids
}
