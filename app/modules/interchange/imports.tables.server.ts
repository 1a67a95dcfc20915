import { choice, count, id, index, instant, json, oneOf, primaryKey, table, text } from '#dialect'
import { type Issue, languages } from '#kernel'
import { listingKinds } from '#modules/listings'
import { organisations, people } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import type { Mapping } from './fields.ts'
import { importStates, landings, rowOutcomes } from './progress.ts'
import type { RowNote } from './row.ts'
import { sourceFormats } from './sources/formats.ts'

/** A file brought in for an organisation, from the choice of columns to the last row. */
export const imports = table(
  'imports',
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    /** Null when a command brought it. */
    createdBy: id().references(() => people.id),
    kind: choice(listingKinds).notNull(),
    state: choice(importStates).notNull(),
    version: count().notNull(),
    fileName: text().notNull(),
    format: choice(sourceFormats).notNull(),
    bytes: count().notNull(),
    columns: json<readonly string[]>().notNull(),
    /** The beginnings of the first values of each column, to choose by. */
    samples: json<readonly (readonly string[])[]>().notNull(),
    mapping: json<Mapping>().notNull(),
    language: choice(languages).notNull(),
    source: text().notNull(),
    licence: text().notNull(),
    landing: choice(landings).notNull(),
    /** When it was declared that nothing in the file is prohibited. */
    declaredAt: instant(),
    /** Why the file as a whole could not be read. */
    fault: json<Issue>(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index('imports_organisation').on(t.organisationId, t.createdAt),
    index('imports_creator').on(t.createdBy),
    oneOf('imports_state', t.state, importStates),
    oneOf('imports_kind', t.kind, listingKinds),
  ],
)

/** A line of an import's report for each row of its file. */
export const importRows = table(
  'import_rows',
  {
    importId: id()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** As a person finds it in the file: the line, or the row of the table where the header is row 1. */
    number: count().notNull(),
    externalId: text().notNull(),
    title: text().notNull(),
    /** What the check found would happen. */
    planned: choice(rowOutcomes).notNull(),
    /** What happened; null until the row was carried out. */
    outcome: choice(rowOutcomes),
    field: text(),
    code: text(),
    values: json<Issue['values'] | null>(),
    notes: json<readonly RowNote[]>().notNull(),
    listingId: id(),
    /** The row as it came; kept while it waits, and afterwards where it was refused. */
    cells: json<Readonly<Record<string, unknown>>>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.number] }),
    index('import_rows_outcome').on(t.importId, t.outcome, t.number),
    index('import_rows_listing').on(t.listingId),
    oneOf('import_rows_planned', t.planned, rowOutcomes),
    oneOf('import_rows_outcome_known', t.outcome, rowOutcomes),
  ],
)

/** What a listing was last given by a row, so that the same row again changes nothing. */
export const importedContents = table('imported_contents', {
  listingId: id()
    .primaryKey()
    .references(() => listings.id, { onDelete: 'cascade' }),
  /** SHA-256 of what the row gave. */
  hash: text().notNull(),
})
