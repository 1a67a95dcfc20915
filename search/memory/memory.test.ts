import { describeSearchEngine } from '../contract.ts'
import { openMemorySearch } from './engine.ts'

describeSearchEngine('memory', openMemorySearch)
