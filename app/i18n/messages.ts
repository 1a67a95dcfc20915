import type { vi } from './vi/index.ts'
import type { valuationReport } from './vi/valuation-report.ts'

type Widened<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : T extends readonly (infer I)[]
      ? readonly Widened<I>[]
      : { readonly [K in keyof T]: Widened<T[K]> }

/** All words of the site; Vietnamese is the source and English has the same shape. */
export type Messages = Widened<typeof vi>

/** Words of documents, which only the server writes. */
export type DocumentMessages = Widened<{ valuationReport: typeof valuationReport }>
