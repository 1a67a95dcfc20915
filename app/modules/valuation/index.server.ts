export {
  closeComputing,
  readUploadedModel,
  readUploadedWorkbook,
  reportApart,
  simulateApart,
  verifyApart,
} from './computing/computing.server.ts'
export { type CheckedReport } from './computing/tasks.ts'
