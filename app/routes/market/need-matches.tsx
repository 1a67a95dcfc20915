import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { askAboutMatch, declineMatch, needMatches, undoDecline } from '#modules/matching/server'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { withinLimit } from '../deals/within-limit.server.ts'
import { MatchesPage } from './matches-page.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const matches = demand(arrival, await needMatches({ actor: arrival.actor, id }))
  const { title, description } = messagesOf(arrival.language).matching.need
  return { page: pageFacts(arrival, { title: title(matches.listing.title), description, closed: true }), matches }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form } = arrival
  const { id: needId } = parse(params, args.params)
  const { act, technologyId } = form
  const pair = { actor, side: 'need' as const, needId, technologyId }
  const here = `/work/needs/${needId}/matches`
  if (act === 'decline')
    return answer(arrival, await declineMatch({ ...pair, input: form }), () => goTo(arrival, here, 'match_declined'))
  if (act === 'restore') return answer(arrival, await undoDecline(pair), () => goTo(arrival, here, 'match_restored'))
  const asked = await withinLimit(actor, () =>
    askAboutMatch({ actor, needId, technologyId, criterion: form['criterion'] }),
  )
  return answer(arrival, asked, () => goTo(arrival, `${here}#${String(technologyId)}`, 'match_asked'))
}

export default function NeedMatches() {
  const { matches } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { needs } = useMessages()
  return (
    <MatchesPage
      side="need"
      matches={matches}
      reply={reply}
      listPath="/work/needs"
      listTitle={needs.own.listTitle}
      searchPath="/search?kind=technology"
    />
  )
}
