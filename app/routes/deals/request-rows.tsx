import { useFormats, useLanguage, useMessages } from '#i18n'
import type { RequestLine } from '#modules/deals/server'
import { Badge, Link } from '#ui'
import { inLanguage, languageMark } from '../../shell/reading.ts'
import { standingOfRequest } from './request-standing.ts'

/** Requests as rows: what about, with whom, where each stands, whose turn it is and by when. */
export function RequestRows({ requests }: { readonly requests: readonly RequestLine[] }) {
  const { deals, site, messaging } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = deals.list
  return (
    <ul aria-label={words.title} className="divide-y divide-line border-y border-line">
      {requests.map((request) => (
        <li key={request.id} className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[minmax(0,1fr)_13rem_13rem]">
          <div className="min-w-0">
            <Link
              to={`/requests/${request.id}`}
              className="inline-flex min-h-6 items-center"
              {...languageMark(request.title, language)}
            >
              {inLanguage(request.title, language)}
            </Link>
            <p className="text-sm text-muted">
              {`${deals.kinds[request.kind]} · ${request.side === 'receiver' ? words.received : words.sent} · ${
                inLanguage(request.other, language) ?? messaging.hiddenOrganisation
              }`}
            </p>
            {request.unread > 0 ? (
              <p className="text-sm font-semibold">{messaging.conversation.unread(request.unread)}</p>
            ) : null}
          </div>
          <div>
            <Badge standing={standingOfRequest(request.state)}>{site.requestStates[request.state]}</Badge>
          </div>
          <p className="text-sm">
            {request.deadlineAt === null ? null : (
              <span className={`block ${request.mine ? 'font-semibold' : ''}`}>
                {`${request.mine ? words.yourTurn : words.theirTurn} ${words.by(format.date(request.deadlineAt))}`}
              </span>
            )}
            <span className="block text-muted">{words.changed(format.date(request.updatedAt))}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
