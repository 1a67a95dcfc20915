import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reachOf, solid, textsOf, wordsOf } from '../../../../tests/support/drawings.ts'
import { convergenceChart } from './convergence-chart.ts'
import { footballField } from './football-field.ts'
import { scenarioBars } from './scenario-bars.ts'
import { boxOf, type ChartOptions, overlap } from './shapes.ts'
import { spiderChart } from './spider-chart.ts'
import { tornadoChart } from './tornado-chart.ts'

const none = 'Chưa có số liệu để vẽ.'
const width = fc.constantFrom('narrow' as const, 'wide' as const)
const short = new Intl.NumberFormat('vi-VN', { notation: 'compact' })
const format = fc.constantFrom<ChartOptions['format']>(
  (value) => short.format(value),
  String,
  () => '1 tỷ ₫',
)
const figure = fc.oneof(
  fc.double({ min: -1e13, max: 1e13, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, 2.5e9, 2.5e9 + 1e-7, 1e300, -1e300),
)
const range = fc.tuple(figure, figure).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const plain: ChartOptions = { width: 'wide', format: (value) => `${String(value)} tỷ` }

describe('words of a chart', () => {
  it('ticks stand at least ten apart', () => {
    fc.assert(
      fc.property(width, format, fc.array(range, { minLength: 1, maxLength: 4 }), (form, written, ranges) => {
        const rows = ranges.map((one) => ({ label: 'Cách tiếp cận', ...one, value: null }))
        const labels = { axis: '', value: '', point: '', range: '', none }
        const drawing = footballField({ width: form, format: written, rows, point: null, range: null, labels })
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
      fc.property(
        width,
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 6 }),
        (form, values) => {
          const rows = values.map((value, at) => ({ label: `Kịch bản thứ ${String(at)}`, value, base: at === 0 }))
          const drawing = scenarioBars({ ...plain, width: form, rows, labels: { axis: '', none } })
          const boxes = textsOf(drawing).map(boxOf)
          for (const shape of drawing.shapes)
            if (shape.kind === 'line')
              for (const box of boxes) expect(overlap(reachOf(shape), box, -0.5), JSON.stringify(shape)).toBe(false)
        },
      ),
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
