import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, parse } from '#http'
import { refusalText, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { longestSide, type TermVerb } from '#modules/terminology'
import { decideTerm, operatorTerm, type TermLineShown } from '#modules/terminology/server'
import {
  Badge,
  Button,
  Facts,
  Link,
  Notice,
  Page,
  RadioGroup,
  ReplyForm,
  Section,
  SelectField,
  TextArea,
  TextField,
  useReplyForm,
} from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { fieldGroups, fieldName } from '../public/term-names.ts'
import { TermPair } from '../public/term-pair.tsx'

export const meta = pageMeta

const Params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { verbs, ...term } = demand(arrival, await operatorTerm(arrival.actor, id))
  const { title } = messagesOf(arrival.language).terminology.desk
  return { page: pageFacts(arrival, { title, description: title, closed: true }), term, verbs }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { form } = arrival
  return answer(arrival, await decideTerm({ actor: arrival.actor, id, input: form }), ({ state }) => {
    const verb = form['verb'] as TermVerb
    const decidedInQueue = verb === 'approve' || state === 'rejected'
    return goTo(arrival, decidedInQueue ? '/operator/terms' : `/operator/terms/${id}`, `term_${verb}`)
  })
}

export default function TermPage() {
  const { term, verbs } = useLoaderData<typeof loader>()
  const { terminology, site } = useMessages()
  const words = terminology.one
  return (
    <Page
      title={<TermPair pair={term} />}
      width="reading"
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/terms', text: terminology.desk.title },
      ]}
    >
      <Conflict verbs={verbs} />
      <Section title={words.facts}>
        <TermFacts term={term} />
      </Section>
      {verbs.includes('approve') ? <Decision term={term} /> : null}
      {verbs.includes('withdraw') ? <Withdrawal version={term.version} /> : null}
      {verbs.includes('restore') ? <Restoration version={term.version} /> : null}
    </Page>
  )
}

interface Refused {
  readonly form: string
  readonly refusal: { readonly code: string; readonly values?: Readonly<Record<string, string | number>> }
}

function isRefused(data: unknown): data is Refused {
  return typeof data === 'object' && data !== null && 'refusal' in data && data.refusal !== null && 'form' in data
}

/** Why a form was refused that the pair, as it now stands, no longer offers. */
function Conflict({ verbs }: { readonly verbs: readonly TermVerb[] }) {
  const messages = useMessages()
  const reply: unknown = useActionData()
  if (!isRefused(reply)) return null
  const offered = verbs.some((verb) => reply.form === (verb === 'approve' ? 'decide' : verb))
  return offered ? null : (
    <Notice tone="danger">{refusalText(messages, reply.refusal.code, reply.refusal.values)}</Notice>
  )
}

function TermFacts({ term }: { readonly term: TermLineShown }) {
  const { terminology, moderation } = useMessages()
  const words = terminology.one
  const format = useFormats()
  const language = useLanguage()
  const { kind, state, builtIn, organisation } = term
  const standing = { proposed: 'waiting', approved: 'good', rejected: 'stopped', withdrawn: 'plain' } as const
  const from = organisation === null ? null : organisation[language] || organisation.vi
  return (
    <Facts
      facts={[
        {
          term: terminology.desk.state,
          value: <Badge standing={standing[state]}>{terminology.states[state]}</Badge>,
        },
        { term: words.kind, value: terminology.form.kinds[kind] },
        { term: terminology.field, value: fieldName(language, term.field) ?? terminology.noField },
        { term: words.origin, value: builtIn ? terminology.origins['built-in'] : null },
        { term: words.organisation, value: builtIn ? null : from },
        { term: words.proposer, value: builtIn ? null : term.proposer },
        { term: words.proposedAt, value: builtIn ? null : format.dateTime(term.proposedAt) },
        { term: words.source, value: term.source },
        { term: words.decider, value: term.decider },
        { term: words.decidedAt, value: term.decidedAt === null ? null : format.dateTime(term.decidedAt) },
        { term: words.reason, value: term.reason },
        { term: moderation.audit.title, value: <Link to={`/operator/audit?subject=${term.id}`}>{words.record}</Link> },
      ]}
    />
  )
}

function Decision({ term }: { readonly term: TermLineShown }) {
  const { terminology } = useMessages()
  const words = terminology.one
  const language = useLanguage()
  const form = useReplyForm({
    name: 'decide',
    reply: useActionData<typeof action>(),
    values: { a: term.a, b: term.b, field: term.field ?? '', verb: '', reason: '' },
  })
  const [first, second] =
    term.kind === 'translation'
      ? [terminology.form.en, terminology.form.vi]
      : [terminology.form.first, terminology.form.second]
  return (
    <Section title={words.decide}>
      <p className="mb-4 max-w-[75ch] text-muted">{`${words.judged} ${words.decideHelp}`}</p>
      <ReplyForm of={form}>
        <input type="hidden" name="version" value={term.version} />
        <TextField field={form.fields.a} label={first} maxLength={longestSide} autoComplete="off" />
        <TextField field={form.fields.b} label={second} maxLength={longestSide} autoComplete="off" />
        <SelectField
          field={form.fields.field}
          label={terminology.field}
          empty={terminology.noField}
          groups={fieldGroups(language)}
          optional
        />
        <RadioGroup
          field={form.fields.verb}
          label={words.decision}
          columns={2}
          choices={(['approve', 'reject'] as const).map((verb) => ({ value: verb, text: words.verbs[verb] }))}
        />
        <TextArea
          field={form.fields.reason}
          label={words.reasonFor}
          help={words.reasonHelp}
          rows={3}
          maxLength={1000}
          optional
        />
        <Button>{words.submit}</Button>
      </ReplyForm>
    </Section>
  )
}

function Withdrawal({ version }: { readonly version: number }) {
  const words = useMessages().terminology.one
  const form = useReplyForm({ name: 'withdraw', reply: useActionData<typeof action>(), values: { reason: '' } })
  return (
    <Section title={words.withdrawTitle}>
      <p className="mb-4 max-w-[75ch]">{words.withdrawHelp}</p>
      <ReplyForm of={form}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="verb" value="withdraw" />
        <TextArea field={form.fields.reason} label={words.reasonFor} rows={3} maxLength={1000} />
        <Button weight="danger">{words.verbs.withdraw}</Button>
      </ReplyForm>
    </Section>
  )
}

function Restoration({ version }: { readonly version: number }) {
  const words = useMessages().terminology.one
  const form = useReplyForm<Record<string, never>>({ name: 'restore', reply: useActionData<typeof action>() })
  return (
    <Section title={words.restoreTitle}>
      <p className="mb-4 max-w-[75ch]">{words.restoreHelp}</p>
      <ReplyForm of={form}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="verb" value="restore" />
        <Button>{words.verbs.restore}</Button>
      </ReplyForm>
    </Section>
  )
}
