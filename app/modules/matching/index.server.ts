export { answerQuestion } from './commands/answer.server.ts'
export { askAboutMatch, everyUnknown } from './commands/ask.server.ts'
export { declineMatch, undoDecline } from './commands/decline.server.ts'
export { bestMatches, type NeedMatches } from './queries/best.server.ts'
export {
  type MatchedListing,
  type MatchQuestion,
  needMatches,
  type OwnMatches,
  type ShownMatch,
  technologyMatches,
} from './queries/own.server.ts'
export { matchOverview, type OverviewLine } from './queries/overview.server.ts'
export { startMatching, tellOfMatches } from './start.server.ts'
export { questionById } from './store.server.ts'
