import { beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import { actorOf } from '#modules/accounts/server'
import { startCatalogue, useCatalogue } from '#modules/catalogue/server'
import { decideListing } from '#modules/listings/server'
import { askAboutMatch, startMatching } from '#modules/matching/server'
import { createNeedDirectly } from '#modules/needs/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { drainOutbox } from '#platform/jobs'
import { openMemorySearch } from '#search/server'
import { type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { startMessaging } from './market-news.server.ts'
import { notifications } from './messaging.tables.server.ts'

startCatalogue()
startMatching({ answering: () => Promise.resolve(new Map()), taken: () => Promise.resolve(new Set()) })
startMessaging()

let enterprise: Troupe
let institute: Troupe

async function publishedListing(kind: 'technology' | 'need'): Promise<string> {
  const texts = {
    vi: { title: 'Sấy bánh tráng liên tục bằng hồng ngoại', teaser: 'Sấy nhanh', wanted: 'Sấy bánh tráng' },
  }
  const keywords = { vi: ['sấy bánh tráng', 'hồng ngoại'] }
  const common = { state: 'submitted' as const, by: null }
  const made = await transaction((tx) =>
    kind === 'technology'
      ? createTechnologyDirectly(tx, {
          ...common,
          organisationId: institute.organisationId,
          profile: { texts, keywords, fields: ['203'], readiness: { claimed: 9 } },
        })
      : createNeedDirectly(tx, {
          ...common,
          organisationId: enterprise.organisationId,
          document: {
            texts,
            keywords,
            fields: ['203'],
            criteria: [{ kind: 'must', vi: 'Tổ chức cong-ty cần điện không quá 1 kWh/kg' }],
            nameHidden: true,
          },
        }),
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4 }
  const listing = made.value
  await transaction((tx) => decideListing(tx, listing, { ...scores, decision: 'publish', reason: 'ok' }, null, null))
  return listing.id
}

beforeEach(async () => {
  useCatalogue(openMemorySearch())
  const dispose = await freshDatabase()
  enterprise = await troupe('cong-ty', 'enterprise')
  institute = await troupe('vien', 'institute')
  return dispose
})

const told = async (kind: string) => (await reader().select().from(notifications)).filter((row) => row.kind === kind)

describe('news of matches', () => {
  it('reaches whoever works for either side, once', async () => {
    await publishedListing('technology')
    await publishedListing('need')
    await drainOutbox()
    expect(await told('matches.need')).toHaveLength(3)
    expect((await told('matches.technology')).map(({ organisationId, path }) => [organisationId, path])).toEqual(
      Array.from({ length: 3 }, () => [institute.organisationId, '/work/matches#technology']),
    )
    await publishedListing('technology')
    await drainOutbox()
    expect(await told('matches.need')).toHaveLength(3)
  })

  it('a question does not name an organisation that keeps its name back', async () => {
    const technologyId = await publishedListing('technology')
    const needId = await publishedListing('need')
    await drainOutbox()
    const actor = await actorOf(enterprise.member.session)
    const asked = await askAboutMatch({ actor, needId, technologyId, criterion: 'all' })
    expect(asked).toEqual({ ok: true, value: 1 })
    await drainOutbox()
    const notices = await told('match.asked')
    expect(notices).toHaveLength(3)
    expect(JSON.stringify(notices)).not.toContain('cong-ty')
    expect(notices[0]?.values['organisationVi']).toBe('Bên có nhu cầu (chưa công khai tên)')
    expect(notices[0]?.values['criterionVi']).toContain('điện không quá 1 kWh/kg')
  })
})
