import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse } from '#http'
import { signedReport } from '#modules/valuation/server'
import { ButtonLink, Facts, Page, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { ByMethod } from './charts.tsx'
import { inLanguage } from '../../shell/reading.ts'
import { partPath } from './frame.tsx'
import { InLanguage, useTitledStep } from './in-language.tsx'
import { ReportFiles } from './report-parts.tsx'
import { ResultPanel } from './result.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { signed, organisation, valuationId, mandateId } = demand(
    arrival,
    await signedReport({ actor: arrival.actor, id }),
  )
  const { model, particulars, figures } = signed.report
  // The working stands in the report's files.
  const base = {
    ...figures.base,
    approaches: figures.base.approaches.map(({ working: _, ...stated }) => stated),
  }
  const words = messagesOf(arrival.language).workbench
  const { title } = model.head.subject
  return {
    page: pageFacts(arrival, {
      title: `${words.report.number(signed.number)}: ${inLanguage(title, arrival.language)}`,
      description: words.partLeads.report,
      closed: true,
    }),
    id,
    number: signed.number,
    hash: signed.hash,
    signedAt: signed.signedAt,
    signerName: signed.signerName,
    organisation,
    valuationId,
    mandateId,
    model,
    particulars,
    base,
    scenarios: [base, ...figures.scenarios].map(({ approaches, reconciliation }) => ({ approaches, reconciliation })),
  }
}

export default function SignedReport() {
  const loaded = useLoaderData<typeof loader>()
  const { workbench: words, valuation } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const { model, particulars, base, scenarios } = loaded
  const { head } = model
  const titled = useTitledStep()
  return (
    <Page
      title={words.report.number(loaded.number)}
      lead={<InLanguage text={head.subject.title} />}
      trail={[
        { to: '/work/valuations', text: words.listTitle },
        ...(loaded.mandateId === null ? [] : [{ to: `/work/mandates/${loaded.mandateId}`, text: words.mandate.title }]),
        ...(loaded.valuationId === null ? [] : [titled(partPath(loaded.valuationId, 'overview'), head.subject.title)]),
      ]}
      actions={<ButtonLink to="/verify">{words.report.check}</ButtonLink>}
    >
      {particulars.kind === 'private_estimate' ? (
        <p className="mb-4 font-semibold text-caution">{words.privateNotice}</p>
      ) : null}
      <Facts
        facts={[
          { term: words.head.right, value: valuation.rights[head.right.kind] },
          { term: words.head.basis, value: valuation.bases[head.basis] },
          { term: words.head.purpose, value: head.purpose },
          { term: words.head.valuationDate, value: format.day(head.valuationDate) },
          { term: words.report.valuer, value: particulars.valuer.name },
          { term: words.report.licence, value: particulars.valuer.licenceNumber ?? words.report.licenceNone },
          {
            term: words.report.signedBy,
            value: `${loaded.signerName}, ${inLanguage(loaded.organisation, language)}`,
          },
          { term: words.report.signedAt, value: format.dateTime(loaded.signedAt) },
          {
            term: words.report.hash,
            value: <span className="font-mono text-sm break-all">{loaded.hash}</span>,
          },
        ]}
      />
      <Section title={words.report.files}>
        <ReportFiles to={`/reports/${loaded.id}`} />
      </Section>
      <ResultPanel model={model} evaluated={base} heading="section" />
      <ByMethod model={model} scenarios={scenarios} />
    </Page>
  )
}
