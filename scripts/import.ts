import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { reader } from '#db'
import { issueText, refusalText } from '#i18n'
import { messagesOf } from '#i18n/server'
import { organisationById } from '#modules/accounts/server'
import { importFields, type Mapping } from '#modules/interchange'
import {
  carryOut,
  checkImport,
  countsOf,
  forgetImport,
  importById,
  importDirectly,
  type ImportRow,
  reportOf,
  startCarrying,
} from '#modules/interchange/server'
import { listingKinds } from '#modules/listings'
import { application, openExchange } from '../app/application.server.ts'

/** `npm run import`: brings the rows of a file onto the exchange as listings of one organisation. */

const usage = `npm run import -- FILE --kind technology|need --organisation ID [options]
  --dry-run            say what each row would do, and do nothing
  --mapping FILE.json  which column fills which field: {"title": "Tên công nghệ", ...}
  --language vi|en     language of rows that do not name theirs (vi)
  --source TEXT        where the rows come from, where a row does not say
  --licence TEXT       under which licence, where a row does not say
  --as-draft           leave new listings as drafts instead of submitting them for review
  --report FILE.jsonl  write one line for each row
Fields: ${importFields.join(', ')}`

const words = messagesOf('en')

/** Something to be put right by whoever runs the command. */
class Mistake extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        organisation: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        mapping: { type: 'string' },
        language: { type: 'string', default: 'vi' },
        source: { type: 'string', default: '' },
        licence: { type: 'string', default: '' },
        'as-draft': { type: 'boolean', default: false },
        report: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function readMapping(path: string): Mapping {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Mistake(`${path} cannot be read as JSON.`)
  }
  if (typeof read !== 'object' || read === null) throw new Mistake(`${path} must hold one object.`)
  for (const [field, column] of Object.entries(read))
    if (!importFields.some((known) => known === field) || typeof column !== 'string')
      throw new Mistake(`${path}: "${field}" is not a field with a column. Fields: ${importFields.join(', ')}`)
  return read
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new Mistake(`There is no file ${path}.`)
  return found.size
}

function progress(name: string, total: number | null): (rows: number) => void {
  if (!process.stderr.isTTY) return () => undefined
  return (rows) => {
    const part = total === null || total === 0 ? null : Math.min(1, rows / total)
    const bar = part === null ? '' : ` [${'#'.repeat(Math.round(part * 30)).padEnd(30)}]`
    process.stderr.write(`\r${name}${bar} ${String(rows)}${total === null ? '' : ` / ${String(total)}`} `)
    if (part === 1) process.stderr.write('\n')
  }
}

function reportLine(row: ImportRow): string {
  return JSON.stringify({
    row: row.number,
    id: row.externalId,
    title: row.title,
    outcome: row.outcome ?? row.planned,
    ...(row.code === null
      ? {}
      : {
          field: row.field,
          code: row.code,
          reason: issueText(words, { code: row.code, ...(row.values ? { values: row.values } : {}) }),
        }),
    ...(row.notes.length > 0 ? { notes: row.notes } : {}),
    ...(row.listingId === null ? {} : { listing: row.listingId }),
  })
}

async function writeReport(importId: string, path: string | undefined): Promise<void> {
  const file = path === undefined ? null : openSync(path, 'w')
  let shown = 0
  for await (const row of reportOf(importId)) {
    const line = reportLine(row)
    if (file !== null) writeSync(file, `${line}\n`)
    if ((row.outcome ?? row.planned) === 'refused' && ++shown <= 20) process.stdout.write(`${line}\n`)
  }
  if (shown > 20) process.stdout.write(`… ${String(shown - 20)} further refused rows\n`)
  if (file !== null) closeSync(file)
}

function only<T extends string>(name: string, value: string | undefined, known: readonly T[]): T {
  const found = known.find((entry) => entry === value)
  if (found === undefined) throw new Mistake(`--${name} must be ${known.join(' or ')}.\n\n${usage}`)
  return found
}

async function run(): Promise<number> {
  const { values, positionals } = readArguments()
  const [given, ...others] = positionals
  if (given === undefined || others.length > 0) throw new Mistake(usage)
  const kind = only('kind', values.kind, listingKinds)
  const language = only('language', values.language, ['vi', 'en'] as const)
  const path = resolve(given)
  const bytes = sizeOf(path)
  const mapping = values.mapping === undefined ? null : readMapping(values.mapping)
  await openExchange()
  if (!(await organisationById(reader(), values.organisation ?? '')))
    throw new Mistake('--organisation must be the id of an organisation on the exchange (org_…).')
  const started = await importDirectly({
    path,
    fileName: basename(path),
    bytes,
    organisationId: values.organisation ?? '',
    kind,
    language,
    source: values.source || basename(path),
    licence: values.licence,
    landing: values['as-draft'] ? 'draft' : 'submitted',
    mapping,
  })
  if (!started.ok) throw new Mistake(refusalText(words, started.refusal.code, started.refusal.values))
  const { id } = started.value
  await checkImport(id, progress('Checking', null))
  const checked = await importById(reader(), id)
  if (checked?.state !== 'checked') {
    const fault = checked?.fault ?? { code: 'bug' }
    await forgetImport(id)
    throw new Mistake(issueText(words, fault))
  }
  const { total, planned } = await countsOf(reader(), id)
  process.stderr.write('\n')
  if (!values['dry-run']) {
    await startCarrying(id)
    await carryOut(id, { onProgress: progress('Importing', total) })
  }
  await writeReport(id, values.report)
  const counts = values['dry-run'] ? planned : (await countsOf(reader(), id)).happened
  if (values['dry-run']) await forgetImport(id)
  process.stdout.write(
    `${values['dry-run'] ? 'Nothing was changed. ' : ''}${String(total)} rows: ${String(counts.created)} created, ${String(counts.updated)} updated, ${String(counts.unchanged)} unchanged, ${String(counts.refused)} refused.\n`,
  )
  return counts.refused > 0 ? 2 : 0
}

try {
  process.exitCode = await run()
} catch (error) {
  if (!(error instanceof Mistake)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  await application.stop()
}
