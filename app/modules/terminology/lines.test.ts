import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTermLines } from './lines.ts'

const told = (text: string) =>
  readTermLines(text).map(({ number, pair, fault }) =>
    pair ? [number, pair.a, pair.b, pair.field] : [number, fault.code],
  )

describe('lines of pairs', () => {
  it.each(['\t', ',', ';', ' , '])('are parted by %j', (separator) => {
    expect(told(['dryer', 'máy sấy', '203'].join(separator))).toEqual([[1, 'dryer', 'máy sấy', '203']])
  })

  it('may be quoted, end as on Windows, begin with a mark, and be empty', () => {
    expect(told('\ufeff"dryer","máy sấy"\r\n\r\n"steam ""hot"" boiler",nồi hơi\r\nboiler,nồi hơi\r\n')).toEqual([
      [1, 'dryer', 'máy sấy', null],
      [3, 'term.signs'],
      [4, 'boiler', 'nồi hơi', null],
    ])
  })

  it('may name their columns in any order', () => {
    expect(told('Field\tVI\tEN\n203\tmáy sấy\tdryer')).toEqual([[2, 'dryer', 'máy sấy', '203']])
  })

  it('hold synonyms where a column says so', () => {
    const [line] = readTermLines('en,vi,field,origin,synonym\n,nồi hơi,203,added,lò hơi')
    expect(line?.pair).toMatchObject({ kind: 'synonym', language: 'vi', a: 'nồi hơi', b: 'lò hơi', field: '203' })
  })

  it('are told one by one what is wrong with them', () => {
    expect(
      told(
        ['dryer\tmáy sấy', 'dryer', 'Dryer\tMáy  sấy', 'máy đo\tmeter', 'a\tb\t203\tx', 'fan\tquạt\t999'].join('\n'),
      ),
    ).toEqual([
      [1, 'dryer', 'máy sấy', null],
      [2, 'required'],
      [3, 'term.twice'],
      [4, 'term.english'],
      [5, 'term.columns'],
      [6, 'term.field'],
    ])
  })

  it('name the line they repeat, counting empty ones', () => {
    const [, second] = readTermLines('dryer,máy sấy\n\n\ndryer,máy sấy')
    expect(second).toMatchObject({ number: 4, fault: { values: { line: 1 } } })
  })

  it('never fail, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const { pair, fault } of readTermLines(text)) expect(pair === null).toBe(fault !== null)
      }),
    )
  })

  it('are read quickly, many and long', () => {
    const text = `${'"'.repeat(400_000)}\n${'a,'.repeat(200_000)}`
    const started = performance.now()
    readTermLines(text)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
