import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Beginnings } from './beginnings.ts'
import { blockRow, BlockRow } from './block-rows.ts'
import { Growing } from './growing.ts'
import type { KeyedRows } from './segment.ts'

/** Rows as they lie behind each other in a segment. */
function rowsOf(rows: { key: string; count: number; bytes: Uint8Array }[]): KeyedRows {
  const all = new Growing()
  const starts = [0]
  for (const { bytes } of rows) {
    all.add(bytes)
    starts.push(all.length)
  }
  return {
    keys: rows.map(({ key }) => key),
    counts: Uint32Array.from(rows, ({ count }) => count),
    slots: { starts: Uint32Array.from(starts), read: (start, end) => all.bytes.subarray(start, end) },
  }
}

const pairs = ({ slots, impacts }: { slots: Uint32Array; impacts: Uint8Array }) =>
  Array.from(slots, (slot, at): [number, number] => [slot, impacts[at] ?? 0])

/** The row of a word of no more documents than one block holds. */
function wordRow(documents: [number, number][]): Uint8Array {
  const row = new Growing()
  let before = 0
  for (const [slot, impact] of documents) {
    row.addNumber(slot - before)
    row.addByte(impact)
    row.addByte(0)
    before = slot
  }
  return row.bytes
}

/** Stretches of slots in which few, many or all hold something, and gaps. */
const stretches = fc.array(
  fc.record({
    gap: fc.constantFrom(0, 1, 200, 3000),
    length: fc.integer({ min: 1, max: 700 }),
    step: fc.constantFrom(1, 2, 3, 90),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('rows of blocks', () => {
  it('give back all documents, and those among some', () => {
    fc.assert(
      fc.property(stretches, fc.infiniteStream(fc.integer({ min: 1, max: 300 })), (all, steps) => {
        const documents: [number, number][] = []
        let slot = 0
        for (const { gap, length, step } of all) {
          slot += gap
          for (const end = slot + length; slot < end; slot += step) documents.push([slot, 1 + (slot % 255)])
        }
        const impacts = new Uint8Array(Math.ceil((slot + 1) / 256) * 256)
        for (const [at, impact] of documents) impacts[at] = impact
        const { count, bytes } = blockRow(impacts)
        expect(count).toBe(documents.length)
        expect(impacts.every((impact) => impact === 0)).toBe(true)

        const other = blockRow(Uint8Array.from({ length: 256 }, (_none, at) => at % 2))
        const row = new BlockRow(
          rowsOf([
            { key: 'a', ...other },
            { key: 'b', count, bytes },
          ]),
          1,
        )
        expect(pairs(row.all())).toEqual(documents)
        const within: number[] = []
        for (const step of steps) {
          const next = (within.at(-1) ?? -1) + step
          if (next > slot + 600) break
          within.push(next)
        }
        const wanted = new Set(within)
        for (const some of [within, within.filter((_one, at) => at % 97 === 0), []])
          expect(pairs(row.among(Uint32Array.from(some)))).toEqual(
            documents.filter(([at]) => wanted.has(at) && some.includes(at)),
          )
      }),
      { numRuns: 200 },
    )
  })
})

describe('rows of beginnings', () => {
  const documents = fc
    .uniqueArray(fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 255 })), {
      maxLength: 100,
      selector: ([slot]) => slot,
    })
    .map((list) => list.sort(([a], [b]) => a - b))
  const words = fc
    .dictionary(
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 8 }),
      documents.filter((list) => list.length > 0),
      { minKeys: 1, maxKeys: 20 },
    )
    .map((all) => Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))

  it('hold the most that any word of theirs weighs, where many documents do and no word has nearly all, and frequent words', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 120 }), (all, least, ofWord) => {
        const rows: { key: string; count: number; bytes: Uint8Array }[] = []
        const take = (key: string, count: number, bytes: Uint8Array) => rows.push({ key, count, bytes: bytes.slice() })
        const beginnings = new Beginnings(take, least, ofWord)
        for (const [word, list] of all) beginnings.add(word, list.length, wordRow(list))
        beginnings.finish()

        const keyed = rowsOf(rows)
        const found = new Map(keyed.keys.map((key, row) => [key, pairs(new BlockRow(keyed, row).all())]))
        const frequent = all.filter(([, list]) => list.length >= ofWord)
        const expected = new Map(frequent.map(([word, list]) => [`${word} `, list]))
        for (const letters of [2, 3, 4, 5, 6])
          for (const key of new Set(all.flatMap(([word]) => (word.length < letters ? [] : [word.slice(0, letters)])))) {
            const own = all.flatMap(([word, list]) => (word.startsWith(key) ? [list] : []))
            const held = own.reduce((sum, list) => sum + list.length, 0)
            if (held < least || Math.max(...own.map((list) => list.length)) > held * 0.9) continue
            const best = new Map<number, number>()
            for (const [slot, impact] of own.flat()) best.set(slot, Math.max(best.get(slot) ?? 0, impact))
            expected.set(
              key,
              [...best].sort(([a], [b]) => a - b),
            )
          }
        expect(found).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})
