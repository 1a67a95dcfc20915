import type { SearchDocument } from '#search'
import type { Contestant } from './contestant.ts'
import { type Corpus, corpusOf } from './corpus.ts'
import type { Clock, EngineName, Order, Outcomes } from './orders.ts'
import { groups, questionsOf } from './questions.ts'
import { readTexts } from './texts.ts'

/**
 * One engine in a process of its own, so that its memory is its own: takes orders one at a time and answers each.
 * `engine-process.ts ENGINE FILE FOLDER-OF-TEXTS wall|cpu [ready]`; `ready` only opens what was built and answers once.
 */

const [engineName = '', path = '', folder = '', clock = '', mode = ''] = process.argv.slice(2)

async function open(name: string): Promise<Contestant> {
  switch (name as EngineName) {
    case 'own':
      return (await import('./own.ts')).openOwn(path)
    case 'plain':
    case 'folded':
      return (await import('./fts.ts')).openFts(path, name === 'plain' ? 'plain' : 'folded')
    case 'minisearch':
      return (await import('./libraries.ts')).openMiniSearch()
    case 'flexsearch':
      return (await import('./libraries.ts')).openFlexSearch()
    case 'orama':
      return (await import('./libraries.ts')).openOrama()
  }
}

/** Milliseconds by the clock of this run. */
function elapsed(): number {
  if ((clock as Clock) === 'wall') return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const immediately = () => new Promise<void>((resolve) => setImmediate(resolve))

function memory(): number {
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.()
  return process.memoryUsage.rss()
}

/** Time spent on making documents, which is no engine's work. */
let making = 0

function made(corpus: Corpus, number: number, only: 'technology' | null): SearchDocument {
  const document = corpus.document(number)
  return only === null ? document : { ...document, kind: only }
}

/** Documents are given so many at a time, and made so many ahead of that, with the clock stopped. */
const BATCH = 500
const AHEAD = 5000

async function* batchesOf(corpus: Corpus, to: number, only: 'technology' | null): AsyncGenerator<SearchDocument[]> {
  for (let start = 0; start < to; start += AHEAD) {
    const from = elapsed()
    const ahead = Array.from({ length: Math.min(AHEAD, to - start) }, (_none, at) => made(corpus, start + at, only))
    making += elapsed() - from
    for (let at = 0; at < ahead.length; at += BATCH) {
      yield ahead.slice(at, at + BATCH)
      await immediately()
    }
    // An engine may take two batches ahead: once it has taken these, it is done with all before, and nothing is worked
    // out while the clock stands.
    yield []
    yield []
  }
}

async function build(
  contestant: Contestant,
  corpus: Corpus,
  order: Order & { do: 'build' },
): Promise<Outcomes['build']> {
  making = 0
  const start = elapsed()
  await contestant.build(batchesOf(corpus, order.documents, order.only))
  return { seconds: (elapsed() - start - making) / 1000 }
}

async function ask(contestant: Contestant, corpus: Corpus, order: Order & { do: 'ask' }): Promise<Outcomes['ask']> {
  const { group, round, among, count, from, to } = order
  const milliseconds: number[] = []
  let found = 0
  for (const question of questionsOf(corpus, among, group, count, round).slice(from, to)) {
    const start = elapsed()
    const { ids } = await contestant.ask(question)
    milliseconds.push(elapsed() - start)
    if (ids.includes(question.source)) found += 1
    await immediately()
  }
  return { milliseconds, found }
}

/** Rounds of questions that nothing else asks. */
const WRITING_ROUND = 1000

async function write(corpus: Corpus, order: Order & { do: 'write' }): Promise<Outcomes['write']> {
  const { engine, ...contestant } = await own()
  const batch = 20
  let next = order.among
  let indexed = 0
  let spent = 0

  /** Half of them new, half of them changed. */
  function* documents(): Generator<SearchDocument> {
    for (let at = 0; at < batch; at++) {
      const number = next++
      if (at % 2 === 0) yield corpus.document(number)
      else {
        const changed = corpus.document((number * 7919) % order.among)
        yield { ...changed, updatedAt: changed.updatedAt + next }
      }
    }
  }

  async function turn(number: number, writing: boolean): Promise<number[]> {
    const questions = groups.flatMap((group) => questionsOf(corpus, order.among, group, 200, WRITING_ROUND + number))
    const milliseconds: number[] = []
    let pending = Promise.resolve()
    let ahead = Array.from(documents())
    const timer = setInterval(
      () => {
        if (!writing) return
        const given = ahead
        pending = pending.then(async () => {
          await engine.index(given)
          indexed += given.length
        })
        setImmediate(() => (ahead = Array.from(documents())))
      },
      (batch / 200) * 1000,
    )
    const start = performance.now()
    for (let at = 0; performance.now() - start < order.seconds * 1000; at++) {
      // A stride that has no divisor in common with the number of groups mixes them.
      const question = questions[(at * 211) % questions.length]
      if (!question) break
      const from = performance.now()
      await contestant.ask(question)
      milliseconds.push(performance.now() - from)
      await immediately()
    }
    clearInterval(timer)
    await pending
    if (writing) spent += performance.now() - start
    return milliseconds
  }

  const quiet: number[] = []
  const busy: number[] = []
  await turn(0, true)
  indexed = 0
  spent = 0
  for (let number = 1; number <= order.turns; number++) {
    quiet.push(...(await turn(2 * number, false)))
    busy.push(...(await turn(2 * number + 1, true)))
  }
  return { quiet, busy, rate: (indexed / spent) * 1000 }
}

async function match(corpus: Corpus, order: Order & { do: 'match' }): Promise<Outcomes['match']> {
  const { engine, ...contestant } = await own()
  const searches: number[] = []
  const matches: number[] = []
  const questions = questionsOf(corpus, order.among, 'words', order.needs, 0)
  for (const [at, question] of questions.entries()) {
    const { texts } = corpus.document(order.among * 10 + at)
    const { title = '', summary = '' } = texts.vi ?? texts.en ?? {}
    let from = elapsed()
    await contestant.ask(question)
    searches.push(elapsed() - from)
    await immediately()
    from = elapsed()
    await engine.candidates({
      texts: [
        { text: title, weight: 3 },
        { text: summary, weight: 1 },
      ],
      reader: { organisationId: null },
      filters: { kind: ['technology'] },
      ranges: {},
      limit: 200,
    })
    matches.push(elapsed() - from)
    await immediately()
  }
  return { searches, matches }
}

let opened: Contestant | null = null

async function own() {
  const { isOwn } = await import('./own.ts')
  if (!isOwn(opened)) throw new Error('Only the own engine does this')
  return opened
}

async function serve(): Promise<void> {
  const corpus = corpusOf(readTexts(folder))
  const contestant = await open(engineName)
  opened = contestant
  // What making documents takes is there before the memory is measured.
  for (let number = 0; number < 3000; number++) corpus.document(number)
  const before = memory()

  async function carryOut(order: Order): Promise<Outcomes[keyof Outcomes]> {
    switch (order.do) {
      case 'build':
        return build(contestant, corpus, order)
      case 'ask':
        return ask(contestant, corpus, order)
      case 'memory':
        return { growth: memory() - before }
      case 'write':
        return write(corpus, order)
      case 'match':
        return match(corpus, order)
      case 'close':
        await contestant.close()
        setImmediate(() => process.disconnect())
        return {}
    }
  }

  process.on('message', (order: Order) => {
    carryOut(order).then(
      (outcome) => process.send?.({ outcome }),
      (error: unknown) =>
        process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.send?.({ outcome: {} })
}

if (mode === 'ready') {
  const start = elapsed()
  const contestant = await open(engineName)
  await contestant.ask({ text: 'công nghệ nước', language: 'vi', unfinished: false, filters: {}, source: '' })
  process.send?.({ outcome: { milliseconds: elapsed() - start } })
  await contestant.close()
  process.disconnect()
} else await serve()
