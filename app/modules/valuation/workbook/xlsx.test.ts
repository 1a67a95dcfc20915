import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { installedProgram, programs } from '../../../../scripts/setup/programs.mjs'
import { cell, workbook, zip } from '../../../../tests/support/archives.ts'
import { allInputs, earlierCases, laterCases } from '../../../../tests/support/valuation-cases.ts'
import { calculated, type Sheets, sheetsOf } from '../../../../tests/support/spreadsheet.ts'
import {
  choice,
  input,
  number,
  reconciledModel,
  series,
  withApproach,
  withInputs,
} from '../../../../tests/support/valuation-model.ts'
import { done } from '#kernel'
import { evaluateModel } from '../model/evaluate.ts'
import { columnAt } from './assumptions.ts'
import { assumptionsRead } from './read.ts'
import { columnName, sheetNames } from './sheets.ts'
import { workbookOf } from './workbook.ts'
import { modelWorkbook, readWorkbook } from './xlsx.server.ts'

const words = {
  assumptions: 'Giả định',
  reconciliation: 'Kết luận',
  notAsFormulas: 'Không thể hiện được bằng công thức',
  label: (key: string) => key,
}

/** The last figure of a sheet's column C: the value. */
function lastCell(sheets: Sheets, sheet: string): string {
  const rows = [...(sheets.get(sheet)?.keys() ?? [])].filter((cell) => cell.startsWith('C'))
  return rows.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))).at(-1) ?? ''
}

const valueIn = (sheets: Sheets, sheet: string) => Number(calculated(sheets, sheet, lastCell(sheets, sheet)))

describe('a workbook', () => {
  it.each([...earlierCases, ...laterCases])('gives by its formulas what the engine gives: %s', async (_, model) => {
    const sheets = sheetsOf(await modelWorkbook(model, words))
    const approaches = evaluateModel(model).scenarios[0]?.approaches ?? []
    expect(approaches.length).toBeGreaterThan(0)
    for (const { approach, value, refusal } of approaches) {
      expect(refusal).toBeNull()
      expect(sheets.get(approach)?.get(lastCell(sheets, approach))?.formula).toBeDefined()
      const difference = valueIn(sheets, approach) - (value ?? NaN)
      expect(Math.abs(difference), approach).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value ?? 0)))
    }
  })

  it('reconciles by formulas, and follows a changed assumption', async () => {
    const sheets = sheetsOf(await modelWorkbook(reconciledModel(), words))
    const point = evaluateModel(reconciledModel()).scenarios[0]?.reconciliation.point ?? NaN
    expect(Number(calculated(sheets, 'Kết luận', 'D5'))).toBeCloseTo(point, 6)
    const royalty = sheets.get('Giả định')?.get(`${columnName(columnAt('value'))}2`)
    expect(royalty).toEqual({ value: 0.05 })
    if (royalty) royalty.value = 0.03
    expect(valueIn(sheets, 'relief')).toBeCloseTo((2000.432146 * 25) / 45, 5)
  })

  it('says what formulas cannot show and what was refused', () => {
    const waiting = withInputs(allInputs, input('defer', 'none', choice('defer')))
    const option = withApproach(waiting, 'option', 'real_option', {
      kind: 'defer',
      projectValue: 'project',
      strike: 'strike',
      years: 'term',
      volatility: 'sigma',
      riskFreeRate: 'free',
    })
    const model = withApproach(option, 'relief', 'relief_from_royalty', {})
    const value = evaluateModel(model).scenarios[0]?.approaches[0]?.value
    const sheets = workbookOf(model, words)
    expect(sheets.map(({ name }) => name)).toEqual(['Giả định', 'option', 'relief', 'Kết luận'])
    expect(sheets[1]?.rows.slice(1)).toEqual([[words.notAsFormulas], ['value', 'V', value]])
    expect(sheets[2]?.rows[1]).toEqual(['revenues', '', 'missing'])
  })

  const soffice = installedProgram(programs.libreoffice)
  const allLater = laterCases.reduce((so, [, { approaches }], at) => {
    const [{ method, inputs } = { method: 'decision_tree' as const, inputs: {} }] = approaches
    return withApproach(so, `x${String(at)}`, method, inputs)
  }, allInputs)
  it.skipIf(soffice === null).each([
    ['three approaches', reconciledModel()],
    ['stages, a tree, options and deals', allLater],
  ])(
    'is worked out alike by LibreOffice (left out where that is not installed): %s',
    async (_, model) => {
      const folder = mkdtempSync(join(tmpdir(), 'valuation-workbook-'))
      try {
        writeFileSync(join(folder, 'in.xlsx'), await modelWorkbook(model, words))
        const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
        const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
        const given = [profile, '--headless', '--convert-to', csv, '--outdir', folder, join(folder, 'in.xlsx')]
        const { stderr } = spawnSync(soffice ?? '', given, { encoding: 'utf8', timeout: 100_000 })
        const figures = (sheet: string) => {
          const file = join(folder, `in-${sheet}.csv`)
          if (!existsSync(file)) throw new Error(`LibreOffice wrote no ${sheet}: ${stderr}`)
          return readFileSync(file, 'utf8').trim().split('\n').at(-1)?.split(',').map(Number) ?? []
        }
        const { approaches, reconciliation } = evaluateModel(model).scenarios[0] ?? {}
        for (const { approach, value } of approaches ?? []) expect(figures(approach)[2]).toBeCloseTo(value ?? NaN, 3)
        const point = reconciliation?.point ?? null
        if (point !== null) expect(figures('Kết luận')[3]).toBeCloseTo(point, 3)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    120_000,
  )
})

describe('the names of sheets', () => {
  it('are short, allowed and different', () => {
    expect(sheetNames(['a/b', 'A B', 'x'.repeat(40), 'x'.repeat(35)])).toEqual([
      'a b',
      'A B.2',
      'x'.repeat(31),
      `${'x'.repeat(29)}.2`,
    ])
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('assumptions read back', () => {
  const model = withInputs(reconciledModel(), input('exact', 'money', number('12345678901234567890.000000001')))
  const by = { id: 'acc_2', name: 'Lê An' }
  const at = '2025-11-01T00:00:00Z'
  const rows = () =>
    (workbookOf(model, words)[0]?.rows ?? []).map((cells) =>
      cells.map((cell) => (typeof cell === 'object' ? null : String(cell))),
    )
  const changedRows = (...changes: [row: number, column: string, text: string | null][]) => {
    const all = rows()
    for (const [row, column, text] of changes) {
      const cells = all[row - 1]
      if (cells) cells['ABCDEFGHIJKLMNOP'.indexOf(column)] = text
    }
    return assumptionsRead(model, all, by, at)
  }

  it('change nothing as they were written, to the last digit', async () => {
    const read = await readWorkbook(model, await modelWorkbook(model, words), by, at)
    expect(read).toEqual(done({ ok: true, model, changed: [] }))
  })

  it('come back whatever the texts hold', async () => {
    const odd = ' <b>=1+1</b> & "x"\n\u0007 '
    const source = { kind: 'document', reference: odd } as const
    const texts = withInputs(model, input('tax', 'rate', number('0.2'), { source }))
    const read = await readWorkbook(texts, await modelWorkbook(texts, words), by, at)
    const tax = read.ok && read.value.ok ? read.value.model.inputs.find(({ id }) => id === 'tax') : undefined
    expect(tax?.source.reference).toBe(odd.replace('\u0007', ''))
  })

  it('change what was changed, by who read them', () => {
    const read = changedRows([2, 'J', '0.045'], [3, 'K', '1.5E4'], [2, 'G', 'Thư của bên nhận'])
    expect(read).toMatchObject({ ok: true, changed: ['royalty', 'revenue'] })
    const inputs = read.ok ? read.model.inputs : []
    expect(inputs[0]).toMatchObject({
      value: { value: '0.045' },
      source: { kind: 'document', reference: 'Thư của bên nhận' },
      enteredBy: by,
      enteredAt: at,
      uncertainty: model.inputs[0]?.uncertainty,
    })
    expect(inputs[1]?.value).toEqual(series('10000', '15000', '18000', '20000', '20000'))
    expect(inputs[2]?.enteredBy).toEqual(model.inputs[2]?.enteredBy)
  })

  it('name the cell of each fault', () => {
    const faultsOf = (...changes: Parameters<typeof changedRows>) => {
      const read = changedRows(...changes)
      return read.ok ? [] : read.faults
    }
    expect(faultsOf([2, 'J', 'năm phần trăm'])).toEqual([{ cell: 'J2', code: 'not_a_figure' }])
    expect(faultsOf([2, 'J', null])).toEqual([{ cell: 'J2', code: 'missing' }])
    expect(faultsOf([3, 'L', null])).toEqual([{ cell: 'L3', code: 'missing' }])
    expect(faultsOf([4, 'B', 'series'])).toEqual([{ cell: 'B4', code: 'kind_differs' }])
    expect(faultsOf([4, 'A', 'beta'])).toEqual([{ cell: 'A4', code: 'no_such_input' }])
    expect(faultsOf([4, 'A', 'royalty'])).toEqual([{ cell: 'A4', code: 'repeated' }])
    expect(faultsOf([5, 'F', 'rumour'])).toEqual([{ cell: 'F5', code: 'unknown' }])
    expect(faultsOf([7, 'J', 'middle'])).toEqual([{ cell: 'J7', code: 'unknown' }])
    expect(faultsOf([10, 'L', '3'])).toEqual([{ cell: 'L10', code: 'unknown' }])
  })

  it('are no workbook of another kind, and none that unpacks to too much', async () => {
    const refusal = async (bytes: Buffer) => {
      const read = await readWorkbook(model, bytes, by, at)
      return read.ok ? 'taken' : read.refusal.code
    }
    const written = await modelWorkbook(model, words)
    expect(await refusal(Buffer.from('PK no'))).toBe('file.no_workbook')
    expect(await refusal(Buffer.from('PK\u0003\u0004'.padEnd(300)))).toBe('file.no_workbook')
    expect(await refusal(written.subarray(0, 2000))).toBe('file.no_workbook')
    expect(await refusal(zip([{ name: 'a.txt', content: 'x' }]))).toBe('file.no_workbook')
    const bomb = { name: 'xl/sharedStrings.xml', content: ' '.repeat(40 * 1024 * 1024), claims: 10 }
    expect(await refusal(workbook('<row r="1"></row>', [bomb]))).toBe('file.workbook_too_large')
    expect(await refusal(workbook(`<row r="1">${cell('XFD1', 'x')}</row>`))).toBe('file.workbook_too_large')
    expect(assumptionsRead(model, [], by, at)).toEqual({ ok: false, faults: [{ cell: 'A1', code: 'missing' }] })
  })
})
