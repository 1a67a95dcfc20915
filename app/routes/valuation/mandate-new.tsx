import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse, queryOf } from '#http'
import { askMandate, startFacts, valuersOpen } from '#modules/valuation/server'
import { Button, Empty, Link, MoneyField, Page, RadioGroup, ReplyForm, SelectField, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { inLanguage } from '../../shell/reading.ts'
import { askedFields } from './asked-fields.tsx'
import { InLanguage } from './in-language.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(64) })
const Query = z.object({ other: z.string().max(64).optional().catch(undefined) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { actor } = arrival
  const { id: technologyId } = parse(params, args.params)
  const { other } = parse(Query, queryOf(arrival.url))
  const facts = demand(arrival, await startFacts({ actor, technologyId, otherId: other ?? null }))
  const valuers = await valuersOpen({ actor, except: [facts.owner.id, facts.other?.id ?? facts.owner.id] })
  const words = messagesOf(arrival.language).workbench.start
  return {
    page: pageFacts(arrival, { title: words.mandateTitle, description: words.mandateLead, closed: true }),
    facts,
    valuers,
    values: {
      valuerId: '',
      otherId: 'alone',
      purpose: '',
      rightKind: 'non_exclusive_use',
      territory: '',
      basis: 'market',
      valuationDate: facts.today,
      fee: '',
      deadline: '',
      formKey: facts.formKey,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form: input } = arrival
  return answer(arrival, await askMandate({ actor, input }), ({ id }) =>
    goTo(arrival, `/work/mandates/${id}`, 'mandate_asked'),
  )
}

export default function NewMandate() {
  const { facts, valuers, values } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const messages = useMessages()
  const { workbench: words, site } = messages
  const language = useLanguage()
  const form = useReplyForm<typeof values>({ name: 'mandate', reply, values })
  const { fields } = form
  const own = words.mandate
  const title = <InLanguage text={facts.title} />
  return (
    <Page
      title={words.start.mandateTitle}
      lead={facts.published ? <Link to={`/technologies/${facts.technologyId}`}>{title}</Link> : title}
      width="reading"
      trail={[
        { to: '/work/valuations', text: words.listTitle },
        { to: `/technologies/${facts.technologyId}/value`, text: words.start.title },
      ]}
    >
      {valuers.length === 0 ? (
        <Empty>{words.start.noValuer}</Empty>
      ) : (
        <ReplyForm of={form}>
          <input type="hidden" name="technologyId" value={facts.technologyId} />
          <input type="hidden" name="formKey" value={values.formKey} />
          <SelectField
            field={fields.valuerId}
            label={own.valuer}
            help={own.valuerHelp}
            empty={site.choose}
            choices={valuers.map(({ id, name }) => ({ value: id, text: inLanguage(name, language) }))}
          />
          {facts.other ? (
            <RadioGroup
              field={fields.otherId}
              label={own.both}
              choices={[
                { value: 'alone', text: own.oneSide },
                { value: facts.other.id, text: own.bothSides(inLanguage(facts.other.name, language)) },
              ]}
            />
          ) : null}
          {askedFields(fields, messages)}
          <MoneyField field={fields.fee} label={own.fee} help={own.feeHelp} />
          <TextField field={fields.deadline} label={own.deadline} type="date" />
          <Button>{words.start.mandateSubmit}</Button>
        </ReplyForm>
      )}
    </Page>
  )
}
