import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Drawing, type Rect, type Shape, type Text } from '#kernel'
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

/** The room a shape takes, strokes along their middle. */
function reachOf(shape: Shape): { left: number; right: number; top: number; bottom: number } {
  switch (shape.kind) {
    case 'rect':
      return { left: shape.x, right: shape.x + shape.width, top: shape.y, bottom: shape.y + shape.height }
    case 'text':
      return boxOf(shape)
    case 'line':
    case 'path': {
      const points = shape.kind === 'line' ? [shape.from, shape.to] : shape.points
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    }
  }
}

const textsOf = ({ shapes }: Drawing): Text[] => shapes.filter((shape) => shape.kind === 'text')
const barsOf = ({ shapes }: Drawing): Rect[] => shapes.filter((shape) => shape.kind === 'rect')
const wordsOf = (drawing: Drawing): string[] => textsOf(drawing).map((one) => one.text)
/** Without what marks the bars rather than being one. */
const solid = (drawing: Drawing): Rect[] => barsOf(drawing).filter(({ height }) => height === 18)

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

const plain: ChartOptions = { width: 'wide', format: (value) => `${String(value)} tỷ` }

describe('what bars say', () => {
  it('a scenario’s bar is as long as its value, to the left of zero where it is negative', () => {
    fc.assert(
      fc.property(
        width,
        several(
          fc.integer({ min: -1000, max: 1000 }).filter((n) => n !== 0),
          8,
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

describe('words of a chart', () => {
  it('ticks stand at least ten apart', () => {
    fc.assert(
      fc.property(options, several(range, 4), (given, ranges) => {
        const rows = ranges.map((one) => ({ label: 'Cách tiếp cận', ...one, value: null }))
        const labels = { axis: '', value: '', point: '', range: '', none }
        const drawing = footballField({ ...given, rows, point: null, range: null, labels })
        const last = Math.max(...textsOf(drawing).map(({ y }) => y))
        const ticks = textsOf(drawing).filter(({ y, colour }) => y === last && colour === 'muted')
        for (const [at, tick] of ticks.slice(1).entries()) {
          const before = ticks[at]
          if (before) expect(boxOf(tick).left - boxOf(before).right).toBeGreaterThanOrEqual(9.9)
        }
      }),
    )
  })

  it('figures that leave no room for the bars are written among the words of their rows', () => {
    const enormous = '1.234.567.000.000.000.000.000 ₫'
    const rows = [{ label: 'Chi phí', low: 1, high: 2, value: null }]
    const labels = { axis: '', value: '', point: '', range: '', none }
    const drawing = footballField({ width: 'narrow', format: () => enormous, rows, point: null, range: null, labels })
    expect(wordsOf(drawing).join(' ')).toContain(`${enormous} –`)
    expect(solid(drawing)[0]?.width).toBeGreaterThan(250)
  })

  it('lines that run through a chart are broken behind its words', () => {
    fc.assert(
      fc.property(width, several(fc.integer({ min: -500, max: 500 }), 6), (form, values) => {
        const rows = values.map((value, at) => ({ label: `Kịch bản thứ ${String(at)}`, value, base: at === 0 }))
        const drawing = scenarioBars({ ...plain, width: form, rows, labels: { axis: '', none } })
        const boxes = textsOf(drawing).map(boxOf)
        for (const shape of drawing.shapes)
          if (shape.kind === 'line')
            for (const box of boxes) expect(overlap(reachOf(shape), box, -0.5), JSON.stringify(shape)).toBe(false)
      }),
    )
  })

  it('lines beyond those that can be told apart are faint and have no name', () => {
    const lines = Array.from({ length: 10 }, (_, at) => ({
      label: `Đầu vào ${String(at)}`,
      points: [-1, 1].map((change) => ({ change, value: change * (at + 1) })),
    }))
    const labels = { axis: '', change: '', none }
    const drawing = spiderChart({ ...plain, base: 0, lines, formatChange: String, labels })
    const words = wordsOf(drawing)
    expect(words).toContain('Đầu vào 9')
    expect(words).not.toContain('Đầu vào 0')
    expect(drawing.shapes.filter((shape) => shape.kind === 'path' && shape.colour === 'line')).toHaveLength(2)
  })

  it('a narrow spider numbers its lines and names them below', () => {
    const lines = [
      { label: 'Doanh thu', points: [-0.1, 0, 0.1].map((change) => ({ change, value: 100 * (1 + change) })) },
      {
        label: 'Tỷ suất chiết khấu',
        points: [-0.1, 0, 0.1].map((change) => ({ change, value: 100 * (1 - change / 2) })),
      },
    ]
    const labels = { axis: '', change: '', none }
    const drawing = spiderChart({ ...plain, width: 'narrow', base: 100, lines, formatChange: String, labels })
    expect(wordsOf(drawing).filter((words) => words === '1' || words === '2')).toEqual(['1', '2', '1', '2'])
    expect(wordsOf(drawing)).toContain('Tỷ suất chiết khấu')
  })

  it('a chart without figures says so', () => {
    const labels = { axis: '', value: '', point: '', range: '', base: '', trials: '', mean: '', none }
    expect(wordsOf(footballField({ ...plain, rows: [], point: null, range: null, labels }))).toEqual([none])
    expect(wordsOf(tornadoChart({ ...plain, base: 0, bars: [], labels }))).toEqual([none])
    expect(wordsOf(convergenceChart({ ...plain, points: [], formatTrials: String, labels }))).toEqual([none])
    expect(wordsOf(scenarioBars({ ...plain, rows: [{ label: 'A', value: null }], labels }))).toEqual([none])
  })
})
