import type { Messages } from '../messages.ts'
import { problems } from './problems.ts'
import { site } from './site.ts'

export const en: Messages = { site, problems }
