import { type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from '@remix-run/react'
import latin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import vietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import type { ReactNode } from 'react'
import { loadShell } from './shell/load.server.ts'
import { Frame } from './shell/frame.tsx'
import { Problem, ProblemTitle } from './shell/problem.tsx'
import { localPath, useLanguage } from '#i18n'
import styles from './ui/tokens.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: vietnamese, crossOrigin: 'anonymous' },
  { rel: 'preload', as: 'font', type: 'font/woff2', href: latin, crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader(args: LoaderFunctionArgs) {
  return loadShell(args)
}

/** Pages that script makes better say so in their handle; the others are sent without any. */
function needsScript(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'script' in handle && handle.script === true
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const language = useLanguage()
  const shell = useRouteLoaderData<typeof loader>('root')
  const script = useMatches().some((match) => needsScript(match.handle))
  const nonce = typeof document === 'undefined' ? shell?.nonce : ''
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <ProblemTitle />
        {shell ? (
          <>
            <link rel="canonical" href={shell.origin + localPath(language, shell.path)} />
            <link rel="alternate" hrefLang="vi" href={shell.origin + shell.path} />
            <link rel="alternate" hrefLang="en" href={shell.origin + localPath('en', shell.path)} />
            <link rel="alternate" hrefLang="x-default" href={shell.origin + shell.path} />
          </>
        ) : null}
        <Links />
      </head>
      <body>
        {children}
        {script ? (
          <>
            <ScrollRestoration {...(nonce ? { nonce } : {})} />
            <Scripts {...(nonce ? { nonce } : {})} />
          </>
        ) : null}
      </body>
    </html>
  )
}

export default function App() {
  const shell = useRouteLoaderData<typeof loader>('root')
  return (
    <Frame shell={shell ?? null}>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>('root')
  return (
    <Frame shell={shell ?? null}>
      <Problem requestId={shell?.requestId ?? ''} />
    </Frame>
  )
}
