import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { arrive, goTo, sessionCookie } from '#http'
import { endSession } from '#modules/accounts/server'

/** Only a form signs out; a link that leads here goes to the home page. */
export async function loader(args: LoaderFunctionArgs) {
  throw goTo(await arrive(args), '/')
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const session = sessionCookie.read(arrival.request)
  if (session !== null) await endSession(session)
  return goTo(arrival, '/', 'signed_out', { 'Set-Cookie': sessionCookie.clear() })
}
