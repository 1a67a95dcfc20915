import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { person, troupe } from '../support/cast.ts'
import { createExchange, type Exchange } from '../support/remix.ts'
import { keepSearch, publishTechnology } from '../support/searches.ts'
import { estimate, signing, value, worked } from '../support/valuations.ts'

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

  it.each(['/search.data?q=say', '/en/search.data?q=say', '/_root.data'])(
    '%s answers script 503 with Retry-After and an error it can tell',
    async (path) => {
      const answer = await exchange.fetch(path)
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('7')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-remix-response')).toBe('yes')
      expect(answer.headers.get('content-type')).toBe('text/x-script')
      const text = await answer.text()
      expect(text).toContain('"ErrorResponse"')
      expect(text).toContain('"busy"')
      expect(text).not.toContain('SanitizedError')
    },
  )

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

describe('while too many computations wait', () => {
  const computing = Symbol.for('exchange.computing')
  const process = globalThis as unknown as Record<symbol, unknown>

  beforeEach(async () => {
    const { ComputingBusyError } = await import('../../app/modules/valuation/computing/pool.server.ts')
    const busy = () => Promise.reject(new ComputingBusyError(5))
    process[computing] = { call: busy, simulate: busy, close: () => Promise.resolve() }
    return () => {
      process[computing] = undefined
    }
  })

  async function valued() {
    const { organisationId, owner } = await troupe('cong-ty', 'enterprise')
    const technologyId = await publishTechnology(organisationId, 'Máy sấy bơm nhiệt', 'Giảm 35 % điện năng')
    const { id, version } = value(await estimate(owner, technologyId))
    await worked(owner, id)
    return { path: `/work/valuations/${id}`, version: String(version + 3), as: owner.session }
  }

  it('figures answer readers and script 503 with Retry-After', async () => {
    const { path, version, as } = await valued()
    for (const asked of [
      { path: `${path}/risk`, says: 'Hệ thống đang bận' },
      { path: `/en${path}/risk`, says: 'The exchange is busy' },
      { path: `${path}/risk.data`, says: '"ErrorResponse"' },
      { path: `${path}/report`, form: { form: 'sign', version, ...signing }, says: 'Hệ thống đang bận' },
      { path: `${path}/report.data`, form: { form: 'sign', version, ...signing }, says: '"ErrorResponse"' },
    ]) {
      const answer = await exchange.fetch(asked.path, { as, ...(asked.form ? { form: asked.form } : {}) })
      expect([asked.path, answer.status, answer.headers.get('retry-after')]).toEqual([asked.path, 503, '5'])
      expect(await answer.text()).toContain(asked.says)
    }
  })

  it.each([
    ['', 'Hiện có quá nhiều yêu cầu'],
    ['/en', 'Too many requests are waiting'],
  ])('a file is refused in words, in the language of the address (%s)', async (prefix, words) => {
    const { path, as } = await valued()
    const answer = await exchange.fetch(`${prefix}${path}/draft/report-vi.pdf`, { as })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await answer.text()).toContain(words)
  })
})
