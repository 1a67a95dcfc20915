export { declineReasons, exclusivitiesWanted, type RequestState, requestStates, rightsWanted } from './process.ts'
export { wantsText } from './request.ts'
export { actorForSeed } from './seed.ts'
