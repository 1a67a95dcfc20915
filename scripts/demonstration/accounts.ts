import { demonstrationOrganisations } from '../../db/seed/content/organisations.ts'
import { demonstrationPeople } from '../../db/seed/content/people.ts'
import type { DemonstrationPerson } from '../../db/seed/demonstration.ts'

/** One person for each kind of organisation and role, in the order of the content. */
function examples(): { person: DemonstrationPerson; organisation: string }[] {
  const seen = new Set<string>()
  return demonstrationPeople.flatMap((person) => {
    const member = person.memberships[0]
    const organisation = demonstrationOrganisations.find(({ key }) => key === member?.organisation)
    if (!member || !organisation || seen.has(organisation.kind + member.role)) return []
    seen.add(organisation.kind + member.role)
    return [{ person, organisation: organisation.name.vi }]
  })
}

/** The accounts to try the demonstration with, as a table for the terminal. */
export function accountsTable(password: string): string {
  const rows = examples().map(({ person, organisation }) => ({
    email: person.email,
    what: `${person.purpose.vi} (${organisation})`,
  }))
  const width = Math.max(...rows.map(({ email }) => email.length))
  return [
    `Tài khoản trình diễn / demonstration accounts (mật khẩu / password: ${password})`,
    ...rows.map(({ email, what }) => `  ${email.padEnd(width)}  ${what}`),
    '',
  ].join('\n')
}
