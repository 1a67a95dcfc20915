export { askMandate } from './commands/ask-mandate.server.ts'
export { editValuation, refreshFacts, type ValuationPart } from './commands/edit-valuation.server.ts'
export { moveMandate } from './commands/move-mandate.server.ts'
export { recordSignedRate } from './commands/record-signed-rate.server.ts'
export { signReport } from './commands/sign-report.server.ts'
export { startEstimate } from './commands/start-estimate.server.ts'
export { takeFile } from './commands/take-file.server.ts'
export { withdrawSignedRate } from './commands/withdraw-signed-rate.server.ts'
export {
  type MandateLine,
  type MandateNews,
  mandateNews,
  type MandatePage,
  mandatePage,
  mandatesAwaiting,
  ownMandates,
  startFacts,
  valuersOpen,
} from './queries/mandates.server.ts'
export {
  ownValuations,
  ownValuationsOf,
  subjectInView,
  type ValuationFacts,
  valuationFacts,
  type ValuationLine,
  valuationsOnAPage,
} from './queries/own.server.ts'
export { type OwnTermsValues, ownTermsValues } from './queries/terms-values.server.ts'
export { draftFile, reportFile, reportFiles } from './queries/report-files.server.ts'
export { type CheckedFile, checkReport, signedReport } from './queries/reports.server.ts'
export {
  newRateFacts,
  operatorRate,
  operatorRates,
  type RateStanding,
  royaltyRates,
  type SignedRateLine,
} from './queries/signed-rates.server.ts'
export { closeComputing, simulateApart } from './computing/computing.server.ts'
export { exportModel } from './queries/export.server.ts'
