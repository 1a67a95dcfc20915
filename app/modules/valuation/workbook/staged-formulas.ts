import { rateFigure } from './discounting-formulas.ts'
import { type MethodSheet, span, type TableReferences } from './method-sheet.ts'

/** Stages rolled back from the last to the first: V = p·V₊₁·(1+k)^−n − c·(1+k)^−s. */
export function stagesFormulas(sheet: MethodSheet): void {
  const k = rateFigure(sheet)
  const stages = sheet.table('stages', ['cost'])
  const count = sheet.years('payoff')
  const shift = `IF(${sheet.word('convention', 'end')}="mid",0.5,0)`
  const flows =
    count === 0
      ? null
      : sheet.line(
          'present_value_of_year',
          'W_t',
          (at) => `${sheet.figure('payoff', at, 0)}*(1+${k})^(0-(${at + 1}-${shift}))`,
          count,
        )
  const launch = sheet.line('payoff_value', 'W', () =>
    flows ? `SUM(${span(flows, count)})` : sheet.figure('payoff', 0, 0),
  )
  const timing = sheet.word('costTiming', 'start')
  const paid = `IF(${timing}="start",0,IF(${timing}="middle",0.5,1))`
  const stop = sheet.word('mayStop', 'no')
  const values = sheet.line(
    'value_at_stage',
    'V_n … V_1',
    (at, own) => {
      const of = (column: string) => stages.cell(stages.count - 1 - at, column) ?? '0'
      const ahead = at === 0 ? launch() : own(at - 1)
      const going = `${of('probability')}*${ahead}*(1+${k})^(0-${of('years')})-${of('cost')}*(1+${k})^(0-${of('years')}*${paid})`
      return `IF(${stop}="yes",MAX(0,${going}),${going})`
    },
    stages.count,
  )
  sheet.line('value', 'V', () => values(stages.count - 1))
}

/** Which rows of the nodes stand below which; null for the root. */
function parentsOf(nodes: TableReferences): (number | null)[] {
  const ids = Array.from({ length: nodes.count }, (_, row) => nodes.text(row, 'id'))
  return ids.map((_, row) => {
    const parent = nodes.text(row, 'parent')
    return parent === null ? null : ids.indexOf(parent)
  })
}

/** A tree rolled back: each node a column, with the cash on reaching it and the best or the expected of what follows. */
export function treeFormulas(sheet: MethodSheet): void {
  const k = rateFigure(sheet)
  const nodes = sheet.table('nodes', ['cash'])
  const parents = parentsOf(nodes)
  sheet.rows.push([null, null, ...parents.map((_, row) => nodes.text(row, 'name') ?? nodes.text(row, 'id'))])
  const years = sheet.line(
    'year',
    't',
    (at, own) => nodes.cell(at, 'year') ?? (parents[at] === null ? '0' : own(parents[at])),
    nodes.count,
  )
  const values = sheet.line(
    'expected_value',
    'c·DF + …',
    (at, own) => {
      const cash = `${nodes.cell(at, 'cash') ?? '0'}*(1+${k})^(0-${years(at)})`
      const below = parents.flatMap((parent, row) => (parent === at ? [row] : []))
      if (below.length === 0) return cash
      if (nodes.text(at, 'kind') === 'decision') return `${cash}+MAX(${below.map((row) => own(row)).join(',')})`
      return [cash, ...below.map((row) => `${nodes.cell(row, 'probability') ?? '0'}*${own(row)}`)].join('+')
    },
    nodes.count,
  )
  sheet.line('value', 'V', () => values(parents.indexOf(null)))
}

const european = ['european_call', 'european_put']

/** Whether an option has a closed formula; the others are rolled back over hundreds of steps. */
export function isEuropean(sheet: MethodSheet): boolean {
  return european.includes(sheet.choice('kind') ?? '')
}

/** A European option by Black, Scholes and Merton. */
export function optionFormulas(sheet: MethodSheet): void {
  const of = (slot: string) => sheet.figure(slot, 0, 0)
  const [s, k, years, volatility, rate, leakage] = [
    of('projectValue'),
    of('strike'),
    of('years'),
    of('volatility'),
    of('riskFreeRate'),
    of('leakage'),
  ]
  const d1 = sheet.line(
    'option_d1',
    'd₁',
    () => `(LN(${s}/${k})+(${rate}-${leakage}+${volatility}^2/2)*${years})/(${volatility}*${years}^0.5)`,
  )
  const d2 = sheet.line('option_d2', 'd₂', () => `${d1()}-${volatility}*${years}^0.5`)
  const owned = sheet.line('projectValue', 'S·e^−qT', () => `${s}*EXP(0-${leakage}*${years})`)
  const owed = sheet.line('strike', 'K·e^−rT', () => `${k}*EXP(0-${rate}*${years})`)
  const call = `${owned()}*NORMSDIST(${d1()})-${owed()}*NORMSDIST(${d2()})`
  const put = `${owed()}*NORMSDIST(0-${d2()})-${owned()}*NORMSDIST(0-${d1()})`
  sheet.line('value', 'V', () => `MAX(0,IF(${sheet.word('kind', '')}="european_call",${call},${put}))`)
}
