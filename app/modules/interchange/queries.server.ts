import { type Reader, reader } from '#db'
import { csvLine, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { config } from '#platform/config'
import { mayLand } from './commands.server.ts'
import type { RowOutcome } from './progress.ts'
import { cellText } from './report.ts'
import { countsOf, type Import, importById, importLines, type ImportRow, reportRows } from './store.server.ts'

/** The imports of the organisation acted for, a page at a time, and how large a file may be. */
export async function ownImports(
  actor: Actor,
  page: { limit: number; offset: number },
): Promise<Result<{ lines: Import[]; total: number; megabytes: number }>> {
  const allowed = may(actor, 'listing.import')
  if (!allowed.ok) return allowed
  const own = await importLines(reader(), { organisationId: allowed.value.organisation?.id ?? '', ...page })
  return done({ ...own, megabytes: Math.floor(config().uploadLimit / 1024 / 1024) })
}

async function ownImport(db: Reader, actor: Actor, id: string): Promise<Result<Import>> {
  const signedIn = may(actor, 'listing.import')
  if (!signedIn.ok) return signedIn
  const found = await importById(db, id)
  if (!found) return refuse('not_found', 404)
  const allowed = may(actor, 'listing.import', found)
  return allowed.ok ? done(found) : allowed
}

export interface ImportPage {
  readonly found: Import
  readonly counts: Awaited<ReturnType<typeof countsOf>>
  /** Whether the actor may put the rows before the reviewer. */
  readonly mayLand: boolean
  readonly rows: readonly ImportRow[]
}

/** Everything the page of an import shows, with a page of its rows. */
export async function importPage(
  actor: Actor,
  id: string,
  wanted: { outcome: RowOutcome | null; limit: number; offset: number },
): Promise<Result<ImportPage>> {
  const own = await ownImport(reader(), actor, id)
  if (!own.ok) return own
  const [counts, rows] = await Promise.all([
    countsOf(reader(), id),
    reportRows(reader(), { importId: id, after: 0, ...wanted }),
  ])
  return done({ found: own.value, counts, mayLand: mayLand(actor, own.value.kind), rows })
}

async function* pages(importId: string, outcome: RowOutcome | null): AsyncGenerator<ImportRow> {
  let after = 0
  for (;;) {
    const rows = await reportRows(reader(), { importId, outcome, after, limit: 500 })
    yield* rows
    if (rows.length < 500) return
    after = rows.at(-1)?.number ?? after
  }
}

/** How a report's lines are put into words. */
export interface ReportWords {
  readonly heads: readonly string[]
  readonly outcome: (row: ImportRow) => string
  readonly reason: (row: ImportRow) => string
  readonly field: (row: ImportRow) => string
}

const byteOrderMark = '\ufeff'

/** The report as CSV: a line for each row of the file. */
export async function importReport(
  actor: Actor,
  id: string,
  words: ReportWords,
): Promise<Result<{ name: string; lines: AsyncGenerator<string> }>> {
  const own = await ownImport(reader(), actor, id)
  if (!own.ok) return own
  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + csvLine(words.heads)
    for await (const row of pages(id, null))
      yield csvLine([
        row.number,
        row.externalId,
        row.title,
        words.outcome(row),
        words.field(row),
        words.reason(row),
        row.listingId ?? '',
      ])
  }
  return done({ name: own.value.fileName, lines: lines() })
}

/** The refused rows in the columns they came in, with the reason in a last column, to be corrected and sent again. */
export async function refusedRows(
  actor: Actor,
  id: string,
  words: { readonly head: string; readonly reason: (row: ImportRow) => string },
): Promise<Result<{ name: string; lines: AsyncGenerator<string> }>> {
  const own = await ownImport(reader(), actor, id)
  if (!own.ok) return own
  const { columns, fileName } = own.value
  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + csvLine([...columns, words.head])
    for await (const row of pages(id, 'refused')) {
      const cells = row.cells
      if (cells) yield csvLine([...columns.map((column) => cellText(cells[column])), words.reason(row)])
    }
  }
  return done({ name: fileName, lines: lines() })
}

/** The lines of an import's report for a command. */
export function reportOf(importId: string): AsyncGenerator<ImportRow> {
  return pages(importId, null)
}
