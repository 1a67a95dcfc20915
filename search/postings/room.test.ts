import { describe, expect, it } from 'vitest'
import { room } from './room.ts'

describe('room', () => {
  it('gives arrays side by side, of any size, and the same memory to the next question', () => {
    const ask = () =>
      room.within(() => {
        const arrays = Array.from({ length: 40 }, (_none, at) => {
          const length = 1 + ((at * 77_777) % 900_000)
          return [room.bytes(at + 1).fill(at), room.numbers(length).fill(at), room.floats(3).fill(at)]
        })
        for (const [at, each] of arrays.entries())
          for (const array of each) {
            expect(array[0]).toBe(at)
            expect(array.at(-1)).toBe(at)
          }
        return arrays[0]?.[0]?.buffer
      })
    const first = ask()
    expect(ask()).toBe(first)
  })

  it('gives arrays of their own outside, and is one room for work within work', () => {
    const own = room.numbers(3)
    room.within(() => {
      const kept = room.numbers(1).fill(7)
      room.within(() => room.numbers(1).fill(8))
      expect([kept[0], own[0]]).toEqual([7, 0])
      expect(room.numbers(1).fill(9).buffer).toBe(kept.buffer)
      expect(kept[0]).toBe(7)
    })
    expect(own.buffer.byteLength).toBe(12)
  })

  it('is given back where the work fails', () => {
    const failing = () =>
      room.within(() => {
        room.numbers(10)
        throw new Error('broken')
      })
    expect(failing).toThrow('broken')
    expect(room.numbers(2).buffer.byteLength).toBe(8)
  })
})
