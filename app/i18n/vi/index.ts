import { problems } from './problems.ts'
import { site } from './site.ts'

export const vi = { site, problems }
