import type { Messages } from '../messages.ts'
import { accounts } from './accounts.ts'
import { catalogue } from './catalogue.ts'
import { deals } from './deals.ts'
import { interchange } from './interchange.ts'
import { matching } from './matching.ts'
import { messaging } from './messaging.ts'
import { moderation } from './moderation.ts'
import { needs } from './needs.ts'
import { problems } from './problems.ts'
import { site } from './site.ts'
import { technologies } from './technologies.ts'
import { terminology } from './terminology.ts'

export const en: Messages = {
  accounts,
  catalogue,
  deals,
  interchange,
  matching,
  messaging,
  moderation,
  needs,
  site,
  problems,
  technologies,
  terminology,
}
