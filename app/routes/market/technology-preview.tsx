import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse, queryOf } from '#http'
import { technologyPreview } from '#modules/technologies/server'
import { Link, Notice } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { TechnologySheet } from '../public/technology-sheet.tsx'

export const meta = pageMeta

/** The public page of the working document; with `tried` of a choice of openness that has not been saved. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(z.object({ id: z.string().max(60) }), args.params)
  const query = queryOf(arrival.url)
  const openness = 'tried' in query ? query : null
  const sheet = demand(arrival, await technologyPreview({ actor: arrival.actor, id, openness }))
  const { own } = messagesOf(arrival.language).technologies
  return { page: pageFacts(arrival, { title: own.previewTitle, description: own.previewLead, closed: true }), sheet }
}

export default function TechnologyPreview() {
  const { sheet } = useLoaderData<typeof loader>()
  const { technologies } = useMessages()
  const words = technologies.own
  return (
    <>
      <div className="mx-auto max-w-6xl px-4 pt-6 print:hidden">
        <h1 className="mb-3 text-lg">{words.previewTitle}</h1>
        <Notice>
          <p>{words.previewLead}</p>
          <p className="mt-2 flex flex-wrap gap-x-5">
            <Link to={`/work/technologies/${sheet.id}`}>{technologies.sheet.toOwner}</Link>
            <Link to={`/work/technologies/${sheet.id}/edit/openness`}>{technologies.steps.openness}</Link>
          </p>
        </Notice>
      </div>
      <TechnologySheet sheet={sheet} as="preview" />
    </>
  )
}
