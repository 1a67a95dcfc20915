import { describe, expect, it } from 'vitest'
import { SearchBusyError } from '#search'
import { busySeconds } from './busy.ts'

describe('busySeconds', () => {
  it('tells what is busy by its shape, in whole seconds', () => {
    expect(busySeconds(new SearchBusyError(7))).toBe(7)
    expect(busySeconds(Object.assign(new Error('computing'), { retryAfterSeconds: 0.2 }))).toBe(1)
    expect(busySeconds(Object.assign(new Error('computing'), { retryAfterSeconds: 2.1 }))).toBe(3)
  })

  it('is null for whatever else fails', () => {
    expect(busySeconds(new Error('broken'))).toBeNull()
    expect(busySeconds({ retryAfterSeconds: 7 })).toBeNull()
    expect(busySeconds(Object.assign(new Error('odd'), { retryAfterSeconds: '7' }))).toBeNull()
    expect(busySeconds(undefined)).toBeNull()
  })
})
