import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import { reader, transaction } from '#db'
import { record } from '#modules/audit/server'
import {
  createOrganisationDirectly,
  createPersonDirectly,
  hashPassword,
  organisations,
  passwordLinkDirectly,
  people,
} from '#modules/accounts/server'
import { config } from '#platform/config'
import { application, openExchange } from '../app/application.server.ts'

/**
 * `npm run operator -- --email you@example.vn --name "Your name"`: makes the exchange's operator, with its first person
 * as owner, and prints a link for setting a password. Once the operator exists, its owner invites the others.
 */
const usage = 'npm run operator -- --email you@example.vn --name "Your name" [--language vi|en]'
const { values } = parseArgs({
  options: { email: { type: 'string' }, name: { type: 'string' }, language: { type: 'string', default: 'vi' } },
})

async function makeOperator(email: string, name: string, language: 'vi' | 'en'): Promise<string> {
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
  const { operator, province, address } = config().exchange
  return transaction(async (tx) => {
    const personId = await createPersonDirectly(tx, { email, name, language, passwordHash, demonstration: false })
    const organisationId = await createOrganisationDirectly(tx, {
      kind: 'operator',
      name: operator,
      taxCode: null,
      province,
      address: address.vi,
      website: '',
      description: { vi: '', en: '' },
      services: [],
      verified: true,
      members: [{ personId, role: 'owner' }],
    })
    await record(tx, {
      by: null,
      action: 'organisation.create',
      subject: { kind: 'organisation', id: organisationId },
      detail: { kind: 'operator' },
    })
    return passwordLinkDirectly(tx, personId, language)
  })
}

async function run(): Promise<string> {
  const { email, name, language } = values
  if (email === undefined || name === undefined || !/^\S+@\S+$/.test(email)) return usage
  const [operator] = await reader()
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, 'operator'))
    .limit(1)
  if (operator) return 'The exchange has an operator already: its owner invites the others.'
  const [known] = await reader()
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, email.toLowerCase()))
    .limit(1)
  if (known) return 'This address is registered already.'
  const link = await makeOperator(email, name, language === 'en' ? 'en' : 'vi')
  return `Set a password within an hour, then an authenticator app:\n  ${link}`
}

await openExchange()
try {
  process.stdout.write(`${await run()}\n`)
} finally {
  await application.stop()
}
