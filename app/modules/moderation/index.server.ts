export {
  type BulkReview,
  type BulkReviewPage,
  bulkReviewPage,
  continueBulkReview,
  orderBulkReview,
  recentBulkReviews,
  refusedOnAPage,
} from './bulk.server.ts'
export { type Desk, desk, longWait } from './desk.server.ts'
export { type Queue, queueFilter, type QueueLine, reviewQueue } from './queue.server.ts'
export {
  letterPage,
  lettersPage,
  newsPage,
  type RecordLine,
  recordPage,
  retryFailedNews,
  verifyRecord,
} from './records.server.ts'
export { type ReviewPage, reviewPage } from './review-page.server.ts'
export { startModeration } from './start.server.ts'
