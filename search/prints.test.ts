import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PrintPool } from './prints.ts'

/** A word is never 0: that stands between texts. */
const hash = fc.integer().filter((one) => one !== 0)
const prints = (hashes: number[]) => Int32Array.from(hashes.flatMap((one) => [one, one + 1]))

const sifted = (pool: PrintPool, slots: number[], all: number[], others: number[] | null = null, least = 0) =>
  Array.from(
    pool.sifted({ slots: Uint32Array.from(slots), scores: Float32Array.from(slots) }, least, all, others).slots,
  )

describe('a pool of prints', () => {
  it('never denies a text that holds the words, as it was made, written over or kept', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hash, { minLength: 1, maxLength: 20 }), { maxLength: 12 }), (texts) => {
        const pool = new PrintPool()
        for (const [at, text] of texts.entries()) {
          pool.set(at * 700, prints(text.map((one) => one ^ 1)))
          pool.set(at * 700, prints(text))
        }
        for (const each of [pool, PrintPool.from(pool.saved)])
          for (const [at, text] of texts.entries()) {
            expect(sifted(each, [at * 700], text)).toEqual([at * 700])
            expect(sifted(each, [at * 700], [])).toEqual([at * 700])
            expect(sifted(each, [at * 700], text.slice(1), [...text.slice(0, 1), 12_345])).toEqual([at * 700])
          }
      }),
    )
  })

  it('denies most texts without the words', () => {
    const pool = new PrintPool()
    for (let slot = 0; slot < 1000; slot++)
      pool.set(slot, prints(Array.from({ length: 10 }, (_none, at) => Math.imul(slot * 10 + at + 1, 0x9e3779b1))))
    const slots = Array.from({ length: 1000 }, (_none, slot) => slot)
    expect(sifted(pool, slots, [Math.imul(77_777, 0x9e3779b1), Math.imul(88_888, 0x9e3779b1)]).length).toBeLessThan(100)
    expect(sifted(pool, slots, [], [Math.imul(77_777, 0x9e3779b1), Math.imul(88_888, 0x9e3779b1)]).length).toBeLessThan(
      500,
    )
    expect(sifted(pool, [5000], [12_345])).toEqual([])
    expect(sifted(pool, [5000], [], [12_345])).toEqual([])
    expect(sifted(pool, slots, [], null, 998)).toEqual([998, 999])
  })
})
