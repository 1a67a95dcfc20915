import { reader } from '#db'
import { arrive, heldForm, type RouteArgs } from '#http'
import type { Language } from '#kernel'
import type { ActingOrganisation } from '#modules/accounts'
import { unreadCount } from '#modules/messaging/server'
import { config } from '#platform/config'

/** What the frame of every page shows. */
export interface Shell {
  readonly nonce: string
  readonly requestId: string
  readonly origin: string
  readonly path: string
  /** The path with its query, for the link to the other language. */
  readonly here: string
  readonly exchange: {
    readonly name: string
    readonly operator: string
    readonly email: string
    readonly phone: string
    readonly address: string
  }
  readonly demonstration: boolean
  readonly reader: {
    readonly name: string
    readonly organisation: ActingOrganisation | null
    readonly several: boolean
    readonly unread: number
  } | null
  /** The code of what was just done. */
  readonly notice: string | null
  readonly held: Readonly<Record<string, unknown>> | null
}

export async function loadShell(args: RouteArgs): Promise<Shell> {
  const { actor, language, path, url, requestId } = await arrive({
    ...args,
    request: new Request(args.request.url, { headers: args.request.headers }),
  })
  const setting = config()
  const plainPath = new URL(path, 'http://site').pathname
  const query = new URLSearchParams(url.searchParams)
  for (const name of ['done', 'held']) query.delete(name)
  const text = query.toString()
  return {
    nonce: args.context.nonce,
    requestId,
    origin: setting.origin,
    path: plainPath,
    here: plainPath + (text === '' ? '' : `?${text}`),
    exchange: exchangeIn(language),
    demonstration: setting.demonstration,
    reader:
      actor.kind === 'person'
        ? {
            name: actor.name,
            organisation: actor.organisation,
            several: actor.memberships.length > 1,
            unread: await unreadCount(reader(), actor.personId),
          }
        : null,
    notice: url.searchParams.get('done'),
    held: await heldForm(url, plainPath),
  }
}

function exchangeIn(language: Language): Shell['exchange'] {
  const { name, operator, email, phone, address } = config().exchange
  return { name: name[language], operator: operator[language], email, phone, address: address[language] }
}
