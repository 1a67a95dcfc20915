import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { languages } from '#kernel'
import { may } from '#modules/accounts'
import { startTechnology } from '#modules/technologies/server'
import { Button, Page, RadioGroup, ReplyForm, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  demand(arrival, may(arrival.actor, 'technology.edit'))
  const { start } = messagesOf(arrival.language).technologies
  return { page: pageFacts(arrival, { title: start.title, description: start.lead, closed: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  return answer(arrival, await startTechnology({ actor: arrival.actor, input: arrival.form }), (listing) =>
    goTo(arrival, `/work/technologies/${listing.id}/edit/summary`, 'technology_started'),
  )
}

export default function TechnologyNew() {
  const { site, technologies } = useMessages()
  const words = technologies.start
  const of = useReplyForm<{ title: string; sourceLanguage: string }>({
    name: 'start',
    reply: useActionData<typeof action>(),
    values: { sourceLanguage: 'vi' },
  })
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="reading"
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/work/technologies', text: technologies.own.title },
      ]}
    >
      <ReplyForm of={of}>
        <TextField
          field={of.fields.title}
          label={technologies.textFields.title}
          help={words.titleHelp}
          maxLength={300}
          autoComplete="off"
        />
        <RadioGroup
          field={of.fields.sourceLanguage}
          label={words.language}
          help={words.languageHelp}
          choices={languages.map((code) => ({ value: code, text: site.languageNames[code] }))}
        />
        <Button>{words.submit}</Button>
      </ReplyForm>
    </Page>
  )
}
