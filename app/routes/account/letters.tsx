import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse, queryOf } from '#http'
import { lettersOnAPage, ownLetters } from '#modules/messaging/server'
import { Empty, Page, Pagination } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { page } = parse(query, queryOf(arrival.url))
  const { letters, total } = demand(arrival, await ownLetters({ actor: arrival.actor, page }))
  const { title, description } = messagesOf(arrival.language).messaging.letters
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    letters: letters.map(({ id, subject, body, createdAt }) => ({ id, subject, body, createdAt })),
    at: page,
    pageCount: Math.ceil(total / lettersOnAPage),
  }
}

/** Addresses in a plain text as links; the rest as it stands. */
function linked(body: string) {
  return body.split(/(https?:\/\/[^\s]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} className="break-all">
        {part}
      </a>
    ) : (
      <span key={index}>{part}</span>
    ),
  )
}

export default function Letters() {
  const { messaging } = useMessages()
  const format = useFormats()
  const words = messaging.letters
  const { letters, at, pageCount } = useLoaderData<typeof loader>()
  return (
    <Page
      title={words.title}
      lead={words.description}
      width="reading"
      trail={[{ to: '/notifications', text: messaging.notifications.title }]}
    >
      {letters.length === 0 ? <Empty>{words.empty}</Empty> : null}
      <ul className="divide-y divide-line border-y border-line">
        {letters.map((letter) => (
          <li key={letter.id}>
            <details className="py-2">
              <summary className="min-h-11 py-1">
                <span className="font-semibold">{letter.subject}</span>
                <span className="block text-sm text-muted">{format.dateTime(letter.createdAt)}</span>
              </summary>
              <p className="max-w-[75ch] bg-wash px-4 py-3 whitespace-pre-line">{linked(letter.body)}</p>
            </details>
          </li>
        ))}
      </ul>
      <Pagination page={at} pageCount={pageCount} to={(page) => `/account/letters?page=${String(page)}`} />
    </Page>
  )
}
