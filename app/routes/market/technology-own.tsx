import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse, queryOf } from '#http'
import { technologyMatches } from '#modules/matching/server'
import { askConsent, moveTechnology, ownTechnology, technologyDifference } from '#modules/technologies/server'
import { Badge, ButtonLink, Facts, Foreign, Notice, Page, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { MatchSection } from './match-section.tsx'
import { standingOfListing } from './need-standing.ts'
import { Consents, History, Moves, Reviews, Versions } from './technology-own-parts.tsx'
import { GapList } from './technology-step-frame.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { actor } = arrival
  const { id } = parse(params, args.params)
  const { from, to } = queryOf(arrival.url)
  const facts = demand(arrival, await ownTechnology({ actor, id }))
  const compared = demand(arrival, await technologyDifference({ actor, id, from, to }))
  const matches = demand(arrival, await technologyMatches({ actor, id }))
  const { own } = messagesOf(arrival.language).technologies
  return {
    page: pageFacts(arrival, { title: facts.title, description: own.lead, closed: true }),
    facts,
    matches,
    compared,
    chosen: from !== undefined,
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form } = arrival
  const { id } = parse(params, args.params)
  const here = `/work/technologies/${id}`
  if ('organisationId' in form)
    return answer(arrival, await askConsent({ actor, listingId: id, organisationId: form['organisationId'] }), () =>
      goTo(arrival, here, 'consent_asked'),
    )
  return answer(arrival, await moveTechnology({ actor, listingId: id, input: form }), () =>
    goTo(
      arrival,
      form['verb'] === 'revise' ? `${here}/edit/summary` : here,
      `technology_${typeof form['verb'] === 'string' ? form['verb'] : ''}`,
    ),
  )
}

export default function TechnologyOwn() {
  const { facts, matches, compared, chosen } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { site, technologies } = useMessages()
  const words = technologies.own
  const format = useFormats()
  const path = `/work/technologies/${facts.id}`
  const open = facts.editable || facts.state === 'proposed'
  return (
    <Page
      title={<Foreign language={facts.sourceLanguage}>{facts.title}</Foreign>}
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/work/technologies', text: words.title },
      ]}
      actions={
        <>
          {facts.editable ? (
            <ButtonLink to={`${path}/edit/summary`} weight="primary">
              {words.edit}
            </ButtonLink>
          ) : null}
          <ButtonLink to={`${path}/preview`}>{words.preview}</ButtonLink>
          {facts.inView ? <ButtonLink to={`/technologies/${facts.id}`}>{words.publicPage}</ButtonLink> : null}
        </>
      }
    >
      <Section title={words.standing}>
        <Facts
          facts={[
            {
              term: words.state,
              value: (
                <>
                  <Badge standing={standingOfListing(facts.state)}>{site.listingStates[facts.state]}</Badge>
                  {facts.inView ? <span className="ml-2 text-sm text-muted">{words.inView}</span> : null}
                </>
              ),
            },
            { term: words.turnIs, value: facts.turn === null ? words.over : words.turns[facts.turn] },
            {
              term: technologies.sheet.published,
              value: facts.publishedAt === null ? null : format.date(facts.publishedAt),
            },
            { term: words.valid, value: facts.validUntil === null ? null : format.date(facts.validUntil) },
            { term: technologies.sheet.reference, value: <code>{facts.id}</code> },
          ]}
        />
        {facts.inView && open ? (
          <div className="mt-4">
            <Notice>{words.revising}</Notice>
          </div>
        ) : null}
        {facts.organisation.verified ? null : (
          <div className="mt-4">
            <Notice tone="caution">{words.unverified}</Notice>
          </div>
        )}
      </Section>
      <MatchSection side="technology" matches={matches} />
      {open ? (
        <Section title={technologies.editor.missing}>
          {facts.missing.length === 0 ? (
            <p>{technologies.editor.nothingMissing}</p>
          ) : (
            <GapList id={facts.id} gaps={facts.missing} form="submit" />
          )}
        </Section>
      ) : null}
      <Section title={words.moves}>
        <Moves facts={facts} reply={reply} />
      </Section>
      {facts.consents.length > 0 ? (
        <Section title={words.consents}>
          <Consents facts={facts} reply={reply} />
        </Section>
      ) : null}
      <Section title={words.reviews}>
        <Reviews facts={facts} />
      </Section>
      <Section title={words.versions} id="versions">
        <Versions facts={facts} compared={compared} chosen={chosen} />
      </Section>
      {open && facts.advice.length > 0 ? (
        <Section title={technologies.editor.advice}>
          <GapList id={facts.id} gaps={facts.advice} />
        </Section>
      ) : null}
      <Section title={words.history}>
        <History facts={facts} />
      </Section>
    </Page>
  )
}
