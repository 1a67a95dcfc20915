export { type Entry, origins, sidesOf } from './entries.ts'
export { exportFormats, exportTypes } from './export.ts'
export { mostLines } from './lines.ts'
export { longestSide, type Pair, type TermKind, termKinds, type TermState, type TermVerb } from './term.ts'
