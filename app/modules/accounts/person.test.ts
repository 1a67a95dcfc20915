import { describe, expect, it } from 'vitest'
import { check } from '#kernel'
import { emailAddress } from './person.ts'

describe('an address of mail', () => {
  it.each([
    ['An@Vi-Du.Example', 'an@vi-du.example'],
    [' an@vi-du.example ', 'an@vi-du.example'],
    ['an+mua@vi-du.example', 'an+mua@vi-du.example'],
    ['an@vi-du', null],
    ['an', null],
    ['', null],
    [`${'a'.repeat(250)}@b.vn`, null],
    ['a\n@vi-du.example', null],
  ])('%j is kept as %j', (typed, kept) => {
    const checked = check(emailAddress, typed)
    expect(checked.ok ? checked.value : null).toBe(kept)
  })
})
