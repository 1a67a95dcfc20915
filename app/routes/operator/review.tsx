import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, formChange, goTo, parse } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { criteria } from '#modules/listings'
import { moveAsReviewer, reviewListing } from '#modules/listings/server'
import { reviewPage } from '#modules/moderation/server'
import {
  Badge,
  Button,
  Facts,
  Link,
  Notice,
  Page,
  ReplyForm,
  Section,
  type Standing,
  Table,
  TextArea,
  useReplyForm,
} from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { NeedSheet } from '../market/need-sheet.tsx'
import { TechnologySheet } from '../public/technology-sheet.tsx'
import { NeedChanges, TechnologyChanges } from './changes.tsx'
import { ScoreFields, type ScoreValues } from './score-fields.tsx'

export const meta = pageMeta
export const handle = { script: true }

const Params = z.object({ id: z.string().max(40) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const found = demand(arrival, await reviewPage(arrival.actor, id))
  const { description } = messagesOf(arrival.language).moderation.review
  const me = arrival.actor.kind === 'person' ? arrival.actor.personId : ''
  return { page: pageFacts(arrival, { title: found.listing.title, description, closed: true }), me, ...found }
}

const moves = {
  take: 'review_taken',
  release: 'review_released',
  suspend: 'listing_suspended',
  resume: 'listing_resumed',
} as const

const decided = { publish: 'review_published', ask_changes: 'review_ask_changes', reject: 'review_rejected' } as const

const Form = z.object({ form: z.enum(['review', 'take', 'release', 'suspend', 'resume']) })

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const change = formChange(arrival)
  if (change) return change
  const { form } = parse(Form, { form: arrival.form['form'] })
  const { actor } = arrival
  const version = arrival.form['version']
  if (form === 'review') {
    const result = await reviewListing({ actor, listingId: id, version, review: arrival.form })
    const decision = z.enum(['publish', 'ask_changes', 'reject']).catch('publish').parse(arrival.form['decision'])
    return answer(arrival, result, () => goTo(arrival, '/operator/reviews', decided[decision]))
  }
  const result = await moveAsReviewer({ actor, listingId: id, version, verb: form, reason: arrival.form['reason'] })
  return answer(arrival, result, () => goTo(arrival, `/operator/reviews/${id}`, moves[form]))
}

const standings: Readonly<Record<string, Standing>> = {
  submitted: 'waiting',
  in_review: 'moving',
  published: 'good',
  reserved: 'good',
  suspended: 'stopped',
  rejected: 'stopped',
}

export default function ReviewListing() {
  const { listing, reviewed } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.review
  const language = useLanguage()
  const waits = listing.state === 'submitted' || listing.state === 'in_review'
  return (
    <Page
      title={
        <span {...(listing.sourceLanguage === language ? {} : { lang: listing.sourceLanguage })}>{listing.title}</span>
      }
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/reviews', text: moderation.queue.title },
      ]}
    >
      <p className="mb-6 flex flex-wrap items-center gap-3">
        <span>{site.listingKinds[listing.kind]}</span>
        <Badge standing={standings[listing.state] ?? 'plain'}>{site.listingStates[listing.state]}</Badge>
        {waits ? <a href="#decide">{words.decide}</a> : null}
      </p>
      <Taking />
      <Section title={words.checks}>
        <Checks />
      </Section>
      {reviewed.changes ? (
        <Section title={words.changes}>
          {reviewed.kind === 'technology' ? (
            <TechnologyChanges changes={reviewed.changes} />
          ) : (
            <NeedChanges changes={reviewed.changes} />
          )}
        </Section>
      ) : null}
      <Section title={words.content}>
        <div className="border border-line bg-raised p-4 [&_article]:p-0">
          {reviewed.kind === 'technology' ? (
            <TechnologySheet sheet={reviewed.sheet} as="preview" />
          ) : (
            <NeedSheet need={reviewed.need} as="preview" />
          )}
        </div>
      </Section>
      <Past />
      {waits ? (
        <Section title={words.decide} id="decide">
          <Decide />
        </Section>
      ) : (
        <StandingForms />
      )}
    </Page>
  )
}

function Taking() {
  const { listing, reviewer, me } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const words = moderation.review
  const reply = useActionData()
  const take = useReplyForm<{ version: string }>({ name: 'take', reply })
  const release = useReplyForm<{ version: string }>({ name: 'release', reply })
  if (listing.state === 'submitted')
    return (
      <ReplyForm of={take} className="mb-6">
        <input type="hidden" name="version" value={listing.version} />
        <p className="mb-2 max-w-[75ch] text-muted">{words.takeHelp}</p>
        <Button weight="secondary">{words.take}</Button>
      </ReplyForm>
    )
  if (listing.state !== 'in_review') return null
  return (
    <Notice tone={listing.reviewerId === me ? 'info' : 'caution'}>
      <p>{listing.reviewerId === me ? words.taken : words.takenBy(reviewer ?? '')}</p>
      <ReplyForm of={release} className="mt-2">
        <input type="hidden" name="version" value={listing.version} />
        <Button weight="secondary">{words.release}</Button>
      </ReplyForm>
    </Notice>
  )
}

function Checks() {
  const { listing, owner, author, reviewed, importFile } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.review
  const format = useFormats()
  const language = useLanguage()
  const { provenance } = reviewed.profile
  const declared = useDeclared()
  return (
    <>
      <Facts
        facts={[
          {
            term: words.owner,
            value: (
              <>
                <Link to={`/organisations/${owner.id}`}>{owner.name[language] || owner.name.vi}</Link>
                {` · ${site.organisationKinds[owner.kind]}`}
              </>
            ),
          },
          {
            term: words.verification,
            value: (
              <Badge standing={owner.verified ? 'good' : 'waiting'}>
                {site.verificationStates[owner.verification]}
              </Badge>
            ),
          },
          { term: words.author, value: author },
          { term: words.submitted, value: listing.submittedAt === null ? null : format.dateTime(listing.submittedAt) },
          {
            term: words.origin,
            value: importFile ? words.originImported(importFile.name) : words.originWritten,
          },
          { term: words.originSource, value: provenance?.source },
          { term: words.originLicence, value: provenance?.licence },
          { term: words.originOwner, value: provenance?.owner },
          ...declared,
        ]}
      />
      {reviewed.kind === 'need' && reviewed.profile.nameHidden ? (
        <p className="mt-3 border-l-4 border-caution bg-caution-wash px-3 py-2">{words.nameHidden}</p>
      ) : null}
      <p className="mt-4 flex flex-wrap gap-4">
        {listing.publishedVersion === null ? null : (
          <Link to={`/${listing.kind === 'technology' ? 'technologies' : 'needs'}/${listing.id}`}>{words.public}</Link>
        )}
        <Link to={`/operator/audit?subject=${listing.id}`}>{words.record}</Link>
      </p>
    </>
  )
}

/** What a technology's owner declares of it; a need declares nothing. */
function useDeclared() {
  const { reviewed, importFile } = useLoaderData<typeof loader>()
  const { moderation, technologies } = useMessages()
  const words = moderation.review
  const format = useFormats()
  if (reviewed.kind !== 'technology') return []
  const { declaration, funding, rights, visibility } = reviewed.profile
  const state = funding.filter((source) => source.kind === 'state').reduce((sum, source) => sum + source.share, 0)
  const closed = Object.entries(visibility).flatMap(([section, seen]) =>
    seen === 'confidential' ? [technologies.sections[section as keyof typeof technologies.sections]] : [],
  )
  return [
    {
      term: words.legality,
      value:
        declaration.kind === null ? (
          <span className={importFile?.declared ? '' : 'text-caution'}>
            {importFile?.declared ? words.legalityFile : words.legalityMissing}
          </span>
        ) : (
          [technologies.declarations[declaration.kind], declaration.basis].filter(Boolean).join(': ')
        ),
    },
    { term: words.funding, value: state > 0 ? words.fundingState(format.share(state)) : words.fundingNone },
    {
      term: words.rights,
      value: rights.length > 0 ? words.rightsCount(format.number(rights.length)) : words.rightsNone,
    },
    {
      term: words.closed,
      value:
        closed.length === 0 ? (
          words.closedNone
        ) : (
          <>
            <strong>{closed.join(', ')}</strong>
            <span className="block text-sm text-muted">{words.closedHelp}</span>
          </>
        ),
    },
  ]
}

function Past() {
  const { reviews } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const words = moderation.review
  const format = useFormats()
  return (
    <Section title={words.past}>
      {reviews.length === 0 ? (
        <p>{words.pastNone}</p>
      ) : (
        <Table
          caption={words.past}
          rows={reviews}
          rowKey={(review) => review.id}
          columns={[
            {
              head: words.versionHead,
              cell: (review) => (
                <>
                  {words.version(review.version)}
                  <span className="block text-sm text-muted">{format.dateTime(review.createdAt)}</span>
                </>
              ),
            },
            { head: moderation.scores.decision, cell: (review) => moderation.scores.decisions[review.decision] },
            {
              head: moderation.bulk.facts.scores,
              cell: (review) => words.total(criteria.reduce((sum, criterion) => sum + review[criterion], 0)),
            },
            { head: words.reviewer, cell: (review) => review.reviewer },
            {
              head: moderation.scores.reason,
              cell: (review) => <span className="whitespace-pre-line">{review.reason}</span>,
            },
          ]}
        />
      )}
    </Section>
  )
}

function Decide() {
  const { listing } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const reply = useReplyForm<ScoreValues>({ name: 'review', reply: useActionData() })
  return (
    <ReplyForm of={reply} className="max-w-3xl space-y-5">
      <input type="hidden" name="version" value={listing.version} />
      <ScoreFields fields={reply.fields} />
      <Button>{moderation.scores.submit}</Button>
    </ReplyForm>
  )
}

/** What the operator may do with a listing that does not wait: take it from view, or put it back. */
function StandingForms() {
  const { listing } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const words = moderation.review
  const reply = useActionData()
  const suspend = useReplyForm<{ reason: string }>({ name: 'suspend', reply })
  const resume = useReplyForm<{ reason: string }>({ name: 'resume', reply })
  if (listing.state === 'suspended')
    return (
      <Section title={words.resumeTitle}>
        <ReplyForm of={resume} className="max-w-3xl space-y-4">
          <input type="hidden" name="version" value={listing.version} />
          <p>{words.resumeHelp}</p>
          <Button>{words.resume}</Button>
        </ReplyForm>
      </Section>
    )
  if (listing.state !== 'published' && listing.state !== 'reserved') return <p className="mt-8">{words.closedState}</p>
  return (
    <Section title={words.suspendTitle}>
      <ReplyForm of={suspend} className="max-w-3xl space-y-4">
        <input type="hidden" name="version" value={listing.version} />
        <p>{words.suspendHelp}</p>
        <TextArea field={suspend.fields.reason} label={moderation.scores.reason} rows={3} maxLength={4000} />
        <Button weight="danger">{words.suspend}</Button>
      </ReplyForm>
    </Section>
  )
}
