import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { arrive, parse } from '#http'
import { reportFile, reportFiles } from '#modules/valuation/server'
import { fileResponse } from './file-response.server.ts'

const params = z.object({ id: z.string().max(60), file: z.enum(reportFiles) })

/** A file of a signed report. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, file } = parse(params, args.params)
  return fileResponse(arrival, file, reportFile({ actor: arrival.actor, id, file }))
}
