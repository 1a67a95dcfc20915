import { createServer as createHttpServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { readConfig } from '#platform/config'
import { createServer, type ExchangeBuild } from '../../scripts/server/server.ts'

/**
 * One page served from constants: the exchange's own Remix build whose loaders answer what they answered the first time
 * (`BENCH_KIND=remix`), or the bytes of the page by Node's bare `http` (`BENCH_KIND=bare`).
 */
const root = process.cwd()
const config = readConfig(process.env, root)
const path = process.env['BENCH_PATH'] ?? '/'
const original = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild & ExchangeBuild

const remembered = new Map<string, unknown>()
const routes = Object.fromEntries(
  Object.entries(original.routes).map(([id, route]) => {
    const loader = route.module.loader
    if (!loader) return [id, route]
    const constant: typeof loader = async (args) => {
      if (!remembered.has(id)) remembered.set(id, await loader(args))
      return remembered.get(id)
    }
    return [id, { ...route, module: { ...route.module, loader: constant } }]
  }),
)
const build = { ...original, routes }
await original.entry.module.application.start()
const remix = await createServer({ build, config, clientFolder: join(root, 'build/client') })

if (process.env['BENCH_KIND'] === 'bare') {
  const page = await remix.inject({ method: 'GET', url: path })
  const bytes = page.rawPayload
  const server = createHttpServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes.byteLength })
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
  })
} else {
  await remix.listen({ host: '127.0.0.1', port: 0 })
  const address = remix.server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
}
process.on('SIGTERM', () => process.exit(0))
