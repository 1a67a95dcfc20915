import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { arrive, demand, found } from '#http'
import { siteMapIndex, siteMapPage } from '#modules/catalogue/server'

const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }

/** `/sitemap.xml` is the index; `?page=1` and on are its pages. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const arrival = await arrive(args)
  const page = arrival.url.searchParams.get('page')
  if (page === null) return new Response(await siteMapIndex(), { headers })
  const parts = demand(arrival, found(await siteMapPage(Number(page))))
  return new Response(createReadableStreamFromReadable(Readable.from(parts)), { headers })
}
