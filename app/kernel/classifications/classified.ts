/** One entry of a classification: its code, its parent's code when the classification has levels, its two names. */
export interface Classified {
  readonly code: string
  readonly parent?: string
  readonly vi: string
  readonly en: string
}
