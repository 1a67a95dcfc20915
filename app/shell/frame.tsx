import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { localPath, noticeText, useLanguage, useMessages } from '#i18n'
import { Link, Notice } from '#ui'
import type { Shell } from './load.server.ts'

/** The frame of every page: skip link, head with the menus, notice, content, foot. */
export function Frame({ shell, children }: { readonly shell: Shell | null; readonly children: ReactNode }) {
  const messages = useMessages()
  const notice = shell?.notice ? noticeText(messages, shell.notice) : null
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-raised focus:p-3">
        {messages.site.skip}
      </a>
      {shell?.demonstration ? (
        <aside aria-label={messages.site.demonstrationShort}>
          <p className="bg-caution-wash px-4 py-1.5 text-center text-sm">{messages.site.demonstration}</p>
        </aside>
      ) : null}
      <Head shell={shell} />
      <main id="main" tabIndex={-1} className="grow focus:outline-none">
        {notice ? (
          <div className="mx-auto max-w-6xl px-4 pt-4">
            <Notice tone="success">{notice}</Notice>
          </div>
        ) : null}
        {children}
      </main>
      <Foot shell={shell} />
    </div>
  )
}

const item = 'inline-flex min-h-11 items-center px-1 text-ink no-underline hover:underline'

function MainLinks({ shell }: { readonly shell: Shell | null }) {
  const { site } = useMessages()
  return (
    <ul className="flex flex-col gap-x-5 md:flex-row md:flex-wrap">
      <li>
        <Link to="/search?kind=technology" className={item}>
          {site.technologies}
        </Link>
      </li>
      <li>
        <Link to="/search?kind=need" className={item}>
          {site.needs}
        </Link>
      </li>
      <li>
        <Link to="/organisations" className={item}>
          {site.organisations}
        </Link>
      </li>
      {shell?.reader?.organisation?.kind === 'operator' ? (
        <li>
          <Link to="/operator" className={item}>
            {site.operatorDesk}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}

function ReaderLinks({ shell }: { readonly shell: Shell | null }) {
  const { site } = useMessages()
  const language = useLanguage()
  const reader = shell?.reader
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <ul className="flex flex-col gap-x-5 md:flex-row md:flex-wrap md:justify-end">
      {reader ? (
        <>
          <li>
            <Link to="/work" className={`${item} font-semibold`}>
              {site.myWork}
            </Link>
          </li>
          <li>
            <Link to="/notifications" className={item}>
              {site.notifications}
              {reader.unread > 0 ? (
                <span className="ml-1.5 rounded-plain bg-action px-1.5 text-sm text-on-action">
                  <span className="sr-only">{site.unread(reader.unread)}</span>
                  <span aria-hidden="true">{reader.unread}</span>
                </span>
              ) : null}
            </Link>
          </li>
          <li>
            <Link to="/account" className={item}>
              {reader.name}
            </Link>
          </li>
          <li>
            <Form method="post" action={localPath(language, '/sign-out')} reloadDocument>
              <button type="submit" className={`${item} cursor-pointer`}>
                {site.signOut}
              </button>
            </Form>
          </li>
        </>
      ) : (
        <>
          <li>
            <Link to="/sign-in" className={item}>
              {site.signIn}
            </Link>
          </li>
          <li>
            <Link to="/register" className={item}>
              {site.register}
            </Link>
          </li>
        </>
      )}
      <li>
        <a href={localPath(other, shell?.here ?? '/')} hrefLang={other} lang={other} className={item}>
          {site.otherLanguage}
        </a>
      </li>
    </ul>
  )
}

function Head({ shell }: { readonly shell: Shell | null }) {
  const { site } = useMessages()
  const organisation = shell?.reader?.organisation
  const several = shell?.reader?.several === true
  const language = useLanguage()
  return (
    <header className="border-b border-line bg-raised">
      <div className="mx-auto max-w-6xl px-4 py-2">
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <Link to="/" className="inline-flex min-h-11 items-center text-lg font-semibold text-action no-underline">
            {shell?.exchange.name ?? site.home}
          </Link>
          <nav aria-label={site.account} className="hidden md:block">
            <ReaderLinks shell={shell} />
          </nav>
          <details className="group w-full md:hidden">
            <summary className="inline-flex min-h-11 list-none items-center gap-2 font-semibold">
              <span aria-hidden="true">☰</span>
              {site.menu}
            </summary>
            <nav aria-label={site.menu} className="border-t border-line pt-1 pb-2">
              <MainLinks shell={shell} />
              <div className="mt-1 border-t border-line pt-1">
                <ReaderLinks shell={shell} />
              </div>
            </nav>
          </details>
        </div>
        <nav aria-label={site.mainMenu} className="hidden md:block">
          <MainLinks shell={shell} />
        </nav>
        {organisation ? (
          <p className="pb-1 text-sm text-muted">
            {`${site.actingAs} `}
            <Link to={`/organisations/${organisation.id}`}>{organisation.name[language] || organisation.name.vi}</Link>
            {several ? (
              <>
                {' · '}
                <Link to="/account/organisations">{site.switchOrganisation}</Link>
              </>
            ) : null}
          </p>
        ) : null}
      </div>
    </header>
  )
}

function Foot({ shell }: { readonly shell: Shell | null }) {
  const { royaltyRates, site, workbench } = useMessages()
  return (
    <footer className="mt-12 border-t border-line bg-wash">
      <div className="mx-auto grid max-w-6xl gap-6 px-4 py-6 text-sm sm:grid-cols-2">
        {shell ? (
          <div>
            <p className="font-semibold">{shell.exchange.name}</p>
            <p>{`${site.operatedBy}: ${shell.exchange.operator}`}</p>
            <p>{shell.exchange.address}</p>
            <p>
              {`${site.contact}: `}
              <a href={`mailto:${shell.exchange.email}`} className="inline-flex min-h-6 items-center">
                {shell.exchange.email}
              </a>
              {` · ${shell.exchange.phone}`}
            </p>
          </div>
        ) : null}
        <nav aria-label={site.footer}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 sm:justify-end">
            <li>
              <Link to="/about" className="inline-flex min-h-6 items-center">
                {site.about}
              </Link>
            </li>
            <li>
              <Link to="/terms" className="inline-flex min-h-6 items-center">
                {site.terms}
              </Link>
            </li>
            <li>
              <Link to="/privacy" className="inline-flex min-h-6 items-center">
                {site.privacy}
              </Link>
            </li>
            <li>
              <Link to="/royalty-rates" className="inline-flex min-h-6 items-center">
                {royaltyRates.link}
              </Link>
            </li>
            <li>
              <Link to="/verify" className="inline-flex min-h-6 items-center">
                {workbench.report.check}
              </Link>
            </li>
            <li>
              <Link to="/api" className="inline-flex min-h-6 items-center">
                {site.api}
              </Link>
            </li>
          </ul>
          <p className="mt-2 text-muted sm:text-right">{site.openSource}</p>
        </nav>
      </div>
    </footer>
  )
}
