import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseReport } from './model/report.ts'
import { verifyReport } from './model/verify.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'examples', 'valuations')
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

it('the examples of the documents are recomputed equal', async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.report.json'))
  expect(names).toHaveLength(2)
  for (const name of names) {
    const report = parseReport(JSON.parse(await readFile(join(folder, name), 'utf8')))
    if (!report.ok) throw new Error(`${name}: ${JSON.stringify(report.faults)}`)
    expect(await verifyReport(report.value, hash), name).toMatchObject({ kind: 'equal' })
  }
})
