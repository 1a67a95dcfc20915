import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { needMatches } from '#modules/matching/server'
import { type OwnerVerb, partOfGap, verbWantsReason } from '#modules/needs'
import { moveNeed, type OwnNeed, ownNeed } from '#modules/needs/server'
import { Badge, Button, ButtonLink, Link, Notice, Page, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { MatchSection } from './match-section.tsx'
import { Changes, Content, History, Reviews, Versions } from './need-own-parts.tsx'
import { standingOfListing } from './need-standing.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const need = demand(arrival, await ownNeed({ actor: arrival.actor, id }))
  const matches = demand(arrival, await needMatches({ actor: arrival.actor, id }))
  const words = messagesOf(arrival.language).needs.own
  const title = need.profile.texts[need.profile.sourceLanguage].title || words.untitled
  return { page: pageFacts(arrival, { title, description: words.listDescription, closed: true }), title, need, matches }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  return answer(arrival, await moveNeed({ actor: arrival.actor, needId: id, input: arrival.form }), () =>
    goTo(arrival, `/work/needs/${id}`, `need_${String(arrival.form['verb'])}`),
  )
}

export default function OwnNeedPage() {
  const { needs, site } = useMessages()
  const { title, need, matches } = useLoaderData<typeof loader>()
  const { standing } = need
  const words = needs.own
  return (
    <Page
      title={title}
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/work/needs', text: words.listTitle },
      ]}
      actions={
        <>
          {need.editable ? <ButtonLink to={`/work/needs/${standing.id}/edit/what`}>{words.edit}</ButtonLink> : null}
          <ButtonLink to={`/work/needs/${standing.id}/preview`}>{words.preview}</ButtonLink>
          {need.inView ? <ButtonLink to={`/needs/${standing.id}`}>{words.publicPage}</ButtonLink> : null}
        </>
      }
    >
      <Where need={need} />
      <Gaps need={need} />
      <MatchSection side="need" matches={matches} />
      <Moves need={need} />
      <Changes need={need} />
      <Reviews need={need} />
      <Content need={need} />
      <Versions need={need} />
      <History need={need} />
    </Page>
  )
}

interface PartProps {
  readonly need: OwnNeed
}

function Where({ need }: PartProps) {
  const { needs, site } = useMessages()
  const format = useFormats()
  const words = needs.own
  const { standing, turn } = need
  return (
    <section aria-label={words.standing} className="mb-6 border-t-4 border-action bg-wash px-4 py-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge standing={standingOfListing(standing.state)}>{site.listingStates[standing.state]}</Badge>
        {turn === null ? null : <span>{`${words.turnLabel}: ${words.turns[turn]}`}</span>}
        {standing.validUntil === null || !need.inView ? null : (
          <span className="text-muted">{words.until(format.date(standing.validUntil))}</span>
        )}
      </p>
      <p className="mt-2 max-w-[75ch]">{words.stateHelp[standing.state]}</p>
      {need.inView && standing.state !== 'published' && standing.state !== 'reserved' ? (
        <p className="mt-1 max-w-[75ch] text-muted">{words.revision}</p>
      ) : null}
    </section>
  )
}

function Gaps({ need }: PartProps) {
  const { needs } = useMessages()
  const words = needs.own
  if (!['draft', 'needs_changes', 'proposed'].includes(need.standing.state)) return null
  return (
    <>
      {need.verified ? null : (
        <Notice tone="caution">
          <p>{words.unverified}</p>
          <p className="mt-2">
            <Link to="/account/organisations">{words.verify}</Link>
          </p>
        </Notice>
      )}
      {need.gaps.length === 0 ? (
        <Notice tone="success">{words.complete}</Notice>
      ) : (
        <Notice tone="caution" title={words.gaps}>
          <ul className="mt-1 list-disc pl-5">
            {need.gaps.map((gap) => (
              <li key={gap}>
                {need.editable ? (
                  <Link
                    to={`/work/needs/${need.standing.id}/edit/${partOfGap[gap]}`}
                    className="inline-flex min-h-6 items-center"
                  >
                    {words.gap[gap]}
                  </Link>
                ) : (
                  words.gap[gap]
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function Moves({ need }: PartProps) {
  const { needs } = useMessages()
  const words = needs.own
  return (
    <Section title={words.moves}>
      {need.verbs.length === 0 ? (
        <p className="text-muted">{words.noMoves}</p>
      ) : (
        <ul className="divide-y divide-line">
          {need.verbs.map((verb) => (
            <li key={verb} className="py-3 first:pt-0">
              <MoveForm need={need} verb={verb} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function MoveForm({ need, verb }: PartProps & { readonly verb: OwnerVerb }) {
  const { needs } = useMessages()
  const words = needs.own
  const form = useReplyForm({ name: verb, reply: useActionData<typeof action>(), values: { reason: '' } })
  const first = need.verbs[0] === verb
  return (
    <ReplyForm of={form} className="max-w-[75ch] space-y-3">
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="version" value={String(need.standing.version)} />
      {verbWantsReason(verb) ? <TextArea field={form.fields.reason} label={words.reason} rows={3} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button weight={verb === 'withdraw' ? 'danger' : first ? 'primary' : 'secondary'}>{words.verbs[verb]}</Button>
        <span className="text-sm text-muted">{words.verbHelp[verb]}</span>
      </div>
    </ReplyForm>
  )
}
