import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand } from '#http'
import { matchOverview, type OverviewLine } from '#modules/matching/server'
import { ButtonLink, Empty, Link, Page, Section, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const lines = demand(arrival, await matchOverview(arrival.actor))
  const { title, description } = messagesOf(arrival.language).matching.overview
  return { page: pageFacts(arrival, { title, description, closed: true }), lines }
}

export default function MatchOverview() {
  const { lines } = useLoaderData<typeof loader>()
  const { matching, site } = useMessages()
  const words = matching.overview
  return (
    <Page
      title={words.title}
      lead={words.description}
      trail={[{ to: '/work', text: site.myWork }]}
      actions={<ButtonLink to="/help/matching">{matching.help}</ButtonLink>}
    >
      <Section title={words.needs} id="need">
        {lines.need.length === 0 ? (
          <Empty>{words.noNeeds}</Empty>
        ) : (
          <Lines caption={words.needs} lines={lines.need} folder="/work/needs" questions={false} />
        )}
      </Section>
      <Section title={words.technologies} id="technology">
        {lines.technology.length === 0 ? (
          <Empty>{words.noTechnologies}</Empty>
        ) : (
          <Lines caption={words.technologies} lines={lines.technology} folder="/work/technologies" questions />
        )}
      </Section>
    </Page>
  )
}

interface LinesProps {
  readonly caption: string
  readonly lines: readonly OverviewLine[]
  readonly folder: string
  readonly questions: boolean
}

function Lines({ caption, lines, folder, questions }: LinesProps) {
  const { matching } = useMessages()
  const format = useFormats()
  const words = matching.overview
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          head: words.listing,
          cell: (line) => (
            <Link to={`${folder}/${line.id}/matches`} className="inline-block min-w-56">
              {line.title}
            </Link>
          ),
        },
        { head: words.found, numeric: true, cell: (line) => format.number(line.found) },
        { head: words.best, numeric: true, cell: (line) => (line.best === null ? '–' : format.number(line.best)) },
        ...(questions
          ? [{ head: words.questions, numeric: true, cell: (line: OverviewLine) => format.number(line.questions) }]
          : []),
      ]}
    />
  )
}
