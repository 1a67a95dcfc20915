import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsOf, solid, wordsOf } from '../../../../tests/support/drawings.ts'
import { cashFlows } from './cash-flows.ts'
import { distributionChart } from './distribution-chart.ts'
import { footballField } from './football-field.ts'
import { scenarioBars } from './scenario-bars.ts'
import { type ChartOptions } from './shapes.ts'
import { tornadoChart } from './tornado-chart.ts'
import { waterfallChart } from './waterfall-chart.ts'

const none = 'Chưa có số liệu để vẽ.'
const plain: ChartOptions = { width: 'wide', format: (value) => `${String(value)} tỷ` }

describe('what bars say', () => {
  it('a scenario’s bar is as long as its value, to the left of zero where it is negative', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('narrow', 'wide'),
        fc.array(
          fc.integer({ min: -1000, max: 1000 }).filter((n) => n !== 0),
          { minLength: 1, maxLength: 8 },
        ),
        (form, values) => {
          const rows = values.map((value, at) => ({ label: `Kịch bản ${String(at)}`, value }))
          const bars = solid(scenarioBars({ ...plain, width: form, rows, labels: { axis: 'Giá trị', none } }))
          expect(bars).toHaveLength(values.length)
          const longest = Math.max(...bars.map((one) => one.width))
          const greatest = Math.max(...values.map(Math.abs))
          for (const [at, value] of values.entries()) {
            expect(bars[at]?.width).toBeCloseTo((longest * Math.abs(value)) / greatest, 0)
            expect(bars[at]?.colour).toBe(value < 0 ? 'danger' : 'action')
          }
        },
      ),
    )
  })

  it('a step of a waterfall starts where the one before it ended', () => {
    const steps = [
      { label: 'Chi phí tạo mới', kind: 'total', value: 100 },
      { label: 'Hao mòn', kind: 'change', value: -40 },
      { label: 'Lợi nhuận', kind: 'change', value: 10 },
      { label: 'Giá trị', kind: 'total', value: 70 },
    ] as const
    const drawing = waterfallChart({ ...plain, steps, labels: { axis: 'Chi phí', none } })
    const [gross, loss, profit, net] = solid(drawing).map(({ x, width: length }) => ({ from: x, to: x + length }))
    const unit = ((gross?.to ?? 0) - (gross?.from ?? 0)) / 100
    expect(loss?.to).toBeCloseTo(gross?.to ?? 0, 1)
    expect((loss?.to ?? 0) - (loss?.from ?? 0)).toBeCloseTo(40 * unit, 1)
    expect(profit?.from).toBeCloseTo(loss?.from ?? 0, 1)
    expect(net?.to).toBeCloseTo(profit?.to ?? 0, 1)
    expect(net?.from).toBe(gross?.from)
    expect(wordsOf(drawing)).toEqual(expect.arrayContaining(['100 tỷ', '-40 tỷ', '+10 tỷ', '70 tỷ']))
  })

  it('a step of a waterfall that changes nothing is a line where the running figure stands', () => {
    const steps = [
      { label: 'Chi phí', kind: 'total', value: 100 },
      { label: 'Lỗi thời', kind: 'change', value: 0 },
    ] as const
    const drawing = waterfallChart({ ...plain, steps, labels: { axis: 'Chi phí', none } })
    const [gross] = solid(drawing)
    const end = (gross?.x ?? 0) + (gross?.width ?? 0)
    const still = drawing.shapes.filter((shape) => shape.kind === 'line' && shape.to.y - shape.from.y === 18)
    expect(solid(drawing)).toHaveLength(1)
    expect(still).toMatchObject([{ from: { x: expect.closeTo(end, 1) as number } }])
    expect(wordsOf(drawing)).toContain('0 tỷ')
  })

  it('an approach’s bar reaches from low to high, with its value marked and the reconciliation through all', () => {
    const drawing = footballField({
      ...plain,
      rows: [
        { label: 'Thu nhập', low: 10, high: 30, value: 20 },
        { label: 'Chi phí', low: 25, high: 35, value: null },
        { label: 'So sánh', low: 18, high: 18, value: 18 },
      ],
      point: 22,
      range: { low: 20, high: 25 },
      labels: { axis: 'Giá trị', value: 'Giá trị', point: 'Kết luận:', range: 'Khoảng kết luận', none },
    })
    const [income, cost, reconciled] = solid(drawing)
    const unit = (income?.width ?? 0) / 20
    const place = (value: number) => (income?.x ?? 0) + (value - 10) * unit
    expect(cost?.x).toBeCloseTo(place(25), 0)
    expect(cost?.width).toBeCloseTo(10 * unit, 0)
    expect(reconciled?.x).toBeCloseTo(place(20), 0)
    expect(reconciled?.opacity).toBeUndefined()
    const marks = drawing.shapes.filter((shape) => shape.kind === 'line' && shape.colour === 'ink')
    expect(marks[0]).toMatchObject({ from: { x: expect.closeTo(place(20), 0) as number } })
    const single = drawing.shapes.find((shape) => shape.kind === 'path')
    expect(single?.points[0]?.x).toBeCloseTo(place(18), 0)
    expect(wordsOf(drawing)).toEqual(
      expect.arrayContaining(['10 tỷ', '30 tỷ', '18 tỷ', 'Kết luận: 22 tỷ', '20 tỷ', '25 tỷ']),
    )
  })

  it('an input’s bar changes its colour at the base', () => {
    const drawing = tornadoChart({
      ...plain,
      base: 50,
      bars: [
        { label: 'Doanh thu', lowValue: 20, highValue: 90, lowInput: '60 %', highInput: '130 %' },
        { label: 'Tỷ suất', lowValue: 55, highValue: 60, lowInput: '30 %', highInput: '18 %' },
      ],
      labels: { axis: 'Giá trị', base: 'Cơ sở:', none },
    })
    const [below, above, other] = solid(drawing)
    expect([below?.colour, above?.colour, other?.colour]).toEqual(['muted', 'action', 'action'])
    expect((above?.width ?? 0) / (below?.width ?? 1)).toBeCloseTo(40 / 30, 1)
    expect(other?.width).toBeCloseTo(((above?.width ?? 0) * 5) / 40, 0)
  })

  it('the flows of a year stand on zero, negative ones below it, with their present value beside them', () => {
    const years = [
      { label: '2026', flow: -100, discounted: -90, cumulative: -90 },
      { label: '2027', flow: 200, discounted: 160, cumulative: 70 },
    ]
    const labels = { axis: 'Tỷ đồng', flow: 'Dòng tiền', discounted: 'Giá trị hiện tại', cumulative: 'Lũy kế', none }
    const drawing = cashFlows({ ...plain, years, labels })
    const [loss, lossNow, gain, gainNow] = barsOf(drawing).filter(({ width: length }) => length > 20)
    const zero = loss?.y ?? 0
    expect(lossNow?.y).toBe(zero)
    expect((gain?.y ?? 0) + (gain?.height ?? 0)).toBeCloseTo(zero, 1)
    expect((gain?.height ?? 0) / (loss?.height ?? 1)).toBeCloseTo(2, 1)
    expect((gainNow?.height ?? 0) / (gain?.height ?? 1)).toBeCloseTo(0.8, 1)
    expect(lossNow?.x).toBeCloseTo((loss?.x ?? 0) + (loss?.width ?? 0), 1)
    expect([loss?.colour, gain?.colour]).toEqual(['danger', 'action'])
    expect(wordsOf(drawing)).toEqual(expect.arrayContaining(['Lũy kế', '70 tỷ']))
  })

  it('the bars of a distribution are as high as their shares, and stronger within the percentiles', () => {
    const drawing = distributionChart({
      ...plain,
      histogram: { from: 0, width: 10, counts: [10, 40, 80, 50, 20], below: 0, above: 0 },
      marks: [{ label: 'P50', value: 26, strong: true }],
      within: { low: 12, high: 42 },
      formatShare: (share) => `${(share * 100).toFixed(0)} %`,
      labels: { axis: 'Giá trị', share: 'Tỷ lệ', beyond: (share) => share, none },
    })
    const bars = barsOf(drawing)
    const heights = bars.map(({ height }) => height)
    expect(heights.map((height) => height / (heights[2] ?? 1))).toEqual(
      [10, 40, 80, 50, 20].map((count) => expect.closeTo(count / 80, 1) as number),
    )
    expect(bars.map(({ opacity = 1 }) => opacity > 0.5)).toEqual([false, true, true, true, false])
    expect(wordsOf(drawing)).toContain('P50 26 tỷ')
  })

  it('a mark far beyond the bars is held at the edge and says where it lies', () => {
    const drawing = distributionChart({
      ...plain,
      histogram: { from: 0, width: 10, counts: [10, 40, 80, 50, 20], below: 0, above: 0 },
      marks: [{ label: 'Cơ sở', value: 900 }],
      within: null,
      formatShare: String,
      labels: { axis: 'Giá trị', share: 'Tỷ lệ', beyond: (share) => share, none },
    })
    expect(wordsOf(drawing)).toContain('Cơ sở 900 tỷ →')
  })
})
