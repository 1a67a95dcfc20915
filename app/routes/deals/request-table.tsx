import { useFormats, useLanguage, useMessages } from '#i18n'
import type { RequestLine } from '#modules/deals/server'
import { Badge, Link, Table } from '#ui'
import { inLanguage } from './reading.ts'
import { standingOfRequest } from './request-standing.ts'

/** Requests as rows: what about, with whom, where each stands and whose turn it is. */
export function RequestTable({ requests }: { readonly requests: readonly RequestLine[] }) {
  const { deals, site, messaging } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = deals.list
  return (
    <Table
      caption={words.title}
      rows={requests}
      rowKey={(request) => request.id}
      columns={[
        {
          head: words.about,
          cell: (request) => (
            <>
              <Link to={`/requests/${request.id}`}>{inLanguage(request.title, language)}</Link>
              <span className="block text-sm text-muted">
                {`${deals.kinds[request.kind]} · ${request.side === 'receiver' ? words.received : words.sent}`}
              </span>
              {request.unread > 0 ? (
                <span className="block text-sm font-semibold">{messaging.conversation.unread(request.unread)}</span>
              ) : null}
            </>
          ),
        },
        {
          head: words.other,
          cell: (request) => inLanguage(request.other, language) ?? messaging.hiddenOrganisation,
        },
        {
          head: words.state,
          cell: (request) => (
            <Badge standing={standingOfRequest(request.state)}>{site.requestStates[request.state]}</Badge>
          ),
        },
        {
          head: words.turn,
          cell: (request) =>
            request.deadlineAt === null ? null : (
              <span className={request.mine ? 'font-semibold' : 'text-muted'}>
                {request.mine ? words.yours : words.theirs}
                <span className="block text-sm whitespace-nowrap">{words.by(format.date(request.deadlineAt))}</span>
              </span>
            ),
        },
        {
          head: words.changed,
          cell: (request) => <span className="whitespace-nowrap">{format.date(request.updatedAt)}</span>,
        },
      ]}
    />
  )
}
