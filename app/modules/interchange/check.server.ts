import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { reader, transaction } from '#db'
import type { Issue } from '#kernel'
import { planRow } from './plan.ts'
import { judgeRow, type ImportedRow, type RowRules } from './row.ts'
import { fileRefusal, rowsOf } from './sources/source.server.ts'
import type { SourceRow } from './sources/file-fault.ts'
import { sourcePath } from './source-store.server.ts'
import {
  deleteRows,
  type Import,
  importById,
  type ImportRow,
  insertRows,
  knownListings,
  saveImport,
} from './store.server.ts'

const batch = 250
/** Cells of a refused row are kept for correction up to this many characters. */
const longestKept = 1_000_000

export function rulesOf(found: Import): RowRules {
  return {
    kind: found.kind,
    mapping: found.mapping,
    language: found.language,
    source: found.source,
    licence: found.licence,
  }
}

/** SHA-256 of what a row gives. */
export function contentHash(row: ImportedRow): string {
  return createHash('sha256').update(JSON.stringify(row.given)).digest('base64url')
}

/** The name a row goes by: the owner's own, or for want of one what it says. */
export function nameOf(row: ImportedRow): string {
  return row.externalId === '' ? `content:${contentHash(row)}` : row.externalId
}

function kept(row: SourceRow): ImportRow['cells'] {
  return row.cells !== null && JSON.stringify(row.cells).length <= longestKept ? row.cells : null
}

function refused(
  importId: string,
  row: SourceRow,
  why: { fault: Issue; field: string | null; externalId: string; title: string },
): ImportRow {
  return {
    importId,
    number: row.number,
    externalId: why.externalId.slice(0, 200),
    title: why.title.slice(0, 300),
    planned: 'refused',
    outcome: null,
    field: why.field,
    code: why.fault.code,
    values: why.fault.values ?? null,
    notes: [],
    listingId: null,
    cells: kept(row),
  }
}

/** The lines of a batch of rows: what each will do, or why it cannot. */
async function linesOf(found: Import, rows: readonly SourceRow[], seen: Map<string, number>): Promise<ImportRow[]> {
  const rules = rulesOf(found)
  const judged = rows.map((row) => ({ row, judged: row.cells === null ? null : judgeRow(row.cells, rules) }))
  const names = judged.flatMap((entry) => (entry.judged?.ok ? [nameOf(entry.judged.row)] : []))
  const known = await knownListings(reader(), {
    organisationId: found.organisationId,
    kind: found.kind,
    externalIds: names,
  })
  return judged.map((entry) => {
    const { row } = entry
    if (entry.judged === null)
      return refused(found.id, row, {
        fault: row.fault ?? { code: 'row.invalid' },
        field: null,
        externalId: '',
        title: '',
      })
    if (!entry.judged.ok) return refused(found.id, row, entry.judged)
    const { externalId, title, notes } = entry.judged.row
    const name = nameOf(entry.judged.row)
    const first = seen.get(name)
    if (first !== undefined)
      return refused(found.id, row, {
        fault: { code: 'row.twice', values: { row: first } },
        field: 'id',
        externalId,
        title,
      })
    seen.set(name, row.number)
    const present = known.get(name) ?? null
    const plan = planRow(present, contentHash(entry.judged.row), found.landing)
    if (plan.fault) return refused(found.id, row, { fault: plan.fault, field: null, externalId, title })
    return {
      importId: found.id,
      number: row.number,
      externalId,
      title,
      planned: plan.outcome,
      outcome: null,
      field: null,
      code: null,
      values: null,
      notes,
      listingId: present?.id ?? null,
      cells: row.cells,
    }
  })
}

/**
 * Reads the file of an import that is to be checked and writes what each of its rows would do. Starts anew when it was
 * broken off.
 *
 * @param onProgress told how many rows have been read
 */
export async function checkImport(
  importId: string,
  onProgress: (rows: number) => void = () => undefined,
): Promise<void> {
  const found = await importById(reader(), importId)
  if (found?.state !== 'checking') return
  await transaction(async (tx) => deleteRows(tx, importId))
  const seen = new Map<string, number>()
  let read = 0
  const write = async (rows: readonly SourceRow[]): Promise<void> => {
    const lines = await linesOf(found, rows, seen)
    await transaction(async (tx) => insertRows(tx, lines))
    read += rows.length
    onProgress(read)
    await nextTurn()
  }
  try {
    let held: SourceRow[] = []
    for await (const row of rowsOf(sourcePath(found), found.format)) {
      held.push(row)
      if (held.length < batch) continue
      await write(held)
      held = []
    }
    if (held.length > 0) await write(held)
  } catch (error) {
    const { refusal } = fileRefusal(error)
    const fault: Issue = { code: refusal.code, ...(refusal.values ? { values: refusal.values } : {}) }
    await transaction(async (tx) => saveImport(tx, found, { state: 'failed', fault }))
    return
  }
  await transaction(async (tx) =>
    saveImport(tx, found, {
      state: read === 0 ? 'failed' : 'checked',
      fault: read === 0 ? { code: 'import.no_rows' } : null,
    }),
  )
}
