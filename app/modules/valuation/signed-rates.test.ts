import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db'
import { visitor } from '#modules/accounts'
import { organisationById } from '#modules/accounts/server'
import { historyOf } from '#modules/audit/server'
import { setClock } from '#platform/clock'
import { person, type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { publishTechnology } from '../../../tests/support/searches.ts'
import { actor, formKey, refusal, value } from '../../../tests/support/valuations.ts'
import { operatorRate, operatorRates, recordSignedRate, royaltyRates, withdrawSignedRate } from './index.server.ts'
import type { RateQuestion } from './comparables/anonymised.ts'
import { signedRates } from './signed-rates.tables.server.ts'

let operator: Troupe
let owners: Troupe[]
let contracts = 0

/** Noon in Vietnam on a day of that year. */
const inYear = (year: number) => setClock(() => Date.UTC(year, 5, 15, 5))

beforeEach(async () => {
  const close = await freshDatabase()
  operator = await troupe('san', 'operator')
  owners = [
    await troupe('vien-a', 'institute'),
    await troupe('vien-b', 'institute'),
    await troupe('vien-c', 'institute'),
  ]
  inYear(2025)
  return close
})

afterEach(() => setClock(null))

async function taxCodeOf(owner: Troupe): Promise<string> {
  return (await organisationById(reader(), owner.organisationId))?.taxCode ?? ''
}

async function asks(by: Player, owner: Troupe, more: Record<string, string> = {}, language: 'vi' | 'en' = 'vi') {
  contracts += 1
  return recordSignedRate({
    actor: await actor(by),
    language,
    input: {
      taxCode: await taxCodeOf(owner),
      field: '211',
      rightKind: 'exclusive_use',
      exclusivity: 'exclusive',
      rate: '4,5',
      base: 'net_revenue',
      signedYear: '2024',
      reference: `HĐ ${String(contracts)}/2024`,
      confirmed: 'on',
      formKey: formKey(),
      ...more,
    },
  })
}

const ownerAt = (at: number): Troupe => {
  const owner = owners[at % owners.length]
  if (!owner) throw new Error('No owner')
  return owner
}

/** Records contracts of the owners in turn. */
async function recordSome(rates: readonly string[], more: Record<string, string> = {}, of: number = owners.length) {
  const ids: string[] = []
  for (const [at, rate] of rates.entries())
    ids.push(value(await asks(operator.member, ownerAt(at % of), { rate, ...more })).id)
  return ids
}

const any: RateQuestion = { base: 'net_revenue', field: null, right: null, exclusivity: null }
const told = async (question: Partial<RateQuestion> = {}) => (await royaltyRates({ ...any, ...question })).told

const five = ['2', '3', '4', '5', '6,1']

describe('recorded rates', () => {
  it('are told to everybody as quartiles in the year after, from five contracts of three owners on', async () => {
    await recordSome(five)
    expect(await told()).toEqual({ kind: 'too_few' })
    inYear(2026)
    const rates = { kind: 'rates', deals: 5, lower: 0.03, median: 0.04, upper: 0.05, firstYear: 2024, lastYear: 2024 }
    expect(await told()).toEqual(rates)
    expect(await told({ field: '211', right: 'exclusive_use', exclusivity: true })).toEqual(rates)
    expect(await told({ field: '404' })).toEqual({ kind: 'too_few' })
    expect(await told({ base: 'pre_tax_profit' })).toEqual({ kind: 'too_few' })
  })

  it.each([
    ['four contracts', five.slice(1), 3],
    ['two owners', five, 2],
  ] as const)('are not told of %s', async (_said, rates, of) => {
    await recordSome(rates, {}, of)
    inYear(2026)
    expect(await told()).toEqual({ kind: 'too_few' })
  })

  it('count no withdrawn contract, and what it was part of is not told until the year is over', async () => {
    const [first = ''] = await recordSome(five)
    inYear(2026)
    expect(await told()).toMatchObject({ deals: 5 })
    value(await withdrawSignedRate({ actor: await actor(operator.member), id: first, input: { reason: 'Sai tỷ lệ' } }))
    expect(await told()).toEqual({ kind: 'too_few' })
    await recordSome(['2,5', '2,7', '8'])
    expect(await told()).toEqual({ kind: 'too_few' })
    inYear(2027)
    expect(await told()).toMatchObject({ deals: 7 })
  })

  it('stay as they were when a late contract is recorded, until the year is over', async () => {
    await recordSome(five)
    inYear(2026)
    const before = await told()
    await recordSome(['30', '31'], { signedYear: '2019' })
    expect(await told()).toEqual(before)
    inYear(2027)
    expect(await told()).toMatchObject({ deals: 7, firstYear: 2019 })
  })
})

describe('recording', () => {
  it('is for who works at the operator, with a second factor', async () => {
    const [owner] = owners
    if (!owner) throw new Error('No owner')
    expect(refusal(await asks(operator.viewer, owner))).toMatchObject({ code: 'auth.role', status: 403 })
    expect(refusal(await asks(owner.owner, owner))?.status).toBe(404)
    expect(refusal(await asks(await person('ai-do', false), owner))?.status).toBe(404)
    const weak = { ...(await actor(operator.member)), secondFactor: false }
    expect(refusal(await recordSignedRate({ actor: weak, language: 'vi', input: {} }))?.code).toBe('auth.second_factor')
    expect(refusal(await recordSignedRate({ actor: visitor, language: 'vi', input: {} }))?.status).toBe(401)
    const { id } = value(await asks(operator.member, owner))
    const input = { reason: 'Thử' }
    for (const by of [operator.viewer, owner.owner])
      expect(refusal(await withdrawSignedRate({ actor: await actor(by), id, input }))).not.toBeNull()
    expect(refusal(await operatorRate(await actor(owner.owner), id))?.status).toBe(404)
    expect(refusal(await operatorRates(await actor(owner.owner), 1))?.status).toBe(404)
    expect(value(await operatorRates(await actor(operator.viewer), 1))).toMatchObject({ total: 1, mayRecord: false })
  })

  it('happens once for a form that is sent twice, and is in the record', async () => {
    const key = formKey()
    const more = { formKey: key, reference: 'HĐ-01' }
    const [one, two] = await Promise.all([
      asks(operator.member, ownerAt(0), more),
      asks(operator.member, ownerAt(0), more),
    ])
    expect(value(one).id).toBe(value(two).id)
    expect(await reader().select().from(signedRates)).toHaveLength(1)
    const history = await historyOf(reader(), { kind: 'signed_rate', id: value(one).id })
    expect(history.map(({ action }) => action)).toEqual(['rate.record'])
  })

  it('takes a contract of an owner once, however its number is written, and again when it was withdrawn', async () => {
    const first = value(await asks(operator.member, ownerAt(0), { reference: 'HĐ 07/2024' }))
    expect(refusal(await asks(operator.member, ownerAt(0), { reference: 'hd-07-2024' }))?.code).toBe('rate.recorded')
    expect((await asks(operator.member, ownerAt(1), { reference: 'HĐ 07/2024' })).ok).toBe(true)
    const by = await actor(operator.owner)
    expect(refusal(await withdrawSignedRate({ actor: by, id: first.id, input: {} }))?.fields).toHaveProperty('reason')
    value(await withdrawSignedRate({ actor: by, id: first.id, input: { reason: 'Ghi nhầm bậc' } }))
    expect(refusal(await withdrawSignedRate({ actor: by, id: first.id, input: { reason: 'Lại' } }))?.code).toBe(
      'rate.withdrawn',
    )
    expect((await asks(operator.member, ownerAt(0), { reference: 'HĐ 07/2024' })).ok).toBe(true)
    const line = value(await operatorRate(by, first.id))
    expect(line.standing).toMatchObject({ kind: 'withdrawn', by: 'Người dùng san-owner', reason: 'Ghi nhầm bậc' })
    expect(line.mayWithdraw).toBe(false)
    const all = value(await operatorRates(by, 1))
    expect(all.lines.map(({ standing }) => standing.kind).sort()).toEqual(['counts_from', 'counts_from', 'withdrawn'])
  })

  it('reads figures in the language of the form, and keeps them as they were typed', async () => {
    expect(value(await asks(operator.member, ownerAt(0), { rate: '4,125 %' })).rate).toBe('0.04125')
    expect(value(await asks(operator.member, ownerAt(0), { rate: '4.125' }, 'en')).rate).toBe('0.04125')
  })

  it.each([
    ['rate', 'năm', 'figure'],
    ['rate', '0', 'rate.out_of_range'],
    ['rate', '-3', 'rate.out_of_range'],
    ['rate', '101', 'rate.out_of_range'],
    ['signedYear', '2026', 'too_big'],
    ['signedYear', '1200', 'too_small'],
    ['taxCode', '0000000000', 'rate.owner'],
    ['taxCode', '12', 'tax_code'],
    ['field', '999', 'choose'],
    ['exclusivity', 'non_exclusive', 'rate.exclusivity'],
    ['confirmed', '', 'rate.unconfirmed'],
    ['reference', '—', 'format'],
    ['technology', 'https://san.example/technologies/tech_khong-co', 'rate.technology'],
  ])('refuses a %s of “%s”', async (field, typed, code) => {
    const refused = refusal(await asks(operator.member, ownerAt(0), { [field]: typed }))
    expect(refused?.fields?.[field]?.map((issue) => issue.code)).toEqual([code])
    expect(await reader().select().from(signedRates)).toEqual([])
  })

  it('takes the address of a technology of the owner, and of nobody else', async () => {
    const id = await publishTechnology(ownerAt(0).organisationId, 'Máy sấy', 'Giảm điện năng')
    const technology = `https://san.example/en/technologies/${id}?x=1`
    expect(value(await asks(operator.member, ownerAt(0), { technology })).technologyId).toBe(id)
    expect(refusal(await asks(operator.member, ownerAt(1), { technology }))?.fields).toHaveProperty('technology')
  })
})
