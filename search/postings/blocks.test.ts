import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directoryOf, phaseOf, PostingRow } from './blocks.ts'
import { common, merged } from './lists.ts'
import { Growing } from './growing.ts'
import { SegmentBuilder } from './segment.ts'

interface Written {
  slot: number
  impact: number
  places: number[]
}

/** Some hundred documents, so that most rows have blocks: close together or far apart, with few places or very many. */
const documents = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.integer({ min: 1, max: 70_000 })),
      fc.integer({ min: 1, max: 255 }),
      fc.oneof(
        { weight: 9, arbitrary: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 3 }) },
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 60, maxLength: 90 }),
      ),
    ),
    { minLength: 1, maxLength: 700, size: 'max' },
  )
  .map((rows) => {
    let slot = 0
    return rows.map(([step, impact, steps]): Written => {
      let place = 0
      return { slot: (slot += step), impact, places: steps.map((one) => (place += one)) }
    })
  })

const phases = (places: number[]) => places.reduce((all, place) => all | phaseOf(place), 0)

function segmentOf(rows: Written[][]) {
  const builder = new SegmentBuilder()
  for (const [at, row] of rows.entries()) {
    const slots = new Growing()
    const places = new Growing()
    let before = 0
    for (const { slot, impact, places: own } of row) {
      slots.addNumber(slot - before)
      slots.addByte(impact)
      slots.addByte(phases(own))
      before = slot
      const bytes = new Growing()
      for (const [index, place] of own.entries()) bytes.addNumber(place - (own[index - 1] ?? 0))
      places.addNumber(bytes.length)
      places.add(bytes.bytes)
    }
    const whole = new Growing()
    whole.add(directoryOf(row.length, slots.bytes, places.bytes))
    whole.add(slots.bytes)
    builder.add(`w${String(at)}`, row.length, whole.bytes, places.bytes)
  }
  return builder.finish(1, new Uint32Array(0), 0)
}

/** Some of the documents, and some slots beside them. */
const asked = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.array(fc.nat(4000), { maxLength: 20 }))

function within(row: Written[], [step, others]: [number, number[]]): Uint32Array {
  const own = row.filter((_one, at) => at % step === 0).map(({ slot }) => slot)
  return Uint32Array.from(new Set([...own, ...others])).sort()
}

const read = ({ slots, impacts }: { slots: Uint32Array; impacts: Uint8Array }) =>
  Array.from(slots, (slot, at) => [slot, impacts[at]])

describe('a row of documents', () => {
  it('gives all of them, those asked for, and their places', () => {
    fc.assert(
      fc.property(documents, documents, asked, (before, row, chosen) => {
        const segment = segmentOf([before, row])
        const written = PostingRow.ofWord(segment, 1)
        expect(written.count).toBe(row.length)
        expect(read(written.all())).toEqual(row.map(({ slot, impact }) => [slot, impact]))
        const wanted = within(row, chosen)
        const held = row.filter(({ slot }) => wanted.includes(slot))
        const found = written.among(wanted)
        expect(read(found)).toEqual(held.map(({ slot, impact }) => [slot, impact]))
        expect([...found.phases]).toEqual(held.map(({ places }) => phases(places)))
        expect([...written.all().phases]).toEqual(row.map(({ places }) => phases(places)))
        expect(read(common(written.all(), wanted))).toEqual(read(found))
        const { places, ends } = written.placesIn(found.slots)
        let from = 0
        for (const [at, { places: own }] of held.entries()) {
          expect([...places.subarray(from, ends[at])]).toEqual(own)
          from = ends[at] ?? 0
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is merged with others in the order of the slots', () => {
    fc.assert(
      fc.property(fc.array(documents, { maxLength: 4 }), (rows) => {
        const lists = rows.map((row) => ({
          slots: Uint32Array.from(row, ({ slot }) => slot),
          impacts: Uint8Array.from(row, ({ impact }) => impact),
        }))
        const all = lists.flatMap(({ slots }) => [...slots]).sort((a, b) => a - b)
        expect([...merged(lists).slots]).toEqual(all)
      }),
      { numRuns: 50 },
    )
  })
})
