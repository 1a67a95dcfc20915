import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseReport, type Verification, verifyReport } from '#modules/valuation'

/** `npm run valuation:verify -- REPORT.json`: whether a report's figures follow from its own model. */

const usage = `npm run valuation:verify -- REPORT.json
  REPORT.json   a valuation report as this exchange gives it out

Works out all figures again with the version of the engine that the report names. Says equal, or names the first figure
that differs; the code is 1 unless all are equal.`

/** Something to be put right by whoever runs the command. */
class Mistake extends Error {}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function lineOf(verified: Verification): string {
  switch (verified.kind) {
    case 'equal':
      return `equal: ${verified.figures} figures, recomputed with engine ${verified.engine}`
    case 'model_changed':
      return `the model is not the one of the report: its SHA-256 is stated as ${verified.stated}, recomputed ${verified.recomputed}`
    case 'unknown_engine':
      return `there is no engine ${verified.engine} here; there is ${verified.known.join(', ')}`
    case 'differs':
      return `differs at ${verified.path}: stated ${shown(verified.stated)}, recomputed ${shown(verified.recomputed)}`
    case 'report_changed':
      return `all figures are equal, and the report was changed otherwise: its SHA-256 is stated as ${verified.stated}, recomputed ${verified.recomputed}`
  }
}

function documentIn(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Mistake(`There is no file ${file} that can be read.`)
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Mistake(`${file}: this is not JSON.`)
  }
}

try {
  const [file, ...more] = process.argv.slice(2)
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new Mistake(usage)
  const report = parseReport(documentIn(file))
  if (!report.ok) {
    const faults = report.faults.slice(0, 20).map(({ path, code }) => `  ${path || 'the document'}: ${code}`)
    throw new Mistake([`${file}: this is no report.`, ...faults].join('\n'))
  }
  const verified = await verifyReport(report.value, (text) => createHash('sha256').update(text).digest('hex'))
  process.stdout.write(`${lineOf(verified)}\n`)
  if (verified.kind !== 'equal') process.exitCode = 1
} catch (error) {
  if (!(error instanceof Mistake)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
