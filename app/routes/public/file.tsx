import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { arrive, demand, parse } from '#http'
import { openAttachment } from '#modules/technologies/server'

const params = z.object({ listingId: z.string().max(60), fileId: z.string().max(80) })

/** A file of a technology. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  return demand(arrival, await openAttachment({ actor: arrival.actor, ...parse(params, args.params) }))
}
