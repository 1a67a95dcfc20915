import { accounts } from './accounts.ts'
import { catalogue } from './catalogue.ts'
import { deals } from './deals.ts'
import { interchange } from './interchange.ts'
import { matching } from './matching.ts'
import { messaging } from './messaging.ts'
import { moderation } from './moderation.ts'
import { needs } from './needs.ts'
import { negotiation } from './negotiation.ts'
import { openData } from './open-data.ts'
import { problems } from './problems.ts'
import { questions } from './questions.ts'
import { royaltyRates } from './royalty-rates.ts'
import { savedSearches } from './saved-searches.ts'
import { site } from './site.ts'
import { technologies } from './technologies.ts'
import { terminology } from './terminology.ts'
import { valuation } from './valuation.ts'
import { workbench } from './workbench.ts'

export const vi = {
  accounts,
  catalogue,
  deals,
  interchange,
  matching,
  messaging,
  moderation,
  needs,
  negotiation,
  openData,
  questions,
  royaltyRates,
  savedSearches,
  site,
  problems,
  technologies,
  terminology,
  valuation,
  workbench,
}
