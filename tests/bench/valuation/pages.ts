import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'

/** How quickly the search page answers, at rest and while simulations run. */
export interface PageFigures {
  /** Milliseconds. */
  readonly quiet: { readonly p50: number; readonly p99: number }
  readonly simulating: { readonly p50: number; readonly p99: number }
  /** Simulations a second meanwhile. */
  readonly simulations: number
}

interface Options {
  readonly items: number
  /** Folder of real texts; without it only the demonstration is searched. */
  readonly texts: string
  readonly connections: number
  /** Each stretch, which is followed by one of the other kind. */
  readonly seconds: number
  readonly stretches: number
}

const words =
  'nước thải tôm sấy gỗ muối lọc dừa cá ngừ laser robot sensor fuel radar image model optical thermal'.split(' ')

/** Questions of three words; none comes again soon, so that none is answered from memory. */
function* questions(): Generator<string> {
  for (let number = 0; ; number += 1) {
    const word = (step: number) => words[Math.floor(number / step) % words.length] ?? ''
    const text = [word(1), word(words.length), word(words.length ** 2)].join(' ')
    yield `/search?q=${encodeURIComponent(text)}`
  }
}

async function fill({ items, texts }: Options, environment: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ['tests/bench/fill.ts', String(items), texts], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`tests/bench/fill.ts ended with ${String(code)}`)
}

async function said<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message]
  return message
}

/** Latencies of a stretch, in milliseconds. */
async function ask(port: number, asked: Iterator<string>, { connections, seconds }: Options): Promise<number[]> {
  const latencies: number[] = []
  const { errors, non2xx } = await autocannon({
    url: `http://127.0.0.1:${String(port)}`,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, path: String(asked.next().value) }) }],
    setupClient: (client) => {
      client.on('response', (_status, _bytes, milliseconds) => latencies.push(milliseconds))
    },
  })
  if (errors + non2xx > 0) throw new Error(`The search page failed ${String(errors + non2xx)} times`)
  return latencies
}

function percentiles(latencies: readonly number[]): { p50: number; p99: number } {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? NaN
  return { p50: at(0.5), p99: at(0.99) }
}

/** Quiet and busy stretches take turns, so that both meet the same noise; all of a kind are taken together. */
export async function measurePages(options: Options): Promise<PageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'valuation-bench-'))
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: folder,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
  }
  let child: ChildProcess | null = null
  try {
    await fill(options, environment)
    child = fork('tests/bench/valuation/exchange.ts', {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const { port } = await said<{ port: number }>(child)
    const asked = questions()
    const found = { quiet: [] as number[], simulating: [] as number[] }
    let simulations = 0
    for (let stretch = -1; stretch < options.stretches; stretch += 1) {
      const quiet = await ask(port, asked, options)
      child.send('simulate')
      const simulating = await ask(port, asked, options)
      child.send('rest')
      const done = (await said<{ simulations: number }>(child)).simulations
      // What is compiled and read by the first is not part of the figures.
      if (stretch < 0) continue
      found.quiet.push(...quiet)
      found.simulating.push(...simulating)
      simulations += done
    }
    return {
      quiet: percentiles(found.quiet),
      simulating: percentiles(found.simulating),
      simulations: simulations / (options.stretches * options.seconds),
    }
  } finally {
    child?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
