import { beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import type { Result } from '#kernel'
import { type Actor, visitor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { decideListing, type Listing, listingById } from '#modules/listings/server'
import { type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { moveNeed } from './commands/move.server.ts'
import { saveNeed } from './commands/save.server.ts'
import { createNeedDirectly, startNeed } from './commands/start.server.ts'
import { needForEditing, needPreview, ownNeed, ownNeeds } from './queries/own.server.ts'
import { needPage, publicNeedById } from './queries/public.server.ts'

let enterprise: Troupe
let other: Troupe

const acting = (player: Player): Promise<Actor> => actorOf(player.session)
const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function fresh(id: string): Promise<Listing> {
  const listing = await listingById(reader(), id)
  if (!listing) throw new Error('no listing')
  return listing
}

async function save(id: string, part: 'what' | 'terms' | 'openness', input: Record<string, unknown>, by?: Player) {
  const { version } = await fresh(id)
  return saveNeed({ actor: await acting(by ?? enterprise.member), needId: id, version: String(version), part, input })
}

async function move(id: string, verb: string, by: Player, reason = '') {
  const { version } = await fresh(id)
  return moveNeed({ actor: await acting(by), needId: id, input: { verb, version: String(version), reason } })
}

async function decide(id: string, decision: 'publish' | 'ask_changes'): Promise<void> {
  const scores = { advantages: 3, clarity: 3, cooperation: 3, guidelines: 3 }
  value(
    await transaction(async (tx) => {
      const listing = await listingById(tx, id)
      if (!listing) throw new Error('no listing')
      return decideListing(tx, listing, { ...scores, decision, reason: 'Đã xem.' }, null, null)
    }),
  )
}

const what = { title: 'Cần máy sấy', wanted: 'Sấy hai tấn', reason: 'Tốn củi', sourceLanguage: 'vi', field1: '203' }
const terms = { criteria: [{ kind: 'must', vi: 'Ẩm dưới 10%', en: '' }], budgetTo: '1000000000' }

async function written(): Promise<string> {
  const actor = await acting(enterprise.member)
  const { id } = value(await startNeed({ actor, input: { title: 'Cần máy sấy' } }))
  value(await save(id, 'what', what))
  value(await save(id, 'terms', terms))
  return id
}

beforeEach(async () => {
  const dispose = await freshDatabase()
  enterprise = await troupe('cong-ty', 'enterprise')
  other = await troupe('ben-khac', 'enterprise')
  return dispose
})

describe('a need', () => {
  it('goes from its author over the signatory and the reviewer into public view', async () => {
    const id = await written()
    expect(value(await move(id, 'propose', enterprise.member)).state).toBe('proposed')
    expect(codeOf(await move(id, 'return', enterprise.signatory))).toBe('form.invalid')
    expect(value(await move(id, 'return', enterprise.signatory, 'Thêm công suất')).state).toBe('draft')
    expect(value(await move(id, 'propose', enterprise.member)).state).toBe('proposed')
    expect(value(await move(id, 'submit', enterprise.signatory)).state).toBe('submitted')
    expect(value(await move(id, 'recall', enterprise.member)).state).toBe('draft')
    expect(value(await move(id, 'submit', enterprise.owner)).state).toBe('submitted')
    expect(await publicNeedById(reader(), id)).toBeNull()
    await decide(id, 'publish')
    const need = await publicNeedById(reader(), id)
    expect(need?.profile.texts.vi.title).toBe('Cần máy sấy')
    expect(need?.organisation?.id).toBe(enterprise.organisationId)
  })

  it('keeps its published version in view while it is revised, and says what has changed since the review', async () => {
    const id = await written()
    value(await move(id, 'submit', enterprise.owner))
    await decide(id, 'publish')
    expect(value(await ownNeed({ actor: await acting(enterprise.viewer), id })).reviewed).toBeNull()
    value(await move(id, 'revise', enterprise.member))
    value(await save(id, 'what', { ...what, title: 'Cần máy sấy lạnh' }))
    expect((await publicNeedById(reader(), id))?.profile.texts.vi.title).toBe('Cần máy sấy')
    const own = value(await ownNeed({ actor: await acting(enterprise.member), id }))
    expect(own.reviewed?.profile.texts.vi.title).toBe('Cần máy sấy')
    expect([own.inView, own.editable, own.versions.length, own.reviews[0]?.reason]).toEqual([true, true, 1, 'Đã xem.'])
    expect(own.history[0]).toMatchObject({ action: 'need.saved', by: 'Người dùng cong-ty-member' })
    expect(own.history.find((entry) => entry.action === 'need.publish')?.by).toBeNull()
  })

  it('is not submitted before it is complete', async () => {
    const actor = await acting(enterprise.owner)
    const { id } = value(await startNeed({ actor, input: { title: 'Cần máy sấy' } }))
    expect(codeOf(await move(id, 'submit', enterprise.owner))).toBe('need.incomplete')
    expect(codeOf(await move(id, 'propose', enterprise.member))).toBe('need.incomplete')
    expect(value(await ownNeed({ actor, id })).gaps).toEqual(['wanted', 'reason', 'must_criterion', 'field'])
  })

  it('is not submitted with the name in its text when the name is to be hidden', async () => {
    const id = await written()
    value(await save(id, 'what', { ...what, reason: 'tổ chức CONG-TY cần giảm chi phí' }))
    value(await save(id, 'openness', { nameHidden: 'on' }))
    expect(codeOf(await move(id, 'submit', enterprise.owner))).toBe('need.incomplete')
    value(await save(id, 'what', what))
    value(await move(id, 'submit', enterprise.owner))
    await decide(id, 'publish')
    const page = value(await needPage({ actor: visitor, id }))
    expect(JSON.stringify(page)).not.toMatch(/cong-ty|org_/i)
  })

  it('is written by those who work for its organisation, and signed for by those who may', async () => {
    const id = await written()
    expect(codeOf(await save(id, 'terms', terms, enterprise.viewer))).toBe('auth.role')
    expect(codeOf(await save(id, 'terms', terms, other.owner))).toBe('not_found')
    expect(codeOf(await move(id, 'submit', enterprise.member))).toBe('auth.role')
    expect(codeOf(await move(id, 'submit', other.owner))).toBe('not_found')
    expect(codeOf(await move(id, 'renew', enterprise.owner))).toBe('wrong_state')
    for (const query of [ownNeed, needForEditing]) {
      expect(codeOf(await query({ actor: await acting(other.owner), id }))).toBe('not_found')
      expect(codeOf(await query({ actor: visitor, id }))).toBe('auth.sign_in')
    }
    expect(codeOf(await needPreview({ actor: await acting(other.owner), id, version: null }))).toBe('not_found')
    expect(codeOf(await needPage({ actor: await acting(other.owner), id }))).toBe('not_found')
    expect(value(await needPage({ actor: await acting(enterprise.viewer), id }))).toEqual({ open: false, to: 'owner' })
    expect(value(await ownNeeds({ actor: await acting(other.owner), page: 1 })).total).toBe(0)
  })

  it('is saved on the version that was read, and only while it may be changed', async () => {
    const id = await written()
    const actor = await acting(enterprise.member)
    const stale = { actor, needId: id, part: 'terms', input: terms } as const
    expect(codeOf(await saveNeed({ ...stale, version: '1' }))).toBe('version_conflict')
    expect(codeOf(await saveNeed({ ...stale, version: undefined }))).toBe('version_conflict')
    value(await move(id, 'propose', enterprise.member))
    expect(codeOf(await save(id, 'terms', terms))).toBe('wrong_state')
    expect(codeOf(await needForEditing({ actor, id }))).toBe('wrong_state')
  })

  it('comes whole from an import, its translation taken as made from what came along', async () => {
    const document = { texts: { vi: { title: 'Cần máy sấy' }, en: { title: 'Dryer wanted' } } }
    const { organisationId } = enterprise
    const listing = value(
      await transaction((tx) =>
        createNeedDirectly(tx, { organisationId, by: null, document, state: 'submitted', externalId: 'A-1' }),
      ),
    )
    expect([listing.state, listing.title, listing.externalId]).toEqual(['submitted', 'Cần máy sấy', 'A-1'])
    const wrong = { texts: { vi: { title: 'x'.repeat(301) } } }
    const refused = await transaction((tx) =>
      createNeedDirectly(tx, { organisationId, by: null, document: wrong, state: 'draft' }),
    )
    expect(refused.ok ? [] : Object.keys(refused.refusal.fields ?? {})).toEqual(['texts.vi.title'])
  })
})
