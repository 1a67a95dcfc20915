import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { requestTechnology, requestForm } from '#modules/deals/server'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { RequestFormPage } from './request-form-page.tsx'
import { withinLimit } from './within-limit.server.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const form = demand(arrival, await requestForm({ actor: arrival.actor, kind: 'transfer', listingId: id }))
  const { transferTitle: title, description } = messagesOf(arrival.language).deals.form
  return { page: pageFacts(arrival, { title, description, closed: true }), form }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, form: input } = arrival
  const sent = await withinLimit(actor, () => requestTechnology({ actor, listingId: id, input }))
  return answer(arrival, sent, (request) => goTo(arrival, `/requests/${request.id}`, 'request_sent'))
}

export default function TechnologyRequest() {
  const { form } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  return <RequestFormPage kind="transfer" form={form} reply={reply} />
}
