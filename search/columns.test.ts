import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentColumns } from './columns.ts'
import { facetNames, rangeNames } from './document.ts'
import type { FacetName, RangeName } from './document.ts'
import type { Narrowing, Range } from './engine.ts'
import type { Entry } from './entry.ts'

type Row = Entry['row']

const ids = Array.from({ length: 16 }, (_, index) => String.fromCharCode(97 + index))
const value = fc.constantFrom('a', 'b', 'c', '__proto__')
const values = fc.uniqueArray(value, { maxLength: 3 })
const facets = fc.record(
  Object.fromEntries(facetNames.map((name) => [name, values])) as Record<FacetName, typeof values>,
)
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.constantFrom(...ids),
  facets,
  publishedAt: fc.integer({ min: 0, max: 3 }),
  trlLevel: fc.option(fc.integer({ min: 1, max: 3 })),
  price: fc.option(fc.integer({ min: 0, max: 2 })),
  audience: fc.option(fc.uniqueArray(fc.constantFrom('x', 'y'))),
})
const ranges = fc.record(
  Object.fromEntries(
    rangeNames.map((name) => [
      name,
      fc.record({ from: fc.option(fc.integer({ min: 0, max: 3 })), to: fc.option(fc.integer({ min: 0, max: 3 })) }),
    ]),
  ) as Record<RangeName, fc.Arbitrary<Range>>,
  { requiredKeys: [] },
)
const filters = fc.record(
  Object.fromEntries(facetNames.map((name) => [name, fc.uniqueArray(value, { maxLength: 2 })])) as Record<
    FacetName,
    typeof values
  >,
  { requiredKeys: [] },
)

function slotOf(id: string): number {
  return id.charCodeAt(0) - 96
}

function filled(rows: Row[]): { columns: DocumentColumns; held: Map<string, Row> } {
  const columns = new DocumentColumns()
  const held = new Map<string, Row>()
  for (const one of rows) {
    columns.put(slotOf(one.id), one)
    held.set(one.id, one)
  }
  return { columns, held }
}

function inside(number: number | null, range: Range | undefined): boolean {
  const { from, to } = range ?? { from: null, to: null }
  if (from === null && to === null) return true
  return number !== null && number >= (from ?? -Infinity) && number <= (to ?? Infinity)
}

function passes(one: Row, chosen: Narrowing, except?: FacetName): boolean {
  if (!inside(one.trlLevel, chosen.ranges.trl) || !inside(one.price, chosen.ranges.price)) return false
  return facetNames.every((name) => {
    const wanted = chosen.filters[name] ?? []
    return name === except || wanted.length === 0 || one.facets[name].some((each) => wanted.includes(each))
  })
}

describe('DocumentColumns', () => {
  it('filters and counts as one would by hand, each facet without its own filter', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.record({ filters, ranges }), fc.nat(16), (rows, chosen, cut) => {
        const { columns, held } = filled(rows)
        const all = [...held.values()]
        const slots = Uint32Array.from(all, (one) => slotOf(one.id))
        const selection = columns.select([slots.subarray(0, cut), slots.subarray(cut)], chosen)
        for (const [at, part] of [all.slice(0, cut), all.slice(cut)].entries()) {
          expect(Array.from(selection.lists[at] ?? [], (slot) => columns.idOf(slot))).toEqual(
            part.filter((one) => passes(one, chosen)).map((one) => one.id),
          )
        }
        for (const name of facetNames) {
          const counted = new Map(selection.facets[name].map((each) => [each.value, each.count]))
          for (const each of ['a', 'b', 'c', '__proto__']) {
            const count = all.filter((one) => passes(one, chosen, name) && one.facets[name].includes(each)).length
            expect(counted.get(each) ?? 0).toBe(count)
          }
        }
      }),
    )
  })

  it('keeps every order and all counts through any changes', () => {
    const change = fc.oneof(row, fc.constantFrom(...ids))
    const rounds = fc.array(fc.array(change, { maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), rounds, fc.nat(20), (rows, changes, count) => {
        const { columns, held } = filled(rows)
        for (const round of changes) {
          for (const one of round) {
            if (typeof one === 'string') {
              columns.drop(slotOf(one))
              held.delete(one)
            } else {
              columns.put(slotOf(one.id), one)
              held.set(one.id, one)
            }
          }
          const all = [...held.values()]
          const slots = columns.slots()
          expect([...slots]).toEqual(all.map((one) => slotOf(one.id)).sort((a, b) => a - b))
          for (const order of ['newest', 'trl', 'price'] as const) {
            const keyOf = (one: Row) =>
              order === 'price' ? (one.price ?? Infinity) : order === 'trl' ? -(one.trlLevel ?? -Infinity) : 0
            const expected = [...all].sort((a, b) => {
              const [first, second] = [keyOf(a), keyOf(b)]
              return first !== second
                ? first < second
                  ? -1
                  : 1
                : b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1)
            })
            const found = Array.from(columns.first(slots, order, count), (slot) => columns.idOf(slot))
            expect(found).toEqual(expected.slice(0, count).map((one) => one.id))
            expect([...columns.firstOfAll(order, count, (slot) => slot % 2 === 0)]).toEqual([
              ...columns.first(
                slots.filter((slot) => slot % 2 === 0),
                order,
                count,
              ),
            ])
          }
          const hidden = slots.filter((slot) => slot % 3 === 0)
          const shown = slots.filter((slot) => slot % 3 !== 0)
          const nothing = { filters: {}, ranges: {} }
          for (const same of [columns, DocumentColumns.from(structuredClone(columns.saved))])
            expect(same.countAll(hidden)).toEqual(columns.select([shown], nothing).facets)
        }
      }),
    )
  })

  it('shows a limited document to its organisations only', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 20 }),
        fc.option(fc.constantFrom('x', 'y', 'z', 'public')),
        (rows, reader) => {
          const { columns, held } = filled(rows)
          const visible = columns.visibleTo(reader)
          for (const one of held.values()) {
            const may = one.audience === null || (reader !== null && one.audience.includes(reader))
            expect(visible?.(slotOf(one.id)) ?? true).toBe(may)
          }
        },
      ),
    )
  })
})
