import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { busySeconds, done } from '#kernel'
import { input, number, reconciledModel, triangular, withInputs } from '../../../../tests/support/valuation-model.ts'
import { type ValuationModel } from '../model/document.ts'
import { reportOf, type ReportParticulars, resultsOf, statedBy } from '../model/report.ts'
import { modelWorkbook } from '../workbook/xlsx.server.ts'
import {
  closeComputing,
  Computing,
  readUploadedModel,
  readUploadedWorkbook,
  reportApart,
  simulateApart,
  verifyApart,
} from './computing.server.ts'
import { ComputingBusyError, ComputingPool } from './pool.server.ts'

// Threads are started and ended in most of these, beside whatever else runs.
vi.setConfig({ testTimeout: 60_000 })

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const particulars: ReportParticulars = {
  kind: 'private_estimate',
  issuedAt: '2025-10-02T00:00:00Z',
  valuer: { name: 'Nguyễn Thẩm Định', licenceNumber: null, organisation: null },
  independence: '',
  limits: [],
}

/** Takes long enough for others to come meanwhile. */
const long = (trials = 200_000): ValuationModel => {
  const model = reconciledModel()
  return { ...model, simulation: { ...model.simulation, trials, sampling: 'sobol' } }
}

const own: Computing[] = []
function computingWith(options: ConstructorParameters<typeof Computing>[0]): Computing {
  const computing = new Computing({ threads: 1, ...options })
  own.push(computing)
  return computing
}
afterEach(() => Promise.all(own.splice(0).map((computing) => computing.close())))
afterAll(closeComputing)

const refusal = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'taken' : result.refusal?.code)

describe('computing beside the server', () => {
  it('gives the figures that the same call gives in place', async () => {
    const model = reconciledModel()
    const apart = await simulateApart(model)
    expect(apart).toEqual(done(statedBy(model, resultsOf(model))))
    const [relief] = apart.ok ? apart.value.figures.simulation.targets : []
    expect(relief?.simulation?.result.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(1_000)
    expect(relief?.simulation?.result.convergence.at(-1)?.trials).toBe(1_000)
    expect(relief?.simulation?.result).not.toHaveProperty('draws')
  })

  it('works the figures of a model out once, and those of any other anew', async () => {
    const run = vi.spyOn(ComputingPool.prototype, 'run')
    const computing = computingWith({})
    const model = reconciledModel()
    const first = await computing.simulate(model)
    const again = await computing.simulate(structuredClone(model))
    expect(again).toEqual(first)
    expect(run).toHaveBeenCalledTimes(1)
    const [revenues, ...others] = model.inputs
    if (!revenues) throw new Error('no input')
    const elsewhere = { id: 'acc_other', name: 'Trần Văn Khác' }
    for (const changed of [
      { ...model, simulation: { ...model.simulation, seed: model.simulation.seed + 1 } },
      { ...model, head: { ...model.head, valuationDate: '2025-09-16' } },
      { ...model, inputs: [{ ...revenues, enteredBy: elsewhere }, ...others] },
    ]) {
      const calls = run.mock.calls.length
      expect(await computing.simulate(changed)).toEqual(done(statedBy(changed, resultsOf(changed))))
      expect(run).toHaveBeenCalledTimes(calls + 1)
    }
    expect(await computing.simulate(model)).toEqual(first)
    expect(run).toHaveBeenCalledTimes(4)
    run.mockRestore()
  })

  it('keeps no refusal, as another limit may suffice', async () => {
    const computing = computingWith({})
    const model = long()
    expect(refusal(await computing.simulate(model, 1))).toBe('computing.too_long')
    expect(refusal(await computing.simulate(model))).toBe('taken')
  })

  it('gives the report that the same call gives in place, and recomputes it', async () => {
    const model = reconciledModel()
    const report = await reportApart(model, particulars)
    expect(report).toEqual(done(await reportOf(model, resultsOf(model), particulars, hash)))
    const text = JSON.stringify(report.ok ? report.value : null)
    expect(await verifyApart(text)).toMatchObject({ ok: true, value: { kind: 'equal' } })
    expect(await verifyApart(text.replace('"point":3065.13', '"point":4065.13'))).toMatchObject({
      value: { kind: 'differs', path: 'figures.base.reconciliation.point' },
    })
  })

  it('leaves the server free meanwhile', async () => {
    const simulated = simulateApart(long())
    let turns = 0
    const turning = setInterval(() => {
      turns += 1
    }, 5)
    expect(refusal(await simulated)).toBe('taken')
    clearInterval(turning)
    expect(turns).toBeGreaterThan(10)
  })

  it('passes on what a call throws, and goes on with the next', async () => {
    const computing = computingWith({})
    const broken = { ...reconciledModel(), inputs: null } as unknown as ValuationModel
    await expect(computing.call('simulate', broken, 'own')).rejects.toThrow(/null/)
    expect(refusal(await computing.call('simulate', reconciledModel(), 'own'))).toBe('taken')
  })
})

describe('what takes too long or too much', () => {
  it('is ended and refused, and a new thread does the next', async () => {
    const computing = computingWith({})
    expect(await computing.call('simulate', long(), 'own', 20)).toEqual({
      ok: false,
      refusal: { code: 'computing.too_long', status: 422, values: { seconds: 0 } },
    })
    expect(refusal(await computing.call('simulate', reconciledModel(), 'own'))).toBe('taken')
  })

  it('is not begun where its draws would fill the memory', async () => {
    const many = Array.from({ length: 80 }, (_, at) =>
      input(`i${String(at)}`, 'rate', number('0.1'), triangular('0.1', '0.2', '0.3')),
    )
    const model = withInputs(long(), ...many)
    expect(refusal(await simulateApart(model))).toBe('computing.too_large')
    const report = await reportOf(reconciledModel(), resultsOf(reconciledModel()), particulars, hash)
    expect(refusal(await verifyApart(JSON.stringify({ ...report, model })))).toBe('computing.too_large')
  })

  it('is refused where it outgrows its thread, which is started again', async () => {
    const computing = computingWith({ megabytes: 32 })
    const faults = `{"inputs":[${'{},'.repeat(1_300_000)}{}]}`
    expect(refusal(await computing.call('model', faults, 'files'))).toBe('computing.too_large')
    expect(refusal(await computing.call('simulate', reconciledModel(), 'own'))).toBe('taken')
  })
})

describe('when more waits than can be done', () => {
  it('one more is busy, and own figures go before files', async () => {
    const computing = computingWith({ waiting: { own: 1, files: 1 } })
    const order: string[] = []
    const done = (name: string) => () => order.push(name)
    const first = computing.call('simulate', long(), 'own').then(done('first'))
    const file = computing.call('model', '{}', 'files').then(done('file'))
    const second = computing.call('simulate', reconciledModel(), 'own').then(done('second'))
    const error: unknown = await computing.call('model', '{}', 'files').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ComputingBusyError)
    expect(busySeconds(error)).toBe(5)
    await Promise.all([first, file, second])
    expect(order).toEqual(['first', 'second', 'file'])
  })

  it('what is not begun in time is busy', async () => {
    const computing = computingWith({ patience: 50 })
    const first = computing.call('simulate', long(), 'own').catch(() => null)
    await expect(computing.call('simulate', reconciledModel(), 'own')).rejects.toThrow('too many computations wait')
    await first
  })

  it('files leave one of several threads to own figures', async () => {
    const computing = computingWith({ threads: 2 })
    const model = long(50_000)
    const report = JSON.stringify(await reportOf(model, resultsOf(model), particulars, hash))
    const order: string[] = []
    await Promise.all([
      computing.call('verify', report, 'files').then(() => order.push('file')),
      computing.call('verify', report, 'files').then(() => order.push('file')),
      computing.call('simulate', reconciledModel(), 'own').then(() => order.push('own')),
    ])
    expect(order[0]).toBe('own')
  })
})

describe('threads', () => {
  it('that fail to start fail the call', async () => {
    const computing = computingWith({ script: join(tmpdir(), 'nothing.ts') })
    await expect(computing.call('simulate', reconciledModel(), 'own')).rejects.toThrow(/nothing\.ts/)
  })

  it('rest when nothing is to be done, and are there again', async () => {
    const computing = computingWith({ rest: 1 })
    for (let time = 0; time < 2; time += 1) {
      expect(refusal(await computing.call('simulate', reconciledModel(), 'own'))).toBe('taken')
      await wait(50)
    }
  })

  it('run from a folder with a blank in its name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sàn giao dịch '))
    try {
      cpSync('app', join(folder, 'app'), { recursive: true })
      cpSync('package.json', join(folder, 'package.json'))
      symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'dir')
      const script = join(folder, 'app', 'modules', 'valuation', 'computing', 'thread.server.ts')
      const computing = computingWith({ script })
      expect(refusal(await computing.call('simulate', reconciledModel(), 'own'))).toBe('taken')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('files of anybody', () => {
  it('that are models are read, or have faults by path', async () => {
    const model = reconciledModel()
    expect(await readUploadedModel(`\ufeff${JSON.stringify(model)}`)).toEqual(done({ ok: true, value: model }))
    const spoilt = JSON.stringify({ ...model, approaches: [{ ...model.approaches[0], method: 'guess' }] })
    expect(await readUploadedModel(spoilt)).toEqual(
      done({ ok: false, faults: [{ path: 'approaches[0].method', code: 'unknown' }] }),
    )
  })

  it('that are none are refused, and long faults are cut', async () => {
    expect(refusal(await readUploadedModel('{'))).toBe('file.not_json')
    expect(refusal(await readUploadedModel('['.repeat(100_000)))).toBe('file.too_deep')
    expect(refusal(await readUploadedModel(' '.repeat(4 * 1024 * 1024 + 1)))).toBe('file.too_large')
    expect(refusal(await verifyApart(`{"a":${'{"b":'.repeat(60)}`))).toBe('file.too_deep')
    const none = await verifyApart(JSON.stringify({ ['x'.repeat(10_000)]: 1 }))
    expect(none).toMatchObject({ ok: true, value: { kind: 'no_report' } })
    expect(JSON.stringify(none).length).toBeLessThan(2_000)
    const many = await readUploadedModel(JSON.stringify({ ...reconciledModel(), inputs: Array(500).fill(1) }))
    expect(many.ok && !many.value.ok && many.value.faults.length).toBe(100)
  })

  it('that are workbooks change the model, or have faults by cell', async () => {
    const model = reconciledModel()
    const words = {
      assumptions: 'Giả định',
      reconciliation: 'Kết luận',
      notAsFormulas: '-',
      label: (key: string) => key,
    }
    const bytes = await modelWorkbook(model, words)
    const by = { id: 'acc_2', name: 'Lê An' }
    const read = (from: Uint8Array, of = model) => readUploadedWorkbook(from, of, by, '2025-11-01T00:00:00Z')
    expect(await read(bytes)).toEqual(done({ ok: true, model, changed: [] }))
    const other = { ...model, inputs: model.inputs.slice(1), approaches: [] }
    expect(await read(bytes, other)).toMatchObject({ value: { faults: [{ cell: 'A2', code: 'no_such_input' }] } })
    expect(refusal(await read(Buffer.from('%PDF')))).toBe('file.no_workbook')
  })
})
