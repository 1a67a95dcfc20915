import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { arrive, parse } from '#http'
import { messagesOf } from '#i18n/server'
import { exportFormats, exportTypes } from '#modules/terminology'
import { terminologyFile } from '#modules/terminology/server'
import { pageFacts } from '../../shell/facts.server.ts'

const Params = z.object({ format: z.enum(exportFormats) })

/** The whole terminology in use as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { format } = parse(Params, args.params)
  const words = messagesOf(arrival.language).terminology
  const { site } = pageFacts(arrival, { title: words.title, description: words.description })
  const pieces = await terminologyFile(format, {
    title: words.exportTitle(site),
    about: words.exportAbout(site, `${arrival.url.origin}/terms`),
  })
  return new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': exportTypes[format],
      'Content-Disposition': `attachment; filename="terms-en-vi.${format}"`,
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
