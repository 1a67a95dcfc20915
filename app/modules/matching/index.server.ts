export { answerQuestion } from './commands/answer.server.ts'
export { askAboutMatch } from './commands/ask.server.ts'
export { declineMatch, undoDecline } from './commands/decline.server.ts'
export { bestMatches, type NeedMatches } from './queries/best.server.ts'
export {
  type MatchQuestion,
  needMatches,
  type OwnMatches,
  type ShownMatch,
  technologyMatches,
} from './queries/own.server.ts'
export { matchOverview, type OverviewLine } from './queries/overview.server.ts'
export { matchEveryNeed, startMatching } from './start.server.ts'
export { questionById } from './store.server.ts'
