import { describe, expect, it } from 'vitest'
import { orBusy } from './busy.server.ts'

describe('orBusy', () => {
  it('hands over what the work comes to, and what it fails with', async () => {
    expect(await orBusy(Promise.resolve(3))).toBe(3)
    await expect(orBusy(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('throws an answer where too much waits', async () => {
    const busy = Object.assign(new Error('computing'), { retryAfterSeconds: 4 })
    const thrown: unknown = await orBusy(Promise.reject(busy)).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Response)
    expect(thrown).toMatchObject({ status: 503 })
    expect((thrown as Response).headers.get('retry-after')).toBe('4')
  })
})
