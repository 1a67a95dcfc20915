import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, parse, queryOf } from '#http'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { may } from '#modules/accounts'
import { termKinds } from '#modules/terminology'
import { addTerm } from '#modules/terminology/server'
import { Button, ButtonLink, Page, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { TermKinds, termFields, useTermWords } from '../public/term-fields.tsx'

export const meta = pageMeta

const Query = z.object({
  kind: z.enum(termKinds).catch('translation'),
  en: z.string().max(80).catch(''),
  vi: z.string().max(80).catch(''),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  demand(arrival, may(arrival.actor, 'term.decide'))
  const { title, lead } = messagesOf(arrival.language).terminology.adding
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), ...parse(Query, queryOf(arrival.url)) }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  return answer(arrival, await addTerm({ actor: arrival.actor, input: arrival.form }), ({ kind }) =>
    goTo(arrival, kind === 'translation' ? '/operator/terms/add' : `/operator/terms/add?kind=${kind}`, 'term_added'),
  )
}

export default function AddTerm() {
  const { kind, en, vi } = useLoaderData<typeof loader>()
  const { terminology, site } = useMessages()
  const words = terminology.adding
  const form = useReplyForm({
    name: kind,
    reply: useActionData<typeof action>(),
    values: { a: en, b: vi, language: 'vi', field: '', source: '' },
  })
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="reading"
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/terms', text: terminology.desk.title },
      ]}
      actions={<ButtonLink to="/operator/terms/add-many">{terminology.desk.addMany}</ButtonLink>}
    >
      <TermKinds to="/operator/terms/add" current={kind} />
      <ReplyForm of={form}>
        {termFields({ kind, fields: form.fields }, useTermWords())}
        <Button>{words.submit}</Button>
      </ReplyForm>
    </Page>
  )
}
