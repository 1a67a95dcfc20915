export { requests } from './deals.tables.server.ts'
export { answerTerms } from './commands/answer-terms.server.ts'
export { offerTerms } from './commands/offer-terms.server.ts'
export { startTermsEstimate } from './commands/start-terms-estimate.server.ts'
export { type TermsForm, termsForm } from './queries/terms-form.server.ts'
export {
  type TermsHead,
  type TermsPage,
  termsPage,
  type TermsVersionPage,
  termsVersionPage,
  type VersionLine,
} from './queries/terms-page.server.ts'
export { readConversation, sendMessage } from './commands/converse.server.ts'
export { answerNeed, requestTechnology } from './commands/make-request.server.ts'
export { moveRequest } from './commands/move-request.server.ts'
export { startDeals } from './notices.server.ts'
export { type MyWork, myWork } from './queries/my-work.server.ts'
export { answeringRecords, promisedTechnologies } from './queries/owner-records.server.ts'
export { requestForm } from './queries/request-form.server.ts'
export { ownRequests, type RequestLine, requestsOnAPage } from './queries/request-lines.server.ts'
export { type Party, requestPage, type RequestPage } from './queries/request-page.server.ts'
export { boxes } from './store.server.ts'
