export {
  declineReasons,
  exclusivitiesWanted,
  openStates,
  requestProcess,
  type RequestState,
  requestStates,
  type RequestVerb,
  rightsWanted,
} from './process.ts'
export { type MoveInput, type RequestInput, wantsText } from './request.ts'
export { actorForSeed } from './seed.ts'
