import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { consentPage, decideConsent } from '#modules/technologies/server'
import { Button, Notice, Page, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { TechnologySheet } from '../public/technology-sheet.tsx'
import { Offers, OwnersTable, PriceFacts } from '../public/technology-sheet-parts.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const consent = demand(arrival, await consentPage({ actor: arrival.actor, id }))
  const words = messagesOf(arrival.language).technologies.consent
  return { page: pageFacts(arrival, { title: words.title, description: words.termsHelp, closed: true }), consent }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const input = { ...arrival.form, decision: arrival.form['form'] === 'refuse' ? 'refused' : 'given' }
  return answer(arrival, await decideConsent({ actor: arrival.actor, listingId: id, input }), (decision) =>
    goTo(arrival, `/work/consents/${id}`, `consent_${decision}`),
  )
}

type Consent = ReturnType<typeof useLoaderData<typeof loader>>['consent']

export default function TechnologyConsent() {
  const { consent } = useLoaderData<typeof loader>()
  const { site, technologies } = useMessages()
  const language = useLanguage()
  const words = technologies.consent
  const sheet = technologies.sheet
  return (
    <>
      <Page
        title={words.title}
        lead={words.lead(consent.sheet.organisation.name[language])}
        trail={[{ to: '/work', text: site.myWork }]}
      >
        <Section title={words.terms}>
          <p className="mb-4 max-w-[75ch] text-muted">{words.termsHelp}</p>
          <h3 className="mb-1 font-semibold">{sheet.owners}</h3>
          <OwnersTable sheet={consent.sheet} caption={`${words.terms}: ${sheet.owners}`} />
          <h3 className="mb-2 mt-5 font-semibold">{sheet.offers}</h3>
          <Offers sheet={consent.sheet} />
          <h3 className="mb-1 mt-5 font-semibold">{sheet.priceTitle}</h3>
          <PriceFacts sheet={consent.sheet} />
        </Section>
        <Section title={words.decide}>
          <Decision consent={consent} />
        </Section>
        <h2 className="mt-8 border-t border-line pt-5 text-xl">{words.reading}</h2>
      </Page>
      <TechnologySheet sheet={consent.sheet} as="preview" />
    </>
  )
}

function Decision({ consent }: { readonly consent: Consent }) {
  const { technologies } = useMessages()
  const format = useFormats()
  const words = technologies.consent
  const reply: unknown = useActionData<typeof action>()
  const values = { terms: consent.terms }
  const give = useReplyForm<{ terms: string }>({ name: 'give', reply, values })
  const refuse = useReplyForm<{ terms: string; reason: string }>({ name: 'refuse', reply, values })
  const day = consent.decidedAt === null ? '' : format.date(consent.decidedAt)
  if (consent.over) return <Notice>{words.over}</Notice>
  if (consent.standing === 'outdated') return <Notice tone="caution">{words.outdated}</Notice>
  const { standing } = consent
  return (
    <>
      {standing === 'given' ? <Notice tone="success">{words.given(day)}</Notice> : null}
      {standing === 'refused' ? (
        <Notice tone="caution" title={words.refused(day)}>
          {consent.reason}
        </Notice>
      ) : null}
      {consent.mayDecide ? (
        <div className="space-y-8">
          {standing === 'given' ? null : (
            <ReplyForm of={give}>
              <input type="hidden" name="terms" value={consent.terms} />
              <Button>{words.give}</Button>
            </ReplyForm>
          )}
          {standing === 'refused' ? null : (
            <ReplyForm of={refuse}>
              <input type="hidden" name="terms" value={consent.terms} />
              <TextArea field={refuse.fields.reason} label={words.reason} help={words.refuseHelp} rows={3} />
              <Button weight="danger">{words.refuse}</Button>
            </ReplyForm>
          )}
        </div>
      ) : (
        <p className="text-muted">{words.notYours}</p>
      )}
    </>
  )
}
