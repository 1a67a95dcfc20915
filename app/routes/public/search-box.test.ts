import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const script = readFileSync(new URL('./search-box.js', import.meta.url), 'utf8')

describe('the script of the search box', () => {
  it('weighs no more than 6 kB as it is sent', () => {
    expect(brotliCompressSync(script).length).toBeLessThan(6_000)
  })

  it('stands by itself and writes no markup from words it was given', () => {
    expect(script).not.toMatch(/^import /m)
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval/)
  })
})
