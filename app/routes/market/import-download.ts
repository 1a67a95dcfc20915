import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { Readable } from 'node:stream'
import { arrive, demand, parse } from '#http'
import { issueText } from '#i18n'
import { messagesOf } from '#i18n/server'
import { importReport, type ImportRow, refusedRows } from '#modules/interchange/server'

const Params = z.object({ id: z.string().max(40), file: z.enum(['report.csv', 'refused.csv']) })

/** The report of an import, or its refused rows in their own columns, as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, file } = parse(Params, args.params)
  const messages = messagesOf(arrival.language)
  const { interchange: words } = messages
  const fieldNames: Readonly<Record<string, string>> = words.fieldNames
  const field = (row: ImportRow): string => (row.field === null ? '' : (fieldNames[row.field] ?? ''))
  const fault = (row: ImportRow): string =>
    row.code === null ? '' : issueText(messages, { code: row.code, ...(row.values ? { values: row.values } : {}) })
  const { actor } = arrival
  const found =
    file === 'refused.csv'
      ? await refusedRows(actor, id, {
          head: words.reason,
          reason: (row) => [field(row), fault(row)].filter(Boolean).join(': '),
        })
      : await importReport(actor, id, {
          heads: [words.row, words.id, words.listing, words.outcome, words.field, words.reason, words.listingId],
          outcome: (row) => (row.outcome === null ? words.planned[row.planned] : words.outcomes[row.outcome]),
          field,
          reason: (row) => (row.code === null ? row.notes.map((note) => words.notes[note]).join('. ') : fault(row)),
        })
  const { name, lines } = demand(arrival, found)
  const safe = `${name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N} ._-]/gu, '_')}-${file}`
  return new Response(Readable.toWeb(Readable.from(lines, { objectMode: false })) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"; filename*=UTF-8''${encodeURIComponent(safe)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
