import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerFeed } from './search-feed.server.ts'

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerFeed('json', args)
}
