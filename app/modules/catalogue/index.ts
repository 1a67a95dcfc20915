export type { Card, PriceGuidance } from './card.ts'
export { everything, facetValues, type Question, questionOf, questionPath, toggled } from './question.ts'
