import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { arrive, parse } from '#http'
import { exportModel } from '#modules/valuation/server'
import { fileResponse } from './file-response.server.ts'

const params = z.object({ id: z.string().max(60), file: z.enum(['model.json', 'model.xlsx']) })

/** The model of a valuation, for those who work on it. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, file } = parse(params, args.params)
  const { actor, language } = arrival
  return fileResponse(arrival, file, exportModel({ actor, id, file, language }))
}
