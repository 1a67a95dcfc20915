import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Drawing } from '#kernel'
import { reachOf, textsOf } from '../../../../tests/support/drawings.ts'
import { cashFlows } from './cash-flows.ts'
import { convergenceChart } from './convergence-chart.ts'
import { distributionChart } from './distribution-chart.ts'
import { footballField } from './football-field.ts'
import { scenarioBars } from './scenario-bars.ts'
import { boxOf, type ChartOptions, type ChartWidth, overlap } from './shapes.ts'
import { spiderChart } from './spider-chart.ts'
import { tornadoChart } from './tornado-chart.ts'
import { waterfallChart } from './waterfall-chart.ts'

const none = 'Chưa có số liệu để vẽ.'
const short = new Intl.NumberFormat('vi-VN', { notation: 'compact' })
const long = (value: number) => (Math.abs(value) < 1e16 ? `${value.toFixed(2)} đồng Việt Nam` : String(value))

const width = fc.constantFrom<ChartWidth>('narrow', 'wide')
const format = fc.constantFrom<ChartOptions['format']>(
  (value) => short.format(value),
  long,
  String,
  () => '1 tỷ ₫',
)
const options = fc.record({ width, format })
const figure = fc.oneof(
  fc.double({ min: -1e13, max: 1e13, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, 2.5e9, 2.5e9 + 1e-7, 1e300, -1e300, Number.MAX_VALUE, 1e-300),
)
const label = fc.constantFrom(
  'Chi phí',
  '',
  'Doanh thu thuần dự kiến từ sản phẩm ứng dụng công nghệ trong suốt thời hạn bảo hộ còn lại của bằng độc quyền sáng chế',
  'Tiền sử dụng tài sản vô hình',
  'Mộttừrấtdàikhôngcókhoảngtrốngnàocảđểthửxembiểuđồcóbịtrànkhông',
)
const several = <One>(one: fc.Arbitrary<One>, maxLength = 12) => fc.array(one, { minLength: 1, maxLength })
const range = fc.tuple(figure, figure).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))

/** Each chart with figures of any kind. */
const charts: Record<string, fc.Arbitrary<() => Drawing>> = {
  footballField: fc
    .record({
      options,
      rows: several(
        fc
          .tuple(label, fc.option(label, { nil: undefined }), range, fc.boolean())
          .map(([words, note, { low, high }, marked]) => ({
            label: words,
            note,
            low,
            high,
            value: marked ? low : null,
          })),
      ),
      point: fc.option(figure),
      range: fc.option(range),
      axis: label,
    })
    .map(({ options: given, axis, ...figures }) => () => {
      const labels = { axis, value: 'Giá trị của cách tiếp cận', point: 'Giá trị kết luận:', range: 'Kết luận', none }
      return footballField({ ...given, ...figures, labels })
    }),
  cashFlows: fc
    .record({ options, axis: label, flows: several(fc.tuple(figure, figure, figure), 45) })
    .map(({ options: given, axis, flows }) => () => {
      const years = flows.map(([flow, discounted, cumulative], at) => {
        return { label: String(2026 + at), flow, discounted, cumulative }
      })
      const labels = { axis, flow: 'Dòng tiền trong năm', discounted: 'Giá trị hiện tại', cumulative: 'Lũy kế', none }
      return cashFlows({ ...given, years, labels })
    }),
  distributionChart: fc
    .record({
      options,
      axis: label,
      from: figure,
      barWidth: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e12, noNaN: true })),
      counts: several(fc.nat({ max: 1000 }), 60),
      marks: fc.array(fc.record({ label, value: figure, strong: fc.boolean() }), { maxLength: 5 }),
      within: fc.option(range),
    })
    .map(({ options: given, axis, from, barWidth, counts, ...figures }) => () => {
      const histogram = { from, width: barWidth, counts: barWidth === 0 ? [1000] : counts }
      const labels = { axis, share: 'Tỷ lệ', beyond: (share: string) => `${share} nằm ngoài`, none }
      const formatShare = (share: number) => `${(share * 100).toFixed(1)} %`
      return distributionChart({ ...given, ...figures, histogram, formatShare, labels })
    }),
  tornadoChart: fc
    .record({
      options,
      axis: label,
      base: figure,
      bars: several(
        fc.tuple(label, range).map(([words, { low, high }]) => ({
          label: words,
          lowValue: low,
          highValue: high,
          lowInput: '18 %',
          highInput: '1.200 triệu đồng',
        })),
      ),
    })
    .map(({ options: given, axis, ...figures }) => () => {
      return tornadoChart({ ...given, ...figures, labels: { axis, base: 'Giá trị cơ sở:', none } })
    }),
  spiderChart: fc
    .record({
      options,
      axis: label,
      base: figure,
      lines: several(
        fc.record({
          label,
          points: fc.array(fc.record({ change: fc.integer({ min: -9, max: 9 }).map((n) => n / 10), value: figure }), {
            maxLength: 7,
          }),
        }),
      ),
    })
    .map(({ options: given, axis, ...figures }) => () => {
      const labels = { axis, change: 'Thay đổi của đầu vào', none }
      return spiderChart({ ...given, ...figures, formatChange: (change) => `${(change * 100).toFixed(0)} %`, labels })
    }),
  waterfallChart: fc
    .record({
      options,
      axis: label,
      steps: several(
        fc.record({
          label,
          note: fc.option(label, { nil: undefined }),
          kind: fc.constantFrom('total' as const, 'change' as const),
          value: figure,
        }),
      ),
    })
    .map(
      ({ options: given, axis, steps }) =>
        () =>
          waterfallChart({ ...given, steps, labels: { axis, none } }),
    ),
  convergenceChart: fc
    .record({
      options,
      axis: label,
      points: several(fc.tuple(figure, fc.double({ min: 0, max: 1e12, noNaN: true })), 20),
    })
    .map(({ options: given, axis, points }) => () => {
      const settled = points.map(([mean, standardError], at) => ({ trials: 500 * (at + 1), mean, standardError }))
      const labels = { axis, trials: 'Số lần thử', mean: 'Trung bình', none }
      return convergenceChart({ ...given, points: settled, formatTrials: String, labels })
    }),
  scenarioBars: fc
    .record({
      options,
      axis: label,
      rows: several(
        fc.record({ label, note: fc.option(label, { nil: undefined }), value: fc.option(figure), base: fc.boolean() }),
      ),
    })
    .map(
      ({ options: given, axis, rows }) =>
        () =>
          scenarioBars({ ...given, rows, labels: { axis, none } }),
    ),
}

describe.each(Object.entries(charts))('%s', (_, chart) => {
  it('stays in its box, whatever the figures and words', () => {
    fc.assert(
      fc.property(chart, (draw) => {
        const drawing = draw()
        expect([340, 720]).toContain(drawing.width)
        const outside = drawing.shapes.filter((shape) => {
          const { left, right, top, bottom } = reachOf(shape)
          return !(left >= -0.1 && top >= -0.1 && right <= drawing.width + 0.1 && bottom <= drawing.height + 0.1)
        })
        expect(outside).toEqual([])
      }),
    )
  })

  it('never writes words over others', () => {
    fc.assert(
      fc.property(chart, (draw) => {
        const texts = textsOf(draw()).filter((one) => one.text !== '')
        const boxes = texts.map(boxOf)
        const over = boxes.flatMap((one, at) =>
          boxes.flatMap((other, later) => (later > at && overlap(one, other, -0.2) ? [[texts[at], texts[later]]] : [])),
        )
        expect(over).toEqual([])
      }),
    )
  })

  it('draws the same figures the same way', () => {
    fc.assert(
      fc.property(chart, (draw) => {
        expect(draw()).toEqual(draw())
      }),
      { numRuns: 20 },
    )
  })
})
