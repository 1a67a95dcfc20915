import { accounts } from './accounts.ts'
import { catalogue } from './catalogue.ts'
import { messaging } from './messaging.ts'
import { problems } from './problems.ts'
import { site } from './site.ts'
import { technologies } from './technologies.ts'

export const vi = { accounts, catalogue, messaging, site, problems, technologies }
