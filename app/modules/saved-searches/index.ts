export { type Frequency, frequencies, nameLength, type SearchState } from './saved-search.ts'
