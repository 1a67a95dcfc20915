import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { languageOf, type Messages, refusalText, useMessages } from '#i18n'
import { ButtonLink, Page } from '#ui'

interface Explained {
  readonly status: number
  readonly code: string | null
  readonly values: Record<string, string | number>
}

function explain(error: unknown): Explained {
  if (!isRouteErrorResponse(error)) return { status: 500, code: null, values: {} }
  const body: unknown = error.data
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string')
    return {
      status: error.status,
      code: body.code,
      values: 'values' in body ? (body.values as Record<string, string | number>) : {},
    }
  return { status: error.status, code: null, values: {} }
}

function titleOf(status: number, messages: Messages): string {
  const pages = messages.problems.pages
  const titles: Readonly<Record<number, string>> = {
    400: pages.title400,
    403: pages.title403,
    404: pages.title404,
    405: pages.title400,
    409: pages.title409,
    413: pages.title413,
    429: pages.title429,
    503: pages.title503,
  }
  return titles[status] ?? (status < 500 ? pages.title400 : pages.title500)
}

/** The title of a page that could not be shown; nothing on the others. */
export function ProblemTitle() {
  const messages = useMessages()
  const error = useRouteError()
  return error === undefined || error === null ? null : (
    <>
      <title>{titleOf(explain(error).status, messages)}</title>
      <meta name="robots" content="noindex" />
    </>
  )
}

/** The page for whatever could not be shown: what happened, what was kept, what to do next. */
export function Problem({ requestId }: { readonly requestId: string }) {
  const messages = useMessages()
  const location = useLocation()
  const { status, code, values } = explain(useRouteError())
  const pages = messages.problems.pages
  const title = titleOf(status, messages)
  const text =
    status === 404
      ? pages.text404
      : status === 503
        ? pages.text503
        : status >= 500
          ? pages.text500
          : code
            ? refusalText(messages, code, values)
            : pages.text400
  return (
    <Page title={title} lead={text} width="reading">
      {status >= 500 && status !== 503 && requestId ? (
        <p className="mb-4">
          {`${pages.reference}: `}
          <code>{requestId}</code>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {status === 503 ? (
          <ButtonLink to={languageOf(location.pathname).path + location.search} weight="primary" reloadDocument>
            {pages.again}
          </ButtonLink>
        ) : (
          <ButtonLink to="/search" weight="primary">
            {pages.toSearch}
          </ButtonLink>
        )}
        <ButtonLink to="/">{pages.toHome}</ButtonLink>
      </div>
    </Page>
  )
}
