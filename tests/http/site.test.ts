import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExchange, type Exchange } from '../support/remix.ts'

let exchange: Exchange

beforeEach(async () => {
  exchange = await createExchange()
})

afterEach(async () => {
  await exchange.close()
})

describe('the site', () => {
  it('answers in Vietnamese at / and in English at /en', async () => {
    const vietnamese = await exchange.fetch('/')
    expect(vietnamese.status).toBe(200)
    expect(await vietnamese.text()).toContain('<html lang="vi"')
    const english = await exchange.fetch('/en')
    expect(english.status).toBe(200)
    expect(await english.text()).toContain('<html lang="en"')
  })

  it('answers 404 in the words of the page when there is nothing at an address', async () => {
    const answer = await exchange.fetch('/khong-co-trang-nay')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  it('refuses a form that was posted from another site', async () => {
    const answer = await exchange.fetch('/', { form: {}, headers: { Origin: 'https://elsewhere.example' } })
    expect(answer.status).toBe(403)
  })
})
