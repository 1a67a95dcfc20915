import { accounts } from './accounts.ts'
import { catalogue } from './catalogue.ts'
import { problems } from './problems.ts'
import { site } from './site.ts'
import { technologies } from './technologies.ts'

export const vi = { accounts, catalogue, site, problems, technologies }
