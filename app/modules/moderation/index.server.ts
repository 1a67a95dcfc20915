export {
  bulkReviewPage,
  continueBulkReview,
  orderBulkReview,
  recentBulkReviews,
  refusedOnAPage,
} from './bulk.server.ts'
export { desk, longWait } from './desk.server.ts'
export { queueFilter, reviewQueue } from './queue.server.ts'
export { letterPage, lettersPage, newsPage, recordPage, retryFailedNews, verifyRecord } from './records.server.ts'
export { reviewPage } from './review-page.server.ts'
export { startModeration } from './start.server.ts'
export { unansweredNeeds, unansweredOnAPage } from './unanswered.server.ts'
