import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '#db'
import { letters } from '#platform/mail'
import { type Player, person, type Troupe, troupe } from '../support/cast.ts'
import { createExchange, type Exchange } from '../support/remix.ts'
import { publishTechnology } from '../support/searches.ts'

let exchange: Exchange
let institute: Troupe
let reading: Player

beforeAll(async () => {
  exchange = await createExchange()
  institute = await troupe('vien', 'institute')
  reading = await person('nguoi-doc')
})

afterAll(() => exchange.close())

const save = (query: string, form: Record<string, string>) =>
  exchange.fetch(`/account/searches/new?${query}`, { as: reading.session, form: { form: 'save', ...form } })

async function unsubscribeAddress(): Promise<string> {
  for (let waited = 0; waited < 150; waited++) {
    const kept = await letters(reader(), { recipient: reading.email, limit: 1, offset: 0 })
    const address = kept.letters[0]?.unsubscribe
    if (address) return new URL(address).pathname
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('No letter was written')
}

describe('the page that saves a search', () => {
  it('sends a visitor to sign in, and back to the same question', async () => {
    const answer = await exchange.fetch('/en/account/searches/new?q=say&province=52')
    expect(answer.headers.get('location')).toBe(
      `/en/sign-in?next=${encodeURIComponent('/account/searches/new?q=say&province=52')}`,
    )
  })

  it('keeps what was typed when something is wrong', async () => {
    const answer = await save('q=say', { name: '', frequency: 'weekly' })
    expect(answer.status).toBe(400)
    const text = await answer.text()
    expect(text).toMatch(/value="weekly"[^>]*checked|checked=""[^>]*value="weekly"/)
    expect(text).toContain('role="alert"')
  })

  it.each([`q=${'%22%3Cscript%3E'.repeat(100)}`, 'q=%00%ED%A0%80', 'kind=boat&page=-1&__proto__=x', ''])(
    'opens for any question: %.30s',
    async (query) => {
      const answer = await exchange.fetch(`/account/searches/new?${query}`, { as: reading.session })
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('<script>')
    },
  )

  it('saves once what arrives twice at once', async () => {
    const both = await Promise.all([1, 2].map(() => save('q=hai+lan', { name: 'Hai lần', frequency: 'never' })))
    for (const answer of both) expect(answer.headers.get('location')).toBe('/account/searches?done=search_saved')
    const page = await (await exchange.fetch('/account/searches', { as: reading.session })).text()
    expect(page.match(/>Hai lần<\/a>/g)).toHaveLength(1)
  })
})

describe('the link that stops letters', () => {
  it('is pressed by a mail program without a session, and answers in place (RFC 8058)', async () => {
    await save('q=say', { name: 'Sấy', frequency: 'instant' })
    await publishTechnology(institute.organisationId, 'Máy sấy lạnh')
    const address = await unsubscribeAddress()
    const before = await exchange.fetch(address)
    expect(before.status).toBe(200)
    expect(await before.text()).toContain('Sấy')
    const pressed = await exchange.fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'none' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(pressed.status).toBe(200)
    expect(pressed.headers.get('location')).toBeNull()
    expect(await pressed.text()).toContain('Đã ngừng gửi thư báo')
    const page = await (await exchange.fetch('/account/searches', { as: reading.session })).text()
    expect(page).toContain('Báo ngay · Tạm dừng')
    expect((await exchange.fetch(`${address.slice(0, -2)}xx`)).status).toBe(404)
  })
})
