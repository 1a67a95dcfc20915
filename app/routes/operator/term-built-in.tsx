import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, parse, queryOf } from '#http'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { builtInPair, withdrawBuiltIn } from '#modules/terminology/server'
import { Button, Facts, Foreign, Page, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { fieldName } from '../public/term-names.ts'
import { TermPair } from '../public/term-pair.tsx'

export const meta = pageMeta

const Query = z.object({ en: z.string().max(200), vi: z.string().max(200) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { entry, decided } = demand(
    arrival,
    await builtInPair(arrival.actor, Query.catch({ en: '', vi: '' }).parse(queryOf(arrival.url))),
  )
  if (decided !== null) throw goTo(arrival, `/operator/terms/${decided}`)
  const { title } = messagesOf(arrival.language).terminology.builtIn
  return { page: pageFacts(arrival, { title, description: title, closed: true }), entry }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { en, vi } = parse(Query.catch({ en: '', vi: '' }), queryOf(arrival.url))
  const result = await withdrawBuiltIn({ actor: arrival.actor, input: { ...arrival.form, en, vi } })
  return answer(arrival, result, ({ id }) => goTo(arrival, `/operator/terms/${id}`, 'term_withdraw'))
}

export default function BuiltInTerm() {
  const { entry } = useLoaderData<typeof loader>()
  const { terminology, site } = useMessages()
  const words = terminology.one
  const language = useLanguage()
  const form = useReplyForm({ name: 'withdraw', reply: useActionData<typeof action>(), values: { reason: '' } })
  return (
    <Page
      title={<TermPair pair={entry} />}
      width="reading"
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/terms?list=built-in', text: terminology.desk.title },
      ]}
    >
      <Section title={words.facts}>
        <Facts
          facts={[
            { term: terminology.en, value: <Foreign language="en">{entry.a}</Foreign> },
            { term: terminology.vi, value: <Foreign language="vi">{entry.b}</Foreign> },
            { term: terminology.field, value: fieldName(language, entry.field) ?? terminology.noField },
            { term: words.origin, value: terminology.origins['built-in'] },
          ]}
        />
      </Section>
      <Section title={words.withdrawTitle}>
        <p className="mb-4 max-w-[75ch]">{words.withdrawHelp}</p>
        <ReplyForm of={form}>
          <TextArea
            field={form.fields.reason}
            label={words.reasonFor}
            help={terminology.builtIn.reasonHelp}
            rows={3}
            maxLength={1000}
          />
          <Button weight="danger">{words.verbs.withdraw}</Button>
        </ReplyForm>
      </Section>
    </Page>
  )
}
