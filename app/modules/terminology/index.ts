export { type Entry, type Origin, origins, sidesOf } from './entries.ts'
export { type ExportFormat, exportFormats, exportTypes } from './export.ts'
export { mostLines } from './lines.ts'
export { longestSide, type Pair, type TermKind, termKinds, type TermState, type TermVerb } from './term.ts'
