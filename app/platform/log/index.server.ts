import { pino } from 'pino'
import { config } from '#platform/config'

/** The structured log: one line a request and a job, never a password, token or mail body. */
export const log = pino({ level: config().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })
