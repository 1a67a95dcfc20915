import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { busyData, busyResponse, busyText, secondsToWait } from './busy.server.ts'

/** As the pages' script reads it. */
const ours = createRequire(import.meta.url)
const read = createRequire(ours.resolve('@remix-run/react'))('turbo-stream') as {
  decode: (
    body: ReadableStream<Uint8Array>,
    options: { plugins: ((kind: string, ...values: unknown[]) => { value: unknown })[] },
  ) => Promise<{ value: unknown }>
}

const failed = (rows: unknown[]) =>
  new Response(`${JSON.stringify(rows)}\n`, {
    status: 500,
    headers: { 'Content-Type': 'text/x-script', 'X-Own': 'yes' },
  })

describe('an answer while too much waits', () => {
  it('is 503 and says when to ask again', async () => {
    const answer = busyResponse(4)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('4')
    expect(await answer.json()).toEqual({ code: 'busy', values: { seconds: 4 } })
    const words = busyText(4, 'Hệ thống đang bận')
    expect([words.status, words.headers.get('retry-after')]).toEqual([503, '4'])
    expect(await words.text()).toBe('Hệ thống đang bận')
  })

  it('is found among what failed on a page', () => {
    expect(secondsToWait({ root: { status: 503, data: { values: { seconds: 4 } } } })).toBe(4)
    expect(secondsToWait({ root: { status: 500, data: { values: { seconds: 4 } } } })).toBeNull()
    expect(secondsToWait(null)).toBeNull()
  })

  it('stands in the data for script where the hidden error stood, and what did not fail is kept', async () => {
    const rows = [{ _1: 2, _5: 6 }, 'root', { _3: 4 }, 'data', [4, 4], 'page', { _7: 8 }, 'error']
    const answer = await busyData(
      failed([...rows, ['SanitizedError', 9, 10, -7], 'Error', 'Unexpected Server Error']),
      7,
    )
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-own')).toBe('yes')
    const { value } = await read.decode(answer.body as ReadableStream<Uint8Array>, {
      plugins: [(kind, ...values) => ({ value: { kind, values } })],
    })
    expect(value).toMatchObject({
      root: { data: expect.any(Array) as unknown },
      page: {
        error: { kind: 'ErrorResponse', values: [{ code: 'busy', values: { seconds: 7 } }, 503, ''] },
      },
    })
  })
})
