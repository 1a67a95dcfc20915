import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db'
import type { Actor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { auditPage } from '#modules/audit/server'
import { setClock } from '#platform/clock'
import { troupe, type Troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { outbox } from '../../platform/jobs/outbox.tables.server.ts'
import {
  addManyTerms,
  addTerm,
  builtInPair,
  decideTerm,
  findInTerminology,
  noteUnanswered,
  operatorTerm,
  operatorTerms,
  ownProposals,
  proposeTerm,
  termsForSearch,
  terminologyFile,
  termsWaiting,
  unansweredPage,
  useBuiltInTerms,
  withdrawBuiltIn,
} from './index.server.ts'
import { terms, unanswered } from './terms.tables.server.ts'
import { writeUnanswered } from './unanswered.server.ts'

let institute: Troupe
let unverified: Troupe
let operator: Troupe
let proposer: Actor
let officer: Actor

beforeEach(freshDatabase)
afterEach(() => {
  setClock(null)
})
beforeEach(async () => {
  institute = await troupe('vien', 'institute')
  unverified = await troupe('moi', 'enterprise', false)
  operator = await troupe('san', 'operator')
  proposer = await actorOf(institute.member.session)
  officer = await actorOf(operator.member.session)
  useBuiltInTerms([
    { en: 'dryer', vi: 'máy sấy', field: '203' },
    { en: 'boiler', vi: 'nồi hơi', field: '203' },
    { en: 'boiler', vi: 'nồi hơi', field: null },
    { en: 'chemical', vi: 'hóa chất', field: '104' },
  ])
})

const pair = { a: 'freeze dryer', b: 'máy sấy đông khô', field: '211', source: 'TCVN' }

async function proposed(input: Record<string, unknown> = pair): Promise<string> {
  const made = await proposeTerm({ actor: proposer, input })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.id
}

const decide = (id: string, input: Record<string, unknown>, actor = officer) =>
  decideTerm({ actor, id, input: { version: 1, ...input } })

async function shown(text = ''): Promise<string[]> {
  const { entries } = await findInTerminology({ text, field: null, origin: null, page: 1 })
  return entries.map(({ a, b, origin }) => `${a}=${b} ${origin}`)
}

async function newsOf(): Promise<string[]> {
  const rows = await reader().select().from(outbox).where(eq(outbox.topic, 'terms.changed'))
  return rows.map(({ subjectId }) => subjectId)
}

describe('who may', () => {
  it('propose: working members of verified organisations of the market', async () => {
    const attempt = async (session: string) => proposeTerm({ actor: await actorOf(session), input: pair })
    expect(await attempt(institute.viewer.session)).toMatchObject({ refusal: { code: 'auth.role' } })
    expect(await attempt(unverified.owner.session)).toMatchObject({ refusal: { code: 'auth.unverified' } })
    expect(await attempt(operator.member.session)).toMatchObject({ refusal: { code: 'auth.kind' } })
    expect(await proposeTerm({ actor: { kind: 'visitor' }, input: pair })).toMatchObject({ refusal: { status: 401 } })
    expect(await attempt(institute.member.session)).toMatchObject({ ok: true })
  })

  it('decide: the operator; for everybody else nothing of it is there', async () => {
    const id = await proposed()
    for (const result of [
      await decide(id, { verb: 'approve' }, proposer),
      await addTerm({ actor: proposer, input: pair }),
      await addManyTerms({ actor: proposer, input: { text: 'fan,quạt', step: 'carry' } }),
      await withdrawBuiltIn({ actor: proposer, input: { en: 'dryer', vi: 'máy sấy', reason: 'x' } }),
      await operatorTerms(proposer, { list: 'proposed', text: '', page: 1 }),
      await operatorTerm(proposer, id),
      await builtInPair(proposer, { en: 'dryer', vi: 'máy sấy' }),
      await unansweredPage(proposer, 1),
    ])
      expect(result).toMatchObject({ ok: false, refusal: { status: 404 } })
    const viewer = await actorOf(operator.viewer.session)
    expect(await operatorTerm(viewer, id)).toMatchObject({ ok: true })
    expect(await decide(id, { verb: 'approve' }, viewer)).toMatchObject({ refusal: { code: 'auth.role' } })
  })
})

describe('a proposal', () => {
  it('waits, changes nothing in search, and is seen by those who sent it', async () => {
    await proposed()
    expect(await termsForSearch()).toEqual({ added: [], without: [] })
    expect(await shown('freeze')).toEqual([])
    expect(await termsWaiting()).toMatchObject({ waiting: 1 })
    expect(await ownProposals(await actorOf(institute.owner.session))).toMatchObject({
      value: [{ a: 'freeze dryer', state: 'proposed' }],
    })
    expect(await ownProposals(await actorOf(institute.viewer.session))).toMatchObject({ ok: false })
    expect(await newsOf()).toEqual([])
  })

  it('is refused when the pair is there, however it is typed', async () => {
    await proposed()
    const again = { ...pair, a: 'Freeze  Dryer', b: 'Máy sấy đông khô'.normalize('NFD') }
    expect(await proposeTerm({ actor: proposer, input: again })).toMatchObject({
      refusal: { code: 'term.exists.proposed', status: 409 },
    })
    expect(await proposeTerm({ actor: proposer, input: { a: 'chemical', b: 'hoá chất' } })).toMatchObject({
      refusal: { code: 'term.built_in' },
    })
    const id = (await reader().select().from(terms))[0]?.id ?? ''
    await decide(id, { verb: 'reject', reason: 'Quá hẹp' })
    expect(await addTerm({ actor: officer, input: pair })).toMatchObject({ refusal: { code: 'term.exists.rejected' } })
  })

  it('is one also when it comes from two at once', async () => {
    const both = await Promise.all([
      proposeTerm({ actor: proposer, input: pair }),
      addTerm({ actor: officer, input: pair }),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await reader().select().from(terms)).toHaveLength(1)
  })
})

describe('a decision', () => {
  it('puts an approved pair in use at once, with a record and news', async () => {
    const id = await proposed()
    expect(await decide(id, { verb: 'approve' })).toMatchObject({ value: { state: 'approved', version: 2 } })
    expect(await termsForSearch()).toEqual({
      added: [{ kind: 'translation', a: 'freeze dryer', b: 'máy sấy đông khô' }],
      without: [],
    })
    expect(await shown('say')).toEqual(['dryer=máy sấy built-in', 'freeze dryer=máy sấy đông khô added'])
    expect(await newsOf()).toEqual([id])
    const { entries } = await auditPage(reader(), { subjectId: id, limit: 10, offset: 0 })
    expect(entries.map(({ action }) => action)).toEqual(['term.approve', 'term.propose'])
  })

  it('may correct the words on approval, and keeps what was proposed in the record', async () => {
    const id = await proposed({ a: 'freez dryer', b: 'máy sấy đông khô' })
    await decide(id, { verb: 'approve', a: 'freeze dryer', b: 'máy sấy thăng hoa', field: '211' })
    expect(await shown('freeze')).toEqual(['freeze dryer=máy sấy thăng hoa added'])
    const { entries } = await auditPage(reader(), { subjectId: id, limit: 1, offset: 0 })
    expect(entries[0]?.detail).toMatchObject({ proposed: { a: 'freez dryer', b: 'máy sấy đông khô', field: null } })
  })

  it('cannot correct a pair into one that is there, nor into nonsense', async () => {
    const id = await proposed()
    await addTerm({ actor: officer, input: { a: 'fan', b: 'quạt' } })
    for (const [words, code] of [
      [{ a: 'fan', b: 'quạt' }, 'term.exists.approved'],
      [{ a: 'dryer', b: 'máy sấy' }, 'term.built_in'],
      [{ a: '<b>' }, 'form.invalid'],
    ] as const)
      expect(await decide(id, { verb: 'approve', ...words })).toMatchObject({ refusal: { code } })
  })

  it('needs a reason to reject and to withdraw', async () => {
    const id = await proposed()
    expect(await decide(id, { verb: 'reject', reason: ' ' })).toMatchObject({
      refusal: { code: 'form.invalid', fields: { reason: [{ code: 'required' }] } },
    })
    expect(await decide(id, { verb: 'reject', reason: 'Sai nghĩa' })).toMatchObject({ value: { state: 'rejected' } })
    expect(await ownProposals(proposer)).toMatchObject({ value: [{ state: 'rejected', reason: 'Sai nghĩa' }] })
  })

  it('of two operators at once counts for one; the other is told', async () => {
    const id = await proposed()
    const other = await actorOf(operator.owner.session)
    const both = await Promise.all([
      decide(id, { verb: 'approve' }),
      decide(id, { verb: 'reject', reason: 'Sai nghĩa' }, other),
    ])
    expect(both[0]).toMatchObject({ ok: true })
    expect(both[1]).toMatchObject({ refusal: { code: 'term.decided', status: 409 } })
  })

  it('follows the states', async () => {
    const id = await proposed()
    expect(await decide(id, { verb: 'withdraw', reason: 'x' })).toMatchObject({ refusal: { code: 'wrong_state' } })
    await decide(id, { verb: 'approve' })
    expect(await decide(id, { verb: 'withdraw', reason: 'Không còn dùng', version: 2 })).toMatchObject({ ok: true })
    expect(await termsForSearch()).toEqual({ added: [], without: [] })
    expect(await decide(id, { verb: 'restore', version: 3 })).toMatchObject({ value: { state: 'approved' } })
    expect(await shown('freeze')).toHaveLength(1)
    expect(await decide('term_00000000000000000000000000', { verb: 'approve' })).toMatchObject({
      refusal: { status: 404 },
    })
  })
})

describe('a built-in pair', () => {
  const boiler = { en: 'boiler', vi: 'nồi hơi', reason: 'Thử' }

  it('stands once, though two lists hold it', async () => {
    expect(await shown('boiler')).toEqual(['boiler=nồi hơi built-in'])
  })

  it('is withdrawn and restored', async () => {
    const withdrawn = await withdrawBuiltIn({ actor: officer, input: boiler })
    if (!withdrawn.ok) throw new Error(withdrawn.refusal.code)
    const { id } = withdrawn.value
    expect(await shown('boiler')).toEqual([])
    expect(await termsForSearch()).toEqual({
      added: [],
      without: [{ kind: 'translation', a: 'boiler', b: 'nồi hơi' }],
    })
    expect(await newsOf()).toEqual([id])
    expect(await builtInPair(officer, boiler)).toMatchObject({ value: { decided: id } })
    expect(await withdrawBuiltIn({ actor: officer, input: boiler })).toMatchObject({
      refusal: { code: 'term.exists.withdrawn', status: 409 },
    })
    await decide(id, { verb: 'restore' })
    expect(await shown('boiler')).toEqual(['boiler=nồi hơi built-in'])
    expect(await termsForSearch()).toEqual({ added: [], without: [] })
  })

  it('must be one, and needs a reason', async () => {
    expect(await withdrawBuiltIn({ actor: officer, input: { ...boiler, vi: 'lò' } })).toMatchObject({
      refusal: { status: 404 },
    })
    expect(await withdrawBuiltIn({ actor: officer, input: { ...boiler, reason: '' } })).toMatchObject({
      refusal: { fields: { reason: [{ code: 'required' }] } },
    })
  })
})

describe('many pairs', () => {
  const text = ['en\tvi\tfield', 'fan\tquạt gió\t203', 'dryer\tmáy sấy', 'pump\tbơm;hút', 'valve\tvan khóa'].join('\n')

  it('are told line by line first, and nothing is written', async () => {
    const told = await addManyTerms({ actor: officer, input: { text, step: 'check' } })
    expect(told).toMatchObject({
      value: {
        carriedOut: false,
        taken: 2,
        refused: 2,
        lines: [
          { number: 2, outcome: 'new', fault: null },
          { number: 3, outcome: 'refused', fault: { code: 'term.built_in' } },
          { number: 4, outcome: 'refused', fault: { code: 'term.signs' } },
          { number: 5, outcome: 'new' },
        ],
      },
    })
    expect(await reader().select().from(terms)).toEqual([])
  })

  it('are added, once, with one record and one piece of news', async () => {
    const carry = () => addManyTerms({ actor: officer, input: { text, source: 'Sổ tay', step: 'carry' } })
    expect(await carry()).toMatchObject({ value: { carriedOut: true, taken: 2, refused: 2 } })
    expect(await shown('van khoa')).toEqual(['valve=van khóa added'])
    expect(await newsOf()).toHaveLength(1)
    expect(await carry()).toMatchObject({ value: { taken: 0, refused: 4 } })
    expect(await newsOf()).toHaveLength(1)
    expect((await reader().select().from(terms)).map(({ source, state }) => [source, state])).toEqual([
      ['Sổ tay', 'approved'],
      ['Sổ tay', 'approved'],
    ])
  })

  it('are at most five thousand, and those are added whole', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `part number ${String(index)},phụ tùng số ${String(index)}`).join(
        '\n',
      )
    const attempt = (input: unknown) => addManyTerms({ actor: officer, input })
    expect(await attempt({ text: lines(5001), step: 'carry' })).toMatchObject({
      refusal: { fields: { text: [{ code: 'term.lines' }] } },
    })
    expect(await attempt({ text: '\n'.repeat(900_000), step: 'carry' })).toMatchObject({
      refusal: { fields: { text: [{ code: 'term.lines' }] } },
    })
    expect(await attempt({ text: ' \n ', step: 'check' })).toMatchObject({
      refusal: { fields: { text: [{ code: 'term.no_lines' }] } },
    })
    expect(await attempt({ text: lines(5000), step: 'carry' })).toMatchObject({ value: { taken: 5000 } })
    expect((await termsForSearch()).added).toHaveLength(5000)
  })
})

describe('the terminology in use', () => {
  it('is paged; a page beyond the last is the last', async () => {
    useBuiltInTerms(
      Array.from({ length: 120 }, (_, index) => ({
        en: `part ${String(index)}`,
        vi: `phần ${String(index)}`,
        field: null,
      })),
    )
    const found = await findInTerminology({ text: 'part', field: null, origin: null, page: 9 })
    expect(found).toMatchObject({ total: 120, page: 3, pageCount: 3 })
    expect(found.entries).toHaveLength(20)
  })

  it('is exported as it is shown', async () => {
    await withdrawBuiltIn({ actor: officer, input: { en: 'boiler', vi: 'nồi hơi', reason: 'Thử' } })
    await addTerm({ actor: officer, input: { kind: 'synonym', language: 'vi', a: 'nồi hơi', b: 'lò hơi' } })
    const file = [...(await terminologyFile('tsv', { title: '', about: '' }))].join('')
    expect(file).toBe(
      'en\tvi\tfield\torigin\tsynonym\nchemical\thóa chất\t104\tbuilt-in\t\ndryer\tmáy sấy\t203\tbuilt-in\t\n\tnồi hơi\t\tadded\tlò hơi\n',
    )
  })
})

describe('searches without an answer', () => {
  const day = 86_400_000
  const today = Date.UTC(2026, 10, 25, 9)
  const note = (text: string, times: number, language: 'vi' | 'en' = 'vi') => {
    for (let time = 0; time < times; time++) noteUnanswered(text, language)
  }

  it('are counted by their folded words, written later, and shown from the third on', async () => {
    note('Sấy thăng hoa', 2)
    note('say thang hoa', 1)
    note('máy bay', 2)
    expect(await reader().select().from(unanswered)).toEqual([])
    await writeUnanswered()
    expect(await unansweredPage(officer, 1)).toMatchObject({
      value: { queries: [{ text: 'say thang hoa', language: 'vi', searches: 3 }], pageCount: 1 },
    })
  })

  it('add up over days and are forgotten after ninety', async () => {
    for (const [ago, times] of [
      [91, 5],
      [60, 2],
      [0, 1],
    ] as const) {
      setClock(() => today - ago * day)
      note('lò hơi tầng sôi', times)
      await writeUnanswered()
    }
    expect(await unansweredPage(officer, 1)).toMatchObject({ value: { queries: [{ searches: 3 }] } })
  })

  it('hold nothing that may name a person, and nothing but words', async () => {
    const { length } = [
      'nguyen.van.a@vi-du.example',
      '0912 345 678',
      '079123456789',
      'a',
      '((((',
      'x'.repeat(81),
      'a b c d e g h i k',
    ].map((text) => note(text, 5))
    expect(length).toBe(7)
    await writeUnanswered()
    expect(await reader().select().from(unanswered)).toEqual([])
  })

  it('cannot fill memory or disk', async () => {
    for (let number = 0; number < 5000; number++) noteUnanswered(`từ lạ ${number.toString(36)}`, 'vi')
    await writeUnanswered()
    expect((await reader().select().from(unanswered)).length).toBeLessThanOrEqual(500)
  })
})
