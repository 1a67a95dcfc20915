import { describe, expect, it } from 'vitest'
import { cell, workbook, zip } from '../../../tests/support/archives.ts'
import { ArchiveFault, safeArchive } from './archive.server.ts'

const bounds = { entries: 6, unpacked: 100_000, rows: 100, columns: 20, cells: 500 }

function codeOf(bytes: Buffer): string {
  try {
    safeArchive(bytes, bounds)
    return 'taken'
  } catch (error) {
    if (error instanceof ArchiveFault) return error.code
    throw error
  }
}

const sheet = `<row r="1">${cell('A1', 'a')}</row>`

describe('safeArchive', () => {
  it('gives an archive of the same XML files, and of nothing else', () => {
    const safe = safeArchive(workbook(sheet, [{ name: 'xl/vbaProject.bin', content: 'x' }]), bounds)
    expect(safe.includes('vbaProject')).toBe(false)
    expect(safe.includes(sheet)).toBe(true)
    expect(safeArchive(safe, bounds).equals(safe)).toBe(true)
  })

  it('holds to its bounds, whatever an archive says of itself', () => {
    expect(codeOf(workbook(sheet))).toBe('taken')
    expect(codeOf(workbook(sheet, [{ name: 'a.xml', content: ' '.repeat(100_001), claims: 10 }]))).toBe('unpacked')
    const halves = ['a.xml', 'b.xml'].map((name) => ({ name, content: ' '.repeat(60_000) }))
    expect(codeOf(workbook(sheet, halves))).toBe('unpacked')
    expect(codeOf(workbook(`<row r="102">${cell('A102', 'x')}</row>`))).toBe('rows')
    expect(codeOf(workbook(`<row r="1">${cell('U1', 'x')}</row>`))).toBe('columns')
    expect(codeOf(workbook(`<row r="1">${cell('T1', 'x')}</row><row r="26">${cell('A26', 'x')}</row>`))).toBe('cells')
  })

  it('refuses what is no archive, or one that is spoilt', () => {
    const sound = workbook(sheet)
    expect(codeOf(Buffer.from('PK'))).toBe('archive')
    expect(codeOf(sound.subarray(0, 200))).toBe('archive')
    const many = Array.from({ length: 7 }, (_, at) => ({ name: `${String(at)}.xml`, content: '' }))
    expect(codeOf(zip(many))).toBe('archive')
    const elsewhere = Buffer.from(sound)
    elsewhere.writeUInt32LE(0xffffff, sound.length - 6)
    expect(codeOf(elsewhere)).toBe('archive')
  })
})
