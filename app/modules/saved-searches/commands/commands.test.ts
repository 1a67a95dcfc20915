import { beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import type { Result } from '#kernel'
import { type Actor, visitor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { historyOf } from '#modules/audit/server'
import { questionOf } from '#modules/catalogue'
import { useCatalogue } from '#modules/catalogue/server'
import { openMemorySearch } from '#search/server'
import { type Troupe, troupe } from '../../../../tests/support/cast.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { keepSearch } from '../../../../tests/support/searches.ts'
import {
  editSearch,
  ownSearch,
  ownSearches,
  removeSearch,
  saveSearchFor,
  searchToSave,
  setSearchState,
  unsubscribe,
  unsubscription,
} from '../index.server.ts'
import { searchesAllowed } from '../saved-search.ts'
import { tokenFor } from '../unsubscribe-token.server.ts'

let enterprise: Troupe
let member: Actor
let owner: Actor

beforeEach(async () => {
  useCatalogue(openMemorySearch())
  const close = await freshDatabase()
  enterprise = await troupe('cong-ty', 'enterprise')
  member = await actorOf(enterprise.member.session)
  owner = await actorOf(enterprise.owner.session)
  return close
})

const code = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.code)

async function listed(actor = member) {
  const found = await ownSearches({ actor, language: 'vi', page: 1 })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

const save = (query: string, input: unknown, actor = member) =>
  saveSearchFor({ actor, question: questionOf(new URLSearchParams(query)), language: 'vi', input })

const actionsOf = async (id: string) =>
  (await historyOf(reader(), { kind: 'saved_search', id })).map((entry) => entry.action)

describe('saving a search', () => {
  it('keeps the question without its page, for the organisation acted for, and says it in words', async () => {
    const query = 'q=s%E1%BA%A5y&page=3&why=1&province=52&trlFrom=4&trlTo=7&priceTo=2000000000&kind=technology'
    const id = await keepSearch(member, query, 'weekly', 'Sấy')
    const { searches, total, allowed } = await listed()
    expect([total, allowed]).toEqual([1, 50])
    const path = '/search?q=s%E1%BA%A5y&kind=technology&province=52&trlFrom=4&trlTo=7&priceTo=2000000000'
    expect(searches[0]).toMatchObject({ id, name: 'Sấy', path, frequency: 'weekly', total: 0 })
    expect(searches[0]?.words.line).toBe(
      '“sấy” · Loại nội dung: Công nghệ · Tỉnh, thành phố: Gia Lai · TRL: 4 – 7 · Giá hoặc ngân sách: đến 2 tỷ ₫',
    )
    expect(searches[0]?.organisation).toEqual({
      name: { vi: 'Tổ chức cong-ty', en: 'Organisation cong-ty' },
      left: false,
    })
    expect(await actionsOf(id)).toEqual(['saved_search.save'])
  })

  it('keeps the same question once, also when it is asked twice at once', async () => {
    const both = await Promise.all(['daily', 'weekly'].map((frequency) => save('q=say', { name: 'Sấy', frequency })))
    expect(both.map(code)).toEqual(['done', 'done'])
    expect(new Set(both.map((result) => (result.ok ? result.value : '')))).toHaveLength(1)
    const { searches } = await listed()
    expect(searches.map((search) => search.frequency)).toEqual(['weekly'])
    expect((await listed(owner)).total).toBe(0)
  })

  it.each([
    [{ name: '', frequency: 'daily' }, 'name'],
    [{ name: 'a'.repeat(121), frequency: 'daily' }, 'name'],
    [{ name: 'Sấy', frequency: 'hourly' }, 'frequency'],
    [{ name: 'Sấy' }, 'frequency'],
  ])('refuses %j', async (input, field) => {
    const result = await save('q=say', input)
    expect(result.ok ? null : Object.keys(result.refusal.fields ?? {})).toEqual([field])
    expect((await listed()).total).toBe(0)
  })

  it('stops at the most that one person may keep', async () => {
    for (let index = 0; index < searchesAllowed - 1; index++) await keepSearch(member, `q=${String(index)}`, 'never')
    const last = await Promise.all(['q=x', 'q=y'].map((query) => save(query, { name: 'x', frequency: 'never' })))
    expect(last.map(code).sort()).toEqual(['done', 'search_limit'])
    expect(code(await save('q=0', { name: 'Vẫn sửa được', frequency: 'daily' }))).toBe('done')
    expect(code(await save('q=z', { name: 'z', frequency: 'daily' }, owner))).toBe('done')
  })

  it('is for those who are signed in', async () => {
    expect(code(await save('q=say', { name: 'Sấy', frequency: 'daily' }, visitor))).toBe('auth.sign_in')
    expect(
      code(await searchToSave({ actor: visitor, language: 'vi', question: questionOf(new URLSearchParams()) })),
    ).toBe('auth.sign_in')
  })

  it('proposes a name, and what is kept already', async () => {
    const question = questionOf(new URLSearchParams(`q=${'😀'.repeat(100)}`))
    const fresh = await searchToSave({ actor: member, language: 'vi', question })
    expect(fresh.ok && fresh.value.name.isWellFormed() && fresh.value.name.length).toBe(120)
    await keepSearch(member, 'q=say', 'weekly', 'Của tôi')
    const known = await searchToSave({
      actor: member,
      language: 'en',
      question: questionOf(new URLSearchParams('q=say')),
    })
    expect(known.ok && known.value).toMatchObject({ known: true, name: 'Của tôi', frequency: 'weekly', full: false })
  })
})

describe('a kept search', () => {
  it('is changed from the version that was read, paused and resumed, and deleted', async () => {
    const id = await keepSearch(member, 'q=say', 'daily')
    expect(code(await editSearch(member, id, { name: 'Mới', frequency: 'instant', version: '1' }))).toBe('done')
    expect(code(await editSearch(member, id, { name: 'Cũ', frequency: 'daily', version: '1' }))).toBe(
      'version_conflict',
    )
    expect(code(await setSearchState(member, id, { state: 'paused' }))).toBe('done')
    expect(code(await setSearchState(member, id, { state: 'paused' }))).toBe('done')
    expect(code(await setSearchState(member, id, { state: 'gone' }))).toBe('form.invalid')
    expect((await listed()).searches[0]).toMatchObject({ name: 'Mới', frequency: 'instant', state: 'paused' })
    expect(code(await setSearchState(member, id, { state: 'active' }))).toBe('done')
    expect(code(await removeSearch(member, id))).toBe('done')
    expect(code(await removeSearch(member, id))).toBe('not_found')
    expect(await actionsOf(id)).toEqual(
      ['save', 'edit', 'pause', 'resume', 'remove'].map((verb) => `saved_search.${verb}`),
    )
  })

  it('is nobody else’s, whatever they belong to', async () => {
    const id = await keepSearch(member, 'q=say', 'daily')
    const input = { name: 'x', frequency: 'never', version: '1' }
    expect(code(await ownSearch({ actor: owner, language: 'vi', id }))).toBe('not_found')
    expect(code(await editSearch(owner, id, input))).toBe('not_found')
    expect(code(await setSearchState(owner, id, { state: 'paused' }))).toBe('not_found')
    expect(code(await removeSearch(owner, id))).toBe('not_found')
    expect((await listed()).searches[0]).toMatchObject({ name: 'q=say', frequency: 'daily', state: 'active' })
  })
})

describe('the link in a letter', () => {
  it('stops one search, once, and says which', async () => {
    const id = await keepSearch(member, 'q=say', 'daily', 'Sấy')
    const other = await keepSearch(member, 'q=nuoc', 'daily', 'Nước')
    const token = await transaction((tx) => tokenFor(tx, { kind: 'search', id }))
    expect(await unsubscription(token)).toMatchObject({ value: { names: ['Sấy'], frequency: null } })
    expect((await Promise.all([unsubscribe(token), unsubscribe(token)])).map(code)).toEqual(['done', 'done'])
    expect(await unsubscription(token)).toMatchObject({ value: { names: [] } })
    const states = Object.fromEntries((await listed()).searches.map((search) => [search.id, search.state]))
    expect(states).toEqual({ [id]: 'paused', [other]: 'active' })
    expect(await actionsOf(id)).toEqual(['saved_search.save', 'saved_search.unsubscribe'])
  })

  it('stops all of a person at one frequency', async () => {
    const daily = await keepSearch(member, 'q=say', 'daily', 'Sấy')
    const weekly = await keepSearch(member, 'q=nuoc', 'weekly', 'Nước')
    const others = await keepSearch(owner, 'q=say', 'daily')
    const personId = enterprise.member.personId
    const token = await transaction((tx) => tokenFor(tx, { kind: 'person', id: personId, frequency: 'daily' }))
    expect(await unsubscription(token)).toMatchObject({ value: { names: ['Sấy'], frequency: 'daily' } })
    expect(code(await unsubscribe(token))).toBe('done')
    const all = [...(await listed()).searches, ...(await listed(owner)).searches]
    expect(Object.fromEntries(all.map((search) => [search.id, search.state]))).toEqual({
      [daily]: 'paused',
      [weekly]: 'active',
      [others]: 'active',
    })
  })

  it('is worth nothing when a sign of it is changed', async () => {
    const id = await keepSearch(member, 'q=say', 'daily')
    const other = await keepSearch(owner, 'q=say', 'daily')
    const token = await transaction((tx) => tokenFor(tx, { kind: 'search', id }))
    const signature = token.split('.')[2] ?? ''
    const swapped = `${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`
    const forged = [
      `s.${other}.${signature}`,
      `s.${id}.${swapped}`,
      `s.${id}.${signature.slice(1)}`,
      `s.${id}.`,
      `p.${enterprise.member.personId}.daily.${signature}`,
      '',
      '%00',
      '.'.repeat(100),
    ]
    for (const bad of forged) expect([bad, code(await unsubscribe(bad))]).toEqual([bad, 'not_found'])
    expect((await listed()).searches[0]?.state).toBe('active')
  })
})
