import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { localPath, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { comparedOf, comparePath, everything, mostCompared, questionPath } from '#modules/catalogue'
import { technologiesBeside } from '#modules/catalogue/server'
import type { SheetFacts } from '#modules/technologies/server'
import { ButtonLink, Empty, Notice, Page } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { useComparison } from './compare-rows.tsx'
import { CompareTable } from './compare-table.tsx'
import { withKept } from './search-path.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, language, url } = arrival
  const { title, description } = messagesOf(language).catalogue.compare
  const { ids, unknown, beyond } = comparedOf(url.searchParams, 'id')
  const sheets = await technologiesBeside({ actor, ids })
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    sheets,
    gone: unknown + ids.length - sheets.length,
    beyond,
    onlyDifferent: url.searchParams.get('only') === 'different',
  }
}

export default function Compare() {
  const { sheets, gone, beyond, onlyDifferent } = useLoaderData<typeof loader>()
  const words = useMessages().catalogue.compare
  return (
    <Page title={words.title} lead={words.lead(mostCompared)}>
      {gone > 0 ? <Notice tone="caution" title={words.gone(gone)} /> : null}
      {beyond > 0 ? <Notice title={words.beyond(mostCompared, beyond)} /> : null}
      {sheets.length === 0 ? (
        <Empty
          action={
            <ButtonLink to="/search?kind=technology" weight="primary">
              {words.toSearch}
            </ButtonLink>
          }
        >
          {words.none}
        </Empty>
      ) : (
        <Beside sheets={sheets} onlyDifferent={onlyDifferent} />
      )}
    </Page>
  )
}

function Beside({
  sheets,
  onlyDifferent,
}: {
  readonly sheets: readonly SheetFacts[]
  readonly onlyDifferent: boolean
}) {
  const words = useMessages().catalogue.compare
  const language = useLanguage()
  const rows = useComparison(sheets)
  const different = rows.filter(({ differs }) => differs)
  const several = sheets.length > 1
  const narrowed = several && onlyDifferent
  const path = comparePath(sheets.map(({ id }) => id))
  return (
    <>
      {several ? (
        <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
          <span>{words.differences(different.length, rows.length)}</span>
          <a href={localPath(language, narrowed ? path : `${path}&only=different`)} rel="nofollow">
            {narrowed ? words.showAll : words.onlyDifferent}
          </a>
        </p>
      ) : (
        <p className="mb-3">{words.one}</p>
      )}
      <CompareTable sheets={sheets} rows={narrowed ? different : rows} />
      {sheets.length < mostCompared ? <Add sheets={sheets} /> : null}
    </>
  )
}

/** To the search for another one, with these kept. */
function Add({ sheets }: { readonly sheets: readonly SheetFacts[] }) {
  const words = useMessages().catalogue.compare
  const ids = sheets.map(({ id }) => id)
  const fields = [...new Set(sheets.flatMap(({ shown }) => shown.profile.fields))]
  const search = (field: readonly string[]) =>
    withKept(
      questionPath({
        ...everything,
        filters: { kind: ['technology'], ...(field.length > 0 ? { field } : {}) },
      }),
      ids,
    )
  return (
    <div className="mt-5 flex flex-wrap gap-3 print:hidden">
      {fields.length > 0 ? (
        <ButtonLink to={search(fields)} weight="primary">
          {words.addAlike}
        </ButtonLink>
      ) : null}
      <ButtonLink to={search([])}>{words.add}</ButtonLink>
    </div>
  )
}
