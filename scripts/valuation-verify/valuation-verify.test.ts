import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportOf, resultsOf } from '#modules/valuation'
import { reconciledModel } from '../../tests/support/valuation-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'valuation-verify-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const model = reconciledModel()
const report = await reportOf(
  model,
  resultsOf(model),
  {
    kind: 'mandated',
    issuedAt: '2025-10-02T00:00:00Z',
    valuer: { name: 'Nguyễn Thẩm Định', licenceNumber: 'XII24.2345', organisation: 'Công ty Thẩm định' },
    independence: '',
    limits: [],
  },
  (text) => createHash('sha256').update(text).digest('hex'),
)

function verify(text: string | null) {
  const file = join(folder, 'report.json')
  if (text !== null) writeFileSync(file, text)
  const given = text === null ? [join(folder, 'nothing.json')] : [file]
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/valuation-verify.ts', ...given], {
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

describe('npm run valuation:verify', () => {
  it('says equal', () => {
    expect(verify(JSON.stringify(report, null, 2))).toEqual({
      status: 0,
      said: expect.stringMatching(/^equal: \d+ figures, recomputed with engine 2\n$/) as string,
    })
  })

  it('names the first figure that differs', () => {
    const raised = JSON.stringify(report).replace('"point":3065.13', '"point":4065.13')
    const { status, said } = verify(raised)
    expect(status).toBe(1)
    expect(said).toMatch(
      /^differs at figures\.base\.reconciliation\.point: stated 4065\.13\d+, recomputed 3065\.13\d+\n$/,
    )
  })

  it('names a changed model', () => {
    const { status, said } = verify(JSON.stringify(report).replaceAll('Chuyển giao công nghệ', 'Thế chấp'))
    expect(status).toBe(1)
    expect(said).toContain('the model is not the one of the report')
  })

  it('says what is no report', () => {
    expect(verify(null)).toMatchObject({ status: 1, said: expect.stringContaining('There is no file') as string })
    expect(verify('{')).toMatchObject({ status: 1, said: expect.stringContaining('not JSON') as string })
    expect(verify('{"format":"valuation-report"}').said).toContain('version: ')
  })
})
