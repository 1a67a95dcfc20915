import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { arrive, parse } from '#http'
import { draftFile, reportFiles } from '#modules/valuation/server'
import { fileResponse } from './file-response.server.ts'

const params = z.object({ id: z.string().max(60), file: z.enum(reportFiles).exclude(['report.json']) })

/** A file of a report that is not signed yet, for those who work on it. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, file } = parse(params, args.params)
  return fileResponse(arrival, file, draftFile({ actor: arrival.actor, id, file }))
}
