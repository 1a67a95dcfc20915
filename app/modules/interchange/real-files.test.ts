import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { needSchema } from '#modules/needs'
import { profileSchema } from '#modules/technologies'
import { guessMapping } from './fields.ts'
import { judgeRow, type RowRules, withRow } from './row.ts'
import { rowsOf, sampleOf } from './sources/source.server.ts'

/** Real catalogues nobody here wrote, read where they are at hand: every row is taken, and nothing of it is lost. */
const folder = join(process.cwd(), '..', 'shared', 'data')
const files = [
  ['technologies-nasa-en.jsonl', 'technology', 1208],
  ['technologies-sbir-awards-en-1.jsonl', 'technology', 3600],
  ['needs-sbir-topics-en.jsonl', 'need', 4366],
  ['research-tasks-hust-vi.jsonl', 'technology', 152],
  ['ocop-products-vi.jsonl', 'technology', 37],
] as const

describe.skipIf(!existsSync(folder))('real catalogues (skipped where ../shared/data is absent)', () => {
  it.each(files)('%s as %s', async (name, kind, count) => {
    const path = join(folder, name)
    const sample = await sampleOf(path)
    if (!sample.ok) throw new Error(sample.refusal.code)
    const mapping = guessMapping(sample.value.columns, kind)
    const rules: RowRules = { kind, mapping, language: 'en', source: '', licence: '' }
    let taken = 0
    for await (const { cells } of rowsOf(path, sample.value.format)) {
      if (!cells) throw new Error(`${name}: a row that cannot be read`)
      const judged = judgeRow(cells, rules)
      if (!judged.ok) throw new Error(`${name}: ${judged.fault.code}`)
      const document = withRow(kind, {}, judged.row.given)
      const profile = kind === 'need' ? needSchema.parse(document) : profileSchema.parse(document)
      const texts = Object.values(profile.texts[profile.sourceLanguage]).join(' ')
      const summary = typeof cells['summary'] === 'string' ? cells['summary'].replace(/\s+/g, ' ').trim() : ''
      expect(texts.replace(/\s+/g, ' ')).toContain(summary.slice(-60))
      expect(profile.provenance?.source).toBe(cells['source'])
      taken += 1
    }
    expect(taken).toBe(count)
  })
})
