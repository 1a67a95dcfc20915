import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { may } from '#modules/accounts'
import { actAs } from '#modules/accounts/server'
import { Badge, Button, ButtonLink, Empty, Link, Notice } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { AccountPage } from './account-page.tsx'
import { nextOf } from './onward.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { memberships, organisation } = demand(arrival, may(arrival.actor, 'account.use'))
  const { title, lead } = messagesOf(arrival.language).accounts.organisations
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    memberships,
    acting: organisation?.id ?? null,
    switchFirst: nextOf(arrival.url) !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  return answer(arrival, await actAs(arrival.actor, arrival.form), () =>
    goTo(arrival, nextOf(arrival.url) ?? '/account/organisations', 'acting_changed'),
  )
}

export default function Organisations() {
  const { memberships, acting, switchFirst } = useLoaderData<typeof loader>()
  const { accounts, site } = useMessages()
  const words = accounts.organisations
  const language = useLanguage()
  const create = (
    <ButtonLink to="/account/organisations/new" weight={memberships.length === 0 ? 'primary' : 'secondary'}>
      {words.create}
    </ButtonLink>
  )
  if (memberships.length === 0)
    return (
      <AccountPage part="organisations" title={words.title}>
        <Empty action={create}>{words.empty}</Empty>
      </AccountPage>
    )
  return (
    <AccountPage part="organisations" title={words.title} lead={words.lead} actions={create}>
      {switchFirst ? <Notice tone="caution">{words.switchFirst}</Notice> : null}
      <ul className="border-t border-line">
        {memberships.map((organisation) => {
          const name = organisation.name[language] || organisation.name.vi
          const present = organisation.id === acting
          return (
            <li
              key={organisation.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line py-4"
            >
              <div className="min-w-0 grow basis-80">
                <h2 className="text-lg">
                  <Link to={`/organisations/${organisation.id}`}>{name}</Link>
                </h2>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span>{site.memberRoles[organisation.role]}</span>
                  <Badge standing={organisation.verified ? 'good' : 'waiting'}>
                    {organisation.verified ? accounts.directory.verified : accounts.directory.unverified}
                  </Badge>
                </p>
                {present ? (
                  <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
                    <Link to={`/account/organisations/${organisation.id}`} className="inline-flex min-h-6 items-center">
                      {words.facts}
                    </Link>
                    <Link
                      to={`/account/organisations/${organisation.id}/members`}
                      className="inline-flex min-h-6 items-center"
                    >
                      {words.members}
                    </Link>
                    <Link
                      to={`/account/organisations/${organisation.id}/verification`}
                      className="inline-flex min-h-6 items-center"
                    >
                      {words.verification}
                    </Link>
                  </p>
                ) : null}
              </div>
              {present ? (
                <Badge standing="moving">{words.acting}</Badge>
              ) : (
                <Form method="post">
                  <input type="hidden" name="organisation" value={organisation.id} />
                  <Button weight="secondary" aria-label={words.actAs(name)}>
                    {words.act}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </AccountPage>
  )
}
