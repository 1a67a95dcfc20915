import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { readConfig } from '#platform/config'
import { createServer, type ExchangeBuild } from './server/server.ts'

/** Serves the built exchange until it is told to stop. Prints the address once it answers. */
const root = process.cwd()
const config = readConfig(process.env, root)
const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild & ExchangeBuild

const { application } = build.entry.module
await application.start()
const server = await createServer({ build, config, clientFolder: join(root, 'build/client') })
await server.listen({ host: config.host, port: config.port })
const address = server.server.address()
const port = typeof address === 'object' && address ? address.port : config.port
process.stdout.write(`${config.exchange.name.vi}: http://${config.host}:${String(port)}\n`)
process.send?.({ ready: true, port })

let closing = false
async function close(): Promise<void> {
  if (closing) return
  closing = true
  await server.close()
  await application.stop()
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        server.log.error(error)
        process.exit(1)
      },
    )
  })
}
