export { answer, formChange, type FormReply, goTo, safePath } from './answer.server.ts'
export {
  type Arrival,
  arrive,
  demand,
  found,
  parse,
  queryOf,
  refusalResponse,
  type RouteArgs,
} from './arrival.server.ts'
export { busyData, busyResponse, busyText, secondsToWait } from './busy.server.ts'
export { pendingCookie, sessionCookie } from './cookies.server.ts'
export { collect, type Submission } from './form.server.ts'
export { heldForm, type HeldForm } from './held.server.ts'
export { forgive, giveBack, type Limit, limit, openQuestions } from './limits.server.ts'
export { openHeaders, preflight, publicAnswer } from './public.server.ts'
