import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'

describe('a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+84', "'+84"],
    ['-2', "'-2"],
    ['@x', "'@x"],
    [' =x', "' =x"],
    ['a "b", c', '"a ""b"", c"'],
    ['thường', 'thường'],
  ])('holds %s so that no spreadsheet runs it', (given, written) => {
    expect(csvLine([given])).toBe(`${written}\r\n`)
  })

  it('leaves numbers numbers', () => {
    expect(csvLine([-5, 'a'])).toBe('-5,a\r\n')
  })
})
