import type { ReactNode } from 'react'
import { useMessages } from '#i18n'
import { Link, Page } from '#ui'

export type AccountPart = 'overview' | 'organisations' | 'searches' | 'password' | 'factor' | 'sessions'

const parts: readonly { readonly part: AccountPart; readonly to: string }[] = [
  { part: 'overview', to: '/account' },
  { part: 'organisations', to: '/account/organisations' },
  { part: 'searches', to: '/account/searches' },
  { part: 'password', to: '/account/password' },
  { part: 'factor', to: '/account/second-factor' },
  { part: 'sessions', to: '/account/sessions' },
]

interface AccountPageProps {
  readonly part: AccountPart
  readonly title: string
  readonly lead?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page about the reader's own account, with the menu of all such pages. */
export function AccountPage({ part: current, title, lead, actions, children }: AccountPageProps) {
  const { accounts } = useMessages()
  return (
    <>
      <div className="mx-auto max-w-6xl px-4 pt-4">
        <nav aria-label={accounts.account.menu} className="border-b border-line">
          <ul className="flex flex-wrap gap-x-5">
            {parts.map(({ part, to }) => (
              <li key={part}>
                <Link
                  to={to}
                  {...(part === current ? { 'aria-current': 'page' as const } : {})}
                  className={`inline-flex min-h-11 items-center ${part === current ? '-mb-px border-b-2 border-action font-semibold text-ink no-underline' : ''}`}
                >
                  {accounts.account[part]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Page title={title} {...(lead === undefined ? {} : { lead })} actions={actions}>
        {children}
      </Page>
    </>
  )
}
