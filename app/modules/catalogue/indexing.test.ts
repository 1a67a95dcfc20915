import { beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import type { Language } from '#kernel'
import { createOrganisationDirectly, organisations } from '#modules/accounts/server'
import { decideListing, type Listing, listingById, moveListing } from '#modules/listings/server'
import { createNeedDirectly } from '#modules/needs/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { drainOutbox, publish } from '#platform/jobs'
import { openMemorySearch } from '#search/server'
import { freshDatabase } from '../../../tests/support/database.ts'
import { siteMapIndex, siteMapPage } from './addresses.server.ts'
import { useCatalogue } from './engine.server.ts'
import { rebuildCatalogue, requestRebuild, startCatalogue } from './indexing.server.ts'
import { marketFigures, newestListings, searchCatalogue } from './market.server.ts'
import { questionOf } from './question.ts'

startCatalogue()

let organisationId = ''

beforeEach(async () => {
  useCatalogue(openMemorySearch())
  const close = await freshDatabase()
  organisationId = await transaction((tx) =>
    createOrganisationDirectly(tx, {
      kind: 'institute',
      name: { vi: 'Viện Sông Hinh', en: 'Song Hinh Institute' },
      taxCode: null,
      province: '66',
      address: '',
      website: '',
      description: { vi: '', en: '' },
      services: [],
      verified: true,
      members: [],
    }),
  )
  return close
})

function unwrap<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function publishListing(listing: Listing): Promise<string> {
  const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4 }
  const decided = await transaction((tx) =>
    decideListing(tx, listing, { ...scores, decision: 'publish', reason: 'ok' }, null, null),
  )
  return unwrap(decided).id
}

async function technology(title: string): Promise<string> {
  const profile = { texts: { vi: { title, teaser: 'Lợi ích' } }, readiness: { claimed: 5 } }
  return publishListing(
    unwrap(
      await transaction((tx) =>
        createTechnologyDirectly(tx, { profile, organisationId, state: 'submitted', by: null }),
      ),
    ),
  )
}

async function need(title: string, nameHidden: boolean): Promise<string> {
  const document = { texts: { vi: { title, wanted: 'Cần' } }, nameHidden }
  return publishListing(
    unwrap(
      await transaction((tx) => createNeedDirectly(tx, { document, organisationId, state: 'submitted', by: null })),
    ),
  )
}

async function find(query: string, language: Language = 'vi') {
  const question = questionOf(new URLSearchParams(query))
  return searchCatalogue({ question, language, organisationId: null, pageSize: 20 })
}

const idsOf = (found: Awaited<ReturnType<typeof find>>) => found.rows.map((row) => row.id)

describe('the index', () => {
  it('follows the news: in when published, out when withdrawn', async () => {
    const id = await technology('Sấy đông khô thanh long')
    expect(idsOf(await find('q=say dong kho'))).toEqual([])
    await drainOutbox()
    expect(idsOf(await find('q=say dong kho'))).toEqual([id])
    const moved = await transaction(async (tx) => {
      const listing = await listingById(tx, id)
      if (!listing) throw new Error('gone')
      return moveListing(tx, listing, { verb: 'withdraw', party: 'signatory', by: null, expected: null })
    })
    unwrap(moved)
    await drainOutbox()
    expect((await find('')).total).toBe(0)
  })

  it('takes in another name of the organisation', async () => {
    const id = await technology('Lọc nước')
    await drainOutbox()
    await transaction(async (tx) => {
      await tx.update(organisations).set({ nameVi: 'Viện Cửu Long', nameEn: 'Cuu Long Institute' })
      await publish(tx, { topic: 'organisation.changed', subjectId: organisationId })
    })
    await drainOutbox()
    expect(idsOf(await find('q=cuu long'))).toEqual([id])
    expect(idsOf(await find('q=song hinh'))).toEqual([])
    expect((await find('')).rows[0]?.card.owner?.name.vi).toBe('Viện Cửu Long')
  })

  it('does not give away who keeps the name back', async () => {
    await need('Cần sấy', true)
    await need('Cần lọc', false)
    await drainOutbox()
    const found = await find('q=song hinh')
    expect(found.rows.map((row) => row.card.owner?.name.en)).toEqual(['Song Hinh Institute'])
    const { rows } = await find('sort=newest')
    expect(rows.map((row) => row.card.owner === null).sort()).toEqual([false, true])
  })

  it('is built again from the records when that is asked', async () => {
    const id = await technology('Máy bóc vỏ')
    await drainOutbox()
    useCatalogue(openMemorySearch())
    expect((await find('')).total).toBe(0)
    await requestRebuild()
    await drainOutbox()
    expect(idsOf(await find(''))).toEqual([id])
    expect(await Promise.all([rebuildCatalogue(), rebuildCatalogue()])).toEqual([1, 1])
  })
})

describe('the market', () => {
  it('is counted and addressed from the records', async () => {
    const first = await technology('Một')
    const second = await technology('Hai')
    const wanted = await need('Ba', false)
    await drainOutbox()
    expect(await marketFigures()).toEqual({ technologies: 2, needs: 1, organisations: 1 })
    let text = ''
    for await (const part of (await siteMapPage(1)) ?? []) text += part
    for (const path of [`technologies/${first}`, `technologies/${second}`, `needs/${wanted}`]) {
      expect(text.split(`/${path}</loc>`)).toHaveLength(3)
      expect(text).toContain(`/en/${path}</loc>`)
    }
    expect(text).toContain(`/organisations/${organisationId}</loc>`)
    expect(text.match(/<url>/g)).toHaveLength(2 * (6 + 4))
    expect(await siteMapIndex()).toContain('/sitemap.xml?page=1</loc>')
    for (const none of [0, 2, 1.5, Number.NaN, Infinity]) expect(await siteMapPage(none)).toBeNull()
    expect((await newestListings('technology', 'vi', 1)).map((row) => row.kind)).toEqual(['technology'])
  })

  it('says where results begin that hold only some of the words', async () => {
    await technology('Sấy thăng hoa chân không dạng khay cho quả vải')
    await technology('Sấy thăng hoa chân không dạng khay cho nhân sâm')
    await drainOutbox()
    const found = await find('q=sấy thăng hoa chân không dạng khay vải')
    expect([found.complete, found.total, found.partialFrom, found.rows.length]).toEqual([1, 2, 1, 2])
  })
})
