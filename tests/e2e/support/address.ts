import { randomInt } from 'node:crypto'

/** An address to come from: the exchange counts attempts by it, and each test shall have a count of its own. */
export const someAddress = (): string => `10.${[0, 0, 0].map(() => String(randomInt(1, 255))).join('.')}`
