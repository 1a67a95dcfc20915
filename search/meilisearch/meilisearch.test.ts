import { afterAll, beforeAll } from 'vitest'
import { MeilisearchStandIn } from '../../tests/support/meilisearch/stand-in.ts'
import { describeSearchEngine } from '../contract.ts'
import { openMeilisearch } from './engine.ts'

const server = new MeilisearchStandIn()
beforeAll(() => server.start())
afterAll(() => server.stop())

describeSearchEngine('meilisearch', async (place) => {
  const engine = openMeilisearch({ url: server.url, key: server.masterKey, index: place })
  await engine.count()
  return engine
})
