import type { Bilingual, Money } from '#kernel'
import type { Evidence, Verdict } from './criterion.ts'
import type { Answering, Standing } from './terms.ts'

/** One thing a score is made of: how it stands, how many of its points it gives, and what it rests on. */
interface Given {
  /** Points it can give at most. */
  readonly most: number
  /** Points it gives. */
  readonly points: number
}

export interface CriterionReason extends Given {
  readonly kind: 'must' | 'nice'
  /** Names the criterion by what it says, so that an answer stays with it. */
  readonly key: string
  readonly criterion: Bilingual
  readonly standing: Verdict
  readonly evidence: Evidence | null
}

interface PlainReason extends Given {
  readonly standing: Standing
  readonly evidence: Evidence | null
}

export type Reason =
  | CriterionReason
  | (PlainReason & { readonly kind: 'subject'; readonly likeness: number })
  | (PlainReason & { readonly kind: 'field'; readonly shared: readonly string[] })
  | (PlainReason & { readonly kind: 'industry'; readonly shared: readonly string[] })
  | (PlainReason & { readonly kind: 'ipc'; readonly classes: readonly string[] })
  | (PlainReason & { readonly kind: 'readiness'; readonly wanted: number; readonly claimed: number | null })
  | (PlainReason & { readonly kind: 'capacity' })
  | (PlainReason & {
      readonly kind: 'budget'
      readonly price: Money | null
      readonly limit: Money | null
      readonly indicative: boolean
    })
  | (PlainReason & { readonly kind: 'territory'; readonly why: 'offered' | 'elsewhere' | 'taken' | 'unsaid' })
  | (PlainReason & { readonly kind: 'language' })
  | (PlainReason & { readonly kind: 'place'; readonly province: string | null })
  | (PlainReason & { readonly kind: 'answering' } & Answering)

export const isCriterion = (reason: Reason): reason is CriterionReason =>
  reason.kind === 'must' || reason.kind === 'nice'
