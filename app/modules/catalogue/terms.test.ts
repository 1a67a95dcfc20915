import { beforeEach, expect, it } from 'vitest'
import { actorOf } from '#modules/accounts/server'
import { addTerm, startTerminology, useBuiltInTerms, withdrawBuiltIn } from '#modules/terminology/server'
import { drainOutbox } from '#platform/jobs'
import type { SearchEngine, TermPair } from '#search'
import { openMemorySearch } from '#search/server'
import { troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { giveTermsAtStart, startCatalogue, useCatalogue } from './index.server.ts'

interface Given {
  readonly added: TermPair[]
  readonly without: TermPair[]
}

/** An engine in memory that tells what terms it was given. */
function listening(given: Given[]): SearchEngine {
  const engine = openMemorySearch()
  engine.useTerms = (terms) => {
    given.push(terms)
    return Promise.resolve()
  }
  return engine
}

startTerminology()
startCatalogue()

beforeEach(freshDatabase)

it('the engine has the terms at the start and after each change', async () => {
  const given: Given[] = []
  useCatalogue(listening(given))
  useBuiltInTerms([{ en: 'boiler', vi: 'nồi hơi', field: '203' }])
  await giveTermsAtStart()
  expect(given).toEqual([{ added: [], without: [] }])
  const officer = await actorOf((await troupe('san', 'operator')).member.session)
  await addTerm({ actor: officer, input: { a: 'freeze dryer', b: 'máy sấy đông khô' } })
  await withdrawBuiltIn({ actor: officer, input: { en: 'boiler', vi: 'nồi hơi', reason: 'Thử' } })
  await drainOutbox()
  expect(given.at(-1)).toEqual({
    added: [{ kind: 'translation', a: 'freeze dryer', b: 'máy sấy đông khô' }],
    without: [{ kind: 'translation', a: 'boiler', b: 'nồi hơi' }],
  })
})

it('an engine that cannot take them does not stop the exchange', async () => {
  const engine = openMemorySearch()
  engine.useTerms = () => Promise.reject(new Error('broken'))
  useCatalogue(engine)
  await expect(giveTermsAtStart()).resolves.toBeUndefined()
})
