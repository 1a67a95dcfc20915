import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Config } from '#platform/config'
import { securityHeaders } from './security.ts'

/** What the built exchange hands to the program that serves it (see `application.server.ts`). */
export interface ExchangeBuild {
  readonly entry: {
    readonly module: {
      readonly application: {
        readonly gate: (request: Request) => Response | null
        readonly countQueries: <T>(work: (queries: () => number) => T) => T
        readonly start: () => Promise<void>
        readonly ready: () => Promise<boolean>
        readonly stop: () => Promise<void>
      }
    }
  }
}

interface ServerOptions {
  readonly build: ServerBuild & ExchangeBuild
  readonly config: Config
  readonly clientFolder: string
}

/**
 * The HTTP server: built assets for a year, everything else through Remix; security headers, brotli, a request id, one
 * log line a request. `close()` waits for running requests.
 */
export async function createServer({ build, config, clientFolder }: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: {
      level: config.logLevel,
      base: null,
      serializers: { req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request.url) }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    genReqId: () => randomBytes(9).toString('base64url'),
    requestTimeout: 60_000,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 4000 },
    // The pages bound what they read themselves, with a message the reader understands.
    bodyLimit: Number.MAX_SAFE_INTEGER,
  })
  const metrics = meters()
  const { application } = build.entry.module
  const handle = createRequestHandler(build, 'production')

  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _payload, done) => done(null))
  await server.register(helmet, securityHeaders(config))
  await server.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 6 },
  })
  await server.register(fastifyStatic, {
    root: clientFolder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply, path) => {
      if (!path.includes('/assets/')) reply.header('Cache-Control', 'public, max-age=3600')
    },
  })

  server.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id)
    reply.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  })
  server.addHook('onResponse', async (request, reply) => {
    const path = pathOf(request.url)
    metrics.duration.observe({ method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (!path.startsWith('/assets/'))
      request.log.info(
        {
          method: request.method,
          path,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
          queries: request.queries,
        },
        'request',
      )
  })
  server.decorateRequest('queries', 0)

  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'))
  server.get('/readyz', async (_request, reply) => {
    const ready = await application.ready()
    return reply
      .code(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready' : 'not ready')
  })
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )

  server.all('/*', async (request, reply) => {
    const asked = toRequest(request, config)
    if (!asked) return reply.code(400).type('text/plain').send('Bad Request')
    const stopped = application.gate(asked)
    if (stopped) return send(reply, stopped)
    const context: AppLoadContext = { nonce: reply.cspNonce.script, requestId: request.id, address: request.ip }
    return application.countQueries(async (queries) => {
      const response = await handle(asked, context)
      request.queries = queries()
      reply.header('Server-Timing', `db;desc="${String(queries())}"`)
      return send(reply, response)
    })
  })
  return server
}

declare module 'fastify' {
  interface FastifyRequest {
    queries: number
  }
}

/**
 * The path of an address as it may stand in a log: without its query, and without the tokens that open accounts or stop
 * letters.
 */
export function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? url
  return path.replace(/\/(reset|confirm|invitations|unsubscribe)\/[^/]+/g, '/$1/…')
}

function meters() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by method and status',
    labelNames: ['method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  return { registry, duration }
}

/** The request as the Fetch standard has it; null when its address cannot be read. */
function toRequest(request: FastifyRequest, config: Config): Request | null {
  let url: URL
  try {
    url = new URL(`${config.behindTls ? 'https' : 'http'}://${request.host || 'localhost'}${request.url}`)
    decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (url.pathname.includes('%00')) return null
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith(':')) continue
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one)
  }
  // Remix compares the origin of a form with the host: behind a proxy that is the address people use.
  headers.set('host', headers.get('origin') === config.origin ? new URL(config.origin).host : url.host)
  const gone = new AbortController()
  request.raw.on('aborted', () => gone.abort())
  const body =
    request.method === 'GET' || request.method === 'HEAD'
      ? null
      : (Readable.toWeb(request.raw) as ReadableStream<Uint8Array>)
  return new Request(url, {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(body ? { body, duplex: 'half' as const } : {}),
  })
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (!response.body) return reply.send(null)
  const type = response.headers.get('content-type') ?? ''
  // Pages are whole already; only files and the hand-over of script data flow.
  if (type.startsWith('text/html') || type.startsWith('application/json'))
    return reply.send(Buffer.from(await response.arrayBuffer()))
  return reply.send(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]))
}
