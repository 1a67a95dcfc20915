import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, limit, parse, queryOf } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { termKinds, type TermState } from '#modules/terminology'
import { ownProposals, type OwnTerm, proposeTerm } from '#modules/terminology/server'
import { Badge, Button, Empty, Page, ReplyForm, Section, type Standing, Table, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { TermKinds, termFields, useTermWords } from '../public/term-fields.tsx'
import { TermPair } from '../public/term-pair.tsx'

export const meta = pageMeta

const Query = z.object({ kind: z.enum(termKinds).catch('translation') })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { kind } = parse(Query, queryOf(arrival.url))
  const own = demand(arrival, await ownProposals(arrival.actor))
  const { title, lead } = messagesOf(arrival.language).terminology.proposal
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), kind, own }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor } = arrival
  const allowed = await limit('message', `term ${actor.kind === 'person' ? actor.personId : arrival.address}`)
  if (!allowed.ok) return answer(arrival, allowed, () => null)
  return answer(arrival, await proposeTerm({ actor, input: arrival.form }), ({ kind }) =>
    goTo(arrival, kind === 'translation' ? '/terms/new' : `/terms/new?kind=${kind}`, 'term_proposed'),
  )
}

export default function NewTerm() {
  const { kind, own } = useLoaderData<typeof loader>()
  const { terminology } = useMessages()
  const words = terminology.proposal
  const form = useReplyForm({
    name: kind,
    reply: useActionData<typeof action>(),
    values: { a: '', b: '', language: 'vi', field: '', source: '' },
  })
  return (
    <Page title={words.title} lead={words.lead} width="reading" trail={[{ to: '/terms', text: terminology.title }]}>
      <TermKinds to="/terms/new" current={kind} />
      <ReplyForm of={form}>
        {termFields({ kind, fields: form.fields }, useTermWords())}
        <Button>{words.submit}</Button>
      </ReplyForm>
      <Section title={words.own}>{own.length === 0 ? <Empty>{words.ownNone}</Empty> : <Own terms={own} />}</Section>
    </Page>
  )
}

const standings: Readonly<Record<TermState, Standing>> = {
  proposed: 'waiting',
  approved: 'good',
  rejected: 'stopped',
  withdrawn: 'plain',
}

function Own({ terms }: { readonly terms: readonly OwnTerm[] }) {
  const { terminology } = useMessages()
  const words = terminology.proposal
  const format = useFormats()
  return (
    <Table
      caption={words.own}
      rows={terms}
      rowKey={({ id }) => id}
      columns={[
        { head: words.pair, cell: (term) => <TermPair pair={term} /> },
        { head: words.when, cell: (term) => format.date(term.proposedAt) },
        {
          head: words.state,
          cell: (term) => (
            <>
              <Badge standing={standings[term.state]}>{terminology.states[term.state]}</Badge>
              {term.reason === '' ? null : <p className="mt-1 text-sm">{term.reason}</p>}
            </>
          ),
        },
      ]}
    />
  )
}
