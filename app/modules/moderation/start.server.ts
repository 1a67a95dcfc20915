import { onNews } from '#platform/jobs'
import { onBulkReview } from './bulk.server.ts'

/** Carries out bulk reviews in the background. */
export function startModeration(): void {
  onNews('review.bulk', 'decide many listings', async ({ subjectId }) => onBulkReview(subjectId))
}
