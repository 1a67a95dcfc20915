import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { fieldsOf, type ImportField, landings } from '#modules/interchange'
import { languages } from '#kernel'
import {
  Button,
  type Field,
  Notice,
  RadioGroup,
  ReplyForm,
  Section,
  SelectField,
  Table,
  TextField,
  useReplyForm,
} from '#ui'
import type { loader } from './import-file.tsx'

interface MappingValues extends Record<string, unknown> {
  language: string
  source: string
  licence: string
  landing: string
  columns: Partial<Record<ImportField, string>>
}

/** The choice of columns and what holds for the whole file. */
export function Columns() {
  const { found, mayLand } = useLoaderData<typeof loader>()
  const { interchange: words, site } = useMessages()
  const format = useFormats()
  const fields = fieldsOf(found.kind)
  const guessed = Object.fromEntries(
    fields.flatMap((field) => {
      const column = found.mapping[field]
      return column === undefined ? [] : [[field, String(found.columns.indexOf(column))]]
    }),
  )
  const reply = useReplyForm<MappingValues>({
    name: 'map',
    reply: useActionData(),
    values: {
      language: found.language,
      source: found.source || found.fileName,
      licence: found.licence,
      landing: mayLand ? found.landing : 'draft',
      columns: guessed,
    },
  })
  const chosen: Readonly<Partial<Record<ImportField, Field>>> = reply.fields.columns.getFieldset()
  const named = (column: string): string => (/^#\d+$/.test(column) ? words.unnamed(column.slice(1)) : column)
  return (
    <>
      <Section title={words.seen}>
        <Table
          caption={words.seen}
          rows={found.columns.map((column, index) => ({ column, values: found.samples[index] ?? [] }))}
          rowKey={(row) => row.column}
          columns={[
            { head: words.column, cell: (row) => <span className="break-words">{named(row.column)}</span> },
            {
              head: words.examples,
              cell: (row) => (
                <ul className="text-sm text-muted">
                  {row.values.map((value, index) => (
                    <li key={index} className="break-words">
                      {value}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Section>
      <Section title={words.mapping}>
        <ReplyForm of={reply} className="space-y-6">
          <p className="max-w-[75ch] text-muted">{words.mappingHelp}</p>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {fields.map((name) => {
              const field = chosen[name]
              return field ? (
                <SelectField
                  key={name}
                  field={field}
                  label={words.fieldNames[name]}
                  empty={words.noColumn}
                  choices={found.columns.map((column, index) => ({ value: String(index), text: named(column) }))}
                />
              ) : null
            })}
          </div>
          <h3 className="text-lg">{words.whole}</h3>
          <div className="max-w-3xl space-y-5">
            <RadioGroup
              field={reply.fields.language}
              label={words.language}
              columns={2}
              choices={languages.map((value) => ({ value, text: site.languageNames[value] }))}
            />
            <TextField
              field={reply.fields.source}
              label={words.source}
              help={words.sourceHelp}
              optional
              maxLength={300}
            />
            <TextField
              field={reply.fields.licence}
              label={words.licence}
              help={words.licenceHelp}
              optional
              maxLength={300}
            />
            {mayLand ? (
              <RadioGroup
                field={reply.fields.landing}
                label={words.landing}
                columns={2}
                choices={landings.map((value) => ({ value, text: words.landings[value] }))}
              />
            ) : (
              <>
                <input type="hidden" name="landing" value="draft" />
                <Notice tone="caution">{words.landingNote}</Notice>
              </>
            )}
          </div>
          <Button>{words.check}</Button>
        </ReplyForm>
      </Section>
      <p className="mt-4 text-sm text-muted">{`${words.facts.size}: ${format.bytes(found.bytes)}`}</p>
    </>
  )
}
