export type { Card, PriceGuidance } from './card.ts'
export { comparedOf, comparePath, mostCompared } from './compare.ts'
export {
  cleared,
  everything,
  facetValues,
  liesWithin,
  narrowings,
  type Question,
  questionOf,
  questionPath,
  toggled,
  valueAbove,
  without,
} from './question.ts'
