import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { messagesOf } from '#i18n/server'
import { answer, type Arrival, arrive, demand, goTo, parse } from '#http'
import { editValuation, valuationFacts, type ValuationPart } from '#modules/valuation/server'
import { pageFacts } from '../../shell/facts.server.ts'
import { inLanguage } from '../../shell/reading.ts'
import { partAfter, partPath, type WorkbenchPart } from './frame.tsx'

const params = z.object({ id: z.string().max(60) })

/** What every part of the workbench loads. */
export async function partLoaded(args: LoaderFunctionArgs, part: WorkbenchPart) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const facts = demand(arrival, await valuationFacts({ actor: arrival.actor, id }))
  const words = messagesOf(arrival.language).workbench
  const { title } = facts.model.head.subject
  const name = inLanguage(title, arrival.language)
  return {
    arrival,
    page: pageFacts(arrival, {
      title: part === 'overview' ? `${words.title}: ${name}` : `${words.parts[part]}: ${name}`,
      description: words.partLeads[part],
      closed: true,
    }),
    facts,
  }
}

/** Saves a part, and goes on to the next one where the reader pressed so. */
export async function partSaved(args: ActionFunctionArgs, part: ValuationPart) {
  const arrival = await arrive(args)
  return partSavedFor(arrival, parse(params, args.params).id, part)
}

export async function partSavedFor(arrival: Arrival, id: string, part: ValuationPart) {
  const { actor, form: input, language } = arrival
  const saved = await editValuation({ actor, id, part, language, input })
  return answer(arrival, saved, () =>
    goTo(arrival, partPath(id, input['go'] === 'next' ? partAfter(part) : part), 'valuation_saved'),
  )
}
