import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, forgive, goTo } from '#http'
import {
  beginSecondFactor,
  confirmSecondFactor,
  ownSecondFactor,
  renewOwnRecoveryCodes,
  switchSecondFactorOff,
} from '#modules/accounts/server'
import {
  Badge,
  Button,
  ButtonLink,
  Facts,
  Notice,
  PasswordField,
  ReplyForm,
  Section,
  TextField,
  useReplyForm,
} from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { AccountPage } from './account-page.tsx'
import { nextOf, withNext } from './onward.server.ts'
import { within } from './within.server.ts'

export const meta = pageMeta

/** The secret and the recovery codes are kept nowhere on the way. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const factor = demand(arrival, await ownSecondFactor(arrival.actor, arrival.language))
  const { title, lead } = messagesOf(arrival.language).accounts.secondFactor
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), factor, next: nextOf(arrival.url) }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form } = arrival
  if (form['form'] === 'begin')
    return answer(arrival, await beginSecondFactor(actor), () =>
      goTo(arrival, withNext('/account/second-factor', nextOf(arrival.url))),
    )
  const key = actor.kind === 'person' ? `code:${actor.personId}` : arrival.address
  const allowed = await within(['signIn', key])
  if (form['form'] === 'off')
    return answer(arrival, allowed.ok ? await switchSecondFactorOff(actor, form) : allowed, async () => {
      await forgive('signIn', key)
      return goTo(arrival, '/account/second-factor', 'factor_off')
    })
  const change = form['form'] === 'renew' ? renewOwnRecoveryCodes : confirmSecondFactor
  return answer(arrival, allowed.ok ? await change(actor, form) : allowed, async (codes) => {
    await forgive('signIn', key)
    return data({ codes })
  })
}

/** The recovery codes, when they are what the action answered. */
function codesIn(reply: unknown): readonly string[] | null {
  return typeof reply === 'object' && reply !== null && 'codes' in reply ? (reply.codes as readonly string[]) : null
}

export default function SecondFactor() {
  const { factor, next } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { secondFactor: words } = useMessages().accounts
  const codes = codesIn(reply)
  if (codes) return <RecoveryCodes codes={codes} next={next} />
  return (
    <AccountPage part="factor" title={words.title} lead={words.lead}>
      {next !== null && factor.state !== 'on' ? <Notice tone="caution">{words.why}</Notice> : null}
      {factor.state === 'off' ? <Off reply={reply} /> : null}
      {factor.state === 'begun' ? <Begun secret={factor.secret} picture={factor.picture} reply={reply} /> : null}
      {factor.state === 'on' ? <On {...factor} reply={reply} /> : null}
    </AccountPage>
  )
}

function RecoveryCodes({ codes, next }: { readonly codes: readonly string[]; readonly next: string | null }) {
  const { secondFactor: words } = useMessages().accounts
  return (
    <AccountPage part="factor" title={words.codesTitle}>
      <p className="mb-4 max-w-[75ch]">{words.codesNew}</p>
      <ul className="mb-6 grid max-w-xl gap-x-8 gap-y-2 border border-line bg-raised p-5 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <ButtonLink to={next ?? '/account/second-factor'} weight="primary">
        {words.codesKept}
      </ButtonLink>
    </AccountPage>
  )
}

function Off({ reply }: { readonly reply: unknown }) {
  const { secondFactor: words } = useMessages().accounts
  const form = useReplyForm({ name: 'begin', reply })
  return (
    <>
      <p className="mb-4">{words.off}</p>
      <ReplyForm of={form}>
        <Button>{words.begin}</Button>
      </ReplyForm>
    </>
  )
}

interface BegunProps {
  readonly secret: string
  readonly picture: string
  readonly reply: unknown
}

function Begun({ secret, picture, reply }: BegunProps) {
  const { secondFactor: words } = useMessages().accounts
  const form = useReplyForm({ name: 'confirm', reply, values: { code: '' } })
  const again = useReplyForm({ name: 'begin', reply })
  return (
    <>
      <Section title={words.step1}>
        <p className="mb-4 max-w-[75ch]">{words.step1Text}</p>
        <img src={picture} alt={words.picture} width={220} height={220} className="mb-4 border border-line" />
        <p>{`${words.secret}:`}</p>
        <p className="font-mono text-lg break-words">{secret}</p>
        <ReplyForm of={again} className="mt-2">
          <Button weight="quiet">{words.beginAgain}</Button>
        </ReplyForm>
      </Section>
      <Section title={words.step2}>
        <ReplyForm of={form} className="max-w-xl space-y-5">
          <TextField
            field={form.fields.code}
            label={words.codeLabel}
            help={words.othersEnd}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <Button>{words.confirm}</Button>
        </ReplyForm>
      </Section>
    </>
  )
}

interface OnProps {
  readonly since: number
  readonly recoveryCodesLeft: number
  readonly needed: boolean
  readonly reply: unknown
}

function On({ since, recoveryCodesLeft, needed, reply }: OnProps) {
  const { accounts } = useMessages()
  const words = accounts.secondFactor
  const format = useFormats()
  const renew = useReplyForm({ name: 'renew', reply, values: { code: '' } })
  const off = useReplyForm({ name: 'off', reply, values: { currentPassword: '', code: '' } })
  return (
    <>
      <Facts
        facts={[
          { term: words.state, value: <Badge standing="good">{words.on(format.date(since))}</Badge> },
          { term: words.codesLeft, value: words.codesLeftCount(recoveryCodesLeft) },
        ]}
      />
      <Section title={words.renewTitle}>
        <p className="mb-4">{words.renewText}</p>
        <ReplyForm of={renew} className="max-w-xl space-y-5">
          <TextField field={renew.fields.code} label={words.codeOrRecovery} autoComplete="one-time-code" />
          <Button weight="secondary">{words.renew}</Button>
        </ReplyForm>
      </Section>
      <Section title={words.offTitle}>
        {needed ? (
          <p className="max-w-[75ch]">{words.needed}</p>
        ) : (
          <>
            <p className="mb-4 max-w-[75ch]">{words.offText}</p>
            <ReplyForm of={off} className="max-w-xl space-y-5">
              <PasswordField
                field={off.fields.currentPassword}
                label={accounts.currentPassword}
                autoComplete="current-password"
              />
              <TextField field={off.fields.code} label={words.codeOrRecovery} autoComplete="one-time-code" />
              <Button weight="danger">{words.switchOff}</Button>
            </ReplyForm>
          </>
        )}
      </Section>
    </>
  )
}
