import { type ChildProcess, fork, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Client } from 'autocannon'
import { brotliDecompressSync } from 'node:zlib'

/**
 * `npm run bench`: the search page and a technology's page, signed out, one process, at 16 connections, each beside a
 * Remix page of the same markup from constants and Node's bare `http` server in the same run. Prints figures and ratios;
 * compare ratios, not milliseconds. The search engine by itself, beside others: `npm run bench:search`.
 */
const { values: options } = parseArgs({
  options: {
    items: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '16' },
    data: { type: 'string', default: '../shared/data' },
    keep: { type: 'string' },
  },
})

const root = process.cwd()
const dataDir = options.keep ?? mkdtempSync(join(tmpdir(), 'exchange-bench-'))
const node = process.execPath

interface Figures {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly errors: number
}

function run(file: string, args: readonly string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(root, file), ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${String(code)}`))))
  })
}

function serve(file: string, environment: Record<string, string>): Promise<{ child: ChildProcess; port: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(join(root, file), [], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('message', (message) => resolve({ child, port: (message as { port: number }).port }))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)}`)))
  })
}

/** Hands the paths out to the connections, so that no two ask the same of a list that is long enough. */
function share(paths: readonly string[]): (client: Client) => void {
  let next = 0
  return (client) => {
    const part = Math.ceil(paths.length / Number(options.connections))
    const own = paths.length < 1000 ? paths : paths.slice(next * part, (next + 1) * part)
    next += 1
    client.setRequests(own.map((path) => ({ path })))
  }
}

async function load(name: string, port: number, paths: readonly string[]): Promise<Figures> {
  const origin = `http://127.0.0.1:${String(port)}`
  const once = async (seconds: string): Promise<Figures> => {
    const { default: autocannon } = await import('autocannon')
    const result = await autocannon({
      url: origin,
      connections: Number(options.connections),
      duration: Number(seconds),
      setupClient: share(paths),
    })
    return {
      name,
      perSecond: result.requests.average,
      p50: result.latency.p50,
      p95: result.latency.p97_5,
      p99: result.latency.p99,
      errors: result.errors + result.non2xx,
    }
  }
  await once('2')
  return once(options.seconds)
}

const words = [
  'xử lý',
  'nước thải',
  'tôm',
  'software',
  'sấy',
  'laser',
  'image',
  'robot',
  'wireless',
  'gỗ',
  'muối',
  'composite',
  'sensor',
  'năng lượng',
  'dừa',
  'fuel',
  'radar',
  'vi sinh',
  'cá ngừ',
  'model',
  'optical',
  'thermal',
  'lọc',
  'mạng',
]

/** Questions of two or three words that hardly ever come twice. */
function newQuestions(count: number): string[] {
  return Array.from({ length: count }, (_none, n) => {
    const word = (step: number) => words[Math.floor(n / step) % words.length] ?? ''
    return `/search?q=${encodeURIComponent([word(1), word(words.length), word(words.length ** 2)].join(' '))}`
  })
}

const queries = [
  '',
  'cong nghe say dong kho',
  'nước thải',
  'tôm',
  'software',
  'xử lý nước thải làng nghề',
  'laser',
  'image processing',
  'dừa',
  'năng lượng mặt trời',
  'robot',
  'wireless sensor network',
  'gỗ keo',
  'muối',
  'composite materials',
]

interface Fetched {
  readonly bytes: number
  readonly text: string
  readonly queries: string
}

/** What comes over the line for an address, compressed as it comes. */
function fetched(port: number, path: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { 'Accept-Encoding': 'br' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const whole = Buffer.concat(parts)
        const text =
          response.headers['content-encoding'] === 'br'
            ? brotliDecompressSync(whole).toString('utf8')
            : whole.toString('utf8')
        resolve({
          bytes: whole.byteLength,
          text,
          queries: /desc="(\d+)"/.exec(String(response.headers['server-timing']))?.[1] ?? '?',
        })
      })
    }).on('error', reject)
  })
}

async function sizes(
  port: number,
  path: string,
): Promise<{ script: number; style: number; page: number; queries: string }> {
  const page = await fetched(port, path)
  const sum = async (pattern: RegExp) => {
    let bytes = 0
    for (const address of new Set([...page.text.matchAll(pattern)].map((match) => match[1] ?? '')))
      bytes += (await fetched(port, address)).bytes
    return bytes
  }
  return {
    script: (await sum(/<script[^>]+src="([^"]+)"/g)) + (await sum(/<link rel="modulepreload" href="([^"]+)"/g)),
    style: await sum(/<link rel="stylesheet" href="([^"]+)"/g),
    page: page.bytes,
    queries: page.queries,
  }
}

function row(figures: Figures, against: { constant: Figures; bare: Figures } | null): string {
  const ratio = (other: Figures) => (figures.perSecond / other.perSecond).toFixed(2)
  const cells = [
    figures.name,
    figures.perSecond.toFixed(0),
    String(figures.p50),
    String(figures.p95),
    String(figures.p99),
    against ? ratio(against.constant) : '',
    against ? ratio(against.bare) : '',
    String(figures.errors),
  ]
  return `| ${cells.join(' | ')} |`
}

const environment = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production', LOG_LEVEL: 'error' }
const servers: ChildProcess[] = []
try {
  if (!existsSync(join(dataDir, 'exchange.sqlite')))
    await run('tests/bench/fill.ts', [options.items, options.data], environment)
  const exchange = await serve('scripts/serve.ts', environment)
  servers.push(exchange.child)
  const origin = `http://127.0.0.1:${String(exchange.port)}`
  const results = await (await fetch(`${origin}/search?kind=technology`)).text()
  const technology = /href="(\/technologies\/[^"?]+)"/.exec(results)?.[1]
  if (!technology) throw new Error('The search page shows no technology')
  const searches = queries.map((query) => `/search?q=${encodeURIComponent(query)}`)

  const lines: string[] = []
  for (const page of [
    { name: 'search page, usual questions', paths: searches, constant: '/search?q=tôm' },
    { name: 'search page, every question new', paths: newQuestions(13_824), constant: '/search?q=tôm' },
    { name: 'technology page', paths: [technology], constant: technology },
  ]) {
    const constant = await serve('tests/bench/constant.ts', {
      ...environment,
      BENCH_PATH: encodeURI(page.constant),
      BENCH_KIND: 'remix',
    })
    const bare = await serve('tests/bench/constant.ts', {
      ...environment,
      BENCH_PATH: encodeURI(page.constant),
      BENCH_KIND: 'bare',
    })
    servers.push(constant.child, bare.child)
    const figures = {
      own: await load(page.name, exchange.port, page.paths),
      constant: await load('the same markup from constants', constant.port, [encodeURI(page.constant)]),
      bare: await load('bare http, the same bytes', bare.port, [encodeURI(page.constant)]),
    }
    lines.push(row(figures.own, figures), row(figures.constant, null), row(figures.bare, null))
    constant.child.kill()
    bare.child.kill()
  }
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  const rss = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1] ?? 0)
  const home = await sizes(exchange.port, '/')
  const searchPage = await sizes(exchange.port, searches[1] ?? '/search')
  const technologyPage = await sizes(exchange.port, technology)
  process.stdout.write(
    [
      `${new Date().toISOString().slice(0, 10)}; ${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB; Node ${process.version}; ${options.items} items, ${options.connections} connections, ${options.seconds} s each`,
      '',
      '| page | requests/s | p50 ms | p97.5 ms | p99 ms | to constants | to bare http | errors |',
      '|---|---|---|---|---|---|---|---|',
      ...lines,
      '',
      `memory after: ${(rss / 2 ** 20).toFixed(0)} MiB`,
      `queries: home ${home.queries}, search ${searchPage.queries}, technology ${technologyPage.queries}`,
      `first page: script ${(home.script / 1000).toFixed(1)} kB, style ${(home.style / 1000).toFixed(1)} kB, page ${(home.page / 1000).toFixed(1)} kB (brotli)`,
      'the search engine by itself, beside others: npm run bench:search',
      '',
    ].join('\n'),
  )
} finally {
  for (const server of servers) server.kill()
  if (options.keep === undefined) rmSync(dataDir, { recursive: true, force: true })
}
