import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import { organisations } from '#modules/accounts/server'
import { decideListing } from '#modules/listings/server'
import { createNeedDirectly } from '#modules/needs/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { startSession } from '../../app/modules/accounts/sessions.server.ts'
import { type Troupe, troupe } from '../support/cast.ts'
import { createExchange, type Exchange, routePaths } from '../support/remix.ts'
import { keepSearch } from '../support/searches.ts'
import { aTyped } from '../support/terms.ts'
import { ask, estimate, sign, value, worked } from '../support/valuations.ts'
import { routeTable, type RouteRow } from './route-table.ts'

/**
 * Walks every route as every kind of reader, by the table: what a page answers, and whether a form sent to it reaches
 * its command. A route that is not in the table fails.
 */
let exchange: Exchange
let ids: Readonly<Record<string, string>>
let readers: readonly (string | null)[]

const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4, decision: 'publish', reason: 'Đạt' } as const

async function publishBoth({ organisationId }: Troupe): Promise<{ technology: string; need: string }> {
  return transaction(async (tx) => {
    const technology = await createTechnologyDirectly(tx, {
      organisationId,
      by: null,
      state: 'submitted',
      profile: { texts: { vi: { title: 'Máy sấy đông khô', teaser: 'Sấy' } }, offers: [{ right: 'use' }] },
    })
    const need = await createNeedDirectly(tx, {
      organisationId,
      by: null,
      state: 'submitted',
      document: { texts: { vi: { title: 'Cần máy sấy', wanted: 'Sấy' } } },
    })
    if (!technology.ok || !need.ok) throw new Error('The listings of the walk could not be made')
    for (const { value } of [technology, need]) {
      const decided = await decideListing(tx, value, scores, null, null)
      if (!decided.ok) throw new Error(decided.refusal.code)
    }
    return { technology: technology.value.id, need: need.value.id }
  })
}

async function valuerTroupe(): Promise<Troupe> {
  const valuer = await troupe('tham-dinh', 'intermediary')
  await transaction((tx) =>
    tx
      .update(organisations)
      .set({ services: ['valuation'] })
      .where(eq(organisations.id, valuer.organisationId)),
  )
  return valuer
}

async function sentRequest({ owner }: Troupe, technology: string): Promise<string> {
  const asked = await exchange.fetch(`/technologies/${technology}/request`, {
    as: owner.session,
    form: {
      form: 'request',
      formKey: 'mot-lan-0000000000',
      proposal: 'Sấy dược liệu',
      rightWanted: 'use',
      exclusivityWanted: 'non_exclusive',
      volume: '',
      timing: '',
      message: 'Kính gửi Quý Viện',
    },
  })
  const request = /\/requests\/(req\w+)/.exec(asked.headers.get('location') ?? '')?.[1]
  if (request === undefined) throw new Error(`The request of the walk could not be made: ${String(asked.status)}`)
  return request
}

/** An accepted request on which its sender has offered terms. */
async function negotiatedRequest(own: Troupe, asking: Troupe, technology: string): Promise<string> {
  const request = await sentRequest(asking, technology)
  const accept = { form: 'accept', verb: 'accept', version: '1', text: '' }
  await exchange.fetch(`/requests/${request}`, { as: own.member.session, form: accept })
  const offered = await exchange.fetch(`/requests/${request}/terms/new`, {
    as: asking.member.session,
    form: { ...(aTyped() as Record<string, string>), form: 'terms', read: '0', formKey: 'mot-lan-0000000000' },
  })
  if (offered.status !== 302) throw new Error(`The terms of the walk could not be offered: ${String(offered.status)}`)
  return request
}

beforeAll(async () => {
  exchange = await createExchange()
  const own = await troupe('vien', 'institute')
  const other = await troupe('khac', 'enterprise')
  const operator = await troupe('san', 'operator')
  const { technology, need } = await publishBoth(own)
  const asking = await troupe('hoi', 'enterprise')
  const request = await sentRequest(asking, technology)
  const negotiated = await negotiatedRequest(own, await troupe('dam-phan', 'enterprise'), technology)
  const valuer = await valuerTroupe()
  const valuation = value(await estimate(own.member, technology)).id
  await worked(own.member, valuation)
  ids = {
    valuation,
    report: value(await sign(own.member, valuation)),
    mandate: value(await ask(own.member, { technologyId: technology, valuerId: valuer.organisationId })).id,
    request,
    negotiated,
    technology,
    need,
    organisation: own.organisationId,
    search: await keepSearch(own.signatory, 'q=say', 'daily'),
    unknown: 'import_00000000000000000000000000',
    token: 'khong-co-ma-nay',
  }
  readers = [
    null,
    ...[own.viewer, own.member, own.signatory, own.owner, other.owner, operator.owner].map(({ personId }) => personId),
  ]
})

afterAll(() => exchange.close())

function outcome(response: Response): string {
  const location = response.headers.get('location') ?? ''
  if (location.startsWith('/sign-in?')) return 's'
  if (location.startsWith('/account/second-factor?')) return 'f'
  if (response.status === 404) return 'h'
  if (response.status === 403) return 'd'
  if (response.status >= 500) return '!'
  if (response.status === 405) return '-'
  return response.status >= 300 && response.status < 400 ? 'm' : response.status === 200 ? 'p' : 'r'
}

function address({ path }: RouteRow, at: Readonly<Record<string, string>>): string {
  return `/${path.replace(/:(\w+)/g, (_whole, name: string) => at[name] ?? 'x')}`
}

function forReader(form: Readonly<Record<string, string>>, reader: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, value.replace('{reader}', String(reader))]),
  )
}

async function walk(row: RouteRow, form: Readonly<Record<string, string>> | null): Promise<string> {
  const at = Object.fromEntries(Object.entries(row.at ?? {}).map(([name, value]) => [name, ids[value] ?? value]))
  let found = ''
  for (const [index, personId] of readers.entries()) {
    // A session of its own each time: some forms end it.
    const session = personId === null ? null : await startSession(personId, 'walk')
    const response = await exchange.fetch(address(row, at), {
      address: `walk-${String(index)}`,
      ...(session === null ? {} : { as: session }),
      ...(form ? { form: forReader(form, index) } : {}),
    })
    found += outcome(response)
  }
  return found
}

describe('every route is in the table', () => {
  it('and the table has no other', async () => {
    expect([...new Set(routeTable.map((row) => row.path))].sort()).toEqual(await routePaths())
  })
})

describe.each(routeTable)('$path', (row) => {
  it(`reads ${row.get}`, async () => {
    expect(await walk(row, null)).toBe(row.get)
  })

  for (const { form, answers } of row.posts ?? [])
    it(`takes ${JSON.stringify(form)} as ${answers}`, async () => {
      const found = await walk(row, form)
      // What reaches its command may be carried out, refused by its rules or sent on: all the same here.
      expect(found.replace(/[pmr]/g, 'a')).toBe(answers)
    })
})
