import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { and, isNull, lte } from 'drizzle-orm'
import { reader } from '#db'
import { now } from '#platform/clock'
import { config } from '#platform/config'
import { outbox } from '../../app/platform/jobs/outbox.tables.server.ts'
import type { ExchangeBuild } from '../../scripts/server/server.ts'
import { freshDataFolder } from './database.ts'

type FormValue = string | File

/** What a test sends. With `form` it is a POST unless `method` says otherwise. */
export interface Sent {
  /** The session's cookie value; nobody is signed in without it. */
  readonly as?: string
  /** Fields as a browser sends them; a list sends the field several times, and a file makes it multipart. */
  readonly form?: Readonly<Record<string, FormValue | readonly FormValue[]>>
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  /** The caller's address, for limits; by default every exchange has one of its own. */
  readonly address?: string
}

/** The built exchange at work on a database of its own. */
export interface Exchange {
  /** Sends a request the way the server would; redirects are answers, not followed. */
  readonly fetch: (path: string, sent?: Sent) => Promise<Response>
  /** Resolves when the news that is due (mails, notifications, the search index) has been handled. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

async function builtExchange(): Promise<ServerBuild & ExchangeBuild> {
  return (await import(pathToFileURL(join(config().root, 'build/server/index.js')).href)) as ServerBuild & ExchangeBuild
}

/** The addresses of all routes, sorted, without the optional prefix of the language. */
export async function routePaths(): Promise<string[]> {
  const { routes } = await builtExchange()
  return Object.values(routes)
    .flatMap((route) => (route.id !== 'root' && route.path !== 'en?' ? [route.path ?? ''] : []))
    .sort()
}

/** Starts the built exchange on an empty database and an empty data folder. Call `close()` when the test is done. */
export async function createExchange(): Promise<Exchange> {
  freshDataFolder()
  const { origin } = config()
  const build = await builtExchange()
  const { application } = build.entry.module
  const handle = createRequestHandler(build, 'production')
  await application.start()
  while (!(await application.ready())) await setImmediate()
  const caller = `test-${randomUUID()}`
  return {
    async fetch(path, sent = {}) {
      const request = requestOf(new URL(path, origin), sent)
      const context = { nonce: 'nonce', requestId: randomUUID(), address: sent.address ?? caller }
      return application.gate(request) ?? application.countQueries(() => handle(request, context))
    },
    async settled() {
      while (await newsIsDue()) await setImmediate()
    },
    close: () => application.stop(),
  }
}

function requestOf(url: URL, { as, form, method, headers: given, body }: Sent): Request {
  const headers = new Headers(given)
  headers.set('Host', url.host)
  if (as !== undefined) headers.append('Cookie', `session=${as}`)
  const verb = method ?? (form ? 'POST' : 'GET')
  if (verb === 'GET' || verb === 'HEAD') return new Request(url, { method: verb, headers })
  if (!headers.has('Origin')) headers.set('Origin', url.origin)
  const content = form ? formBody(form) : body
  return new Request(url, { method: verb, headers, ...(content === undefined ? {} : { body: content }) })
}

function formBody(form: NonNullable<Sent['form']>): URLSearchParams | FormData {
  const fields = Object.entries(form).flatMap(([name, value]) =>
    (typeof value === 'string' || value instanceof File ? [value] : value).map((one) => [name, one] as const),
  )
  const multipart = new FormData()
  const plain = new URLSearchParams()
  for (const [name, value] of fields) {
    multipart.append(name, value)
    if (typeof value === 'string') plain.append(name, value)
  }
  return fields.some(([, value]) => value instanceof File) ? multipart : plain
}

async function newsIsDue(): Promise<boolean> {
  const rows = await reader()
    .select({ sequence: outbox.sequence })
    .from(outbox)
    .where(and(isNull(outbox.doneAt), isNull(outbox.failedAt), lte(outbox.availableAt, now())))
    .limit(1)
  return rows.length > 0
}
