export {
  type Card,
  cardSchema,
  type PriceGuidance,
  type ProtectionGroup,
  protectionGroups,
  type RightsGroup,
  rightsGroups,
} from './card.ts'
export { type ListingFacts, needDocument, type Owner, technologyDocument } from './document.ts'
export { facetValues, type Question, questionOf, questionPath, toggled } from './question.ts'
