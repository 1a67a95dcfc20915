import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { languages } from '#kernel'
import { askLetter, editProfile, ownAccount } from '#modules/accounts/server'
import { Badge, Button, Facts, Link, Notice, RadioGroup, ReplyForm, Section, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { AccountPage } from './account-page.tsx'
import { within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const account = demand(arrival, await ownAccount(arrival.actor))
  const { title } = messagesOf(arrival.language).accounts.account
  return {
    page: pageFacts(arrival, { title, description: title, closed: true }),
    account,
    memberships: arrival.actor.kind === 'person' ? arrival.actor.memberships : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  if (arrival.form['form'] === 'again') {
    const { email } = demand(arrival, await ownAccount(arrival.actor))
    const allowed = await within(['letterFrom', arrival.address], ['letter', email])
    return answer(arrival, allowed.ok ? await askLetter('confirm', { email }, null) : allowed, () =>
      goTo(arrival, '/account', 'letter_sent'),
    )
  }
  return answer(arrival, await editProfile(arrival.actor, arrival.form), () =>
    goTo(arrival, '/account', 'profile_saved'),
  )
}

export default function Account() {
  const { account, memberships } = useLoaderData<typeof loader>()
  const messages = useMessages()
  const { accounts } = messages
  const format = useFormats()
  const language = useLanguage()
  const reply: unknown = useActionData<typeof action>()
  const again = useReplyForm({ name: 'again', reply })
  const profile = useReplyForm({
    name: 'profile',
    reply,
    values: { name: account.name, language: account.language, version: String(account.version) },
  })
  return (
    <AccountPage part="overview" title={account.name}>
      {account.emailConfirmed ? null : (
        <Notice tone="caution" title={accounts.account.unconfirmed}>
          <p className="mb-3">{accounts.account.unconfirmedNotice}</p>
          <ReplyForm of={again}>
            <Button weight="secondary">{accounts.sent.again}</Button>
          </ReplyForm>
        </Notice>
      )}
      <Facts
        facts={[
          {
            term: accounts.email,
            value: (
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="break-all">{account.email}</span>
                <Badge standing={account.emailConfirmed ? 'good' : 'waiting'}>
                  {account.emailConfirmed ? accounts.account.confirmed : accounts.account.unconfirmed}
                </Badge>
              </span>
            ),
          },
          {
            term: accounts.account.factor,
            value: (
              <Link to="/account/second-factor">
                {account.secondFactorSince === null
                  ? accounts.account.factorOff
                  : accounts.account.factorOn(format.date(account.secondFactorSince))}
              </Link>
            ),
          },
          {
            term: accounts.account.organisations,
            value:
              memberships.length === 0 ? (
                <Link to="/account/organisations">{accounts.account.noOrganisation}</Link>
              ) : (
                <ul>
                  {memberships.map((organisation) => (
                    <li key={organisation.id}>
                      <Link to={`/organisations/${organisation.id}`}>
                        {organisation.name[language] || organisation.name.vi}
                      </Link>
                      {` · ${messages.site.memberRoles[organisation.role]}`}
                    </li>
                  ))}
                </ul>
              ),
          },
          { term: accounts.account.since, value: format.date(account.createdAt) },
        ]}
      />
      <Section title={accounts.account.edit}>
        <ReplyForm of={profile} className="max-w-xl space-y-5">
          <input type="hidden" name="version" value={String(account.version)} />
          <TextField field={profile.fields.name} label={accounts.name} help={accounts.nameHelp} autoComplete="name" />
          <RadioGroup
            field={profile.fields.language}
            label={accounts.language}
            choices={languages.map((code) => ({ value: code, text: accounts.languageNames[code] }))}
          />
          <Button>{messages.site.save}</Button>
        </ReplyForm>
      </Section>
    </AccountPage>
  )
}
