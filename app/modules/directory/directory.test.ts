import { beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import { createOrganisationDirectly, type DirectOrganisation, organisationById } from '#modules/accounts/server'
import { freshDatabase } from '../../../tests/support/database.ts'
import { directoryPage } from './listing.server.ts'
import { inLanguage, organisationSchema } from './structured-data.ts'

beforeEach(freshDatabase)

let taxCode = 1_000_000_000
const nothing = { kind: null, province: null, text: '', page: 1 } as const

async function organisation(vi: string, more: Partial<DirectOrganisation> = {}): Promise<string> {
  return transaction((tx) =>
    createOrganisationDirectly(tx, {
      kind: 'institute',
      name: { vi, en: '' },
      taxCode: String(taxCode++),
      province: '52',
      address: '',
      website: '',
      description: { vi: '', en: '' },
      services: [],
      verified: true,
      members: [],
      ...more,
    }),
  )
}

const names = async (query: Partial<Parameters<typeof directoryPage>[0]>) =>
  (await directoryPage({ ...nothing, ...query })).entries.map(({ name }) => name.vi)

describe('the directory', () => {
  it('lists verified organisations by name as the Vietnamese alphabet folds', async () => {
    await organisation('Viện B')
    await organisation('Đại học A')
    await organisation('Công ty C')
    await organisation('Ẩn danh', { verified: false })
    expect(await names({})).toEqual(['Công ty C', 'Đại học A', 'Viện B'])
  })

  it('narrows by kind, province and words of the name in any spelling and either language', async () => {
    await organisation('Viện Thủy sản Đầm Thị Nại', { name: { vi: 'Viện Thủy sản', en: 'Fisheries Institute' } })
    await organisation('Công ty Thủy sản', { kind: 'enterprise', province: '48' })
    expect(await names({ text: 'thuy san' })).toHaveLength(2)
    expect(await names({ text: 'SAN fisheries' })).toEqual(['Viện Thủy sản'])
    expect(await names({ text: 'thuy san', kind: 'enterprise' })).toEqual(['Công ty Thủy sản'])
    expect(await names({ province: '48' })).toEqual(['Công ty Thủy sản'])
    expect(await names({ text: '%' })).toHaveLength(2)
    expect(await names({ text: 'khong co' })).toEqual([])
  })

  it('has pages that hold each organisation once', async () => {
    for (let number = 0; number < 45; number++) await organisation('Viện cùng tên')
    const pages = await Promise.all([1, 2, 3, 4].map((page) => directoryPage({ ...nothing, page })))
    expect(pages.map(({ entries }) => entries.length)).toEqual([20, 20, 5, 0])
    expect(new Set(pages.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(45)
    expect(pages[0]).toMatchObject({ total: 45, pageCount: 3 })
  })
})

describe('an organisation to others', () => {
  it('is read in the other language where one is missing', () => {
    expect(inLanguage({ vi: 'Viện', en: '' }, 'en')).toEqual({ text: 'Viện', language: 'vi' })
    expect(inLanguage({ vi: 'Viện', en: 'Institute' }, 'en')).toEqual({ text: 'Institute', language: 'en' })
    expect(inLanguage({ vi: '', en: '' }, 'vi')).toBeNull()
  })

  it('is told to machines in the words of schema.org', async () => {
    const id = await organisation('Viện A', { name: { vi: 'Viện A', en: 'Institute A' }, website: 'https://a.example' })
    const facts = await organisationById(reader(), id)
    if (!facts) throw new Error('not there')
    expect(organisationSchema(facts, 'en', 'https://san.example/organisations/1')).toMatchObject({
      '@type': 'ResearchOrganization',
      name: 'Viện A',
      alternateName: 'Institute A',
      url: 'https://a.example',
      taxID: facts.taxCode,
      address: { addressCountry: 'VN', addressRegion: 'Gia Lai' },
    })
  })
})
