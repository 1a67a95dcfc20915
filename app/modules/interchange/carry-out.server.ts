import { setImmediate as nextTurn } from 'node:timers/promises'
import { reader, type Transaction, transaction } from '#db'
import { record } from '#modules/audit/server'
import {
  createListing,
  type Listing,
  listingById,
  type Mover,
  moveListing,
  saveListing,
} from '#modules/listings/server'
import type { ListingVerb } from '#modules/listings'
import { now } from '#platform/clock'
import { contentHash, nameOf, rulesOf } from './check.server.ts'
import { planRow } from './plan.ts'
import { type ImportedRow, judgeRow, withRow } from './row.ts'
import { forgetSource } from './source-store.server.ts'
import {
  countsOf,
  type Import,
  importById,
  type ImportRow,
  knownListings,
  rememberContent,
  saveImport,
  saveRow,
  waitingRows,
} from './store.server.ts'

const batch = 200

/** Moves by the process table; a refusal here means that the plan was wrong, so that the whole batch is taken back. */
async function moved(tx: Transaction, listing: Listing, verb: ListingVerb, by: Mover): Promise<Listing> {
  const result = await moveListing(tx, listing, { verb, party: 'signatory', by, expected: null })
  if (!result.ok) throw new Error(`An imported listing could not be moved: ${verb}, ${result.refusal.code}`)
  return result.value
}

async function create(tx: Transaction, found: Import, row: ImportedRow, by: Mover): Promise<string> {
  const listing = await createListing(tx, {
    kind: found.kind,
    organisationId: found.organisationId,
    document: withRow(found.kind, {}, row.given),
    title: row.title,
    sourceLanguage: row.language,
    externalId: nameOf(row),
    importId: found.id,
    by,
  })
  if (found.landing === 'submitted') await moved(tx, listing, 'submit', by)
  return listing.id
}

/** What brings a listing to where its document may be changed. */
const opening: Readonly<Partial<Record<Listing['state'], ListingVerb>>> = {
  proposed: 'recall',
  submitted: 'recall',
  published: 'revise',
  expired: 'revise',
}

async function update(tx: Transaction, found: Import, id: string, row: ImportedRow, by: Mover): Promise<void> {
  const present = await listingById(tx, id)
  if (!present) throw new Error('An imported listing is gone')
  const verb = opening[present.state]
  const opened = verb ? await moved(tx, present, verb, by) : present
  const change = {
    document: withRow(found.kind, opened.document, row.given),
    title: row.title,
    sourceLanguage: row.language,
    importId: found.id,
  }
  if (!(await saveListing(tx, opened, change))) throw new Error('An imported listing was changed meanwhile')
  await record(tx, {
    by,
    action: `${found.kind}.saved`,
    subject: { kind: found.kind, id },
    detail: { part: 'import', import: found.id },
  })
  if (found.landing === 'submitted')
    await moved(tx, { ...opened, ...change, version: opened.version + 1 }, 'submit', by)
}

async function carryOutRow(tx: Transaction, found: Import, line: ImportRow, by: Mover): Promise<void> {
  const judged = line.planned === 'refused' || line.cells === null ? null : judgeRow(line.cells, rulesOf(found))
  if (!judged?.ok) return saveRow(tx, line, { outcome: 'refused' })
  const { row } = judged
  const name = nameOf(row)
  const known = await knownListings(tx, { organisationId: found.organisationId, kind: found.kind, externalIds: [name] })
  const present = known.get(name) ?? null
  const hash = contentHash(row)
  // Decided again on what is there now: the listing may have moved since the check.
  const plan = planRow(present, hash, found.landing)
  if (plan.fault) return saveRow(tx, line, { outcome: 'refused', code: plan.fault.code })
  let listingId = present?.id ?? ''
  if (plan.outcome === 'created') listingId = await create(tx, found, row, by)
  if (plan.outcome === 'updated') await update(tx, found, listingId, row, by)
  if (plan.outcome !== 'unchanged') await rememberContent(tx, listingId, hash)
  return saveRow(tx, line, { outcome: plan.outcome, listingId, cells: null })
}

async function finish(found: Import, by: Mover): Promise<void> {
  const { happened } = await countsOf(reader(), found.id)
  await transaction(async (tx) => {
    await saveImport(tx, found, { state: 'done', finishedAt: now() })
    await record(tx, {
      by,
      action: 'import.finished',
      subject: { kind: 'import', id: found.id },
      detail: { file: found.fileName, ...happened },
    })
  })
  await forgetSource(found.id)
}

interface CarryOptions {
  /** Batches of 200 rows before coming back; the rest waits for the next call. */
  readonly batches?: number
  readonly onProgress?: (settled: number) => void
}

/**
 * Carries out the rows of an import that wait, 200 whole rows a transaction. Broken off, it goes on with the rows that
 * still wait.
 *
 * @returns whether all rows are settled
 * @throws what the database throws; the batch it happened in is taken back
 */
export async function carryOut(
  importId: string,
  { batches = Infinity, onProgress }: CarryOptions = {},
): Promise<boolean> {
  const found = await importById(reader(), importId)
  if (found?.state !== 'carrying') return true
  const by = found.createdBy === null ? null : { personId: found.createdBy, organisationId: found.organisationId }
  let settled = 0
  for (let turn = 0; turn < batches; turn++) {
    const lines = await transaction(async (tx) => {
      const waiting = await waitingRows(tx, importId, batch)
      for (const line of waiting) await carryOutRow(tx, found, line, by)
      return waiting.length
    })
    settled += lines
    onProgress?.(settled)
    if (lines < batch) {
      await finish(found, by)
      return true
    }
    await nextTurn()
  }
  return false
}
