import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import { createOrganisationDirectly, createPersonDirectly } from '#modules/accounts/server'
import { decideListing, type Listing, moveListing } from '#modules/listings/server'
import type { ProfileInput } from '#modules/technologies'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { sessions } from '../../app/modules/accounts/accounts.tables.server.ts'
import { createExchange, type Exchange } from '../support/remix.ts'

let exchange: Exchange

beforeEach(async () => {
  exchange = await createExchange()
})

afterEach(async () => {
  await exchange.close()
})

/** A signatory of a new institute, with the value of a session's cookie. */
async function signatory() {
  const cookie = randomUUID()
  const at = Date.now()
  const organisationId = await transaction(async (tx) => {
    const personId = await createPersonDirectly(tx, {
      email: `${cookie}@vi-du.example`,
      name: 'Lê Thị Mai',
      language: 'vi',
      passwordHash: 'x',
      demonstration: false,
      totpSecret: 'JBSWY3DPEHPK3PXP',
    })
    const organisation = await createOrganisationDirectly(tx, {
      kind: 'institute',
      name: { vi: `Viện ${cookie}`, en: '' },
      taxCode: cookie,
      province: '52',
      address: '',
      website: '',
      description: { vi: '', en: '' },
      services: [],
      verified: true,
      members: [{ personId, role: 'signatory' }],
    })
    await tx.insert(sessions).values({
      id: createHash('sha256').update(cookie).digest('hex'),
      personId,
      organisationId: organisation,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: at + 86_400_000,
      device: '',
    })
    return organisation
  })
  return { cookie, organisationId }
}

const profile: ProfileInput = {
  texts: {
    vi: {
      title: 'Quy trình sấy lạnh giữ màu lá dược liệu',
      teaser: 'Giữ 92% hoạt chất.',
      problem: 'Sấy nóng làm mất hoạt chất.',
      solution: 'BÍ MẬT: bơm nhiệt hai cấp.',
    },
    en: { title: 'Cold drying that keeps the colour of herb leaves' },
  },
  price: { mode: 'asking', kind: 'firm', amount: 1_200_000_000 },
  visibility: { solution: 'confidential' },
}

async function published(organisationId: string): Promise<Listing> {
  const result = await transaction(async (tx) => {
    const made = await createTechnologyDirectly(tx, { profile, organisationId, state: 'submitted', by: null })
    if (!made.ok) return made
    const review = {
      advantages: 4,
      clarity: 4,
      cooperation: 4,
      guidelines: 4,
      decision: 'publish',
      reason: 'x',
    } as const
    return decideListing(tx, made.value, review, null, null)
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('the page of a technology', () => {
  it('answers in both languages without script, and keeps what is confidential', async () => {
    const { organisationId } = await signatory()
    const { id } = await published(organisationId)
    const answer = await exchange.fetch(`/technologies/${id}`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Quy trình sấy lạnh giữ màu lá dược liệu')
    expect(page).toContain('1.200.000.000 ₫')
    expect(page).toContain('Nội dung này được giữ bảo mật')
    expect(page).not.toContain('BÍ MẬT')
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/)
    const english = await (await exchange.fetch(`/en/technologies/${id}`)).text()
    expect(english).toContain('Cold drying that keeps the colour of herb leaves')
    expect(english).toMatch(/lang="vi"[^>]*>[^<]*<p[^>]*>Sấy nóng làm mất hoạt chất/)
    expect(english).not.toContain('BÍ MẬT')
  })

  it('describes itself for search engines', async () => {
    const { organisationId } = await signatory()
    const { id } = await published(organisationId)
    const page = await (await exchange.fetch(`/technologies/${id}`)).text()
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Product',
      productID: id,
      offers: {
        '@type': 'Offer',
        price: 1_200_000_000,
        priceCurrency: 'VND',
        seller: { '@type': 'ResearchOrganization' },
      },
    })
  })

  it('is not found before it is published, and leads its owner to the management page', async () => {
    const { cookie, organisationId } = await signatory()
    const made = await transaction((tx) =>
      createTechnologyDirectly(tx, { profile, organisationId, state: 'draft', by: null }),
    )
    const path = `/technologies/${made.ok ? made.value.id : ''}`
    expect((await exchange.fetch(path)).status).toBe(404)
    const own = await exchange.fetch(path, { as: cookie })
    expect(own.status).toBe(404)
    expect(await own.text()).toContain(`/work${path}`)
    const stranger = await signatory()
    expect(await (await exchange.fetch(path, { as: stranger.cookie })).text()).not.toContain(`/work${path}`)
  })
})

describe('the editor without script', () => {
  async function started(cookie: string): Promise<string> {
    const answer = await exchange.fetch('/work/technologies/new', {
      as: cookie,
      form: { form: 'start', title: 'Máy sấy lạnh hai cấp', sourceLanguage: 'vi' },
    })
    expect(answer.status).toBe(302)
    return /tech_\w+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
  }

  it('adds a row, keeps what was typed, saves and goes on', async () => {
    const { cookie } = await signatory()
    const path = `/work/technologies/${await started(cookie)}/edit/content`
    const typed = { form: 'content', version: '1', problem: 'Mất màu', solution: 'Bơm nhiệt' }
    const insert = JSON.stringify({ type: 'insert', payload: { name: 'comparison', defaultValue: {} } })
    const row = await exchange.fetch(path, { as: cookie, form: { ...typed, __intent__: insert } })
    const page = await row.text()
    expect(row.status).toBe(200)
    expect(page).toContain('name="comparison[0].criterion"')
    expect(page).toContain('Mất màu')
    const saved = await exchange.fetch(path, {
      as: cookie,
      form: { ...typed, 'comparison[0].criterion': 'Điện năng', to: 'rights#rights-rights-list' },
    })
    expect(saved.headers.get('location')).toMatch(/\/edit\/rights\?done=step_saved#rights-rights-list$/)
    const again = await exchange.fetch(path, { as: cookie, form: { ...typed, problem: 'Của tôi' } })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('Của tôi')
  })

  it('is not found by others and asks visitors to sign in', async () => {
    const { cookie } = await signatory()
    const path = `/work/technologies/${await started(cookie)}/edit/content`
    expect((await exchange.fetch(path, { as: (await signatory()).cookie })).status).toBe(404)
    expect((await exchange.fetch(path)).headers.get('location')).toContain('/sign-in?next=')
    expect((await exchange.fetch(path.replace('content', 'nothing'), { as: cookie })).status).toBe(404)
  })

  it('finds co-owners by their name without marks', async () => {
    const { cookie } = await signatory()
    const other = await signatory()
    const path = `/work/technologies/${await started(cookie)}/edit/origin`
    const form = {
      form: 'origin',
      version: '1',
      ownerQuery: `vien ${other.cookie}`,
      find: 'owner',
      partnersNow: 'Đối tác',
    }
    const page = await (await exchange.fetch(path, { as: cookie, form })).text()
    expect(page).toContain(`Thêm Viện ${other.cookie}`)
    expect(page).toContain('Đối tác')
  })

  it('refuses to submit what is incomplete and says what is missing', async () => {
    const { cookie } = await signatory()
    const path = `/work/technologies/${await started(cookie)}`
    const answer = await exchange.fetch(path, { as: cookie, form: { form: 'submit', verb: 'submit', version: '1' } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Cần mô tả giải pháp công nghệ.')
  })

  it('opens only what is a draft', async () => {
    const { cookie, organisationId } = await signatory()
    const listing = await published(organisationId)
    const answer = await exchange.fetch(`/work/technologies/${listing.id}/edit/summary`, { as: cookie })
    expect(answer.headers.get('location')).toBe(`/work/technologies/${listing.id}`)
    const revised = await transaction((tx) =>
      moveListing(tx, listing, { verb: 'revise', party: 'author', by: null, expected: null }),
    )
    expect(revised.ok).toBe(true)
    expect((await exchange.fetch(`/work/technologies/${listing.id}/edit/summary`, { as: cookie })).status).toBe(200)
  })
})
