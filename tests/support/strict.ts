import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'node:util'
import { afterAll, afterEach, beforeEach } from 'vitest'

/**
 * What holds for every test file: a data folder of its own that goes when the file is done, silence on the console, and
 * no way out to the network.
 */

const dataFolder = join(tmpdir(), `exchange-test-${randomUUID()}`)
process.env['DATA_DIR'] = dataFolder
afterAll(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

let offences: string[] = []

for (const level of ['error', 'warn'] as const) {
  console[level] = (...said: unknown[]) => {
    offences.push(`console.${level}: ${format(...said)}`)
  }
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

/** The host a socket is told to reach, by any of the forms `connect` takes; null for a pipe and for this machine. */
function hostOf(given: readonly unknown[]): string | null {
  const [first, second] = Array.isArray(given[0]) ? (given[0] as readonly unknown[]) : given
  const host = typeof first === 'object' && first !== null && 'host' in first ? first.host : second
  return typeof host === 'string' && !loopback.has(host) ? host : null
}

type Connect = (this: Socket, ...given: unknown[]) => Socket
const connect = Reflect.get(Socket.prototype, 'connect') as Connect
const guarded: Connect = function (...given) {
  const host = hostOf(given)
  if (host === null) return connect.apply(this, given)
  offences.push(`a connection to ${host}`)
  return this.destroy(new Error(`Tests have no network; this one asked for ${host}`))
}
Object.assign(Socket.prototype, { connect: guarded })

beforeEach(() => {
  offences = []
})

afterEach(() => {
  const found = offences
  offences = []
  if (found.length > 0) throw new Error(`The test is not clean:\n${found.join('\n')}`)
})
