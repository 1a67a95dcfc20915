import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { arrive, demand, parse } from '#http'
import { verificationEvidence } from '#modules/accounts/server'

const Params = z.object({ id: z.string().max(60), file: z.string().max(64) })

/** A file of evidence of a verification. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, file } = parse(Params, args.params)
  return demand(arrival, await verificationEvidence(arrival.actor, id, file))
}
