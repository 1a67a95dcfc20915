export { addManyTerms, addTerm, type LineReport, type TermsReport } from './commands/add-terms.server.ts'
export { decideTerm, withdrawBuiltIn } from './commands/decide-term.server.ts'
export { proposeTerm } from './commands/propose-term.server.ts'
export { termsForSearch, useBuiltInTerms } from './in-use.server.ts'
export {
  builtInPair,
  operatorTerm,
  operatorTerms,
  type TermLineShown,
  termsWaiting,
} from './queries/operator-terms.server.ts'
export { findInTerminology, ownProposals, type OwnTerm, terminologyFile } from './queries/public-terms.server.ts'
export { startTerminology } from './start.server.ts'
export { noteUnanswered, shownFrom, unansweredPage, type UnansweredQuery } from './unanswered.server.ts'
