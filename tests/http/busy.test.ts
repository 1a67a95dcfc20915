import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { person } from '../support/cast.ts'
import { createExchange, type Exchange } from '../support/remix.ts'
import { keepSearch } from '../support/searches.ts'

/** The built exchange has its own copy of the engine; it is found where the catalogue keeps it for the whole process. */
const holder = globalThis as unknown as Record<symbol, { engine: { search: (query: unknown) => Promise<unknown> } }>
const key = Symbol.for('exchange.catalogue')

let exchange: Exchange

beforeEach(async () => {
  exchange = await createExchange()
  const { engine } = holder[key] ?? {}
  if (!engine) throw new Error('no engine')
  // The error is the exchange's own: raised as its engine raises it, by too many who wait.
  const { SearchBusyError } = await import('../../search/engine.ts')
  engine.search = () => Promise.reject(new SearchBusyError(7))
})

afterEach(() => exchange.close())

describe('while too many questions wait', () => {
  it.each([
    ['/search?q=say', 'Hệ thống đang bận', 'href="/search?q=say"'],
    ['/en/search?q=say', 'The exchange is busy', 'href="/en/search?q=say"'],
    ['/', 'Hệ thống đang bận', 'href="/"'],
  ])('%s answers 503 with Retry-After, in words and with the way to ask again', async (path, title, again) => {
    const answer = await exchange.fetch(path)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(answer.headers.get('content-type')).toContain('text/html')
    const text = await answer.text()
    expect(text).toContain(`<title>${title}</title>`)
    expect(text).toContain(again)
    expect(text).not.toContain('Mã yêu cầu')
  })

  it.each([
    ['/search.atom?q=say', 'application/json'],
    ['/en/search.json?q=say', 'application/json'],
    ['/api/v1/search?q=say', 'application/problem+json'],
  ])('%s answers programs 503 with Retry-After', async (path, type) => {
    const answer = await exchange.fetch(path)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('a page answers so whatever it is that is busy', async () => {
    const { ComputingBusyError } = await import('../../app/modules/valuation/computing/pool.server.ts')
    const { engine } = holder[key] ?? {}
    if (!engine) throw new Error('no engine')
    engine.search = () => Promise.reject(new ComputingBusyError(4.2))
    const answer = await exchange.fetch('/search?q=say')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
  })

  it('saved searches are listed without their numbers', async () => {
    const player = await person('nguoi-luu')
    await keepSearch(player, 'q=say', 'daily', 'Sấy')
    const answer = await exchange.fetch('/account/searches', { as: player.session })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Chưa đếm được')
  })

  it('pages that do not search are as always', async () => {
    expect((await exchange.fetch('/about')).status).toBe(200)
  })
})
