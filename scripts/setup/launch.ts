import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Config, readConfig } from '#platform/config'

/**
 * `launch.ts` prepares the data, then serves the exchange, in one process; `launch.ts FILE ...` runs one of our scripts.
 * Says in one line what a person can put right (a wrong setting, a taken port) instead of showing where in the program
 * it was noticed.
 */

/** Something to be put right by whoever starts the exchange. */
class Obstacle extends Error {}

function settings(): Config {
  try {
    return readConfig(process.env, process.cwd())
  } catch (error) {
    throw new Obstacle(error instanceof Error ? error.message : String(error))
  }
}

/** Asks for the port before any data is touched. */
async function portIsFree({ host, port }: Config): Promise<void> {
  const probe = createServer()
  await new Promise<void>((settle, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Obstacle(obstacleOf(error.code ?? error.message, host, port)))
    })
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => settle()))
  })
}

function obstacleOf(code: string, host: string, port: number): string {
  const place = `${host}:${String(port)}`
  if (code === 'EADDRINUSE') return `${place} is in use by another program. Stop it, or set PORT to another number.`
  if (code === 'EACCES') return `${place} may not be used by this account. Set PORT to a number above 1023.`
  return `Cannot listen on ${place} (${code}). Check HOST and PORT.`
}

/** Runs one of our scripts here, as if it had been started by itself. */
async function run(file: string): Promise<void> {
  const path = resolve(import.meta.dirname, '..', '..', file)
  process.argv.splice(1, 1, path)
  await import(pathToFileURL(path).href)
}

// Whoever starts us with a channel to speak by takes us along when it goes.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))

try {
  const config = settings()
  const [script] = process.argv.splice(2, 1)
  if (script === undefined) {
    await portIsFree(config)
    await run('scripts/prepare.ts')
    await run('scripts/serve.ts')
  } else await run(script)
} catch (error) {
  if (!(error instanceof Obstacle)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
