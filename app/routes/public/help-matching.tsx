import type { LoaderFunctionArgs } from '@remix-run/node'
import { arrive } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import {
  declineLowers,
  formulaVersion,
  leastScore,
  matchDeclineReasons,
  mustCaps,
  partlyShare,
  reasonKinds,
  subjectFloor,
  trustedFrom,
  unknownShare,
  weights,
} from '#modules/matching'
import { Page, Prose, Section, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { title, description } = messagesOf(arrival.language).matching.helpPage
  return { page: pageFacts(arrival, { title, description }) }
}

/** The formula as it is in force: the tables are drawn from those the scores are made by. */
export default function HelpMatching() {
  const { matching } = useMessages()
  const words = matching.helpPage
  const format = useFormats()
  const share = (part: number) => format.share(part * 10_000)
  const number = (value: number | undefined) => format.number(value ?? 0)
  const rules = [
    words.unknown(share(unknownShare)),
    words.partly(share(partlyShare)),
    words.trust(share(trustedFrom)),
    words.caps(number(mustCaps[1]), number(mustCaps[2]), number(mustCaps[3])),
    words.floor(share(subjectFloor.below), number(subjectFloor.most)),
    words.day,
    words.answers,
    words.threshold(number(leastScore)),
  ]
  return (
    <Page title={words.title} lead={words.lead} width="reading">
      <Section title={words.stepsTitle}>
        <ol className="max-w-[75ch] list-decimal space-y-2 pl-5">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Section
        title={words.tableTitle}
        aside={<span className="text-muted">{words.version(number(formulaVersion))}</span>}
      >
        <Table
          caption={words.tableTitle}
          rows={reasonKinds}
          rowKey={(kind) => kind}
          columns={[
            { head: words.factor, cell: (kind) => <span className="block min-w-40">{matching.kinds[kind]}</span> },
            { head: words.weight, numeric: true, cell: (kind) => number(weights[kind]) },
            { head: words.meaning, cell: (kind) => <span className="block min-w-56">{words.meanings[kind]}</span> },
          ]}
        />
      </Section>
      <Section title={words.rulesTitle}>
        <ul className="max-w-[75ch] list-disc space-y-2 pl-5">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.declinesTitle}>
        <Prose text={words.declines} />
        <div className="mt-4">
          <Table
            caption={words.declinesTitle}
            rows={matchDeclineReasons}
            rowKey={(reason) => reason}
            columns={[
              { head: words.reason, cell: (reason) => matching.declineReasons[reason] },
              { head: words.lowers, numeric: true, cell: (reason) => number(declineLowers[reason]) },
              { head: words.concerns, cell: (reason) => words.concern[reason] },
            ]}
          />
        </div>
      </Section>
      <Section title={words.privacyTitle}>
        <Prose text={words.privacy} />
      </Section>
    </Page>
  )
}
