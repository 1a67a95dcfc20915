import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse } from '#http'
import { textFor } from '#modules/technologies'
import { technologyPage } from '#modules/technologies/server'
import { ButtonLink, Page } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { TechnologySheet } from './technology-sheet.tsx'
import { technologySchema } from './technology-schema.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const found = demand(arrival, await technologyPage({ actor: arrival.actor, id }))
  const { sheet: words } = messagesOf(arrival.language).technologies
  if (!found.open) {
    const page = pageFacts(arrival, { title: words.notInView, description: words.notInView, closed: true })
    return data({ page, id, found }, { status: 404 })
  }
  const { sheet } = found
  const read = (field: 'title' | 'teaser') => textFor(sheet.shown.profile, field, arrival.language).text
  const page = pageFacts(arrival, {
    title: read('title'),
    description: words.description(read('teaser'), sheet.organisation.name[arrival.language]),
    schema: technologySchema(sheet, arrival.language),
  })
  return data({ page, id, found })
}

export default function Technology() {
  const { id, found } = useLoaderData<typeof loader>()
  const { technologies } = useMessages()
  const words = technologies.sheet
  if (found.open) return <TechnologySheet sheet={found.sheet} as={found.own ? 'owner' : 'reader'} />
  const owner = found.to === 'owner'
  return (
    <Page title={words.notInView} lead={owner ? words.notInViewOwner : words.notInViewOperator} width="reading">
      <ButtonLink to={owner ? `/work/technologies/${id}` : `/operator/reviews/${id}`} weight="primary">
        {owner ? words.toOwner : words.toOperator}
      </ButtonLink>
    </Page>
  )
}
