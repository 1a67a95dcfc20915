import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { languages } from '#kernel'
import { may } from '#modules/accounts'
import { startNeed } from '#modules/needs/server'
import { Button, Page, RadioGroup, ReplyForm, TextArea, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  demand(arrival, may(arrival.actor, 'need.edit'))
  const { title, lead } = messagesOf(arrival.language).needs.start
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), language: arrival.language }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  return answer(arrival, await startNeed({ actor: arrival.actor, input: arrival.form }), (need) =>
    goTo(arrival, `/work/needs/${need.id}/edit/what`, 'need_started'),
  )
}

export default function NewNeed() {
  const { needs, site } = useMessages()
  const { language } = useLoaderData<typeof loader>()
  const form = useReplyForm({
    name: 'start',
    reply: useActionData<typeof action>(),
    values: { title: '', wanted: '', sourceLanguage: language },
  })
  return (
    <Page
      title={needs.start.title}
      lead={needs.start.lead}
      width="reading"
      trail={[{ to: '/work/needs', text: needs.own.listTitle }]}
    >
      <ReplyForm of={form}>
        <TextField field={form.fields.title} label={needs.start.name} help={needs.start.nameHelp} maxLength={300} />
        <TextArea field={form.fields.wanted} label={needs.start.wanted} help={needs.start.wantedHelp} optional />
        <RadioGroup
          field={form.fields.sourceLanguage}
          label={needs.start.language}
          choices={languages.map((code) => ({ value: code, text: site.languageNames[code] }))}
        />
        <Button>{needs.start.submit}</Button>
      </ReplyForm>
    </Page>
  )
}
