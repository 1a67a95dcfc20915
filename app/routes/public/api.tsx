import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { arrive, openQuestions } from '#http'
import { type Formats, localPath, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import {
  answersKept,
  deepest,
  defaults,
  faultKinds,
  mostOnAPage,
  type ParameterName,
  parameterNames,
  problemCodes,
  problemStatus,
  shapeOf,
  usualOnAPage,
} from '#modules/interchange'
import { callSearch, searchApiAddress } from '#modules/interchange/server'
import { Page, Section, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { language } = arrival
  const words = messagesOf(language).openData
  const { query, answer } = await exampleFor(words.exampleQuery, language)
  const facts = pageFacts(arrival, { title: words.title, description: words.description })
  return {
    page: facts,
    exchange: facts.site,
    limits: openQuestions,
    call: `${searchApiAddress()}?${query.toString()}`,
    address: searchApiAddress(),
    answer: answer && JSON.stringify(answer, null, 2),
  }
}

/** A call with its real answer: to the example's words, or to none on a market that has nothing for them. */
async function exampleFor(text: string, language: 'vi' | 'en') {
  const rest = { limit: '1', ...(language === 'en' ? { lang: 'en' } : {}) }
  const query = new URLSearchParams({ q: text, ...rest })
  const called = await callSearch(query)
  if (!called.ok) return { query, answer: null }
  if (called.answer.total > 0) return { query, answer: called.answer }
  const plain = new URLSearchParams(rest)
  const all = await callSearch(plain)
  return { query: plain, answer: all.ok ? all.answer : null }
}

export default function Api() {
  const words = useMessages().openData
  const language = useLanguage()
  const format = useFormats()
  const { exchange, limits, call, address, answer } = useLoaderData<typeof loader>()
  const number = format.number
  const shown = [
    words.limits.calls(number(limits.points), number(limits.seconds)),
    words.limits.page(number(mostOnAPage), number(usualOnAPage), number(deepest)),
    words.limits.kept(number(answersKept)),
    words.limits.busy,
    words.limits.score,
  ]
  return (
    <Page title={words.title} lead={words.lead(exchange)}>
      <Section title={words.address}>
        <p className="mb-2">
          <Code>{address}</Code>
        </p>
        <p className="max-w-[75ch]">{words.addressText}</p>
        <p className="mt-2">
          <a href="/api/v1/openapi.json" className="inline-flex min-h-6 items-center">
            {words.openApi}
          </a>
        </p>
      </Section>
      <Section title={words.parametersTitle}>
        <p className="mb-3 max-w-[75ch]">{words.parametersText}</p>
        <Parameters />
      </Section>
      <Section title={words.exampleTitle}>
        <p className="mb-2">{words.exampleText}</p>
        <Block label={words.exampleTitle}>{call}</Block>
        {answer === null ? <p>{words.exampleBusy}</p> : <Block label={words.answer}>{answer}</Block>}
      </Section>
      <Section title={words.limitsTitle}>
        <ul className="max-w-[75ch] list-disc space-y-1 pl-5">
          {shown.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </Section>
      <Problems />
      <Section title={words.feeds.title} id="feeds">
        <p className="max-w-[75ch]">{words.feeds.text}</p>
        <ul className="mt-2">
          {(['atom', 'json'] as const).map((kind) => (
            <li key={kind}>
              <a href={localPath(language, `/search.${kind}`)} className="inline-flex min-h-6 items-center">
                {words.feeds[kind]}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Code({ children }: { readonly children: string }) {
  return <code className="rounded-plain bg-wash px-1.5 py-0.5 break-words">{children}</code>
}

/** Text in a table that is not pressed together on a narrow screen: the table scrolls instead. */
function Wide({ children }: { readonly children: ReactNode }) {
  return <span className="block min-w-56">{children}</span>
}

function Block({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <pre
      role="region"
      aria-label={label}
      tabIndex={0}
      className="mb-3 max-h-[32rem] overflow-auto border border-line bg-wash p-3 text-sm"
    >
      <code>{children}</code>
    </pre>
  )
}

/** What a parameter takes, in words; long lists of codes by their first few, the whole of them is in the document. */
function valuesOf(name: ParameterName, words: Messages['openData'], format: Formats): string {
  const shape = shapeOf(name)
  switch (shape.kind) {
    case 'text':
      return words.text(format.number(shape.maxLength))
    case 'number':
      return shape.maximum === Number.MAX_SAFE_INTEGER
        ? words.atLeast(format.number(shape.minimum))
        : words.between(format.number(shape.minimum), format.number(shape.maximum))
    case 'choice': {
      if (shape.pattern !== null) return words.ipc(shape.values.join(', '))
      const all = shape.values.join(', ')
      return shape.values.length <= 12
        ? all
        : words.codes(format.number(shape.values.length), shape.values.slice(0, 5).join(', '))
    }
  }
}

function Parameters() {
  const words = useMessages().openData
  const format = useFormats()
  const repeats = (name: ParameterName) => {
    const shape = shapeOf(name)
    return shape.kind === 'choice' && shape.many
  }
  return (
    <Table
      caption={words.parametersTitle}
      rows={parameterNames}
      rowKey={(name) => name}
      columns={[
        { head: words.columns.name, cell: (name) => <Code>{name}</Code> },
        { head: words.columns.meaning, cell: (name) => <Wide>{words.parameters[name]}</Wide> },
        {
          head: words.columns.values,
          cell: (name) => (
            <Wide>
              {valuesOf(name, words, format)}
              {repeats(name) ? <span className="text-muted">{` (${words.many})`}</span> : null}
            </Wide>
          ),
        },
        { head: words.columns.usual, cell: (name) => defaults[name] ?? '' },
      ]}
    />
  )
}

function Problems() {
  const words = useMessages().openData
  return (
    <Section title={words.problemsTitle}>
      <p className="mb-3 max-w-[75ch]">{words.problemsText}</p>
      <Table
        caption={words.problemsTitle}
        rows={problemCodes}
        rowKey={(code) => code}
        columns={[
          { head: words.problemColumns.status, cell: (code) => problemStatus[code] },
          {
            head: words.problemColumns.code,
            cell: (code) => (
              <span id={code}>
                <Code>{code}</Code>
              </span>
            ),
          },
          { head: words.problemColumns.meaning, cell: (code) => <Wide>{words.problems[code].detail}</Wide> },
        ]}
      />
      <h3 className="mt-5 mb-2 font-semibold">{words.faultsTitle}</h3>
      <Table
        caption={words.faultsTitle}
        rows={faultKinds}
        rowKey={(fault) => fault}
        columns={[
          { head: 'fault', cell: (fault) => <Code>{fault}</Code> },
          { head: words.problemColumns.meaning, cell: (fault) => <Wide>{words.faults[fault]}</Wide> },
        ]}
      />
    </Section>
  )
}
