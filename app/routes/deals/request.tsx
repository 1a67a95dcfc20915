import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { moveRequest, readConversation, type RequestPage, requestPage, sendMessage } from '#modules/deals/server'
import { Badge, Link, Page, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { Conversation } from './conversation.tsx'
import { inLanguage, languageMark } from '../../shell/reading.ts'
import { MoveForms } from './request-moves.tsx'
import { OwnValuations } from './own-valuations.tsx'
import { RequestHistory, RequestText } from './request-parts.tsx'
import { standingOfRequest } from './request-standing.ts'
import { TermsSection } from './terms-section.tsx'
import { withinLimit } from './within-limit.server.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const found = demand(arrival, await requestPage({ actor: arrival.actor, id }))
  const title = inLanguage(found.title, arrival.language)
  const { description } = messagesOf(arrival.language).deals.page
  return { page: pageFacts(arrival, { title, description, closed: true }), found }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, form: input } = arrival
  const here = `/requests/${id}`
  if (input['form'] === 'message') {
    const sent = await withinLimit(actor, () => sendMessage({ actor, requestId: id, input }))
    return answer(arrival, sent, () => goTo(arrival, `${here}#conversation`, 'message_sent'))
  }
  if (input['form'] === 'read')
    return answer(arrival, await readConversation({ actor, requestId: id }), () =>
      goTo(arrival, `${here}#conversation`, 'conversation_read'),
    )
  const moved = await moveRequest({ actor, requestId: id, input })
  return answer(arrival, moved, () => goTo(arrival, here, `request_${String(input['verb'])}`))
}

export default function RequestRoute() {
  const { deals, site } = useMessages()
  const language = useLanguage()
  const { found } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { request, title, listingOpen } = found
  const listing = `/${request.kind === 'transfer' ? 'technologies' : 'needs'}/${request.listingId}`
  return (
    <Page
      title={<span {...languageMark(title, language)}>{inLanguage(title, language)}</span>}
      lead={
        <>
          {deals.kinds[request.kind]}
          {listingOpen ? (
            <>
              {' · '}
              <Link to={listing}>{site.listingKinds[request.kind === 'transfer' ? 'technology' : 'need']}</Link>
            </>
          ) : null}
        </>
      }
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/requests', text: deals.list.title },
      ]}
    >
      <Where found={found} />
      {found.verbs.length > 0 ? (
        <Section title={deals.page.moves}>
          <MoveForms found={found} reply={reply} />
        </Section>
      ) : null}
      <TermsSection found={found} />
      <RequestText found={found} />
      <OwnValuations found={found} />
      <RequestHistory found={found} />
      <Conversation found={found} reply={reply} />
    </Page>
  )
}

/** Whose turn it is and by when, before anything else. */
function Where({ found }: { readonly found: RequestPage }) {
  const { deals, site, messaging } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = deals.page
  const { request, turn, side, parties } = found
  const other = parties[side === 'sender' ? 'receiver' : 'sender']
  const hidden = parties.receiver.name === null
  const heading =
    turn === null
      ? request.state === 'accepted'
        ? words.agreed
        : words.over
      : turn === side
        ? words.yourTurn
        : words.theirTurn(inLanguage(other.name, language) ?? messaging.hiddenOrganisation)
  return (
    <section aria-labelledby="turn" className="mb-6 border-t-4 border-action bg-wash px-4 py-4">
      <h2 id="turn" className="text-xl">
        {heading}
      </h2>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge standing={standingOfRequest(request.state)}>{site.requestStates[request.state]}</Badge>
        {request.deadlineAt === null ? null : (
          <span className="font-semibold">{words.answerBy(format.date(request.deadlineAt))}</span>
        )}
      </p>
      {request.deadlineAt === null ? null : <p className="mt-1 text-sm text-muted">{words.lapseHelp}</p>}
      {request.state === 'declined' && request.declineReason ? (
        <p className="mt-2">{`${words.declineReason}: ${site.declineReasons[request.declineReason]}`}</p>
      ) : null}
      {request.state === 'accepted' ? <p className="mt-2 max-w-[75ch]">{words.nextAccepted}</p> : null}
      {hidden ? <p className="mt-2 max-w-[75ch] text-muted">{words.hidden}</p> : null}
      {found.mayAct ? null : <p className="mt-2 max-w-[75ch] text-muted">{words.readOnly}</p>}
    </section>
  )
}
