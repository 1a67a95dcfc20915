export { retryNews, troubledNews, type WaitingNews } from './failed.server.ts'
export { drainOutbox, onNews, onNewsInBatches, outboxState, publish, startOutbox, stopOutbox } from './outbox.server.ts'
export { runDueJobs, schedule, startSchedule, stopSchedule } from './schedule.server.ts'
