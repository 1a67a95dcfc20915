export { askMandate } from './commands/ask-mandate.server.ts'
export { editValuation, refreshFacts, replaceModel, type ValuationPart } from './commands/edit-valuation.server.ts'
export { moveMandate } from './commands/move-mandate.server.ts'
export { draftReport, signReport } from './commands/sign-report.server.ts'
export { startEstimate } from './commands/start-estimate.server.ts'
export {
  type MandateLine,
  type MandatePage,
  mandatePage,
  ownMandates,
  ownValuations,
  ownValuationsOf,
  signedReport,
  startFacts,
  type StatedValue,
  type ValuationFacts,
  valuationFacts,
  type ValuationLine,
  valuationsOnAPage,
  valuersOpen,
} from './queries/own.server.ts'
export {
  closeComputing,
  readUploadedModel,
  readUploadedWorkbook,
  reportApart,
  simulateApart,
  verifyApart,
} from './computing/computing.server.ts'
export { type CheckedReport } from './computing/tasks.ts'
