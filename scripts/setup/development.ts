import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Plugin } from 'vite'
import type { ExchangeBuild } from '../server/server.ts'

/**
 * Lets `remix vite:dev` answer as `serve.ts` does: with the database open, jobs at work, foreign forms stopped, and the
 * same facts handed to loaders. Stands before the Remix plugin, which would answer without them.
 */
export function exchangeInDevelopment(): Plugin {
  return {
    name: 'exchange-in-development',
    apply: 'serve',
    async configureServer(vite) {
      // Remix starts further servers with this configuration to compile routes; they serve nobody.
      if (!vite.config.plugins.some(({ name }) => name === 'remix')) return
      let running: ExchangeBuild['entry']['module']['application'] | null = null
      const respond = async (asked: IncomingMessage, path: string, answer: ServerResponse): Promise<void> => {
        const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild & ExchangeBuild
        const { application } = build.entry.module
        if (!running) {
          running = application
          await application.start()
        }
        const request = requestOf(asked, path)
        const address = asked.socket.remoteAddress ?? ''
        const context: AppLoadContext = { nonce: '', requestId: randomUUID(), address }
        const stopped = application.gate(request)
        await send(answer, stopped ?? (await createRequestHandler(build, 'development')(request, context)))
      }
      vite.httpServer?.on('close', () => void running?.stop())
      return () => {
        vite.middlewares.use((asked, answer, next) => {
          respond(asked, asked.originalUrl ?? '/', answer).catch(next)
        })
      }
    },
  }
}

function requestOf(asked: IncomingMessage, path: string): Request {
  const method = asked.method ?? 'GET'
  const headers = new Headers()
  for (const [name, values] of Object.entries(asked.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const url = new URL(path, `http://${asked.headers.host ?? 'localhost'}`)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = Readable.toWeb(asked) as ReadableStream<Uint8Array>
  return new Request(url, { method, headers, body, duplex: 'half' })
}

async function send(answer: ServerResponse, response: Response): Promise<void> {
  answer.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') answer.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) answer.setHeader('set-cookie', cookies)
  if (!response.body) answer.end()
  else await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), answer)
}
