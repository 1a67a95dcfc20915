import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse } from '#http'
import { needText } from '#modules/needs'
import { needPage } from '#modules/needs/server'
import { ButtonLink, Page } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { NeedSheet } from '../market/need-sheet.tsx'
import { needSchema } from './need-schema.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const found = demand(arrival, await needPage({ actor: arrival.actor, id }))
  const messages = messagesOf(arrival.language)
  const words = messages.needs.page
  if (!found.open) {
    const page = pageFacts(arrival, { title: words.notInView, description: words.notInView, closed: true })
    return data({ page, id, found }, { status: 404 })
  }
  const { need, address } = found
  const title = needText(need.profile, 'title', arrival.language).text
  const who = need.organisation
    ? need.organisation.name[arrival.language] || need.organisation.name.vi
    : messages.site.organisationKinds[need.organisationKind]
  const page = pageFacts(arrival, {
    title,
    description: words.description(title, who),
    schema: needSchema(need, address, arrival.language),
  })
  return data({ page, id, found })
}

export default function Need() {
  const { id, found } = useLoaderData<typeof loader>()
  const words = useMessages().needs.page
  if (found.open) return <NeedSheet need={found.need} as={found.own ? 'owner' : 'reader'} />
  const owner = found.to === 'owner'
  return (
    <Page title={words.notInView} lead={owner ? words.notInViewOwner : words.notInViewOperator} width="reading">
      <ButtonLink to={owner ? `/work/needs/${id}` : `/operator/reviews/${id}`} weight="primary">
        {owner ? words.toOwner : words.toOperator}
      </ButtonLink>
    </Page>
  )
}
