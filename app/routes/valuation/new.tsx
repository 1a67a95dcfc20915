import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { currencies } from '#kernel'
import { startEstimate, startFacts } from '#modules/valuation/server'
import { Button, ButtonLink, Link, Page, ReplyForm, Section, SelectField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { askedFields } from './asked-fields.tsx'
import { unitName } from './figures.ts'
import { partPath } from './frame.tsx'
import { InLanguage } from './in-language.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(64) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id: technologyId } = parse(params, args.params)
  const facts = demand(arrival, await startFacts({ actor: arrival.actor, technologyId, otherId: null }))
  const words = messagesOf(arrival.language).workbench.start
  return {
    page: pageFacts(arrival, { title: words.title, description: words.lead, closed: true }),
    facts,
    values: {
      technologyId: facts.technologyId,
      purpose: '',
      rightKind: 'non_exclusive_use',
      territory: '',
      basis: 'market',
      valuationDate: facts.today,
      currency: 'VND',
      amountsIn: '1000000',
      formKey: facts.formKey,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form: input } = arrival
  return answer(arrival, await startEstimate({ actor, input }), ({ id }) =>
    goTo(arrival, partPath(id, 'methods'), 'valuation_started'),
  )
}

export default function NewValuation() {
  const { facts, values } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const messages = useMessages()
  const { workbench: words } = messages
  const form = useReplyForm<typeof values>({ name: 'start', reply, values })
  const { fields } = form
  const title = <InLanguage text={facts.title} />
  const units = ([1, 1000, 1_000_000, 1_000_000_000] as const).map((amountsIn) => ({
    value: String(amountsIn),
    text: unitName({ currency: 'VND', amountsIn }, messages),
  }))
  return (
    <Page
      title={words.start.title}
      lead={facts.published ? <Link to={`/technologies/${facts.technologyId}`}>{title}</Link> : title}
      width="reading"
      trail={[{ to: '/work/valuations', text: words.listTitle }]}
    >
      <Section title={words.start.estimate}>
        <p className="mb-4 max-w-[75ch] text-muted">{words.start.estimateLead}</p>
        <ReplyForm of={form}>
          <input type="hidden" name="technologyId" value={values.technologyId} />
          <input type="hidden" name="formKey" value={values.formKey} />
          {askedFields(fields, messages)}
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              field={fields.currency}
              label={words.head.currency}
              choices={currencies.map((code) => ({ value: code, text: code }))}
            />
            <SelectField field={fields.amountsIn} label={words.head.amountsIn} choices={units} />
          </div>
          <p className="text-sm font-semibold text-caution">{words.privateNotice}</p>
          <Button>{words.start.submit}</Button>
        </ReplyForm>
      </Section>
      <Section title={words.start.mandate}>
        <p className="mb-4 max-w-[75ch] text-muted">{words.start.mandateLead}</p>
        <ButtonLink to={`/technologies/${facts.technologyId}/mandate`}>{words.startMandate}</ButtonLink>
      </Section>
    </Page>
  )
}
