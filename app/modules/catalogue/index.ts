export type { Card, PriceGuidance } from './card.ts'
export { facetValues, type Question, questionOf, questionPath, toggled } from './question.ts'
