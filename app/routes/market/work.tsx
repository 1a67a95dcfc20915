import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand } from '#http'
import { type MyWork, myWork } from '#modules/deals/server'
import { Badge, ButtonLink, Empty, Link, Page, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { FirstSteps } from './work-first-steps.tsx'
import { standingOfListing } from './need-standing.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const work = demand(arrival, await myWork(arrival.actor))
  const { title, description } = messagesOf(arrival.language).messaging.work
  return { page: pageFacts(arrival, { title, description, closed: true }), work }
}

export default function Work() {
  const { messaging } = useMessages()
  const language = useLanguage()
  const { work } = useLoaderData<typeof loader>()
  const words = messaging.work
  const { organisation } = work
  return (
    <Page title={words.title} lead={organisation ? organisation.name[language] || organisation.name.vi : null}>
      <div>
        <FirstSteps work={work} />
        {work.queues ? <Queues queues={work.queues} /> : <Waiting work={work} />}
        {work.drafts.length > 0 ? (
          <Section title={words.drafts}>
            <Listings lines={work.drafts} />
          </Section>
        ) : null}
        <Actions work={work} />
        {work.several ? <p className="mt-6 text-sm text-muted">{words.choose}</p> : null}
      </div>
    </Page>
  )
}

interface PartProps {
  readonly work: MyWork
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="mt-5 first:mt-0">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </div>
  )
}

function Row({ to, title, children }: { readonly to: string; readonly title: string; readonly children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
      <Link to={to} className="inline-flex min-h-6 max-w-[75ch] items-center">
        {title}
      </Link>
      {children ? <span className="text-sm text-muted">{children}</span> : null}
    </li>
  )
}

function Waiting({ work }: PartProps) {
  const { messaging, deals, negotiation, workbench } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = messaging.work
  const inLanguage = (text: { vi: string; en: string }) => text[language] || text.vi || text.en
  const { requests, terms, changes, proposed, consents, mandates, messages } = work
  const nothing = [requests, terms, changes, proposed, consents, mandates, messages].every(
    (group) => group.length === 0,
  )
  if (work.organisation === null) return null
  return (
    <Section title={words.waiting}>
      {nothing ? <Empty>{words.nothing}</Empty> : null}
      {work.requests.length > 0 ? (
        <Group title={words.requests}>
          {work.requests.map((request) => (
            <Row key={request.id} to={`/requests/${request.id}`} title={inLanguage(request.title)}>
              {deals.kinds[request.kind]}
              {request.deadlineAt === null ? null : (
                <span className="ml-3 font-semibold text-ink">
                  {words.requestDeadline(format.date(request.deadlineAt))}
                </span>
              )}
            </Row>
          ))}
        </Group>
      ) : null}
      {terms.length > 0 ? (
        <Group title={negotiation.work}>
          {terms.map((request) => (
            <Row key={request.id} to={`/requests/${request.id}/terms`} title={inLanguage(request.title)}>
              {request.other === null ? null : inLanguage(request.other)}
            </Row>
          ))}
        </Group>
      ) : null}
      {work.changes.length > 0 ? (
        <Group title={words.changes}>
          <ListingRows lines={work.changes} />
        </Group>
      ) : null}
      {work.proposed.length > 0 ? (
        <Group title={words.proposed}>
          <ListingRows lines={work.proposed} />
        </Group>
      ) : null}
      {work.consents.length > 0 ? (
        <Group title={words.consents}>
          {work.consents.map((consent) => (
            <Row key={consent.listingId} to={`/work/consents/${consent.listingId}`} title={consent.title}>
              {words.consentFrom(inLanguage(consent.from))}
            </Row>
          ))}
        </Group>
      ) : null}
      {work.mandates.length > 0 ? (
        <Group title={workbench.mandates}>
          {work.mandates.map((mandate) => (
            <Row key={mandate.id} to={`/work/mandates/${mandate.id}`} title={inLanguage(mandate.title)}>
              {workbench.mandate.states[mandate.state]}
              <span className="ml-3 font-semibold text-ink">
                {`${workbench.mandate.deadline}: ${format.day(mandate.deadline)}`}
              </span>
            </Row>
          ))}
        </Group>
      ) : null}
      {work.messages.length > 0 ? (
        <Group title={words.messages}>
          {work.messages.map((request) => (
            <Row key={request.id} to={`/requests/${request.id}#conversation`} title={inLanguage(request.title)}>
              {messaging.conversation.unread(request.unread)}
            </Row>
          ))}
        </Group>
      ) : null}
    </Section>
  )
}

function ListingRows({ lines }: { readonly lines: MyWork['drafts'] }) {
  const { messaging, site } = useMessages()
  const format = useFormats()
  const words = messaging.work
  return lines.map((line) => (
    <Row
      key={line.id}
      to={`/work/${line.kind === 'technology' ? 'technologies' : 'needs'}/${line.id}`}
      title={line.title === '' ? words.untitled : line.title}
    >
      <span className="flex flex-wrap items-center gap-3">
        {`${site.listingKinds[line.kind]} · ${words.updated(format.date(line.updatedAt))}`}
        <Badge standing={standingOfListing(line.state)}>{site.listingStates[line.state]}</Badge>
      </span>
    </Row>
  ))
}

function Listings({ lines }: { readonly lines: MyWork['drafts'] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      <ListingRows lines={lines} />
    </ul>
  )
}

function Queues({ queues }: { readonly queues: NonNullable<MyWork['queues']> }) {
  const words = useMessages().messaging.work
  return (
    <Section title={words.operator}>
      <ul className="mb-3">
        <li className="py-1">
          <Link to="/operator/reviews" className="inline-flex min-h-6 items-center">
            {words.queueListings(queues.listings)}
          </Link>
        </li>
        <li className="py-1">
          <Link to="/operator/verifications" className="inline-flex min-h-6 items-center">
            {words.queueOrganisations(queues.organisations)}
          </Link>
        </li>
      </ul>
      <ButtonLink to="/operator" weight="primary">
        {words.toDesk}
      </ButtonLink>
    </Section>
  )
}

function Actions({ work }: PartProps) {
  const { messaging, workbench } = useMessages()
  const words = messaging.work
  const actions = [
    ...(work.mayPostNeed ? [{ to: '/work/needs/new', text: words.postNeed, help: words.postNeedHelp }] : []),
    ...(work.mayListTechnology
      ? [{ to: '/work/technologies/new', text: words.listTechnology, help: words.listTechnologyHelp }]
      : []),
    { to: '/search', text: words.search, help: words.searchHelp },
  ]
  const lists =
    work.organisation === null || work.organisation.kind === 'operator'
      ? []
      : [
          { to: '/requests', text: words.allRequests },
          { to: '/work/technologies', text: words.allTechnologies },
          { to: '/work/needs', text: words.allNeeds },
          { to: '/work/matches', text: words.matches },
          { to: '/work/valuations', text: workbench.listTitle },
          ...(work.mayListTechnology ? [{ to: '/work/import', text: words.importList }] : []),
        ]
  return (
    <Section title={words.actions}>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {actions.map((action) => (
          <li key={action.to}>
            <ButtonLink to={action.to} className="w-full sm:w-auto">
              {action.text}
            </ButtonLink>
            <p className="mt-1 text-sm text-muted">{action.help}</p>
          </li>
        ))}
      </ul>
      {lists.length > 0 ? (
        <ul className="mt-5 flex flex-wrap gap-x-6 gap-y-2">
          {lists.map((list) => (
            <li key={list.to}>
              <Link to={list.to} className="inline-flex min-h-6 items-center">
                {list.text}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}
