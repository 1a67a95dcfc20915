import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { classified, provinces } from '#classifications'
import { answer, arrive, demand, goTo } from '#http'
import { editOrganisation, ownOrganisation } from '#modules/accounts/server'
import { Button, Facts, Notice, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { OrganisationFields } from './organisation-fields.tsx'
import { OrganisationPage } from './organisation-page.tsx'
import { organisationIn } from './own-organisation.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const id = organisationIn(arrival, args.params)
  const own = demand(arrival, await ownOrganisation(arrival.actor, id))
  const { editTitle } = messagesOf(arrival.language).accounts.organisation
  return { page: pageFacts(arrival, { title: editTitle, description: editTitle, closed: true }), ...own }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const id = organisationIn(arrival, args.params)
  return answer(arrival, await editOrganisation(arrival.actor, id, arrival.form), ({ unverified }) =>
    goTo(arrival, `/account/organisations/${id}`, unverified ? 'organisation_saved_unverified' : 'organisation_saved'),
  )
}

export default function Organisation() {
  const { organisation, version, owns } = useLoaderData<typeof loader>()
  const { accounts, site } = useMessages()
  const words = accounts.organisation
  const language = useLanguage()
  const form = useReplyForm({
    name: 'organisation',
    reply: useActionData<typeof action>(),
    values: {
      nameVi: organisation.name.vi,
      nameEn: organisation.name.en,
      taxCode: organisation.taxCode ?? '',
      province: organisation.province ?? '',
      address: organisation.address,
      website: organisation.website,
      descriptionVi: organisation.description.vi,
      descriptionEn: organisation.description.en,
      services: organisation.services,
    },
  })
  return (
    <OrganisationPage part="facts" organisation={organisation} title={words.editTitle}>
      {owns ? (
        <div className="max-w-3xl">
          {organisation.verified && organisation.kind !== 'operator' ? <Notice>{words.legalNotice}</Notice> : null}
          <p className="mb-5">{`${words.kind}: ${site.organisationKinds[organisation.kind]}`}</p>
          <ReplyForm of={form}>
            <input type="hidden" name="version" value={String(version)} />
            <OrganisationFields fields={form.fields} services={organisation.kind === 'intermediary'} />
            <Button>{site.save}</Button>
          </ReplyForm>
        </div>
      ) : (
        <>
          <Notice>{words.readOnly}</Notice>
          <Facts
            facts={[
              { term: words.kind, value: site.organisationKinds[organisation.kind] },
              { term: words.nameVi, value: organisation.name.vi },
              { term: words.nameEn, value: organisation.name.en },
              { term: words.taxCode, value: organisation.taxCode },
              {
                term: words.province,
                value: organisation.province ? classified(provinces, organisation.province)?.[language] : null,
              },
              { term: words.address, value: organisation.address },
              { term: words.website, value: organisation.website },
            ]}
          />
        </>
      )}
    </OrganisationPage>
  )
}
