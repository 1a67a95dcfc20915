import { beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db'
import { organisations, people } from '#modules/accounts/server'
import { firstBrokenEntry } from '#modules/audit/server'
import { useCatalogue } from '#modules/catalogue/server'
import { requests } from '#modules/deals/server'
import { listings } from '#modules/listings/server'
import { termsVersions } from '../../app/modules/deals/terms.tables.server.ts'
import { matches } from '../../app/modules/matching/matching.tables.server.ts'
import { consents, technologyFromListing } from '#modules/technologies/server'
import { translationsThatAre } from '#modules/technologies'
import { royaltyRates } from '#modules/valuation/server'
import { now } from '#platform/clock'
import { openMemorySearch } from '#search/server'
import { wire } from '../../app/application.server.ts'
import { freshDatabase } from '../../tests/support/database.ts'
import { demonstrationNegotiations } from './content/negotiations.ts'
import { demonstrationNeeds } from './content/needs.ts'
import { demonstrationOrganisations } from './content/organisations.ts'
import { demonstrationPeople } from './content/people.ts'
import { demonstrationRequests } from './content/requests.ts'
import { demonstrationTechnologies } from './content/technologies.ts'
import { loadDemonstration } from './load.ts'

const loadedAt = Date.UTC(2026, 10, 23, 2, 30)

wire('kept')

beforeEach(async () => {
  useCatalogue(openMemorySearch())
  return freshDatabase()
})

describe('the demonstration', () => {
  it('is loaded whole, through the rules, with every listing in its state and nothing in the future', async () => {
    await loadDemonstration(loadedAt)
    expect(await reader().select().from(people)).toHaveLength(demonstrationPeople.length)
    expect(await reader().select().from(organisations)).toHaveLength(demonstrationOrganisations.length)
    const rows = await reader().select().from(listings)
    const verifications = (await reader().select().from(organisations)).map((row) => row.verification)
    expect(verifications.filter((state) => state === 'asked')).toHaveLength(4)
    const statesOf = (entries: readonly { state: string }[]) => entries.map((entry) => entry.state).sort()
    expect(statesOf(rows)).toEqual(statesOf([...demonstrationTechnologies, ...demonstrationNeeds]))
    for (const row of rows) expect(row.updatedAt).toBeLessThan(loadedAt)
    const made = await reader().select().from(requests)
    expect(made).toHaveLength(demonstrationRequests.length)
    for (const request of made) expect(request.updatedAt).toBeLessThan(loadedAt)
    for (const consent of await reader().select().from(consents)) expect(consent.state).toBe('given')
    const stale = rows.filter(
      (row) => row.kind === 'technology' && translationsThatAre(technologyFromListing(row), 'stale').includes('teaser'),
    )
    expect(stale).toHaveLength(2)
    const versions = await reader().select().from(termsVersions)
    expect(versions).toHaveLength(demonstrationNegotiations.reduce((so, { steps }) => so + steps.length, 0))
    for (const { createdAt } of versions) expect(createdAt).toBeLessThan(loadedAt)
    expect(await firstBrokenEntry(reader())).toBeNull()
    const matched = new Set((await reader().select().from(matches)).map((match) => match.needId))
    expect(matched.size).toBeGreaterThanOrEqual(10)
    const ratesOf = async (field: string | null) =>
      (await royaltyRates({ base: 'net_revenue', field, right: null, exclusivity: null })).told
    for (const field of [null, '211', '405']) expect(await ratesOf(field)).toMatchObject({ kind: 'rates' })
    expect(await ratesOf('404')).toEqual({ kind: 'too_few' })
    expect(Math.abs(now() - Date.now())).toBeLessThan(60_000)
  }, 60_000)
})
