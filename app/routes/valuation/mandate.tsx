import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { type MandatePage, mandatePage, moveMandate } from '#modules/valuation/server'
import { Badge, ButtonLink, Facts, Link, Page, Section, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { inLanguage } from '../../shell/reading.ts'
import { InLanguage } from './in-language.tsx'
import { MandateForms } from './mandate-forms.tsx'
import { standingOfMandate } from './mandate-standing.ts'
import { SignedReports } from './report-parts.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const found = demand(arrival, await mandatePage({ actor: arrival.actor, id }))
  const words = messagesOf(arrival.language).workbench.mandate
  return {
    page: pageFacts(arrival, {
      title: `${words.title}: ${inLanguage(found.title, arrival.language)}`,
      description: words.description,
      closed: true,
    }),
    found,
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, form: input } = arrival
  return answer(arrival, await moveMandate({ actor, id, input }), () =>
    goTo(arrival, `/work/mandates/${id}`, `mandate_${String(input['verb'])}`),
  )
}

const textOf = ({ text }: MandatePage['moves'][number]) => text

export default function Mandate() {
  const { found } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { workbench: words } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const own = words.mandate
  const { mandate, parties, party, turn } = found
  const waitedFor = turn === null ? null : parties[turn]
  return (
    <Page
      title={own.title}
      lead={
        found.published ? (
          <Link to={`/technologies/${mandate.technologyId}`}>
            <InLanguage text={found.title} />
          </Link>
        ) : (
          <InLanguage text={found.title} />
        )
      }
      trail={[{ to: '/work/valuations', text: words.listTitle }]}
    >
      <section aria-labelledby="turn" className="mb-6 border-t-4 border-action bg-wash px-4 py-4">
        <h2 id="turn" className="text-xl">
          {turn === null
            ? own.over
            : turn === party
              ? own.yourTurn
              : own.waitingFor(waitedFor ? inLanguage(waitedFor.name, language) : '')}
        </h2>
        <p className="mt-1 max-w-[75ch]">{own.next[mandate.state]}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Badge standing={standingOfMandate[mandate.state]}>{own.states[mandate.state]}</Badge>
          <span>{`${own.you}: ${own.parties[party]}`}</span>
          <span className="font-semibold">{`${own.deadline}: ${format.day(mandate.deadline)}`}</span>
        </p>
        {found.valuationId === null ? null : (
          <p className="mt-3">
            <ButtonLink to={`/work/valuations/${found.valuationId}`} weight="primary">
              {own.open}
            </ButtonLink>
          </p>
        )}
      </section>
      {found.reports.length > 0 ? (
        <Section title={own.report}>
          <SignedReports reports={found.reports} />
        </Section>
      ) : null}
      <Section title={own.content}>
        <MandateFacts found={found} />
      </Section>
      {mandate.declaration ? (
        <Section title={own.declaration}>
          <Facts
            facts={[
              { term: own.valuerName, value: mandate.declaration.valuerName },
              { term: own.accreditation, value: mandate.declaration.accreditation },
              { term: own.accreditationBody, value: mandate.declaration.accreditationBody },
              { term: own.accreditedUntil, value: format.day(mandate.declaration.accreditedUntil) },
              { term: own.conflict, value: own.conflicts[mandate.declaration.conflict] },
              { term: own.conflictText, value: mandate.declaration.conflictText },
            ]}
          />
        </Section>
      ) : null}
      <MandateForms found={found} reply={reply} />
      {found.moves.length > 0 ? (
        <Section title={own.history}>
          <Table
            caption={own.history}
            rows={found.moves}
            rowKey={({ id }) => id}
            columns={[
              { head: own.movedAt, cell: ({ at }) => format.dateTime(at) },
              { head: own.move, cell: ({ verb }) => own.moves[verb] },
              { head: own.movedBy, cell: ({ personName }) => personName },
              ...(found.moves.some(({ text }) => text) ? [{ head: own.reason, cell: textOf }] : []),
            ]}
          />
        </Section>
      ) : null}
    </Page>
  )
}

function MandateFacts({ found }: { readonly found: MandatePage }) {
  const { workbench: words, valuation } = useMessages()
  const format = useFormats()
  const own = words.mandate
  const { mandate, parties } = found
  return (
    <Facts
      facts={[
        { term: own.parties.asker, value: <InLanguage text={parties.asker.name} /> },
        { term: own.askedBy, value: found.askedBy },
        { term: own.parties.other, value: parties.other ? <InLanguage text={parties.other.name} /> : null },
        { term: own.parties.valuer, value: <InLanguage text={parties.valuer.name} /> },
        { term: own.askedOn, value: format.date(mandate.createdAt) },
        { term: words.head.purpose, value: mandate.purpose },
        { term: words.head.right, value: valuation.rights[mandate.rightKind] },
        { term: words.head.territory, value: mandate.territory },
        { term: words.head.basis, value: valuation.bases[mandate.basis] },
        { term: words.head.valuationDate, value: format.day(mandate.valuationDate) },
        { term: own.fee, value: format.money({ amount: mandate.feeAmount, currency: mandate.feeCurrency }) },
        { term: own.deadline, value: format.day(mandate.deadline) },
      ]}
    />
  )
}
