import { percentile } from '../../../scripts/search-eval/measures.ts'
import type { EngineName, Outcomes } from './orders.ts'
import { type Group, groups } from './questions.ts'
import type { EngineFigures } from './speed.ts'

const engineTitles: Record<EngineName, string> = {
  own: '**ours**',
  plain: 'FTS5 plain',
  folded: 'FTS5 folded, OR',
  minisearch: 'MiniSearch',
  flexsearch: 'FlexSearch',
  orama: 'Orama',
}

const groupTitles: Record<Group, string> = {
  words: '1-3 words',
  typing: 'as you type',
  unmarked: 'no marks (vi)',
  error: 'one error',
  long: 'long question',
  filter: 'filter + facets',
  odd: 'odd input',
}

/** Rows as a Markdown table, the first column to the left, with the widths that prettier gives it. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(3, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]) => `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

const mega = (bytes: number) => (bytes / 1_000_000).toFixed(0)

/** Building, size, memory and the latencies of each engine. */
export function speedTable(figures: readonly EngineFigures[], questions: number): string {
  return table([
    ['engine', 'build s', 'docs/s', 'file MB', 'memory MB', 'ready ms', ...groups.map((group) => groupTitles[group])],
    ...figures.map(({ engine, documents, buildSeconds, bytes, growth, readyMilliseconds, latencies }) => [
      engineTitles[engine],
      ...(buildSeconds === null
        ? ['not in its time']
        : [
            buildSeconds.toFixed(1),
            (documents / buildSeconds).toFixed(0),
            bytes === 0 ? '-' : mega(bytes),
            mega(growth),
            readyMilliseconds === null ? '-' : readyMilliseconds.toFixed(0),
            ...groups.map((group) => {
              const latency = latencies[group]
              if (!latency || latency.questions === 0) return '-'
              const fewer = latency.questions < questions ? ` (${String(latency.questions)} asked)` : ''
              return `${short(latency.p50)} / ${short(latency.p95)} / ${short(latency.p99)}${fewer}`
            }),
          ]),
    ]),
  ])
}

/** In how many of a hundred questions the document they were taken from was among the first ten. */
export function foundTable(figures: readonly EngineFigures[]): string {
  const shown: Group[] = ['words', 'unmarked', 'error', 'long']
  return table([
    ['found among the first ten, %', ...shown.map((group) => groupTitles[group])],
    ...figures
      .filter(({ buildSeconds }) => buildSeconds !== null)
      .map(({ engine, latencies }) => [
        engineTitles[engine],
        ...shown.map((group) => ((latencies[group]?.found ?? 0) * 100).toFixed(0)),
      ]),
  ])
}

/** One aim beside what was measured. */
export interface Verdict {
  readonly what: string
  readonly measured: string
  readonly aim: string
  readonly met: boolean
}

function atMost(what: string, value: number, aim: number, unit: string, detail = ''): Verdict {
  const suffix = unit === '' ? '' : ` ${unit}`
  return {
    what,
    measured: `${short(value)}${suffix}${detail}`,
    aim: `at most ${String(aim)}${suffix}`,
    met: value <= aim,
  }
}

const ratioAims: readonly [Group, EngineName, number][] = [
  ['words', 'plain', 1],
  ['typing', 'plain', 0.07],
  ['filter', 'plain', 0.11],
  ['unmarked', 'folded', 0.6],
  ['error', 'folded', 0.5],
  ['long', 'folded', 0.3],
]

const p95 = (milliseconds: readonly number[]) => percentile(milliseconds, 0.95)

/** Own figures against those of the same run, as far as they were taken. */
export function speedVerdicts(figures: readonly EngineFigures[]): Verdict[] {
  const of = (engine: EngineName) => figures.find((one) => one.engine === engine && one.buildSeconds !== null)
  const own = of('own')
  if (!own) return []
  const verdicts: Verdict[] = []
  for (const [group, engine, aim] of ratioAims) {
    const ours = own.latencies[group]
    const theirs = of(engine)?.latencies[group]
    if (ours && theirs)
      verdicts.push(
        atMost(
          `${groupTitles[group]}: p95 to ${engineTitles[engine]}`,
          ours.p95 / theirs.p95,
          aim,
          '',
          ` (${short(ours.p95)} to ${short(theirs.p95)} ms)`,
        ),
      )
  }
  if (own.latencies.odd) verdicts.push(atMost('odd input: p99', own.latencies.odd.p99, 50, 'ms'))
  const plain = of('plain')
  if (plain?.buildSeconds && own.buildSeconds) {
    const ratio = plain.buildSeconds / own.buildSeconds
    verdicts.push({
      what: 'documents indexed a second, to FTS5 plain',
      measured: short(ratio),
      aim: 'at least 0.5',
      met: ratio >= 0.5,
    })
  }
  verdicts.push(atMost('memory after indexing and all questions', own.growth / 1_000_000, 240, 'MB'))
  if (own.readyMilliseconds !== null)
    verdicts.push(atMost('opened and the first question answered', own.readyMilliseconds / 1000, 1.5, 's'))
  return verdicts
}

/** Own latencies at two sizes, for the same questions. */
export function growthVerdicts(small: EngineFigures | undefined, large: EngineFigures | undefined): Verdict[] {
  if (!small || !large) return []
  return groups.flatMap((group) => {
    const before = small.latencies[group]
    const after = large.latencies[group]
    return before && after
      ? [
          atMost(
            `${groupTitles[group]}: p95 at ${String(large.documents)} to ${String(small.documents)} documents`,
            after.p95 / before.p95,
            4,
            '',
            ` (${short(after.p95)} to ${short(before.p95)} ms)`,
          ),
        ]
      : []
  })
}

export function writeVerdict({ quiet, busy, rate }: Outcomes['write']): Verdict {
  return atMost(
    'p95 while 200 documents a second are indexed, to none',
    p95(busy) / p95(quiet),
    1.5,
    '',
    ` (${short(p95(busy))} to ${short(p95(quiet))} ms at ${rate.toFixed(0)} documents/s)`,
  )
}

export function matchVerdict({ searches, matches }: Outcomes['match'], documents: number): Verdict {
  return atMost(
    `candidates for a need among ${String(documents)}: p95 to a search of 1-3 words`,
    p95(matches) / p95(searches),
    20,
    '',
    ` (${short(p95(matches))} to ${short(p95(searches))} ms)`,
  )
}

export function verdictTable(verdicts: readonly Verdict[]): string {
  return table([
    ['aim', 'measured', 'wanted', 'met'],
    ...verdicts.map(({ what, measured, aim, met }) => [what, measured, aim, met ? 'yes' : '**no**']),
  ])
}
