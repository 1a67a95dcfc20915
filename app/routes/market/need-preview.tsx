import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse, queryOf } from '#http'
import { needPreview } from '#modules/needs/server'
import { Notice, Page } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { NeedSheet } from './need-sheet.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })
const query = z.object({ version: z.coerce.number().int().min(1).optional() })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { version } = parse(query, queryOf(arrival.url))
  const preview = demand(arrival, await needPreview({ actor: arrival.actor, id, version: version ?? null }))
  const { previewTitle: title, previewLead: description } = messagesOf(arrival.language).needs.own
  return { page: pageFacts(arrival, { title, description, closed: true }), id, ...preview }
}

export default function NeedPreview() {
  const { needs } = useMessages()
  const { id, need, number } = useLoaderData<typeof loader>()
  return (
    <Page
      title={needs.own.previewTitle}
      trail={[
        { to: '/work/needs', text: needs.own.listTitle },
        { to: `/work/needs/${id}`, text: need.profile.texts[need.profile.sourceLanguage].title || needs.own.untitled },
      ]}
    >
      <Notice>{number === null ? needs.own.previewLead : needs.own.previewVersion(number)}</Notice>
      <NeedSheet need={need} as="preview" />
    </Page>
  )
}
