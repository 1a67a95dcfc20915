import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { letterPage } from '#modules/moderation/server'
import { Facts, Page, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

const Params = z.object({ id: z.string().max(40) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const letter = demand(arrival, await letterPage(arrival.actor, id))
  const { description } = messagesOf(arrival.language).moderation.letters
  return { page: pageFacts(arrival, { title: letter.subject, description, closed: true }), letter }
}

/** The addresses in a letter can be followed from here, as its reader would. */
function linked(body: string) {
  return body.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} className="break-all">
        {part}
      </a>
    ) : (
      part
    ),
  )
}

export default function Letter() {
  const { letter } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.letters
  const format = useFormats()
  return (
    <Page
      title={letter.subject}
      width="reading"
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/letters', text: words.title },
      ]}
    >
      <Facts
        facts={[
          { term: words.recipient, value: letter.recipient },
          { term: words.written, value: format.dateTime(letter.createdAt) },
          { term: words.sent, value: letter.sentAt === null ? words.kept : format.dateTime(letter.sentAt) },
        ]}
      />
      <Section title={words.body}>
        <p className="max-w-[75ch] whitespace-pre-line border border-line bg-raised p-4">{linked(letter.body)}</p>
      </Section>
    </Page>
  )
}
