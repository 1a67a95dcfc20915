import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listing } from '../contract.ts'
import { entryOf } from '../entry.ts'
import type { Expression, Pattern } from '../expression.ts'
import { isPattern } from '../expression.ts'
import { MemoryStore } from '../memory/store.ts'
import { TermBigrams } from '../term-bigrams.ts'
import { blockRow } from './block-rows.ts'
import { common } from './lists.ts'
import { mergeable } from './merge.ts'
import { Postings } from './postings.ts'
import { Slices } from './slices.ts'

const words = ['a', 'ab', 'abc', 'b', 'ba', 'c', 'ca', 'cab'] as const
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((list) => list.join(' '))
const document = fc.record({ title: text, summary: text, keywords: fc.array(text, { maxLength: 2 }) })
type Written = { title: string; summary: string; keywords: string[] }

const change = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.tuple(fc.nat(12), document), { minLength: 1, maxLength: 4 }) },
  fc.nat(12),
)
const pattern = fc.record({
  words: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  prefix: fc.boolean(),
})
const expression = fc.oneof(
  pattern,
  fc.array(pattern, { minLength: 1, maxLength: 3 }).map((any): Expression => ({ any })),
  fc
    .array(fc.array(pattern, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((all): Expression => ({ all: all.map((any) => ({ any })) })),
)

/** What the index must find, read off the texts. */
function holds({ title, summary, keywords }: Written, asked: Expression): boolean {
  if (!isPattern(asked)) {
    return 'all' in asked
      ? asked.all.every((part) => holds({ title, summary, keywords }, part))
      : asked.any.some((part) => holds({ title, summary, keywords }, part))
  }
  const wanted = ` ${asked.words.join(' ')}${asked.prefix ? '' : ' '}`
  return [title, summary, ...keywords].some((one) => ` ${one} `.includes(wanted))
}

const entry = (id: number, { title, summary, keywords }: Written, at: number) =>
  entryOf({ ...listing(`d${String(id)}`, title, { summary }), keywords, owner: '', updatedAt: at })

/** Some of the bigrams that the words make: of others the places are read. */
const bigrams = new TermBigrams(['a ab abc', 'b ba', 'ca a', 'c c', 'ab b', 'cab c ca'])

function filled(changes: ([number, Written][] | number)[], looked = bigrams) {
  const store = new MemoryStore(looked)
  const there = new Map<number, Written>()
  for (const [at, one] of changes.entries()) {
    if (typeof one === 'number') {
      store.remove([`d${String(one)}`])
      there.delete(one)
    } else {
      store.write(one.map(([id, written]) => entry(id, written, at)))
      for (const [id, written] of one) there.set(id, written)
    }
  }
  return { store, there }
}

const found = (store: MemoryStore, slots: Iterable<number>) =>
  Array.from(slots, (slot) => Number(store.columns.idOf(slot).slice(1))).sort((a, b) => a - b)

describe('postings', () => {
  it('find words, beginnings and phrases as one would in the texts, after any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), pattern, (changes, asked: Pattern) => {
        const { store, there } = filled(changes)
        const expected = [...there].flatMap(([id, written]) => (holds(written, asked) ? [id] : []))
        expect(found(store, store.postings.hits(asked).slots)).toEqual(expected.sort((a, b) => a - b))
      }),
      { numRuns: 1500 },
    )
  })

  it('find phrases alike whether or not their bigrams are kept, with the same weights', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), pattern, (changes, asked: Pattern) => {
        const kept = filled(changes).store.postings
        const read = filled(changes, new TermBigrams([])).store.postings
        for (const within of [null, Uint32Array.from([1, 3, 4, 8, 9])]) {
          const [some, others] = [kept.hits(asked, within), read.hits(asked, within)]
          expect([...some.slots]).toEqual([...others.slots])
          expect([...some.impacts]).toEqual([...others.impacts])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('tell of large segments, merged too, which bigrams no document holds', () => {
    const many = Array.from({ length: 1200 }, (_none, id): [number, Written] => [
      id,
      { title: id % 3 === 0 ? 'a ab' : 'b a', summary: 'c', keywords: [] },
    ])
    const more = Array.from({ length: 6 }, (_none, at): [number, Written][] => [
      [2000 + at, { title: 'c c ab', summary: 'ca a', keywords: [] }],
    ])
    const writes = [many, ...Array.from({ length: 5 }, (_none, at) => many.slice(at, 1000 + at)), ...more]
    const { store } = filled(writes)
    expect(store.postings.segments[0]?.bigrams.keys).toContain('cab c')
    const without = filled(writes, new TermBigrams([])).store
    for (const asked of [
      ['b', 'ba'],
      ['cab', 'c', 'ca'],
      ['a', 'ab'],
      ['ca', 'a'],
      ['c', 'c', 'ab'],
    ]) {
      const { slots } = store.postings.hits({ words: asked, prefix: false })
      expect(found(store, slots)).toEqual(found(without, without.postings.hits({ words: asked, prefix: false }).slots))
    }
  })

  it('look for a beginning among a few as among all', () => {
    const titles = ['abca ab', 'abcb b', 'ab cab abcc', 'c']
    const many = Array.from({ length: 6000 }, (_none, id): [number, Written] => [
      id,
      { title: titles[id % 4] ?? '', summary: id % 7 === 0 ? 'abc' : '', keywords: [] },
    ])
    const { postings } = filled([many]).store
    const asked = { words: ['abc'], prefix: true }
    const all = postings.hits(asked)
    for (const within of [Uint32Array.from([2, 3, 4, 700, 1401]), Uint32Array.from([1499]), all.slots]) {
      const some = postings.hits(asked, within)
      expect({ slots: some.slots, impacts: some.impacts }).toEqual(common(all, within))
      expect(some.slots.length).toBeGreaterThan(0)
    }
  })

  it('look for a beginning that has a row of its own as for others', () => {
    const ends = Array.from({ length: 20 }, (_none, at) => `ab${String.fromCharCode(97 + at)}`)
    const titleOf = (id: number) => ends.filter((_word, at) => (id + at) % 3 > 0 || at === id % 7).join(' ')
    const many = Array.from({ length: 1500 }, (_none, id): [number, Written] => [
      id,
      { title: id % 5 === 0 ? 'c' : titleOf(id), summary: '', keywords: [] },
    ])
    const gone = Array.from({ length: 40 }, (_none, at) => at * 3)
    const later: [number, Written][] = [[1400, { title: 'abz abb', summary: '', keywords: [] }]]
    const { store, there } = filled([many, later, ...gone])
    expect(store.postings.segments[0]?.beginnings.keys).toEqual(['ab'])
    const asked = { words: ['ab'], prefix: true }
    const all = store.postings.hits(asked)
    const expected = [...there].flatMap(([id, written]) => (holds(written, asked) ? [id] : []))
    expect(found(store, all.slots)).toEqual(expected.sort((a, b) => a - b))
    const within = all.slots.filter((_slot, at) => at % 4 === 1)
    expect(store.postings.hits(asked, within)).toEqual(common(all, within))
  })

  it('find a word by a row of blocks as by its own', () => {
    const many = Array.from({ length: 900 }, (_none, id): [number, Written] => [
      id,
      { title: id % 3 === 0 ? 'c' : 'ab b', summary: id % 5 === 0 ? 'ab ab' : '', keywords: [] },
    ])
    const { postings, vocabulary } = filled([many]).store
    const [segment] = postings.segments
    if (!segment) throw new Error('no segment')
    const all = postings.hits({ words: ['ab'], prefix: false })
    const impacts = new Uint8Array(1024)
    for (const [at, slot] of all.slots.entries()) impacts[slot] = all.impacts[at] ?? 0
    const { count, bytes } = blockRow(impacts)
    const slots = {
      starts: Uint32Array.of(0, bytes.length),
      read: (from: number, to: number) => bytes.subarray(from, to),
    }
    const other = new Postings(vocabulary.lexicon)
    other.put({ ...segment, beginnings: { keys: ['ab '], counts: Uint32Array.of(count), slots } })
    for (const asked of [
      { words: ['ab'], prefix: false },
      { words: ['ab'], prefix: true },
      { words: ['ab', 'b'], prefix: false },
    ])
      for (const within of [null, Uint32Array.of(1, 2, 3, 500), all.slots]) {
        const { slots: found, impacts: weights } = other.hits(asked, within)
        expect(postings.hits(asked, within)).toMatchObject({ slots: found, impacts: weights })
      }
  })

  it('find what is asked together or as alternatives, each document once, whatever is common or rare', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), expression, (changes, asked) => {
        const { store, there } = filled(changes)
        const { slots, scores } = store.evaluator.scored(asked, store.columns.size)
        const expected = [...there].flatMap(([id, written]) => (holds(written, asked) ? [id] : []))
        expect(found(store, slots)).toEqual(expected.sort((a, b) => a - b))
        expect(scores.every((score) => score > 0)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('count what each word is held by, merged or not', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), document), { minLength: 1, maxLength: 40 }), (all) => {
        const once = [...new Map(all)]
        const { store } = filled(once.map(([id, written]) => [[id, written]]))
        for (const word of words) {
          const holders = once.filter(([, written]) => holds(written, { words: [word], prefix: false }))
          expect(store.vocabulary.lexicon.count(word)).toBe(holders.length)
        }
      }),
    )
  })
})

describe('segments to merge', () => {
  it.each([
    [[], 0],
    [[100_000, 1, 1, 1, 1, 1], 0],
    [[100_000, 1, 1, 1, 1, 1, 1], 6],
    [[100_000, 20, 20, 20, 20, 20, 3], 0],
    [[100_000, 20, 20, 20, 20, 20, 3, 20], 7],
    [[300, 40, 7, 7, 7, 7, 7, 7], 6],
  ])('of %j are the last %d', (sizes, count) => {
    expect(mergeable(sizes)).toBe(count)
  })

  it('stay few, and what is large is seldom written again', () => {
    const sizes = [100_000]
    let written = 0
    for (let write = 0; write < 20_000; write++) {
      sizes.push(1 + (write % 20))
      for (let count = mergeable(sizes); count > 0; count = mergeable(sizes)) {
        const merged = sizes.splice(-count).reduce((sum, size) => sum + size, 0)
        written += merged
        sizes.push(merged)
      }
    }
    expect(sizes.length).toBeLessThan(40)
    expect(written).toBeLessThan(20_000 * 10 * 8 + 400_000)
  })
})

describe('slices', () => {
  it('give back what was put into each stream, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(0xffff_ffff)), { maxLength: 3000 }), (puts) => {
        const slices = new Slices()
        const streams = Array.from({ length: 6 }, () => slices.open())
        const expected = streams.map((): number[] => [])
        for (const [stream, value] of puts) {
          slices.addNumber(streams[stream] ?? 0, value)
          expected[stream]?.push(value)
        }
        for (const [at, stream] of streams.entries()) {
          const bytes: number[] = []
          slices.each(stream, (piece) => bytes.push(...piece))
          const values: number[] = []
          let value = 0
          let factor = 1
          for (const byte of bytes) {
            value += (byte & 127) * factor
            factor *= 128
            if (byte >= 128) continue
            values.push(value)
            value = 0
            factor = 1
          }
          expect(values).toEqual(expected[at])
        }
      }),
      { numRuns: 60 },
    )
  })
})
