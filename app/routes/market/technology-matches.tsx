import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { answerQuestion, declineMatch, technologyMatches, undoDecline } from '#modules/matching/server'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { withinLimit } from '../deals/within-limit.server.ts'
import { MatchesPage } from './matches-page.tsx'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const matches = demand(arrival, await technologyMatches({ actor: arrival.actor, id }))
  const { title, description } = messagesOf(arrival.language).matching.technology
  return { page: pageFacts(arrival, { title: title(matches.listing.title), description, closed: true }), matches }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form, language } = arrival
  const { id: technologyId } = parse(params, args.params)
  const { act, needId, questionId } = form
  const pair = { actor, side: 'technology' as const, needId, technologyId }
  const here = `/work/technologies/${technologyId}/matches`
  if (act === 'decline')
    return answer(arrival, await declineMatch({ ...pair, input: form }), () => goTo(arrival, here, 'match_declined'))
  if (act === 'restore') return answer(arrival, await undoDecline(pair), () => goTo(arrival, here, 'match_restored'))
  const answered = await withinLimit(actor, () => answerQuestion({ actor, questionId, input: { ...form, language } }))
  return answer(arrival, answered, () => goTo(arrival, here, 'match_answered'))
}

export default function TechnologyMatches() {
  const { matches } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { technologies } = useMessages()
  return (
    <MatchesPage
      side="technology"
      matches={matches}
      reply={reply}
      listPath="/work/technologies"
      listTitle={technologies.own.title}
      searchPath="/search?kind=need"
    />
  )
}
