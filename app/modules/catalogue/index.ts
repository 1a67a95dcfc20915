export type { Card, PriceGuidance } from './card.ts'
export { type Compared, comparedOf, comparePath, mostCompared } from './compare.ts'
export {
  cleared,
  everything,
  facetValues,
  liesWithin,
  type Narrowing,
  narrowings,
  type Question,
  questionOf,
  questionPath,
  toggled,
  valueAbove,
  without,
} from './question.ts'
