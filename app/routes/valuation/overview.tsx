import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { answer, arrive, goTo, parse } from '#http'
import { evaluateModel } from '#modules/valuation'
import { subjectInView, takeFile } from '#modules/valuation/server'
import { Button, ButtonLink, Empty, FileField, Link, ReplyForm, Section, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { ByMethod, CashFlowFigures } from './charts.tsx'
import { partPath, WorkbenchFrame } from './frame.tsx'
import { partLoaded } from './part.server.ts'
import { ResultPanel } from './result.tsx'
import { Waterfalls } from './waterfall.tsx'
import { Workings } from './working.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const { page, facts } = await partLoaded(args, 'overview')
  return { page, facts, inView: await subjectInView(facts) }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, form, submission } = arrival
  const file = submission?.files['file']?.[0]
  return answer(arrival, await takeFile({ actor, id, version: form['version'], file }), () =>
    goTo(arrival, partPath(id, 'overview'), 'valuation_taken'),
  )
}

export default function Overview() {
  const { facts, inView } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { workbench: words, valuation } = useMessages()
  const { model } = facts
  const reasons: Readonly<Record<string, string>> = valuation.refusals
  const take = useReplyForm<Record<'file', string>>({ name: 'take', reply })
  const fault = reasons[String(take.refusal?.values?.['fault'] ?? '')]
  const { scenarios } = evaluateModel(model)
  const [base] = scenarios
  const exported = (format: string) => `/work/valuations/${facts.id}/export/${format}`
  return (
    <WorkbenchFrame facts={facts} part="overview">
      {inView ? (
        <p className="mb-4 text-sm">
          <Link to={`/technologies/${facts.technologyId}`}>{words.toTechnology}</Link>
        </p>
      ) : null}
      {base && base.approaches.length === 0 ? (
        <Empty action={<ButtonLink to={partPath(facts.id, 'methods')}>{words.inputs.toMethods}</ButtonLink>}>
          {words.result.none}
        </Empty>
      ) : base ? (
        <>
          <ResultPanel model={model} evaluated={base} heading="section" />
          <ByMethod model={model} scenarios={scenarios} />
          <CashFlowFigures model={model} evaluated={base} />
          <Waterfalls model={model} evaluated={base} />
          <Workings model={model} evaluated={base} />
        </>
      ) : null}
      <Section title={words.file.title}>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          <li>
            <Link to={exported('model.json')} reloadDocument className="inline-flex min-h-6 items-center">
              {words.file.json}
            </Link>
          </li>
          <li>
            <Link to={exported('model.xlsx')} reloadDocument className="inline-flex min-h-6 items-center">
              {words.file.xlsx}
            </Link>
          </li>
        </ul>
        {facts.mayEdit ? (
          <ReplyForm of={take} multipart className="mt-5 max-w-xl space-y-4">
            <input type="hidden" name="version" value={String(facts.version)} />
            <FileField
              field={take.fields.file}
              label={words.file.choose}
              help={words.file.takeHelp}
              accept=".json,.xlsx,application/json"
            />
            {fault === undefined ? null : <p className="font-semibold text-danger">{fault}</p>}
            <Button weight="secondary">{words.file.submit}</Button>
          </ReplyForm>
        ) : null}
      </Section>
    </WorkbenchFrame>
  )
}
