import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { buildWhenStale } from '../../../scripts/setup/build.mjs'
import { node24, root } from '../../../scripts/setup/run.mjs'

/** How long the exchange may take to load its demonstration and answer, in milliseconds. */
const patience = 120_000

/** Serves the exchange with its demonstration on a data folder of its own, for as long as the journeys last. */
export default async function serveExchange(): Promise<() => Promise<void>> {
  await buildWhenStale(root)
  const dataFolder = mkdtempSync(join(tmpdir(), 'exchange-e2e-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${String(port)}`
  const server = spawn(node24(root), [join(root, 'scripts', 'setup', 'launch.ts')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ORIGIN: address,
      DATA_DIR: dataFolder,
      DEMONSTRATION: '1',
      // Tests come from addresses of their own, named in X-Forwarded-For.
      TRUSTED_PROXIES: '1',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: string[] = []
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    rmSync(dataFolder, { recursive: true, force: true })
  }
  if (!(await answers(address, server))) {
    await stop()
    throw new Error(`The exchange did not start.\n${said.join('')}`)
  }
  process.env['E2E_ADDRESS'] = address
  return stop
}

async function freePort(): Promise<number> {
  const probe = createServer().listen({ host: '127.0.0.1', port: 0 })
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port')
  return address.port
}

async function answers(address: string, server: ChildProcess): Promise<boolean> {
  const giveUp = performance.now() + patience
  while (server.exitCode === null && performance.now() < giveUp) {
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    if (answer?.ok === true) return true
    await setTimeout(100)
  }
  return false
}
