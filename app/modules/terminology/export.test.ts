import { describe, expect, it } from 'vitest'
import type { Entry } from './entries.ts'
import { type ExportFormat, exportFormats, exportTerms } from './export.ts'
import { readTermLines } from './lines.ts'
import { pairKey } from './term.ts'

const entries: readonly Entry[] = [
  { kind: 'translation', a: 'dryer', b: 'máy sấy', language: null, field: '203', origin: 'built-in' },
  { kind: 'translation', a: 'dryer', b: 'lò sấy', language: null, field: '203', origin: 'added' },
  { kind: 'translation', a: 'dryer', b: 'chất làm khô', language: null, field: null, origin: 'added' },
  { kind: 'synonym', a: 'nồi hơi', b: 'lò hơi', language: 'vi', field: '203', origin: 'added' },
  { kind: 'synonym', a: 'cell phone', b: 'mobile phone', language: 'en', field: null, origin: 'added' },
]

const file = (format: ExportFormat, of = entries) =>
  [...exportTerms(format, of, { title: 'Thuật ngữ <A&B>', about: 'Sàn "thử"' })].join('')

describe('the terminology as a file', () => {
  it.each(['tsv', 'csv'] as const)('comes back from %s as it left', (format) => {
    const back = readTermLines(file(format))
    expect(back.map(({ pair }) => pair && pairKey(pair))).toEqual(entries.map(pairKey))
    expect(back.map(({ pair }) => pair?.field ?? null)).toEqual(entries.map(({ field }) => field))
  })

  it('is a CSV that spreadsheets open as UTF-8 and never run', () => {
    const wicked: Entry = { ...entries[0], a: '=cmd|x', b: '@SUM(1)' } as Entry
    const text = file('csv', [wicked])
    expect(text.startsWith('\ufeffen,vi,')).toBe(true)
    expect(text).toContain("'=cmd|x,'@SUM(1)")
  })

  it('is TBX with one concept for the equivalents of a term in a field', () => {
    const text = file('tbx')
    expect(text).toContain('<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">')
    expect(text).toContain('<title>Thuật ngữ &lt;A&amp;B&gt;</title>')
    expect(text.match(/<conceptEntry /g)).toHaveLength(4)
    expect(text).toContain(
      '<conceptEntry id="c1"><descrip type="subjectField">203 Mechanical engineering</descrip>' +
        '<langSec xml:lang="en"><termSec><term>dryer</term></termSec></langSec>' +
        '<langSec xml:lang="vi"><termSec><term>máy sấy</term></termSec><termSec><term>lò sấy</term></termSec></langSec>' +
        '</conceptEntry>',
    )
    for (const name of ['tbx', 'body', 'conceptEntry', 'langSec', 'termSec', 'term'])
      expect(text.match(new RegExp(`<${name}[ >]`, 'g'))).toHaveLength(text.split(`</${name}>`).length - 1)
  })

  it.each(exportFormats)('is %s also when there is nothing', (format) => {
    expect(file(format, [])).not.toBe('')
  })

  it('comes in pieces', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ ...entries[0], a: `dryer ${String(index)}` }) as Entry)
    expect([...exportTerms('tsv', many, { title: '', about: '' })].length).toBeGreaterThan(10)
  })
})
