import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { may, openKinds } from '#modules/accounts'
import { createOrganisation } from '#modules/accounts/server'
import { Button, Page, RadioGroup, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { OrganisationFields } from './organisation-fields.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  demand(arrival, may(arrival.actor, 'organisation.create'))
  const { createTitle, createLead } = messagesOf(arrival.language).accounts.organisation
  return { page: pageFacts(arrival, { title: createTitle, description: createLead, closed: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  return answer(arrival, await createOrganisation(arrival.actor, arrival.form), (id) =>
    goTo(arrival, `/account/organisations/${id}/verification`, 'organisation_created'),
  )
}

export default function NewOrganisation() {
  const { accounts, site } = useMessages()
  const words = accounts.organisation
  const form = useReplyForm({
    name: 'organisation',
    reply: useActionData<typeof action>(),
    values: {
      kind: '',
      nameVi: '',
      nameEn: '',
      taxCode: '',
      province: '',
      address: '',
      website: '',
      descriptionVi: '',
      descriptionEn: '',
      services: [],
    },
  })
  return (
    <Page
      title={words.createTitle}
      lead={words.createLead}
      width="reading"
      trail={[{ to: '/account/organisations', text: accounts.organisations.title }]}
    >
      <ReplyForm of={form}>
        <RadioGroup
          field={form.fields.kind}
          label={words.kind}
          help={words.kindHelp}
          choices={openKinds.map((kind) => ({ value: kind, text: site.organisationKinds[kind] }))}
        />
        <OrganisationFields fields={form.fields} services />
        <Button>{words.createSubmit}</Button>
      </ReplyForm>
    </Page>
  )
}
