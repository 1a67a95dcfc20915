import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cell, workbook, zip } from '../../../../tests/support/archives.ts'
import type { SourceRow } from './file-fault.ts'
import { rowsOf, sampleOf } from './source.server.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-import-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return path
}

async function read(content: string | Uint8Array): Promise<SourceRow[]> {
  const path = await file(content)
  const sample = await sampleOf(path)
  if (!sample.ok) throw new Error(sample.refusal.code)
  const rows: SourceRow[] = []
  for await (const row of rowsOf(path, sample.value.format)) rows.push(row)
  return rows
}

async function fault(content: string | Uint8Array): Promise<string> {
  const sample = await sampleOf(await file(content))
  return sample.ok ? 'taken' : sample.refusal.code
}

const cellsOf = (rows: readonly SourceRow[]) => rows.map((row) => row.cells)

describe('tables of text', () => {
  it.each([
    ['commas', 'Mã,Tên\n1,"Sấy, lạnh"\n'],
    ['semicolons', 'Mã;Tên\r\n1;Sấy, lạnh\r\n'],
    ['tabs', 'Mã\tTên\n1\tSấy, lạnh'],
    ['a byte order mark', '\ufeffMã;Tên\n1;Sấy, lạnh'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Mã\tTên\n1\tSấy, lạnh', 'utf16le')])],
  ])('are read with %s', async (_what, content) => {
    expect(cellsOf(await read(content))).toEqual([{ Mã: '1', Tên: 'Sấy, lạnh' }])
  })

  it('number their rows as a spreadsheet does, empty rows passed over', async () => {
    const rows = await read('a,b\n1,2\n,\n3,4\n')
    expect(rows.map((row) => row.number)).toEqual([2, 4])
  })

  it('name columns once each', async () => {
    const sample = await sampleOf(await file('a,a,\n1,2,3\n'))
    expect(sample.ok && sample.value.columns).toEqual(['a', 'a (2)', '#3'])
  })

  it('refuse the row with too many cells and take the others', async () => {
    const rows = await read('a,b\n1,2,3\n4,5\n')
    expect(rows.map((row) => row.fault?.code ?? 'taken')).toEqual(['row.columns', 'taken'])
  })

  it('take a stray quotation mark as it stands and refuse what is never closed', async () => {
    expect(cellsOf(await read('a,b\n5" ống,x\n'))).toEqual([{ a: '5" ống', b: 'x' }])
    const rows = await read('a,b\n1,2\n"3,4\n5,6\n')
    expect(rows.map((row) => row.fault?.code ?? 'taken')).toEqual(['taken', 'row.quotes'])
  })
})

describe('JSON lines', () => {
  it('are read with their line numbers, blank lines passed over', async () => {
    const rows = await read('{"title":"A","n":[1,2]}\n\n{"title":"B"}')
    expect(rows).toEqual([
      { number: 1, cells: { title: 'A', n: [1, 2] }, fault: null },
      { number: 3, cells: { title: 'B' }, fault: null },
    ])
  })

  it('refuse the lines that are no records', async () => {
    const rows = await read('{"a":1}\n{"a":\n[1]\nnull\n"x"\n')
    expect(rows.map((row) => row.fault?.code ?? 'taken')).toEqual([
      'taken',
      'row.json',
      'row.not_object',
      'row.not_object',
      'row.not_object',
    ])
  })

  it('take a line of ten megabytes and refuse one of more than sixteen, and go on', async () => {
    const long = JSON.stringify({ a: 'x'.repeat(10_000_000) })
    const tooLong = JSON.stringify({ a: 'x'.repeat(17_000_000) })
    const rows = await read(`${long}\n${tooLong}\n{"a":1}\n`)
    expect(rows.map((row) => row.fault?.code ?? 'taken')).toEqual(['taken', 'row.record_too_long', 'taken'])
  })
})

describe('workbooks', () => {
  it('give the rows of the first sheet', async () => {
    const sheet = `<row r="1">${cell('A1', 'Mã')}${cell('B1', 'Tên')}</row><row r="2"><c r="A2"><v>7</v></c>${cell('B2', 'Máy sấy')}</row>`
    expect(await read(workbook(sheet))).toEqual([{ number: 2, cells: { Mã: 7, Tên: 'Máy sấy' }, fault: null }])
  })

  it('are refused with a cell far out, which would fill the memory', async () => {
    expect(
      await fault(workbook(`<row r="1">${cell('A1', 'a')}</row><row r="1048576">${cell('A1048576', 'x')}</row>`)),
    ).toBe('import.rows')
    expect(await fault(workbook(`<row r="1">${cell('A1', 'a')}${cell('XFD1', 'x')}</row>`))).toBe('import.columns')
  })

  it('are refused when they unpack to too much, whatever they say of it', async () => {
    const bomb = { name: 'xl/sharedStrings.xml', content: ' '.repeat(210 * 1024 * 1024), claims: 10 }
    expect(await fault(workbook('<row r="1"></row>', [bomb]))).toBe('import.unpacked')
  })

  it('are refused when they are none', async () => {
    const sound = workbook(`<row r="1">${cell('A1', 'a')}</row>`)
    expect(await fault(sound.subarray(0, 200))).toBe('import.archive')
    expect(await fault(zip([{ name: 'a.txt', content: 'x' }]))).toBe('import.archive')
    expect(await fault(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300, 7)]))).toBe('import.archive')
  })
})

describe('files that are none of these', () => {
  it.each([
    ['an empty file', '', 'file.empty'],
    ['blanks only', '  \n \n', 'file.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'import.binary'],
    ['another encoding', Buffer.from([0x54, 0xea, 0x6e, 0x0a, 0x4d, 0xe1, 0x79]), 'import.encoding'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.old_excel'],
    ['a JSON list', '[{"a":1}]', 'import.json_array'],
    ['a header alone', 'a,b\n', 'import.no_rows'],
  ])('%s is refused', async (_what, content, code) => {
    expect(await fault(content)).toBe(code)
  })
})
