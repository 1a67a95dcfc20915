import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, formChange, goTo, parse, queryOf } from '#http'
import { issueText, useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { type ImportField, importFields, rowOutcomes, underWay } from '#modules/interchange'
import { carryOutImport, discardImport, importPage, mapImport, remapImport } from '#modules/interchange/server'
import { Button, ButtonLink, Facts, Notice, Page, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { Progress } from '../operator/progress.tsx'
import { ImportBadge } from './import-badge.tsx'
import { Columns } from './import-columns.tsx'
import { Confirm, Counts, Report } from './import-result.tsx'

export const meta: MetaFunction<typeof loader> = (given) => [
  ...pageMeta(given),
  ...(given.data && underWay(given.data.found.state) ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

const Params = z.object({ id: z.string().max(40) })
const Query = z.object({
  result: z.enum(rowOutcomes).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
const pageSize = 50

function knownField(field: string | null): ImportField | null {
  return importFields.find((known) => known === field) ?? null
}

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { result, page } = parse(Query, queryOf(arrival.url))
  const wanted = { outcome: result, limit: pageSize, offset: (page - 1) * pageSize }
  const { found, counts, mayLand, rows } = demand(arrival, await importPage(arrival.actor, id, wanted))
  const { description } = messagesOf(arrival.language).interchange
  const shown = found.state === 'done' ? counts.happened : counts.planned
  return {
    page: pageFacts(arrival, { title: found.fileName, description, closed: true }),
    found,
    counts,
    mayLand,
    rows: rows.map(({ cells: _cells, field, ...row }) => ({ ...row, field: knownField(field) })),
    outcome: result,
    at: page,
    pageCount: Math.max(1, Math.ceil((result === null ? counts.total : shown[result]) / pageSize)),
  }
}

const Form = z.object({ form: z.enum(['map', 'remap', 'carry', 'discard']) })

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id: importId } = parse(Params, args.params)
  const change = formChange(arrival)
  if (change) return change
  const { form } = parse(Form, { form: arrival.form['form'] })
  const { actor } = arrival
  const here = () => goTo(arrival, `/work/import/${importId}`)
  if (form === 'map') return answer(arrival, await mapImport({ actor, importId, input: arrival.form }), here)
  if (form === 'remap') return answer(arrival, await remapImport({ actor, importId }), here)
  if (form === 'carry') return answer(arrival, await carryOutImport({ actor, importId, input: arrival.form }), here)
  return answer(arrival, await discardImport({ actor, importId }), () =>
    goTo(arrival, '/work/import', 'import_discarded'),
  )
}

export default function ImportFile() {
  const { found, counts } = useLoaderData<typeof loader>()
  const messages = useMessages()
  const { interchange: words } = messages
  const format = useFormats()
  return (
    <Page
      title={<span className="break-all">{found.fileName}</span>}
      trail={[
        { to: '/work', text: words.myWork },
        { to: '/work/import', text: words.trail },
      ]}
    >
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <span>{words.kinds[found.kind]}</span>
        <ImportBadge state={found.state} />
      </p>
      {found.state === 'failed' && found.fault ? (
        <Notice
          tone="danger"
          title={issueText(messages, {
            code: found.fault.code,
            ...(found.fault.values ? { values: found.fault.values } : {}),
          })}
        >
          {words.startOver}
        </Notice>
      ) : null}
      {found.state === 'checking' ? (
        <Notice>
          <p>{words.checking}</p>
          <p>{words.read(format.number(counts.total))}</p>
        </Notice>
      ) : null}
      {found.state === 'carrying' ? (
        <Notice>
          {words.carrying}
          <Progress
            settled={counts.settled}
            total={counts.total}
            text={words.progress(format.number(counts.settled), format.number(counts.total))}
          />
        </Notice>
      ) : null}
      {found.state === 'checked' ? <Notice tone="caution">{words.checkedLead}</Notice> : null}
      {found.state === 'done' ? <Notice tone="success">{words.doneLead}</Notice> : null}
      {found.state === 'mapping' ? <Columns /> : null}
      {found.state === 'checked' || found.state === 'done' ? <Counts /> : null}
      {found.state === 'checked' ? <Confirm /> : null}
      {found.state === 'checked' || found.state === 'done' ? <Report /> : null}
      {found.state === 'mapping' || found.state === 'failed' ? null : <Rules />}
      <Back />
    </Page>
  )
}

/** What holds for the whole file. */
function Rules() {
  const { found } = useLoaderData<typeof loader>()
  const { interchange: words, site } = useMessages()
  const format = useFormats()
  return (
    <div className="mt-8 border-t border-line pt-5">
      <Facts
        facts={[
          { term: words.facts.source, value: found.source },
          { term: words.facts.licence, value: found.licence },
          { term: words.facts.language, value: site.languageNames[found.language] },
          { term: words.facts.landing, value: words.landings[found.landing] },
          { term: words.facts.size, value: format.bytes(found.bytes) },
        ]}
      />
    </div>
  )
}

/** The ways back: to the columns, or to nothing. */
function Back() {
  const { found } = useLoaderData<typeof loader>()
  const { interchange: words } = useMessages()
  const reply = useActionData()
  const remap = useReplyForm<Record<string, never>>({ name: 'remap', reply })
  const discard = useReplyForm<Record<string, never>>({ name: 'discard', reply })
  if (found.state !== 'mapping' && found.state !== 'checked' && found.state !== 'failed') return null
  return (
    <div className="mt-8 flex flex-wrap items-start gap-6 border-t border-line pt-5">
      {found.state === 'checked' ? (
        <ReplyForm of={remap}>
          <Button weight="secondary">{words.change}</Button>
        </ReplyForm>
      ) : null}
      <ReplyForm of={discard} className="max-w-[45ch] space-y-2">
        <Button weight="danger">{words.discard}</Button>
        <p className="text-sm text-muted">{words.discardHelp}</p>
      </ReplyForm>
      {found.state === 'failed' ? <ButtonLink to="/work/import">{words.again}</ButtonLink> : null}
    </div>
  )
}
