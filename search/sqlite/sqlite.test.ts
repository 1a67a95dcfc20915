import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeSearchEngine } from '../contract.ts'
import { openSqliteSearch } from './engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'search-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeSearchEngine('sqlite', (place) => openSqliteSearch({ path: join(folder, place, 'search.sqlite') }))
