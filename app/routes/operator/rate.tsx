import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, parse } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { operatorRate, type SignedRateLine, withdrawSignedRate } from '#modules/valuation/server'
import { Button, Facts, Link, Page, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { fieldName } from '../public/term-names.ts'
import { RateBadge, rateInText } from './rate-parts.tsx'

export const meta = pageMeta

const Params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const line = demand(arrival, await operatorRate(arrival.actor, id))
  const { one } = messagesOf(arrival.language).royaltyRates
  const title = one.title(line.reference)
  return { page: pageFacts(arrival, { title, description: title, closed: true }), line }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { actor, form: input } = arrival
  return answer(arrival, await withdrawSignedRate({ actor, id, input }), () =>
    goTo(arrival, `/operator/rates/${id}`, 'rate_withdrawn'),
  )
}

export default function OperatorRate() {
  const { line } = useLoaderData<typeof loader>()
  const { royaltyRates, site } = useMessages()
  return (
    <Page
      title={royaltyRates.one.title(line.reference)}
      width="reading"
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/rates', text: royaltyRates.desk.title },
      ]}
    >
      <Section title={royaltyRates.one.facts}>
        <RateFacts line={line} />
      </Section>
      {line.mayWithdraw ? <Withdrawal /> : null}
    </Page>
  )
}

function RateFacts({ line }: { readonly line: SignedRateLine }) {
  const { royaltyRates, valuation, moderation } = useMessages()
  const { desk, one: words } = royaltyRates
  const language = useLanguage()
  const format = useFormats()
  const { standing, technologyId } = line
  const withdrawn = standing.kind === 'withdrawn' ? standing : null
  return (
    <Facts
      facts={[
        { term: desk.standing, value: <RateBadge standing={standing} /> },
        { term: words.withdrawnAt, value: withdrawn && format.dateTime(withdrawn.at) },
        { term: words.withdrawer, value: withdrawn?.by },
        { term: words.reason, value: withdrawn?.reason },
        {
          term: desk.owner,
          value: <Link to={`/organisations/${line.ownerId}`}>{line.owner[language] || line.owner.vi}</Link>,
        },
        {
          term: words.technology,
          value:
            technologyId === null ? null : (
              <Link to={`/technologies/${technologyId}`} className="break-all">
                {technologyId}
              </Link>
            ),
        },
        { term: royaltyRates.field, value: fieldName(language, line.field) },
        { term: royaltyRates.right, value: valuation.rights[line.rightKind] },
        {
          term: royaltyRates.exclusivity,
          value: royaltyRates.exclusivities[line.exclusive ? 'exclusive' : 'non_exclusive'],
        },
        { term: desk.rate, value: rateInText(line.rate, language) },
        { term: royaltyRates.base, value: royaltyRates.bases[line.base] },
        { term: desk.signed, value: String(line.signedYear) },
        { term: words.recordedAt, value: format.dateTime(line.recordedAt) },
        { term: words.recorder, value: line.recorder },
        { term: moderation.audit.title, value: <Link to={`/operator/audit?subject=${line.id}`}>{words.audit}</Link> },
      ]}
    />
  )
}

function Withdrawal() {
  const words = useMessages().royaltyRates.one
  const form = useReplyForm({ name: 'withdraw', reply: useActionData<typeof action>(), values: { reason: '' } })
  return (
    <Section title={words.withdraw}>
      <p className="mb-4 max-w-[75ch]">{words.withdrawHelp}</p>
      <ReplyForm of={form}>
        <TextArea field={form.fields.reason} label={words.withdrawReason} rows={3} maxLength={1000} />
        <Button weight="danger">{words.withdrawSubmit}</Button>
      </ReplyForm>
    </Section>
  )
}
