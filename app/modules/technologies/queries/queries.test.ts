import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, reader } from '#db'
import { visitor } from '#modules/accounts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { drafted, published, somebody } from '../../../../tests/support/technologies.ts'
import { askConsent } from '../commands/consents.server.ts'
import { moveTechnology } from '../commands/move.server.ts'
import { saveStep } from '../commands/save-step.server.ts'
import { searchOrganisations, technologyEditor, technologyPreview } from './editor.server.ts'
import { consentPage, ownTechnologies, ownTechnology, technologyDifference } from './own.server.ts'
import { technologyPage } from './sheet.server.ts'

beforeEach(freshDatabase)

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'done' : result.refusal.code

describe('the public page', () => {
  it('takes two queries', async () => {
    const { id } = await published(await drafted(await somebody('signatory')))
    await countQueries(async (queries) => {
      value(await technologyPage({ actor: visitor, id }))
      expect(queries()).toBe(2)
    })
  })
})

describe('the owner’s page', () => {
  it('shows standing, moves, versions, reviews and history, and names others by their organisation', async () => {
    const signatory = await somebody('signatory')
    const listing = await published(await drafted(signatory))
    const facts = value(await ownTechnology({ actor: signatory, id: listing.id }))
    expect(facts).toMatchObject({ state: 'published', turn: 'author', inView: true, editable: false, missing: [] })
    expect(facts.moves).toEqual(['revise', 'renew', 'reserve', 'withdraw'])
    expect(facts.versions).toMatchObject([{ number: 1, published: true }])
    expect(facts.reviews).toMatchObject([{ decision: 'publish', advantages: 4, reason: 'x' }])
    expect(facts.history.map((line) => line.action)).toEqual([
      'technology.publish',
      'technology.submit',
      'technology.created',
    ])
  })

  it('draws the moves by role', async () => {
    const signatory = await somebody('signatory')
    const member = await somebody('member', 'institute', signatory.organisation.id)
    const viewer = await somebody('viewer', 'institute', signatory.organisation.id)
    const { id } = await drafted(signatory)
    const moves = async (actor: typeof member) => value(await ownTechnology({ actor, id })).moves
    expect(await moves(signatory)).toEqual(['submit', 'withdraw'])
    expect(await moves(member)).toEqual(['propose'])
    expect(await moves(viewer)).toEqual([])
    expect(codeOf(await ownTechnology({ actor: await somebody('owner'), id }))).toBe('not_found')
  })

  it('tells what changed since the last review, and between any two versions', async () => {
    const signatory = await somebody('signatory')
    const { id, version } = await published(await drafted(signatory))
    const move = (verb: string, at: number) =>
      moveTechnology({ actor: signatory, listingId: id, input: { verb, version: at } })
    const compare = async (from?: string, to?: string) =>
      value(await technologyDifference({ actor: signatory, id, from, to }))
    value(await move('revise', version))
    const input = { problem: 'Vấn đề khác', solution: 'x', advantages: 'x' }
    value(await saveStep({ actor: signatory, listingId: id, version: version + 1, step: 'content', input }))
    expect(await compare()).toMatchObject({ from: 1, to: 'now', differences: [{ field: 'problem', before: 'x' }] })
    value(await move('submit', version + 2))
    expect(await compare('1', '2')).toMatchObject({ from: 1, to: 2, differences: [{ field: 'problem' }] })
    expect(await compare('2', '2')).toMatchObject({ differences: [] })
    expect(codeOf(await technologyDifference({ actor: signatory, id, from: '9', to: 'now' }))).toBe('not_found')
  })
})

describe('the list', () => {
  it('holds the technologies of the organisation acted as, by state and page', async () => {
    const owner = await somebody('signatory')
    await drafted(await somebody('signatory'))
    const { id } = await published(await drafted(owner))
    await drafted(owner)
    const list = async (query: object) => value(await ownTechnologies({ actor: owner, query }))
    expect(await list({})).toMatchObject({ total: 2, page: 1, pageCount: 1, mayStart: true })
    expect(await list({ state: 'published' })).toMatchObject({ total: 1, lines: [{ id }] })
    expect(await list({ state: 'nonsense', page: 'x' })).toMatchObject({ total: 2, page: 1, state: null })
    expect(codeOf(await ownTechnologies({ actor: visitor, query: {} }))).toBe('auth.sign_in')
  })
})

describe('the editor and the preview', () => {
  it('show a step with its values and gaps, while it may be edited', async () => {
    const member = await somebody('member')
    const draft = await drafted(member, { rights: [] })
    const facts = value(await technologyEditor({ actor: member, id: draft.id, step: 'transfer' }))
    expect(facts.values).toMatchObject({ mode: 'open', forms: ['independent'] })
    expect(facts.missing).toEqual([{ step: 'rights', field: 'rights', code: 'missing.rights' }])
    const done = await published(await drafted(member))
    expect(codeOf(await technologyEditor({ actor: member, id: done.id, step: 'summary' }))).toBe('wrong_state')
  })

  it('try an openness out without saving it', async () => {
    const member = await somebody('member')
    const { id } = await drafted(member)
    const preview = async (openness: unknown) =>
      value(await technologyPreview({ actor: member, id, openness })).shown.closed
    expect(await preview({ confidential: ['price', 'owners'] })).toEqual(['price', 'owners'])
    expect(await preview(null)).toEqual([])
    expect(codeOf(await technologyPreview({ actor: await somebody('owner'), id, openness: null }))).toBe('not_found')
  })
})

describe('a co-owner', () => {
  it('reads owners, rights and price even where they are confidential, once it was asked', async () => {
    const owner = await somebody('signatory')
    const other = await somebody('member')
    const { id } = await drafted(owner, {
      owners: [
        { name: 'A', organisationId: owner.organisation.id, share: 5_000 },
        { name: 'B', organisationId: other.organisation.id, share: 5_000 },
      ],
      visibility: { price: 'confidential', owners: 'confidential', solution: 'confidential' },
    })
    expect(codeOf(await consentPage({ actor: other, id }))).toBe('not_found')
    value(await askConsent({ actor: owner, listingId: id, organisationId: other.organisation.id }))
    const page = value(await consentPage({ actor: other, id }))
    expect(page).toMatchObject({ standing: 'asked', mayDecide: false, over: false })
    expect(page.sheet.shown.profile.price).toEqual({ mode: 'open' })
    expect(page.sheet.shown.profile.owners).toHaveLength(2)
    expect(page.sheet.shown.closed).toEqual(['solution'])
    expect(codeOf(await consentPage({ actor: await somebody('owner'), id }))).toBe('not_found')
  })

  it('is found by name in any spelling, or by tax code; the operator is not offered', async () => {
    const one = await somebody('owner')
    await somebody('owner', 'operator')
    const serial = one.organisation.name.vi.split(' ')[1] ?? ''
    const found = async (text: string) => (await searchOrganisations(reader(), text)).map(({ id }) => id)
    expect(await found(`vien ${serial}`)).toEqual([one.organisation.id])
    expect(await found(serial)).toEqual([one.organisation.id])
    expect(await found('VIỆN')).toEqual([one.organisation.id])
    expect(await found('%')).toEqual([])
    expect(await found('không có')).toEqual([])
  })
})
