export { type Frequency, frequencies, nameLength } from './saved-search.ts'
