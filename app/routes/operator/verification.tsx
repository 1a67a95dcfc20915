import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, parse } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { classified, provinces } from '#classifications'
import { decideVerification, verificationCase } from '#modules/accounts/server'
import { Button, Facts, Link, Notice, Page, Prose, RadioGroup, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { EvidenceList } from '../account/evidence-list.tsx'

export const meta = pageMeta

const Params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const shown = demand(arrival, await verificationCase(arrival.actor, id))
  const { title } = messagesOf(arrival.language).accounts.desk
  return { page: pageFacts(arrival, { title, description: title, closed: true }), shown }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  return answer(arrival, await decideVerification(arrival.actor, id, arrival.form), () =>
    goTo(arrival, '/operator/verifications', 'verification_decided'),
  )
}

export default function Verification() {
  const { shown } = useLoaderData<typeof loader>()
  const { accounts, site } = useMessages()
  const words = accounts.desk
  const format = useFormats()
  const language = useLanguage()
  const { organisation } = shown
  const place = organisation.province === null ? undefined : classified(provinces, organisation.province)
  return (
    <Page
      title={organisation.name[language] || organisation.name.vi}
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/verifications', text: words.title },
      ]}
    >
      <Section title={accounts.directory.facts}>
        <Facts
          facts={[
            { term: accounts.organisation.kind, value: site.organisationKinds[organisation.kind] },
            { term: accounts.organisation.nameVi, value: organisation.name.vi },
            { term: accounts.organisation.nameEn, value: organisation.name.en },
            { term: accounts.organisation.taxCode, value: organisation.taxCode },
            { term: accounts.organisation.province, value: place?.[language] },
            { term: accounts.organisation.address, value: organisation.address },
            {
              term: accounts.organisation.website,
              value:
                organisation.website === '' ? null : (
                  <a href={organisation.website} rel="nofollow noopener noreferrer" className="break-all">
                    {organisation.website}
                  </a>
                ),
            },
            {
              term: accounts.organisations.publicPage,
              value: <Link to={`/organisations/${organisation.id}`}>{accounts.organisations.publicPage}</Link>,
            },
          ]}
        />
      </Section>
      <Section title={accounts.verification.askTitle}>
        <Facts
          facts={[
            { term: words.askedBy, value: shown.askedBy ? `${shown.askedBy.name}, ${shown.askedBy.email}` : null },
            { term: accounts.verification.askedAt, value: format.dateTime(shown.askedAt) },
            { term: accounts.verification.note, value: <Prose text={shown.note} /> },
            { term: words.evidence, value: <EvidenceList verificationId={shown.id} files={shown.files} readable /> },
          ]}
        />
      </Section>
      <Section title={words.decideTitle}>
        {shown.decision !== null && shown.decidedAt !== null ? (
          <Facts
            facts={[
              { term: words.decision, value: accounts.verification.decisions[shown.decision] },
              { term: words.decidedBy, value: shown.decidedBy },
              { term: accounts.verification.decidedAt, value: format.dateTime(shown.decidedAt) },
              {
                term: accounts.verification.reason,
                value: shown.reason === '' ? null : <Prose text={shown.reason} />,
              },
            ]}
          />
        ) : shown.decidable ? (
          <Decision version={shown.version} />
        ) : (
          <Notice>{words.cannot}</Notice>
        )}
      </Section>
    </Page>
  )
}

function Decision({ version }: { readonly version: number }) {
  const words = useMessages().accounts.desk
  const form = useReplyForm({
    name: 'decision',
    reply: useActionData<typeof action>(),
    values: { decision: '', reason: '' },
  })
  return (
    <ReplyForm of={form} className="max-w-2xl space-y-5">
      <input type="hidden" name="version" value={String(version)} />
      <RadioGroup
        field={form.fields.decision}
        label={words.decision}
        choices={[
          { value: 'verified', text: words.verify },
          { value: 'refused', text: words.refuse },
        ]}
      />
      <TextArea field={form.fields.reason} label={words.reason} help={words.reasonHelp} />
      <Button>{words.submit}</Button>
    </ReplyForm>
  )
}
