import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse, queryOf } from '#http'
import { requestStates } from '#modules/deals'
import { boxes, ownRequests, requestsOnAPage } from '#modules/deals/server'
import { ButtonLink, Button, Empty, Page, Pagination } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { RequestRows } from './request-rows.tsx'

export const meta = pageMeta

const query = z.object({
  box: z.enum(boxes).catch('both').default('both'),
  state: z.enum(requestStates).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { box, state, page } = parse(query, queryOf(arrival.url))
  const { requests, total } = demand(arrival, await ownRequests({ actor: arrival.actor, box, state, page }))
  const { title, description } = messagesOf(arrival.language).deals.list
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    requests,
    box,
    state,
    at: page,
    pageCount: Math.ceil(total / requestsOnAPage),
    boxes,
  }
}

const control = 'block min-h-11 rounded-plain border border-edge bg-raised px-3 py-2'

export default function Requests() {
  const { deals, site } = useMessages()
  const words = deals.list
  const { requests, box, state, at, pageCount, boxes: known } = useLoaderData<typeof loader>()
  const filtered = box !== 'both' || state !== null
  return (
    <Page title={words.title} lead={words.description} trail={[{ to: '/work', text: site.myWork }]}>
      <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
        <label>
          <span className="mb-1 block font-semibold">{words.box}</span>
          <select name="box" defaultValue={box} className={control}>
            {known.map((one) => (
              <option key={one} value={one}>
                {words.boxes[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="mb-1 block font-semibold">{words.state}</span>
          <select name="state" defaultValue={state ?? ''} className={control}>
            <option value="">{words.allStates}</option>
            {requestStates.map((one) => (
              <option key={one} value={one}>
                {site.requestStates[one]}
              </option>
            ))}
          </select>
        </label>
        <Button weight="secondary">{words.filter}</Button>
      </Form>
      {requests.length === 0 ? (
        <Empty
          action={
            filtered ? null : (
              <ButtonLink to="/search" weight="primary">
                {words.search}
              </ButtonLink>
            )
          }
        >
          {filtered ? words.emptyFilter : words.empty}
        </Empty>
      ) : (
        <RequestRows requests={requests} />
      )}
      <Pagination
        page={at}
        pageCount={pageCount}
        to={(page) => `/requests?box=${box}${state === null ? '' : `&state=${state}`}&page=${String(page)}`}
      />
    </Page>
  )
}
