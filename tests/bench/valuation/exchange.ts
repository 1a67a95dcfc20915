import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { simulateApart } from '#modules/valuation/server'
import { readConfig } from '#platform/config'
import { createServer, type ExchangeBuild } from '../../../scripts/server/server.ts'
import { correlatedRelief } from './models.ts'

/**
 * The built exchange, which works out one simulation after the other while it is told to. Says its port, then after each
 * stretch of simulations how many there were.
 */
const root = process.cwd()
const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild & ExchangeBuild
await build.entry.module.application.start()
const server = await createServer({
  build,
  config: readConfig(process.env, root),
  clientFolder: join(root, 'build/client'),
})
await server.listen({ host: '127.0.0.1', port: 0 })

const model = correlatedRelief(10_000)
let simulating = false
let seed = 0

/** A seed of its own for each: figures of a model that was simulated before are kept. */
const another = () => ({ ...model, simulation: { ...model.simulation, seed: (seed += 1) } })

/** Two at a time, so that the threads never wait for the server to ask for the next. */
async function simulate(): Promise<number> {
  let count = 0
  const line = async () => {
    while (simulating) {
      await simulateApart(another())
      count += 1
    }
  }
  await Promise.all([line(), line()])
  return count
}

process.on('message', (order: 'simulate' | 'rest') => {
  simulating = order === 'simulate'
  if (simulating) void simulate().then((simulations) => process.send?.({ simulations }))
})
process.on('SIGTERM', () => process.exit(0))
const address = server.server.address()
process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
