import { spawn } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MeilisearchStandIn } from '../../tests/support/meilisearch/stand-in.ts'

const root = resolve(import.meta.dirname, '../..')
const documents = join(root, 'tests/search-eval/documents.jsonl')
const queries = join(root, 'tests/search-eval/queries.jsonl')

let folder: string
let temporary: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-eval-test-'))
  temporary = join(folder, 'temporary')
  mkdirSync(temporary)
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  code: number | null
  output: string
  errors: string
}

/** Runs the command; `interrupt` sends the signal of Ctrl-C again and again once it has made its folder. */
function evaluate(given: string[], { interrupt = false, environment = {} } = {}): Promise<Ended> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/search-eval.ts'), ...given], {
      cwd: root,
      env: { ...process.env, ...environment, TMPDIR: temporary },
    })
    const ended: Ended = { code: null, output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.errors += text))
    const watch = setInterval(() => {
      if (interrupt && readdirSync(temporary).length > 0) child.kill('SIGINT')
    }, 5)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      settle({ ...ended, code })
    })
  })
}

/** Class, language, number and the three measures of each printed row. */
function rowsOf(output: string): Record<string, string[]> {
  const rows = [...output.matchAll(/^(\S.*?) {2,}(vi|en|-)? +(\d+)(?: classes)? +([\d.]+) +([\d.]+) +([\d.]+)/gm)]
  return Object.fromEntries(
    rows.map(([, name = '', lang = '', ...figures]) => [lang === '' ? name : `${name} (${lang})`, figures]),
  )
}

const withoutTimes = (output: string) => output.replaceAll(/\d+\.\d( s\b|\s*$)/gm, '').replaceAll(/ +\d+\.\d +/g, ' ')

describe('a file of queries', () => {
  it.each(['sqlite', 'memory'])('gives the measures worked out by hand, with %s', async (engine) => {
    const { code, output, errors } = await evaluate([
      '--documents',
      documents,
      '--queries',
      queries,
      '--engine',
      engine,
    ])
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(rowsOf(output)).toMatchObject({
      // Found first; second, 1/log2(3) = 0.6309; not found: (1 + 0.6309 + 0) / 3.
      'certain (vi)': ['3', '0.544', '0.667', '0.333'],
      // Grade 1 before grade 3: (1 + 7 * 0.6309) / (7 + 0.6309) = 0.7098; the other is first.
      'graded (en)': ['2', '0.855', '1.000', '1.000'],
      // The English text stands before the Vietnamese one that is wanted.
      'across (en)': ['1', '0.631', '1.000', '0.000'],
      'mean, Vietnamese': ['1', '0.544', '0.667', '0.333'],
      'mean, English': ['1', '0.855', '1.000', '1.000'],
      'mean, across languages': ['1', '0.631', '1.000', '0.000'],
    })
    expect(output).toContain('1 query names no relevant document and were passed over.')
    expect(output).toMatch(/The worst 4:\n +1\. certain \(vi\): rầy nâu\n +wanted d04, at -: Máy ép viên mùn cưa/)
    expect(output).toMatch(/wanted d03, at 2: Lò nung con thoi tiết kiệm nhiên liệu\n +first {2}d02: Chế biến cao lanh/)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('writes every query to a file and can be cut down to classes', async () => {
    const json = join(folder, 'figures.json')
    const given = ['--documents', documents, '--queries', queries, '--classes', 'graded,across', '--json', json]
    const { code } = await evaluate(given)
    expect(code).toBe(0)
    const written = JSON.parse(readFileSync(json, 'utf8')) as { classes: unknown[]; queries: Record<string, unknown>[] }
    expect(written.classes).toHaveLength(2)
    const first = written.queries.map(({ found }) => (found as string[])[0])
    expect(first).toEqual(['d10', 'd11', 'd11'])
  })

  it('tells of relevant documents that are not there, and numbers ids given twice', async () => {
    const twice = join(folder, 'twice.jsonl')
    copyFileSync(documents, twice)
    appendFileSync(
      twice,
      '{"id":"d01","lang":"vi","title":"Một tin khác","summary":""}\n{"id":"e","lang":"en","title":""}',
    )
    const other = join(folder, 'queries.jsonl')
    writeFileSync(
      other,
      '{"class":"a","query":"một tin khác","relevant":{"d01#2":1}}\n{"class":"a","query":"sấy","relevant":{"gone":1}}\n',
    )
    const { output } = await evaluate(['--documents', twice, '--queries', other])
    expect(output).toContain('1 document has an id that was given before and got a number behind it.')
    expect(output).toContain('1 document has no text')
    expect(output).toContain('not among the documents, and so not found: gone')
    expect(rowsOf(output)).toMatchObject({ 'a (-)': ['2', '0.500', '0.500', '0.500'] })
  })
})

describe('known items', () => {
  it('are the same on every run with the same seed, and others with another', async () => {
    const runs = await Promise.all(
      ['7', '7', '8'].map(async (seed, at) => {
        const json = join(folder, `${String(at)}.json`)
        const { output } = await evaluate(['--documents', documents, '--items', '3', '--seed', seed, '--json', json])
        const { queries: asked } = JSON.parse(readFileSync(json, 'utf8')) as { queries: { query: string }[] }
        return { output, asked: asked.map(({ query }) => query) }
      }),
    )
    const [first, second, third] = runs
    expect(withoutTimes(second?.output ?? '')).toBe(withoutTimes(first?.output ?? ''))
    expect(second?.asked).toEqual(first?.asked)
    expect(third?.asked).not.toEqual(first?.asked)
    const rows = rowsOf(runs[0]?.output ?? '')
    expect(rows).toMatchObject({
      'title (vi)': ['3', '1.000', '1.000', '1.000'],
      'no marks (vi)': ['3', '1.000', '1.000', '1.000'],
    })
    // An English title asks for its Vietnamese twin, which is the only document left of the two.
    expect(rows['English query for Vietnamese text (en)']?.[0]).toBe('1')
    expect(runs[0]?.output).toContain('1 English document with a Vietnamese twin left out of the index.')
  })
})

describe('what can be put right', () => {
  it.each([
    ['a missing file', ['--documents', 'nowhere.jsonl'], /^There is no file .*nowhere\.jsonl\.\n$/],
    [
      'an unknown engine',
      ['--documents', documents, '--engine', 'lucene'],
      /^There is no engine "lucene"\. Engines: .*\n$/,
    ],
    [
      'an unknown class',
      ['--documents', documents, '--classes', 'titel'],
      /^There is no class "titel"\. Classes: "title"/,
    ],
    [
      'a number that is none',
      ['--documents', documents, '--items', 'many'],
      /^--items must be a whole number, not "many"\.\n$/,
    ],
    ['no documents', [], /^npm run search:eval -- --documents FILE/],
    ['an unknown option', ['--document', documents], /Unknown option '--document'/],
  ])('%s is told in a line', async (_name, given, message) => {
    const { code, errors } = await evaluate(given)
    expect(code).toBe(1)
    expect(errors).toMatch(message)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('names the line that is wrong', async () => {
    const broken = join(folder, 'broken.jsonl')
    writeFileSync(broken, '{"id":"a","lang":"vi","title":"Một"}\n\n{"id":"b",\n')
    const bad = await evaluate(['--documents', broken])
    expect(bad).toMatchObject({ code: 1, errors: `${broken}, line 3: this is not JSON.\n` })
    writeFileSync(broken, '{"class":"a","query":"b","lang":"fr","relevant":{}}\n')
    const wrong = await evaluate(['--documents', documents, '--queries', broken])
    expect(wrong.code).toBe(1)
    expect(wrong.errors).toMatch(/broken\.jsonl, line 1: lang: .*\n$/)
    expect(readdirSync(temporary)).toEqual([])
  })
})

describe('on a Meilisearch server', () => {
  const server = new MeilisearchStandIn()
  beforeAll(() => server.start())
  afterAll(() => server.stop())

  it('an index of its own is made, asked and taken away', async () => {
    const environment = { MEILISEARCH_URL: server.url, MEILISEARCH_KEY: server.masterKey }
    const given = ['--documents', documents, '--queries', queries, '--engine', 'meilisearch']
    const { code, output, errors } = await evaluate(given, { environment })
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(output).toContain('12 documents indexed by meilisearch')
    expect(rowsOf(output)['certain (vi)']?.[0]).toBe('3')
    const [, uid = ''] = /(search_eval_[0-9a-f]+)/.exec(server.requests.join(' ')) ?? []
    expect(uid).not.toBe('')
    const headers = { Authorization: `Bearer ${server.masterKey}` }
    const { status } = await fetch(`${server.url}/indexes/${uid}/documents?limit=1`, { headers })
    expect(status).toBe(404)
  })

  it('which is not reached, a line says so', async () => {
    const environment = { MEILISEARCH_URL: 'http://127.0.0.1:9', MEILISEARCH_KEY: 'a' }
    const { code, errors } = await evaluate(['--documents', documents, '--engine', 'meilisearch'], { environment })
    expect(code).toBe(1)
    expect(errors).toMatch(/^Meilisearch: unreachable.*\n$/)
    const without = await evaluate(['--documents', documents, '--engine', 'meilisearch'])
    expect(without.errors).toBe('--engine meilisearch needs MEILISEARCH_URL and MEILISEARCH_KEY in the environment.\n')
  })
})

it('leaves nothing behind when it is interrupted', async () => {
  const much = join(folder, 'much.jsonl')
  for (let part = 0; part < 40; part++)
    appendFileSync(
      much,
      Array.from({ length: 500 }, (_none, at) =>
        JSON.stringify({
          id: `${String(part)}-${String(at)}`,
          lang: 'vi',
          title: `Công nghệ số ${String(part * 500 + at)}`,
        }),
      ).join('\n') + '\n',
    )
  const { code } = await evaluate(['--documents', much], { interrupt: true })
  expect(code).toBe(130)
  expect(readdirSync(temporary)).toEqual([])
})
