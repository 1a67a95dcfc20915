export { busySeconds } from './busy.ts'
export { check } from './check.ts'
export { csvLine } from './csv.ts'
export {
  type ColourRole,
  type Drawing,
  type Line,
  type Path,
  type Point,
  type Rect,
  type Shape,
  type Text,
} from './drawing.ts'
export { isId, makeId } from './ids.ts'
export { type Bilingual, type Language, languages, otherLanguage } from './language.ts'
export {
  amountFromText,
  amountInEnglish,
  amountInVietnamese,
  currencies,
  type Currency,
  largestAmount,
  type Money,
} from './money.ts'
export {
  decideMove,
  type Deadline,
  type Move,
  openVerbs,
  type Process,
  processFaults,
  type Transition,
} from './process.ts'
export { done, type Issue, type Refusal, refuse, type Result } from './result.ts'
export { fingerprint, tidyText } from './text.ts'
