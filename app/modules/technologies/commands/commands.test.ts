import { beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db'
import { historyOf } from '#modules/audit/server'
import { type Listing, listingById, versionsOf } from '#modules/listings/server'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { drafted, published, somebody } from '../../../../tests/support/technologies.ts'
import { outbox } from '../../../platform/jobs/outbox.tables.server.ts'
import { consentTerms } from '../consent-terms.ts'
import { openAttachment } from '../queries/attachment.server.ts'
import { publicTechnologyById, technologyPage } from '../queries/sheet.server.ts'
import { consentsOf, technologyFromListing } from '../store.server.ts'
import { removeAttachment, uploadAttachment } from './attachments.server.ts'
import { askConsent, decideConsent } from './consents.server.ts'
import { moveTechnology } from './move.server.ts'
import { saveStep } from './save-step.server.ts'
import { startTechnology } from './start.server.ts'

beforeEach(freshDatabase)

const visitor = { kind: 'visitor' } as const

const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'done' : result.refusal.code
const kept = async (id: string): Promise<Listing> => {
  const listing = await listingById(reader(), id)
  if (!listing) throw new Error('gone')
  return listing
}
const topics = async () => (await reader().select().from(outbox)).map((news) => news.topic)

describe('starting a technology', () => {
  it('makes a draft that the organisation owns whole', async () => {
    const author = await somebody('member')
    const started = await startTechnology({ actor: author, input: { title: 'Máy sấy', sourceLanguage: 'vi' } })
    expect(codeOf(started)).toBe('done')
    if (!started.ok) return
    const profile = technologyFromListing(await kept(started.value.id))
    expect(profile.owners).toMatchObject([{ organisationId: author.organisation.id, share: 10_000 }])
    expect(profile.province).toBe('52')
  })

  it('is for those who work at a market organisation', async () => {
    const input = { title: 'Máy sấy', sourceLanguage: 'vi' }
    expect(codeOf(await startTechnology({ actor: visitor, input }))).toBe('auth.sign_in')
    expect(codeOf(await startTechnology({ actor: await somebody('viewer'), input }))).toBe('auth.role')
    expect(codeOf(await startTechnology({ actor: await somebody('owner', 'operator'), input }))).toBe('auth.kind')
    expect(codeOf(await startTechnology({ actor: await somebody('member'), input: {} }))).toBe('form.invalid')
  })
})

describe('saving a step', () => {
  it('keeps what was typed, writes the record, and keeps other steps', async () => {
    const author = await somebody('member')
    const listing = await drafted(author)
    const saved = await saveStep({
      actor: author,
      listingId: listing.id,
      version: '1',
      step: 'content',
      input: {
        problem: 'Mất màu',
        solution: 'Bơm nhiệt',
        comparison: [
          { criterion: 'Điện', unit: '', present: '', offered: '' },
          { criterion: '', unit: '', present: '', offered: '' },
        ],
      },
    })
    expect(codeOf(saved)).toBe('done')
    const now = await kept(listing.id)
    const profile = technologyFromListing(now)
    expect(now.version).toBe(2)
    expect(profile.texts.vi).toMatchObject({ problem: 'Mất màu', solution: 'Bơm nhiệt', advantages: '', teaser: 'x' })
    expect(profile.comparison).toHaveLength(1)
    const history = await historyOf(reader(), { kind: 'technology', id: listing.id })
    expect(history.at(-1)).toMatchObject({
      action: 'technology.saved',
      detail: { part: 'content' },
      personId: author.personId,
    })
  })

  it('takes shares, amounts and lists as people type them', async () => {
    const author = await somebody('member')
    const listing = await drafted(author)
    const price = {
      mode: 'asking',
      kind: 'floor',
      amount: '1.200.000.000',
      currency: 'VND',
      forms: 'independent',
      offers: [{ right: 'use', territory: ['52', 'VN'], termMonths: '60' }],
    }
    expect(
      codeOf(await saveStep({ actor: author, listingId: listing.id, version: 1, step: 'transfer', input: price })),
    ).toBe('done')
    const owners = [
      { name: 'x', organisationId: author.organisation.id, share: '33,33' },
      { name: 'B', organisationId: '', share: '66.67 %' },
    ]
    expect(
      codeOf(await saveStep({ actor: author, listingId: listing.id, version: 2, step: 'origin', input: { owners } })),
    ).toBe('done')
    const profile = technologyFromListing(await kept(listing.id))
    expect(profile.price).toEqual({ mode: 'asking', kind: 'floor', amount: 1_200_000_000, currency: 'VND' })
    expect(profile.forms).toEqual(['independent'])
    expect(profile.offers[0]).toMatchObject({ territory: ['52', 'VN'], termMonths: 60 })
    expect(profile.owners.map((owner) => owner.share)).toEqual([3_333, 6_667])
    expect(profile.owners[0]?.name).toBe(author.organisation.name.vi)
  })

  it.each([
    ['origin', { owners: [{ name: 'A', share: 'một nửa' }] }, 'owners[0].share', 'share_form'],
    [
      'origin',
      { owners: [{ name: 'A', organisationId: 'org_nobody', share: '5' }] },
      'owners[0].name',
      'owner_unknown',
    ],
    ['transfer', { mode: 'asking', amount: 'nhiều' }, 'amount', 'amount_form'],
    ['summary', { title: 'x'.repeat(301) }, 'title', 'too_long'],
    ['summary', { ipc: 'C02F 3/30, nước' }, 'ipc', 'ipc_form'],
    [
      'rights',
      { rights: [{ type: 'invention_patent', status: 'granted', filedOn: '31/12/2020' }] },
      'rights[0].filedOn',
      'date',
    ],
  ] as const)('names what is wrong in %s', async (step, input, field, code) => {
    const author = await somebody('member')
    const listing = await drafted(author)
    const saved = await saveStep({ actor: author, listingId: listing.id, version: 1, step, input })
    expect(saved.ok ? null : saved.refusal.fields?.[field]?.[0]?.code).toBe(code)
    expect((await kept(listing.id)).version).toBe(1)
  })

  it('refuses a version that is not the newest, and leaves what is there', async () => {
    const author = await somebody('member')
    const listing = await drafted(author)
    const input = (problem: string) => ({ problem })
    await saveStep({ actor: author, listingId: listing.id, version: 1, step: 'content', input: input('first') })
    const second = await saveStep({
      actor: author,
      listingId: listing.id,
      version: 1,
      step: 'content',
      input: input('second'),
    })
    expect(codeOf(second)).toBe('version_conflict')
    expect(technologyFromListing(await kept(listing.id)).texts.vi.problem).toBe('first')
  })

  it('writes nothing when nothing changed', async () => {
    const author = await somebody('member')
    const listing = await drafted(author)
    const input = { kind: 'ordinary', basis: '' }
    expect(
      codeOf(await saveStep({ actor: author, listingId: listing.id, version: 1, step: 'declaration', input })),
    ).toBe('done')
    expect((await kept(listing.id)).version).toBe(1)
  })

  it('is not found by other organisations', async () => {
    const listing = await drafted(await somebody('member'))
    const stranger = await somebody('owner')
    const save = (actor: typeof stranger | typeof visitor, listingId: string) =>
      saveStep({ actor, listingId, version: 1, step: 'content', input: { problem: 'x' } })
    expect(codeOf(await save(stranger, listing.id))).toBe('not_found')
    expect(codeOf(await save(stranger, 'tech_nothing'))).toBe('not_found')
    expect(codeOf(await save(visitor, listing.id))).toBe('auth.sign_in')
  })
})

describe('moving a technology', () => {
  it('is proposed by an author, returned with a reason, and submitted by a signatory', async () => {
    const signatory = await somebody('signatory')
    const author = await somebody('member', 'institute', signatory.organisation.id)
    const { id } = await drafted(signatory)
    const move = (actor: typeof author, verb: string, version: number, reason?: string) =>
      moveTechnology({ actor, listingId: id, input: { verb, version, reason } })
    expect(codeOf(await move(author, 'submit', 1))).toBe('auth.role')
    expect(codeOf(await move(author, 'propose', 1))).toBe('done')
    expect(codeOf(await move(signatory, 'return', 2))).toBe('form.invalid')
    expect(codeOf(await move(signatory, 'return', 2, 'Cần số liệu'))).toBe('done')
    expect(codeOf(await move(signatory, 'submit', 3))).toBe('done')
    expect(await kept(id)).toMatchObject({ state: 'submitted', version: 4 })
    expect(await versionsOf(reader(), id)).toHaveLength(1)
    expect(await topics()).toContain('listing.moved')
  })

  it('is submitted once however often it is sent', async () => {
    const signatory = await somebody('signatory')
    const { id } = await drafted(signatory)
    const input = { verb: 'submit', version: 1 }
    const both = await Promise.all([
      moveTechnology({ actor: signatory, listingId: id, input }),
      moveTechnology({ actor: signatory, listingId: id, input }),
    ])
    expect(both.map(codeOf).sort()).toEqual(['done', 'version_conflict'])
    expect(await versionsOf(reader(), id)).toHaveLength(1)
  })

  it('is not submitted while something is missing, and says what', async () => {
    const signatory = await somebody('signatory')
    const { id } = await drafted(signatory, { rights: [], declaration: { kind: 'prohibited' } })
    const refused = await moveTechnology({ actor: signatory, listingId: id, input: { verb: 'submit', version: 1 } })
    expect(refused.ok ? null : refused.refusal).toMatchObject({
      code: 'technology.incomplete',
      status: 422,
      values: { count: 2 },
      fields: { 'rights.rights': [{ code: 'missing.rights' }], 'declaration.kind': [{ code: 'missing.prohibited' }] },
    })
    expect((await kept(id)).state).toBe('draft')
  })

  it('asks for the second factor before signing for the organisation', async () => {
    const signatory = { ...(await somebody('signatory')), secondFactor: false }
    const { id } = await drafted(signatory)
    const refused = await moveTechnology({ actor: signatory, listingId: id, input: { verb: 'submit', version: 1 } })
    expect(codeOf(refused)).toBe('auth.second_factor')
  })

  it('is revised while its published version stays in view', async () => {
    const signatory = await somebody('signatory')
    const listing = await published(await drafted(signatory))
    const move = (verb: string, version: number) =>
      moveTechnology({ actor: signatory, listingId: listing.id, input: { verb, version } })
    expect(codeOf(await move('revise', listing.version))).toBe('done')
    const input = { problem: 'Bản sửa' }
    await saveStep({ actor: signatory, listingId: listing.id, version: listing.version + 1, step: 'content', input })
    const view = await publicTechnologyById(reader(), listing.id)
    expect(view?.shown.profile.texts.vi.problem).toBe('x')
    expect(codeOf(await move('withdraw', listing.version + 2))).toBe('done')
    expect(await publicTechnologyById(reader(), listing.id)).toBeNull()
  })
})

describe('the public page', () => {
  it('is there for all when in view; else only its owner and the operator are told where to go', async () => {
    const owner = await somebody('viewer')
    const draft = await drafted(owner)
    const page = async (actor: Parameters<typeof technologyPage>[0]['actor']) => {
      const found = await technologyPage({ actor, id: draft.id })
      return !found.ok ? found.refusal.code : found.value.open ? 'open' : found.value.to
    }
    expect(await page(visitor)).toBe('not_found')
    expect(await page(await somebody('owner'))).toBe('not_found')
    expect(await page(owner)).toBe('owner')
    expect(await page(await somebody('viewer', 'operator'))).toBe('operator')
    await published(draft)
    expect(await page(visitor)).toBe('open')
  })
})

describe('files', () => {
  const text = (content: string, name = 'bao-cao.txt') => new File([content], name, { type: 'text/plain' })

  it('are opened by the public view for visitors and by ownership otherwise', async () => {
    const owner = await somebody('signatory')
    const { id } = await drafted(owner)
    const upload = (version: number, content: string, confidential: boolean) =>
      uploadAttachment({
        actor: owner,
        listingId: id,
        version,
        file: text(content),
        input: { caption: 'x', ...(confidential ? { confidential: 'on' } : {}) },
      })
    expect(codeOf(await upload(1, 'mở', false))).toBe('done')
    expect(codeOf(await upload(2, 'mật', true))).toBe('done')
    expect(codeOf(await upload(3, 'mở', false))).toBe('files.same')
    const [open, closed] = technologyFromListing(await kept(id)).attachments.map((attachment) => attachment.file)
    const download = async (actor: Parameters<typeof openAttachment>[0]['actor'], fileId = '') =>
      codeOf(await openAttachment({ actor, listingId: id, fileId }))
    expect(await download(visitor, open)).toBe('not_found')
    expect(await download(owner, open)).toBe('done')
    await published(await kept(id))
    expect(await download(visitor, open)).toBe('done')
    expect(await download(visitor, closed)).toBe('not_found')
    expect(await download(await somebody('owner'), closed)).toBe('not_found')
    expect(await download(owner, closed)).toBe('done')
    expect(await download(await somebody('member', 'operator'), closed)).toBe('done')
    expect(await download(owner, '0'.repeat(64))).toBe('not_found')
  })

  it('of a kind that is not taken are refused, and removing one frees its evidence', async () => {
    const owner = await somebody('member')
    const { id } = await drafted(owner)
    const page = { actor: owner, listingId: id, version: 1, file: text('<html>'), input: {} }
    expect(codeOf(await uploadAttachment(page))).toBe('file.type')
    expect(codeOf(await uploadAttachment({ ...page, file: undefined }))).toBe('form.invalid')
    await uploadAttachment({ ...page, file: text('Số liệu') })
    const file = technologyFromListing(await kept(id)).attachments[0]?.file ?? ''
    const evidence = [{ level: '6', title: 'Biên bản', detail: '', madeOn: '', file }]
    await saveStep({ actor: owner, listingId: id, version: 2, step: 'readiness', input: { claimed: '6', evidence } })
    expect(technologyFromListing(await kept(id)).readiness.evidence[0]?.file).toBe(file)
    expect(codeOf(await removeAttachment({ actor: owner, listingId: id, version: 3, file }))).toBe('done')
    expect(technologyFromListing(await kept(id)).readiness.evidence[0]?.file).toBeNull()
  })
})

describe('a co-owner’s consent', () => {
  async function withCoOwner() {
    const owner = await somebody('signatory')
    const other = await somebody('signatory')
    const listing = await drafted(owner, {
      owners: [
        { name: 'A', organisationId: owner.organisation.id, share: 6_000 },
        { name: 'B', organisationId: other.organisation.id, share: 4_000 },
      ],
    })
    return { owner, other, listing, terms: consentTerms(technologyFromListing(listing)) }
  }

  it('is asked, given, and lets the offer be submitted', async () => {
    const { owner, other, listing, terms } = await withCoOwner()
    const submit = () => moveTechnology({ actor: owner, listingId: listing.id, input: { verb: 'submit', version: 1 } })
    const ask = () => askConsent({ actor: owner, listingId: listing.id, organisationId: other.organisation.id })
    const decide = (decision: string, reason = '') =>
      decideConsent({ actor: other, listingId: listing.id, input: { terms, decision, reason } })
    expect(codeOf(await submit())).toBe('technology.incomplete')
    expect(codeOf(await decide('given'))).toBe('not_found')
    expect(codeOf(await ask())).toBe('done')
    expect(codeOf(await ask())).toBe('consent.same')
    expect(await topics()).toContain('consent.asked')
    expect(codeOf(await decide('refused'))).toBe('form.invalid')
    expect(codeOf(await decide('refused', 'Giá thấp'))).toBe('done')
    expect(codeOf(await submit())).toBe('technology.incomplete')
    expect(codeOf(await ask())).toBe('done')
    expect(codeOf(await decide('given'))).toBe('done')
    expect(codeOf(await submit())).toBe('done')
  })

  it('counts only for the terms that were read', async () => {
    const { owner, other, listing, terms } = await withCoOwner()
    await askConsent({ actor: owner, listingId: listing.id, organisationId: other.organisation.id })
    const input = {
      mode: 'asking',
      kind: 'firm',
      amount: '5',
      offers: [],
      forms: ['independent'],
      methods: ['documents'],
    }
    await saveStep({ actor: owner, listingId: listing.id, version: 1, step: 'transfer', input })
    const given = await decideConsent({ actor: other, listingId: listing.id, input: { terms, decision: 'given' } })
    expect(codeOf(given)).toBe('consent.changed')
    expect(await consentsOf(reader(), listing.id)).toMatchObject([{ state: 'asked' }])
  })

  it('is asked of co-owners only, and given by nobody else', async () => {
    const { owner, other, listing, terms } = await withCoOwner()
    const stranger = await somebody('owner')
    const ask = (organisationId: string) => askConsent({ actor: owner, listingId: listing.id, organisationId })
    expect(codeOf(await ask(stranger.organisation.id))).toBe('not_found')
    expect(codeOf(await ask(owner.organisation.id))).toBe('not_found')
    await ask(other.organisation.id)
    const member = await somebody('member', 'institute', other.organisation.id)
    const input = { terms, decision: 'given' }
    expect(codeOf(await decideConsent({ actor: stranger, listingId: listing.id, input }))).toBe('not_found')
    expect(codeOf(await decideConsent({ actor: member, listingId: listing.id, input }))).toBe('auth.role')
  })
})
