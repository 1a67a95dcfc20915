import { describe, expect, it } from 'vitest'
import { pathOf } from './server.ts'

describe('pathOf', () => {
  it.each([
    ['/search?q=x', '/search'],
    ['/reset/abcDEF123_-?next=/work', '/reset/…'],
    ['/en/confirm/abc.data', '/en/confirm/…'],
    ['/invitations/abc', '/invitations/…'],
    ['/en/unsubscribe/s.srch_1.abc', '/en/unsubscribe/…'],
    ['/technologies/tech_1', '/technologies/tech_1'],
  ])('keeps tokens out of the log: %s', (url, path) => {
    expect(pathOf(url)).toBe(path)
  })
})
