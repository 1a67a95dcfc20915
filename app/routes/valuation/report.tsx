import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, goTo, parse } from '#http'
import { evaluateModel } from '#modules/valuation'
import { signReport } from '#modules/valuation/server'
import { Button, Empty, Link, Notice, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { partPath, WorkbenchFrame } from './frame.tsx'
import { partLoaded } from './part.server.ts'
import { ReportFiles, SignedReports } from './report-parts.tsx'
import { ResultPanel } from './result.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const { arrival, page, facts } = await partLoaded(args, 'report')
  const words = messagesOf(arrival.language).workbench.report
  const independence = facts.kind === 'mandated' ? words.independenceUsual : words.independenceOwn
  return { page, facts, values: { independence, limits: words.limitsUsual } }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, form: input } = arrival
  return answer(arrival, await signReport({ actor, id, input }), (report) =>
    goTo(arrival, `/reports/${report}`, 'report_signed'),
  )
}

export default function Report() {
  const { facts, values } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { workbench: words } = useMessages()
  const own = words.report
  const form = useReplyForm<typeof values>({ name: 'sign', reply, values })
  const [base] = evaluateModel(facts.model).scenarios
  const point = base?.reconciliation.point ?? null
  return (
    <WorkbenchFrame facts={facts} part="report">
      <Section title={own.signed}>
        {facts.reports.length === 0 ? <Empty>{own.none}</Empty> : <SignedReports reports={facts.reports} />}
      </Section>
      <Section title={own.draft}>
        <p className="mb-3 max-w-[75ch] text-muted">{own.draftLead}</p>
        {base ? <ResultPanel model={facts.model} evaluated={base} /> : null}
        <div className="mt-4">
          <ReportFiles to={`/work/valuations/${facts.id}/draft`} json={false} />
        </div>
      </Section>
      {facts.maySign ? (
        <Section title={own.sign}>
          {point === null ? (
            <Notice tone="caution">
              <p className="mb-1">{own.needsPoint}</p>
              <Link to={partPath(facts.id, 'conclusion')}>{words.parts.conclusion}</Link>
            </Notice>
          ) : (
            <div className="max-w-3xl">
              <ReplyForm of={form}>
                <input type="hidden" name="version" value={String(facts.version)} />
                <TextArea
                  field={form.fields.independence}
                  label={own.independence}
                  help={own.independenceHelp}
                  rows={4}
                />
                <TextArea field={form.fields.limits} label={own.limits} help={own.limitsHelp} rows={4} optional />
                <p className="text-sm text-muted">
                  {facts.kind === 'mandated' ? `${own.signHelp} ${own.signMandated}` : own.signHelp}
                </p>
                <Button>{own.sign}</Button>
              </ReplyForm>
            </div>
          )}
        </Section>
      ) : null}
    </WorkbenchFrame>
  )
}
