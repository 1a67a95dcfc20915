import type { Issue } from '#kernel'
import type { ListingState } from '#modules/listings'
import type { Landing, RowOutcome } from './progress.ts'

/** What is known of the listing that a row speaks of. */
export interface PresentListing {
  readonly state: ListingState
  readonly published: boolean
  /** Hash of what a row gave it last; null when none has. */
  readonly hash: string | null
}

export interface RowPlan {
  readonly outcome: RowOutcome
  readonly fault: Issue | null
}

/** States in which what a row gives may be laid over the listing. */
const open: readonly ListingState[] = ['draft', 'needs_changes', 'proposed', 'submitted', 'published', 'expired']

/**
 * What a row that can be read will do: make a listing, change the one it made before, or nothing when it gives the same
 * as last time. A draft that never was published is changed once more when rows are to be submitted.
 */
export function planRow(present: PresentListing | null, hash: string, landing: Landing): RowPlan {
  if (!present) return { outcome: 'created', fault: null }
  const toSubmit = landing === 'submitted' && present.state === 'draft' && !present.published
  if (present.hash === hash && !toSubmit) return { outcome: 'unchanged', fault: null }
  if (open.includes(present.state)) return { outcome: 'updated', fault: null }
  return { outcome: 'refused', fault: { code: present.state === 'in_review' ? 'row.in_review' : 'row.closed' } }
}
