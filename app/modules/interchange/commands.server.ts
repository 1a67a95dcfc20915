import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, languages, refuse, type Result, tidyText } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { type ListingKind, listingKinds } from '#modules/listings'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { fieldsOf, guessMapping, type ImportField, type Mapping } from './fields.ts'
import { landings } from './progress.ts'
import { forgetSource, keepSource, readInPlace } from './source-store.server.ts'
import { type Sample, sampleOf } from './sources/source.server.ts'
import { deleteImport, deleteRows, type Import, importById, insertImport, saveImport } from './store.server.ts'

type By = { readonly personId: string; readonly organisationId: string } | null

function beginnings(sample: Sample): string[][] {
  return sample.columns.map((column) =>
    sample.rows
      .flatMap((row) => {
        const value = row.cells?.[column]
        const text =
          typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)
        const tidy = tidyText(text.slice(0, 400).toWellFormed().replaceAll('\u0000', ''))
        return tidy ? [tidy.replace(/\s+/g, ' ').slice(0, 90).toWellFormed()] : []
      })
      .slice(0, 3),
  )
}

/** What is known of a file before its rows are read. */
interface NewFile {
  readonly id: string
  readonly organisationId: string
  readonly by: By
  readonly kind: ListingKind
  readonly fileName: string
  readonly bytes: number
}

async function startImport(file: NewFile, sample: Sample, more: Partial<Import> = {}): Promise<Import> {
  const at = now()
  const fresh: Import = {
    id: file.id,
    organisationId: file.organisationId,
    createdBy: file.by?.personId ?? null,
    kind: file.kind,
    state: 'mapping',
    version: 1,
    fileName: file.fileName,
    format: sample.format,
    bytes: file.bytes,
    columns: sample.columns,
    samples: beginnings(sample),
    mapping: guessMapping(sample.columns, file.kind),
    language: 'vi',
    source: '',
    licence: '',
    landing: 'submitted',
    declaredAt: null,
    fault: null,
    createdAt: at,
    updatedAt: at,
    finishedAt: null,
    ...more,
  }
  await transaction(async (tx) => {
    await insertImport(tx, fresh)
    await record(tx, {
      by: file.by,
      action: 'import.started',
      subject: { kind: 'import', id: fresh.id },
      detail: { file: fresh.fileName, kind: fresh.kind },
    })
  })
  return fresh
}

function byOf(actor: SignedIn): By {
  return { personId: actor.personId, organisationId: actor.organisation?.id ?? '' }
}

/**
 * Takes a file from the page: keeps it, looks at its columns and guesses what they fill.
 *
 * @returns refusals: those of `may` and of `sampleOf`, 400 `form.invalid`
 */
export async function uploadImport(asked: {
  actor: Actor
  input: unknown
  file: { readonly name: string; readonly bytes: Uint8Array } | null
}): Promise<Result<Import>> {
  const allowed = may(asked.actor, 'listing.import')
  if (!allowed.ok) return allowed
  const input = check(z.object({ kind: z.enum(listingKinds) }), asked.input)
  if (!input.ok) return input
  if (!asked.file) return refuse('form.invalid', 400, { fields: { file: [{ code: 'import.choose_file' }] } })
  const id = newId('import')
  const path = await keepSource(id, asked.file.bytes)
  const sample = await sampleOf(path)
  if (!sample.ok) {
    await forgetSource(id)
    return {
      ok: false,
      refusal: {
        ...sample.refusal,
        fields: {
          file: [{ code: sample.refusal.code, ...(sample.refusal.values ? { values: sample.refusal.values } : {}) }],
        },
      },
    }
  }
  const by = byOf(allowed.value)
  return done(
    await startImport(
      {
        id,
        organisationId: by?.organisationId ?? '',
        by,
        kind: input.value.kind,
        fileName: (tidyText(asked.file.name) ?? '').slice(0, 200) || id,
        bytes: asked.file.bytes.byteLength,
      },
      sample.value,
    ),
  )
}

/** An import of the organisation the actor acts as. */
async function ownImport(tx: Transaction, actor: Actor, id: string): Promise<Result<{ found: Import; by: SignedIn }>> {
  const found = await importById(tx, id)
  if (!found) return refuse('not_found', 404)
  const allowed = may(actor, 'listing.import', found)
  return allowed.ok ? done({ found, by: allowed.value }) : allowed
}

/** Whether the actor may put listings before the reviewer; who may not imports drafts. */
export function mayLand(actor: Actor, kind: ListingKind): boolean {
  return may(actor, kind === 'technology' ? 'technology.submit' : 'need.submit').ok
}

const mappingSchema = z.object({
  /** The number of the column that fills a field, from 0. */
  columns: z.record(z.string(), z.string().regex(/^\d{0,3}$/)).default({}),
  language: z.enum(languages),
  source: z.string().max(300).default(''),
  licence: z.string().max(300).default(''),
  landing: z.enum(landings),
})

function mappingFrom(found: Import, chosen: Readonly<Record<string, string>>): Mapping {
  const mapping: Partial<Record<ImportField, string>> = {}
  for (const field of fieldsOf(found.kind)) {
    const column = chosen[field] ? found.columns[Number(chosen[field])] : undefined
    if (column !== undefined) mapping[field] = column
  }
  return mapping
}

/**
 * Keeps which columns fill which fields and what holds for the whole file, and has its rows checked.
 *
 * @returns refusals: 404, 400 `form.invalid` (no column for the title), 403 `import.land`, 409 `wrong_state`
 */
export async function mapImport(asked: { actor: Actor; importId: string; input: unknown }): Promise<Result<Import>> {
  return transaction(async (tx) => {
    const own = await ownImport(tx, asked.actor, asked.importId)
    if (!own.ok) return own
    const { found } = own.value
    if (found.state !== 'mapping') return refuse('wrong_state', 409)
    const input = check(mappingSchema, asked.input)
    if (!input.ok) return input
    const { columns, ...rest } = input.value
    const mapping = mappingFrom(found, columns)
    if (mapping.title === undefined)
      return refuse('form.invalid', 400, { fields: { 'columns.title': [{ code: 'import.title_column' }] } })
    if (rest.landing === 'submitted' && !mayLand(asked.actor, found.kind)) return refuse('import.land', 403)
    const change = { ...rest, mapping, state: 'checking' as const }
    if (!(await saveImport(tx, found, change))) return refuse('version_conflict', 409)
    await publish(tx, { topic: 'import.check', subjectId: found.id })
    return done({ ...found, ...change })
  })
}

/** Goes back from the check to the choice of columns. */
export async function remapImport(asked: { actor: Actor; importId: string }): Promise<Result<Import>> {
  return transaction(async (tx) => {
    const own = await ownImport(tx, asked.actor, asked.importId)
    if (!own.ok) return own
    const { found } = own.value
    if (found.state !== 'checked') return refuse('wrong_state', 409)
    if (!(await saveImport(tx, found, { state: 'mapping' }))) return refuse('version_conflict', 409)
    await deleteRows(tx, found.id)
    return done(found)
  })
}

/**
 * Carries out what the check found, in the background.
 *
 * @returns refusals: 404, 400 `form.invalid` (not declared), 403 `import.land`, 409 `wrong_state`
 */
export async function carryOutImport(asked: {
  actor: Actor
  importId: string
  input: unknown
}): Promise<Result<Import>> {
  return transaction(async (tx) => {
    const own = await ownImport(tx, asked.actor, asked.importId)
    if (!own.ok) return own
    const { found, by } = own.value
    if (found.state !== 'checked') return refuse('wrong_state', 409)
    const input = check(z.object({ declared: z.literal('on').optional() }), asked.input)
    if (!input.ok) return input
    if (input.value.declared === undefined)
      return refuse('form.invalid', 400, { fields: { declared: [{ code: 'import.declare' }] } })
    if (found.landing === 'submitted' && !mayLand(asked.actor, found.kind)) return refuse('import.land', 403)
    // The record names who carries it out, who need not be who brought the file.
    const change = { state: 'carrying' as const, declaredAt: now(), createdBy: by.personId }
    if (!(await saveImport(tx, found, change))) return refuse('version_conflict', 409)
    await record(tx, {
      by: byOf(by),
      action: 'import.carried_out',
      subject: { kind: 'import', id: found.id },
      detail: { file: found.fileName, landing: found.landing, declared: true },
    })
    await publish(tx, { topic: 'import.carry', subjectId: found.id })
    return done({ ...found, ...change })
  })
}

/** Throws an import away that has not been carried out. */
export async function discardImport(asked: { actor: Actor; importId: string }): Promise<Result<null>> {
  const result = await transaction(async (tx): Promise<Result<null>> => {
    const own = await ownImport(tx, asked.actor, asked.importId)
    if (!own.ok) return own
    const { found, by } = own.value
    if (!['mapping', 'checked', 'failed'].includes(found.state)) return refuse('wrong_state', 409)
    await deleteImport(tx, found.id)
    await record(tx, {
      by: byOf(by),
      action: 'import.discarded',
      subject: { kind: 'import', id: found.id },
      detail: { file: found.fileName },
    })
    return done(null)
  })
  if (result.ok) await forgetSource(asked.importId)
  return result
}

/** A file that a command brings in: read where it lies, in nobody's name. */
export interface DirectImport {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
  readonly organisationId: string
  readonly kind: ListingKind
  readonly language: 'vi' | 'en'
  readonly source: string
  readonly licence: string
  readonly landing: Import['landing']
  /** Columns by field; guessed where null. */
  readonly mapping: Mapping | null
}

/**
 * Starts an import for a command, ready to be checked. Asks no permission: whoever runs commands runs the exchange.
 *
 * @returns refusals: those of `sampleOf`, 422 `import.title_column`, 422 `import.unknown_column`
 */
export async function importDirectly(file: DirectImport): Promise<Result<Import>> {
  const sample = await sampleOf(file.path)
  if (!sample.ok) return sample
  const mapping = file.mapping ?? guessMapping(sample.value.columns, file.kind)
  const unknown = Object.values(mapping).find((column) => !sample.value.columns.includes(column))
  if (unknown !== undefined) return refuse('import.unknown_column', 422, { values: { column: unknown } })
  if (mapping.title === undefined) return refuse('import.title_column', 422)
  const id = newId('import')
  readInPlace(id, file.path)
  const { organisationId, kind, fileName, bytes, language, source, licence, landing } = file
  const rules = { mapping, language, source, licence, landing, state: 'checking' as const }
  return done(await startImport({ id, organisationId, by: null, kind, fileName, bytes }, sample.value, rules))
}

/** Lets a checked import of a command be carried out. */
export async function startCarrying(importId: string): Promise<void> {
  await transaction(async (tx) => {
    const found = await importById(tx, importId)
    if (found?.state === 'checked') await saveImport(tx, found, { state: 'carrying' })
  })
}

/** Takes back a checked import of a command that was only to be tried. */
export async function forgetImport(importId: string): Promise<void> {
  await transaction(async (tx) => deleteImport(tx, importId))
  await forgetSource(importId)
}
