import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '#i18n'
import type { Bilingual } from '#kernel'
import { Link, Page } from '#ui'

type OrganisationPart = 'facts' | 'members' | 'verification'

interface OrganisationPageProps {
  readonly part: OrganisationPart
  readonly organisation: { readonly id: string; readonly name: Bilingual }
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** A page about an organisation for its own members, with the menu of all such pages. */
export function OrganisationPage({ part: current, organisation, title, lead, children }: OrganisationPageProps) {
  const { accounts } = useMessages()
  const words = accounts.organisations
  const language = useLanguage()
  const own = `/account/organisations/${organisation.id}`
  const parts: readonly { readonly part: OrganisationPart | null; readonly to: string; readonly text: string }[] = [
    { part: 'facts', to: own, text: words.facts },
    { part: 'members', to: `${own}/members`, text: words.members },
    { part: 'verification', to: `${own}/verification`, text: words.verification },
    { part: null, to: `/organisations/${organisation.id}`, text: words.publicPage },
  ]
  return (
    <Page
      title={title}
      {...(lead === undefined ? {} : { lead })}
      trail={[
        { to: '/account/organisations', text: words.title },
        { to: own, text: organisation.name[language] || organisation.name.vi },
      ]}
    >
      <nav aria-label={words.menu} className="mb-6 border-b border-line">
        <ul className="flex flex-wrap gap-x-5">
          {parts.map(({ part, to, text }) => (
            <li key={to}>
              <Link
                to={to}
                {...(part === current ? { 'aria-current': 'page' as const } : {})}
                className={`inline-flex min-h-11 items-center ${part === current ? '-mb-px border-b-2 border-action font-semibold text-ink no-underline' : ''}`}
              >
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  )
}
