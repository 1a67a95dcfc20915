import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { batches, describeSearchEngine, listing, query } from '../contract.ts'
import type { SearchEngine } from '../engine.ts'
import { openMemorySearch } from '../memory/engine.ts'
import { openSqliteSearch } from './engine.ts'
import { openThreadedSearch } from './threaded-engine.ts'
import { FAMILY } from './schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'search-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describeSearchEngine('sqlite', (place) => openSqliteSearch({ path: join(folder, place, 'search.sqlite') }))
describeSearchEngine('sqlite in threads', (place) =>
  openThreadedSearch({ path: join(folder, `threads-${place}`, 'search.sqlite'), root: process.cwd(), readers: 2 }),
)

let places = 0
const newPath = () => join(folder, `file-${String(++places)}`, 'search.sqlite')

/** Runs `work` on an engine at `path` in a process of its own and kills it at the `lines`-th line it prints. */
async function killedAt(lines: number, path: string, work: string): Promise<void> {
  const program = `
    import { openSqliteSearch } from ${JSON.stringify(new URL('engine.ts', import.meta.url).href)}
    const engine = openSqliteSearch({ path: ${JSON.stringify(path)} })
    const listing = (id) => ({
      id, kind: 'technology', externalId: null, texts: { vi: { title: 'Máy gặt ' + id, summary: '', body: 'lúa '.repeat(200) } },
      keywords: [], owner: '', codes: [], facets: { field: ['f'], industry: [], ipc: [], trl: null, ipStatus: [], rights: [], territory: [], green: [], province: null },
      price: null, trlLevel: null, publishedAt: 1, updatedAt: 1, audience: 'public', card: null,
    })
    const batch = (from, size) => Array.from({ length: size }, (_, index) => listing('doc-' + (from + index)))
    const say = (text) => new Promise((resolve) => process.stdout.write(text + '\\n', resolve))
    ${work}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).toBe('step')
    if (++seen === lines) child.kill('SIGKILL')
  }
  expect(await ended).toBeNull()
}

describe('the index file', () => {
  const opened: SearchEngine[] = []
  const openAt = (path: string) => {
    const engine = openSqliteSearch({ path })
    opened.push(engine)
    return engine
  }
  afterEach(async () => {
    for (const engine of opened.splice(0)) await engine.close()
  })

  it.each([1, 2, 5])('is whole after the process was killed while writing, at step %d', async (lines) => {
    const path = newPath()
    await killedAt(
      lines,
      path,
      `for (let from = 0; ; from += 300) {
        await engine.index(batch(from, 300))
        await say('step')
        await engine.remove(['doc-' + from])
      }`,
    )
    const engine = openAt(path)
    const count = await engine.count()
    expect(count).toBeGreaterThanOrEqual(299 * lines)
    const everything = await engine.search(query(''))
    expect(everything.total).toBe(count)
    expect((await engine.search(query('"máy gặt" lúa'))).total).toBe(count)
    expect(everything.facets.field).toEqual([{ value: 'f', count }])
    await engine.index([listing('new', 'Máy gặt mới')])
    expect((await engine.search(query('"máy gặt"'))).total).toBe(count + 1)
  })

  it('is the old one after the process was killed while rebuilding', async () => {
    const path = newPath()
    await killedAt(
      3,
      path,
      `await engine.index(batch(0, 10))
      await engine.rebuild((async function* () {
        for (let from = 0; ; from += 500) {
          yield batch(from, 500)
          await say('step')
        }
      })())`,
    )
    const engine = openAt(path)
    expect(await engine.count()).toBe(10)
    expect(engine.needsRebuild).toBe(true)
    expect(existsSync(`${path}.rebuild`)).toBe(false)
    expect((await engine.rebuild(batches([listing('only', 'Máy')]))).documents).toBe(1)
  })

  it.each([
    [
      'of another layout',
      (path: string) => new Database(path).exec(`PRAGMA application_id = ${String(FAMILY + 0xffff)}`).close(),
    ],
    [
      'that is damaged behind its header',
      (path: string) => {
        writeFileSync(path, readFileSync(path).fill('x', 4096))
      },
    ],
    [
      'that is no database',
      (path: string) => {
        writeFileSync(path, 'x'.repeat(5000))
      },
    ],
    [
      'that is empty',
      (path: string) => {
        writeFileSync(path, '')
      },
    ],
  ])('is made anew in place of one %s', async (_, spoil) => {
    const path = newPath()
    const first = openSqliteSearch({ path })
    await first.rebuild(batches([listing('one', 'Máy')]))
    await first.close()
    spoil(path)
    const engine = openAt(path)
    expect(engine.needsRebuild).toBe(true)
    expect(await engine.count()).toBe(0)
    await engine.index([listing('two', 'Máy')])
    expect((await engine.search(query('máy'))).total).toBe(1)
  })

  it('never takes the place of a database of something else', () => {
    const path = newPath()
    mkdirSync(dirname(path), { recursive: true })
    new Database(path).exec('CREATE TABLE deals (id TEXT); INSERT INTO deals VALUES (1)').close()
    expect(() => openSqliteSearch({ path })).toThrow('not a search index')
    const other = new Database(path)
    expect(other.prepare('SELECT count(*) FROM deals').pluck().get()).toBe(1)
    other.close()
  })

  it('shows what was written to it from elsewhere', async () => {
    const path = newPath()
    const here = openAt(path)
    const elsewhere = openAt(path)
    await here.index([listing('a', 'Máy gặt'), listing('b', 'Máy cày')])
    expect((await elsewhere.search(query('máy'))).total).toBe(2)
    await elsewhere.remove(['a'])
    expect((await here.search(query('máy'))).hits.map((hit) => hit.id)).toEqual(['b'])
    expect(await here.count()).toBe(1)
  })

  it('is the same for whoever has read all changes, some of them, or only the file as it is now', async () => {
    const path = newPath()
    const writer = openAt(path)
    const behind = openAt(path)
    const following = openAt(path)
    const things = ['máy gặt', 'máy cày', 'bơm nước', 'lò sấy lúa', 'kho lạnh', 'nhà màng']
    const there = new Map<string, string>()
    for (let write = 0, next = 0; next < 4600; write++) {
      const documents = Array.from({ length: (write % 7) * 9 + 1 }, () => {
        // Every fifth is one that was written before, with other words.
        const number = next++ % 5 === 4 ? (next * 31) % next : next
        const title = `${things[(number + write) % things.length] ?? ''} kiểu k${String(number % 97)}`
        there.set(`d${String(number)}`, title)
        return listing(`d${String(number)}`, title, { updatedAt: 2000 + write })
      })
      await writer.index(documents)
      const gone = `d${String((write * 17) % next)}`
      if (there.delete(gone)) await writer.remove([gone])
      if (write % 40 === 0) await following.search(query('máy'))
    }
    const fresh = openAt(path)
    const questions = ['', 'máy', 'gặt', '"lò sấy"', 'k13', 'k1', 'bơm -k7', 'nha mang']
    for (const text of questions) {
      const { hits: _hits, ...expected } = await fresh.search(query(text))
      for (const engine of [writer, following, behind]) {
        const { hits: _other, ...answer } = await engine.search(query(text))
        expect(answer).toEqual(expected)
      }
    }
    expect(await behind.count()).toBe(there.size)
    const titles = [...there.values()]
    expect((await fresh.search(query('"lò sấy"'))).total).toBe(titles.filter((one) => one.includes('lò sấy')).length)
    expect((await fresh.search({ ...query('k13 '), exact: true })).total).toBe(
      titles.filter((one) => one.endsWith(' k13')).length,
    )
  }, 60_000)

  it('is not rebuilt while held elsewhere, and taken up when it was', async () => {
    const path = newPath()
    const here = openAt(path)
    await here.index([listing('a', 'Máy gặt')])
    const elsewhere = openAt(path)
    await expect(here.rebuild(batches([listing('b', 'Máy cày')]))).rejects.toThrow('another process')
    expect((await here.search(query('máy'))).hits.map((hit) => hit.id)).toEqual(['a'])
    expect((await elsewhere.search(query('máy'))).hits.map((hit) => hit.id)).toEqual(['a'])
    await elsewhere.close()
    opened.splice(opened.indexOf(elsewhere), 1)
    expect((await here.rebuild(batches([listing('b', 'Máy cày')]))).documents).toBe(1)
    expect((await here.search(query('máy'))).hits.map((hit) => hit.id)).toEqual(['b'])
  })
})

it('answers every question while a rebuilt index takes the place of the one in use', async () => {
  const engine = await openThreadedSearch({ path: newPath(), root: process.cwd(), readers: 2 })
  await engine.index([listing('a', 'Máy gặt')])
  let rebuilding = true
  const ids = new Set<string>()
  const ask = async () => {
    while (rebuilding) for (const hit of (await engine.search(query('máy'))).hits) ids.add(hit.id)
  }
  const asking = [ask(), ask(), ask(), ask()]
  for (const id of ['b', 'c', 'd']) await engine.rebuild(batches([listing(id, 'Máy cày')]))
  rebuilding = false
  await Promise.all(asking)
  expect([...ids].sort()).toEqual(['a', 'b', 'c', 'd'])
  await engine.close()
})

describe('the engine in SQLite and the one in memory', () => {
  const word = fc.constantFrom('sấy', 'say', 'khô', 'đường', 'dương', 'C02F', '3/30', 'và', 's', 'sa', 'nước-thải')
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
  const part = fc.oneof(
    word,
    text.map((words) => `"${words}"`),
    word.map((one) => `-${one}`),
  )

  it('find the same documents and count the same facets', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text, text, fc.array(text, { maxLength: 2 })), { maxLength: 14 }),
        fc.array(part, { maxLength: 4 }),
        async (texts, parts) => {
          const documents = texts.map(([title, summary, body, keywords], index) =>
            listing(`d${String(index)}`, title, {
              summary,
              body,
              keywords,
              codes: index % 3 === 0 ? ['C02F 3/30'] : [],
            }),
          )
          const engines = [openMemorySearch(), openSqliteSearch({ path: newPath() })]
          const answers = []
          for (const engine of engines) {
            await engine.index(documents)
            const { total, complete, facets, query: terms } = await engine.search(query(parts.join(' ')))
            answers.push({ total, complete, facets, terms })
            await engine.close()
          }
          expect(answers[1]).toEqual(answers[0])
        },
      ),
      { numRuns: 150 },
    )
  })
})
