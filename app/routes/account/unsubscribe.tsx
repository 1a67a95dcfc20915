import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, parse } from '#http'
import { unsubscribe, unsubscription } from '#modules/saved-searches/server'
import { Button, ButtonLink, Page, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

const Params = z.object({ token: z.string().max(200) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  const stopped = demand(arrival, await unsubscription(token))
  const { title, kept } = messagesOf(arrival.language).savedSearches.unsubscribe
  return { page: pageFacts(arrival, { title, description: kept, closed: true }), stopped }
}

/** Answers in place: a mail program that presses for its reader does not follow redirects (RFC 8058). */
export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  return answer(arrival, await unsubscribe(token), () => null)
}

export default function Unsubscribe() {
  const { savedSearches } = useMessages()
  const words = savedSearches.unsubscribe
  const { stopped } = useLoaderData<typeof loader>()
  const form = useReplyForm({ name: 'unsubscribe', reply: useActionData<typeof action>() })
  const { names, frequency } = stopped
  const [name] = names
  if (name === undefined)
    return (
      <Page title={words.doneTitle} lead={words.done} width="reading">
        <p className="mb-4">{words.kept}</p>
        <ButtonLink to="/account/searches">{words.toList}</ButtonLink>
      </Page>
    )
  return (
    <Page
      title={words.title}
      lead={frequency === null ? words.leadOne(name) : words.leadMany(savedSearches.frequencies[frequency])}
      width="reading"
    >
      {frequency === null ? null : (
        <ul className="mb-4 list-disc space-y-1 pl-5">
          {names.map((one, index) => (
            <li key={index} className="break-words">
              {one}
            </li>
          ))}
        </ul>
      )}
      <p className="mb-4">{words.kept}</p>
      <ReplyForm of={form}>
        <Button weight="danger">{words.submit}</Button>
      </ReplyForm>
    </Page>
  )
}
