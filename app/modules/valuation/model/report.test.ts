import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { builtModel, reconciledModel } from '../../../../tests/support/valuation-model.ts'
import { canonicalJson } from './canonical.ts'
import { currentEngine, type Engine, engines } from './engines.ts'
import { evaluateModel } from './evaluate.ts'
import { parseReport, type ReportParticulars, reportHash, reportOf, resultsOf, type ValuationReport } from './report.ts'
import { verifyReport } from './verify.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const particulars: ReportParticulars = {
  kind: 'private_estimate',
  issuedAt: '2025-10-02T00:00:00Z',
  valuer: { name: 'Nguyễn Thẩm Định', licenceNumber: 'XII24.2345', organisation: null },
  independence: 'Không có xung đột lợi ích.',
  limits: ['Số liệu do chủ sở hữu cung cấp.'],
}

const model = reconciledModel()
const report = await reportOf(model, resultsOf(model), particulars, hash)

/** The report after a round trip, with one figure or word set to another. */
function changed(path: string, value: unknown): ValuationReport {
  const copy = JSON.parse(JSON.stringify(report)) as Record<string, unknown>
  const names = path.split(/[.[\]]+/).filter((name) => name !== '')
  const last = names.pop() ?? ''
  const holder = names.reduce<unknown>((so, name) => (so as Record<string, unknown>)[name], copy)
  ;(holder as Record<string, unknown>)[last] = value
  return copy as unknown as ValuationReport
}

describe('a report', () => {
  it('states the head, the assumptions, each working, the reconciliation and who signs', () => {
    expect(report).toMatchObject({
      engine: { version: '2' },
      particulars: { kind: 'private_estimate', valuer: { licenceNumber: 'XII24.2345' } },
      head: { basis: 'market', valuationDate: '2025-09-15' },
      modelHash: hash(canonicalJson(model)),
    })
    expect(report.assumptions[0]).toMatchObject({
      id: 'royalty',
      source: { kind: 'document' },
      enteredBy: { name: 'Nguyễn Thẩm Định' },
      usedBy: [{ approach: 'relief', slot: 'royaltyRate' }],
      inScenarios: [{ scenario: 'slow', value: { kind: 'number', value: '0.03' } }],
    })
    const [relief] = report.figures.base.approaches
    expect(relief?.working?.steps[0]).toMatchObject({ label: 'after_tax_income', unit: 'money' })
    expect(report.figures.scenarios.map(({ scenario }) => scenario)).toEqual(['slow'])
    expect(report.figures.simulation.targets).toHaveLength(2)
    expect(JSON.stringify(report)).not.toContain('"draws"')
  })

  it('is read back as it was', () => {
    expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual({ ok: true, value: report })
    expect(parseReport({})).toMatchObject({ ok: false })
    const broken = parseReport(changed('model.inputs[0].value.value', 'x'))
    expect(broken).toEqual({ ok: false, faults: [{ path: 'model.inputs[0].value.value', code: 'wrong_form' }] })
    const loose = parseReport(changed('model.approaches[0].inputs.taxRate', 'nothing'))
    expect(loose).toMatchObject({ ok: false, faults: [{ path: 'model.approaches[0].inputs.taxRate' }] })
  })

  it('is equal when it is recomputed', async () => {
    const again = parseReport(JSON.parse(JSON.stringify(report)))
    const verified = again.ok ? await verifyReport(again.value, hash) : null
    expect(verified).toMatchObject({ kind: 'equal', engine: '2' })
    expect(verified?.kind === 'equal' && verified.figures).toBeGreaterThan(500)
  })

  it('forgives the last places that machines differ in', async () => {
    const value = report.figures.base.approaches[0]?.value ?? 0
    const nudged = changed('figures.base.approaches[0].value', value * (1 + 1e-13))
    expect(await verifyReport({ ...nudged, hash: await reportHash(nudged, hash) }, hash)).toMatchObject({
      kind: 'equal',
    })
  })

  it('names a changed model first', async () => {
    const other = changed('model.inputs[0].value.value', '0.06')
    expect(await verifyReport(other, hash)).toMatchObject({ kind: 'model_changed', stated: report.modelHash })
  })

  it.each([
    ['figures.base.approaches[1].value', 2700],
    ['figures.base.approaches[0].working.steps[2].value', 1],
    ['figures.base.approaches[0].working.steps[2].numbers', '18000·(0.06 − 0.005)·(1 − 0.2)'],
    ['figures.base.reconciliation.point', null],
    ['figures.scenarios[0].approaches[0].value', 0],
    ['figures.simulation.targets[1].simulation.result.mean', 1],
    ['figures.sensitivity.tornado.result.bars[0].swing', 1],
    ['assumptions[2].value.value', '0.21'],
    ['head.purpose', 'Thế chấp'],
  ])('names the first figure that differs: %s', async (path, value) => {
    expect(await verifyReport(changed(path, value), hash)).toMatchObject({ kind: 'differs', path, stated: value })
  })

  it('finds what was added, left out and signed by another', async () => {
    expect(await verifyReport(changed('figures.base.approaches[0].extra', 1), hash)).toMatchObject({
      kind: 'differs',
      path: 'figures.base.approaches[0].extra',
    })
    expect(await verifyReport(changed('figures.scenarios', []), hash)).toMatchObject({ path: 'figures.scenarios[0]' })
    expect(await verifyReport(changed('particulars.kind', 'mandated'), hash)).toMatchObject({ kind: 'report_changed' })
  })
})

describe('versions of the engine', () => {
  /** A further version whose relief from royalty counts nothing but the royalty; all else is that of the present one. */
  const engine3: Engine = {
    ...currentEngine,
    version: '3',
    methods: {
      ...currentEngine.methods,
      relief_from_royalty: {
        ...currentEngine.methods.relief_from_royalty,
        run: (given, context) => {
          const { value, worked } = currentEngine.methods.relief_from_royalty.run(given, context)
          return { value: value + 1, worked }
        },
      },
    },
  }
  const both = new Map([...engines, ['3', engine3]])

  it('lets old reports recompute with their own', async () => {
    const newer = await reportOf(model, resultsOf(model, engine3), particulars, hash)
    expect(newer.figures.base.approaches[0]?.value).toBeCloseTo(2001.432146, 6)
    expect(await verifyReport(newer, hash, both)).toMatchObject({ kind: 'equal', engine: '3' })
    expect(await verifyReport(report, hash, both)).toMatchObject({ kind: 'equal', engine: '2' })
    const misnamed = { ...newer, engine: { version: '2' } }
    expect(await verifyReport(misnamed, hash, both)).toMatchObject({
      kind: 'differs',
      path: 'figures.base.approaches[0].value',
    })
  })

  it('says which it does not have', async () => {
    const newer = await reportOf(model, resultsOf(model, engine3), particulars, hash)
    expect(await verifyReport(newer, hash)).toEqual({ kind: 'unknown_engine', engine: '3', known: ['1', '2'] })
  })

  it('keep the first, which knows no rates that are built up', async () => {
    const [engine1] = engines.values()
    if (!engine1) throw new Error('There is one')
    const older = await reportOf(model, resultsOf(model, engine1), particulars, hash)
    expect(await verifyReport(older, hash)).toMatchObject({ kind: 'equal', engine: '1' })
    expect(older.figures).toEqual(report.figures)
    expect(evaluateModel(builtModel(), engine1).scenarios[0]?.approaches[0]?.refusal).toMatchObject({
      slot: 'discountRate',
      reason: 'missing',
    })
  })
})
