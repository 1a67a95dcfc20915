export { moveNeed } from './commands/move.server.ts'
export { saveNeed } from './commands/save.server.ts'
export { createNeedDirectly, startNeed } from './commands/start.server.ts'
export { publicNeedById, publicNeedsById, type PublishedNeed } from './queries/public.server.ts'
