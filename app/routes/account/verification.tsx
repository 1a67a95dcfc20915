import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { askVerification, organisationVerifications } from '#modules/accounts/server'
import {
  Badge,
  Button,
  Facts,
  FileField,
  Notice,
  Prose,
  ReplyForm,
  Section,
  type Standing,
  TextArea,
  useReplyForm,
} from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { EvidenceList } from './evidence-list.tsx'
import { OrganisationPage } from './organisation-page.tsx'
import { organisationIn } from './own-organisation.server.ts'
import { within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const id = organisationIn(arrival, args.params)
  const shown = demand(arrival, await organisationVerifications(arrival.actor, id))
  const { title, lead } = messagesOf(arrival.language).accounts.verification
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), ...shown }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const id = organisationIn(arrival, args.params)
  const allowed = await within(['upload', arrival.address])
  const files = arrival.submission?.files['evidence'] ?? []
  return answer(arrival, allowed.ok ? await askVerification(arrival.actor, id, arrival.form, files) : allowed, () =>
    goTo(arrival, `/account/organisations/${id}/verification`, 'verification_asked'),
  )
}

const standings = { verified: 'good', asked: 'moving', refused: 'stopped', unverified: 'waiting' } as const

export default function Verification() {
  const { organisation, owns, asked } = useLoaderData<typeof loader>()
  const { accounts, site } = useMessages()
  const words = accounts.verification
  const format = useFormats()
  const form = useReplyForm({
    name: 'verification',
    reply: useActionData<typeof action>(),
    values: { note: '', evidence: '' },
  })
  const said = {
    unverified: words.stateUnverified,
    asked: words.stateAsked,
    verified: words.stateVerified,
    refused: words.stateRefused,
  }[organisation.verification]
  const mayAsk = organisation.verification === 'unverified' || organisation.verification === 'refused'
  const standing: Standing = standings[organisation.verification]
  return (
    <OrganisationPage part="verification" organisation={organisation} title={words.title} lead={words.lead}>
      <p className="flex flex-wrap items-center gap-3">
        <Badge standing={standing}>{site.verificationStates[organisation.verification]}</Badge>
        <span>{said}</span>
      </p>
      {mayAsk ? (
        <Section title={words.askTitle}>
          {owns ? (
            <ReplyForm of={form} multipart className="max-w-2xl space-y-5">
              <TextArea field={form.fields.note} label={words.note} help={words.noteHelp} />
              <FileField field={form.fields.evidence} label={words.evidence} help={words.evidenceHelp} multiple />
              <Button>{words.ask}</Button>
            </ReplyForm>
          ) : (
            <Notice>{words.ownerOnly}</Notice>
          )}
        </Section>
      ) : null}
      {asked.length > 0 ? (
        <Section title={words.history}>
          <ol className="space-y-6">
            {asked.map((one) => (
              <li key={one.id} className="border-l-4 border-line pl-4">
                <Facts
                  facts={[
                    { term: words.askedAt, value: format.dateTime(one.askedAt) },
                    { term: words.note, value: <Prose text={one.note} /> },
                    {
                      term: words.evidence,
                      value: <EvidenceList verificationId={one.id} files={one.files} readable={owns} />,
                    },
                    {
                      term: words.decidedAt,
                      value:
                        one.decision === null || one.decidedAt === null
                          ? words.waiting
                          : `${words.decisions[one.decision]} · ${format.dateTime(one.decidedAt)}`,
                    },
                    { term: words.reason, value: one.reason === '' ? null : <Prose text={one.reason} /> },
                  ]}
                />
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
    </OrganisationPage>
  )
}
