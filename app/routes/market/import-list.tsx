import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, limit, parse, queryOf } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { ownImports, uploadImport } from '#modules/interchange/server'
import { listingKinds } from '#modules/listings'
import {
  Button,
  Empty,
  FileField,
  Link,
  Page,
  Pagination,
  RadioGroup,
  ReplyForm,
  Section,
  Table,
  useReplyForm,
} from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { ImportBadge } from './import-badge.tsx'

export const meta = pageMeta

const Query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })
const pageSize = 20

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { page } = parse(Query, queryOf(arrival.url))
  const own = demand(arrival, await ownImports(arrival.actor, { limit: pageSize, offset: (page - 1) * pageSize }))
  const { title, description } = messagesOf(arrival.language).interchange
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    lines: own.lines.map(({ id, fileName, kind, state, createdAt }) => ({ id, fileName, kind, state, createdAt })),
    at: page,
    pageCount: Math.max(1, Math.ceil(own.total / pageSize)),
    megabytes: own.megabytes,
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor } = arrival
  const allowed = await limit('upload', actor.kind === 'person' ? actor.personId : arrival.address)
  if (!allowed.ok) return answer(arrival, allowed, () => null)
  const [file] = arrival.submission?.files['file'] ?? []
  const result = await uploadImport({
    actor,
    input: arrival.form,
    file: file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null,
  })
  return answer(arrival, result, ({ id }) => goTo(arrival, `/work/import/${id}`))
}

export default function ImportList() {
  const { lines, at, pageCount, megabytes } = useLoaderData<typeof loader>()
  const { interchange: words } = useMessages()
  const format = useFormats()
  const reply = useReplyForm<{ file: string; kind: string }>({
    name: 'upload',
    reply: useActionData(),
    values: { kind: 'technology' },
  })
  return (
    <Page title={words.title} lead={words.lead} trail={[{ to: '/work', text: words.myWork }]}>
      <Section title={words.newImport}>
        <ReplyForm of={reply} multipart className="max-w-3xl space-y-5">
          <RadioGroup
            field={reply.fields.kind}
            label={words.kind}
            columns={2}
            choices={listingKinds.map((value) => ({ value, text: words.kinds[value] }))}
          />
          <FileField
            field={reply.fields.file}
            label={words.file}
            help={words.fileHelp(format.number(megabytes))}
            accept=".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson"
          />
          <Button>{words.upload}</Button>
        </ReplyForm>
      </Section>
      <Section title={words.past}>
        {lines.length === 0 ? (
          <Empty>{words.none}</Empty>
        ) : (
          <Table
            caption={words.past}
            rows={lines}
            rowKey={(line) => line.id}
            columns={[
              {
                head: words.columnsOf.file,
                cell: (line) => (
                  <Link to={`/work/import/${line.id}`} className="break-all">
                    {line.fileName}
                  </Link>
                ),
              },
              { head: words.columnsOf.kind, cell: (line) => words.kinds[line.kind] },
              { head: words.columnsOf.state, cell: (line) => <ImportBadge state={line.state} /> },
              { head: words.columnsOf.when, cell: (line) => format.dateTime(line.createdAt) },
            ]}
          />
        )}
        <Pagination page={at} pageCount={pageCount} to={(page) => `/work/import?page=${String(page)}`} />
      </Section>
    </Page>
  )
}
