import type { LoaderFunctionArgs } from '@remix-run/node'
import { preflight, publicAnswer } from '#http'
import { openApi } from '#modules/interchange/server'

export function loader({ request }: LoaderFunctionArgs): Response {
  if (request.method === 'OPTIONS') return preflight()
  return publicAnswer(request, { body: JSON.stringify(openApi()), type: 'application/json', maxAge: 3600 })
}
