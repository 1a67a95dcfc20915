import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Troupe, troupe } from '../support/cast.ts'
import { createExchange, type Exchange } from '../support/remix.ts'
import { routeTable } from './route-table.ts'

/** Whatever is sent to any address, the answer says what is wrong in the reader's language, and is never our fault. */
let exchange: Exchange
let players: readonly (string | null)[]

beforeAll(async () => {
  exchange = await createExchange()
  const troupes: Troupe[] = [await troupe('vien', 'institute'), await troupe('san', 'operator')]
  players = [null, ...troupes.map(({ owner }) => owner.session)]
})

afterAll(() => exchange.close())

const words = [
  '',
  '-1',
  '99999999999999999999',
  '1e9',
  'NaN',
  '../../../etc/passwd',
  "' OR 1=1 --",
  '"; DROP TABLE people; --',
  '<script>alert(1)</script>',
  'NEAR(a b) AND * OR "x',
  '%00',
  '\u202e\ufeff',
  'Công nghệ'.normalize('NFD'),
  '𠮷'.repeat(50),
  'a'.repeat(5000),
  '__proto__',
  '[object Object]',
]

const paths = [...new Set(routeTable.map((row) => row.path))].filter((path) => path !== '*' && path !== 'sign-out')
const fields = [
  'form',
  'q',
  'page',
  'kind',
  'sort',
  'title',
  'version',
  'email',
  'password',
  'verb',
  'id',
  'next',
  'held',
  'done',
  'rights[0].type',
  'offers[0].territory',
  'budget.from',
  'code',
  'file',
  'with',
  'ipc',
  'territory',
  'trlFrom',
  'priceFrom',
  'exact',
  'why',
  'text',
  'a',
  'b',
  'en',
  'vi',
  'field',
  'origin',
  'list',
]

async function tell(response: Response): Promise<{ status: number; fault: boolean }> {
  const body = await response.text()
  return {
    status: response.status,
    fault: response.status >= 500 || /\bat [\w.<>]+ \(|node:internal|SqliteError|ZodError/.test(body),
  }
}

describe.each(paths)('/%s', (path) => {
  it('bears every word in its parameters and its query', async () => {
    for (const [index, word] of words.entries()) {
      const as = players[index % players.length]
      const filled = path.replace(/:\w+/g, encodeURIComponent(word.slice(0, 300)) || 'x')
      const query = new URLSearchParams(fields.map((field) => [field, word]))
      const prefix = index % 2 === 0 ? '/' : '/en/'
      const found = await tell(
        await exchange.fetch(`${prefix}${filled}?${query.toString()}`, {
          ...(as ? { as } : {}),
          address: `hostile-${String(index)}`,
        }),
      )
      expect({ path, word: word.slice(0, 40), ...found }).toMatchObject({ fault: false })
    }
  })

  it('bears every word in every field of a form', async () => {
    for (const [index, word] of words.entries()) {
      const as = players[index % players.length]
      const filled = path.replace(/:\w+/g, 'tech_00000000000000000000000000')
      const form = Object.fromEntries(fields.map((field) => [field, word]))
      const found = await tell(
        await exchange.fetch(`/${filled}`, { form, ...(as ? { as } : {}), address: `hostile-${String(index)}` }),
      )
      expect({ path, word: word.slice(0, 40), ...found }).toMatchObject({ fault: false })
    }
  })

  it('bears bodies that are no forms', async () => {
    const bodies: readonly [string, string | Uint8Array<ArrayBuffer>][] = [
      ['application/json', '{"form":"x"}'],
      ['text/plain', 'x=y'],
      ['multipart/form-data; boundary=x', '--x\r\nbroken'],
      ['application/x-www-form-urlencoded', 'a%00b=%ED%A0%80&__proto__.x=1'],
      ['application/x-www-form-urlencoded', `title=${'a'.repeat(1_200_000)}`],
      ['application/octet-stream', new Uint8Array([0, 255, 128, 7])],
    ]
    for (const [type, body] of bodies) {
      const response = await exchange.fetch(`/${path.replace(/:\w+/g, 'x')}`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
        ...(players[1] ? { as: players[1] } : {}),
      })
      const found = await tell(response)
      expect({ path, type, ...found }).toMatchObject({ fault: false })
      expect(found.status).toBeGreaterThanOrEqual(300)
    }
  })
})
