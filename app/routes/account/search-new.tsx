import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { questionOf } from '#modules/catalogue'
import { saveSearchFor, searchToSave } from '#modules/saved-searches/server'
import { Button, ButtonLink, Link, Notice, Page, ReplyForm, Section, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { QuestionFacts, SearchFields, Unreachable } from './search-parts.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, language, url } = arrival
  const question = questionOf(url.searchParams)
  const fresh = demand(arrival, await searchToSave({ actor, language, question }))
  const { title, lead } = messagesOf(language).savedSearches.fresh
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), fresh }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, language, url, form } = arrival
  const question = questionOf(url.searchParams)
  return answer(arrival, await saveSearchFor({ actor, question, language, input: form }), () =>
    goTo(arrival, '/account/searches', 'search_saved'),
  )
}

export default function NewSearch() {
  const { savedSearches } = useMessages()
  const words = savedSearches.fresh
  const language = useLanguage()
  const format = useFormats()
  const { fresh } = useLoaderData<typeof loader>()
  const form = useReplyForm<Record<'name' | 'frequency', string>>({
    name: 'save',
    reply: useActionData<typeof action>(),
    values: { name: fresh.name, frequency: fresh.frequency },
  })
  const { organisation, total } = fresh
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="reading"
      trail={[{ to: '/account/searches', text: savedSearches.title }]}
    >
      {fresh.reachable ? null : <Unreachable />}
      {fresh.full ? <Notice tone="caution">{words.full(fresh.allowed)}</Notice> : null}
      {fresh.known ? <Notice>{words.already}</Notice> : null}
      <Section title={savedSearches.question}>
        <QuestionFacts words={fresh.words} />
        <p className="mt-2">
          {total === null ? savedSearches.resultsUnknown : words.nowFound(total, format.number(total))}
        </p>
        {organisation ? (
          <p className="mt-1 text-muted">{words.forOrganisation(organisation[language] || organisation.vi)}</p>
        ) : null}
        <p className="mt-1">
          <Link to={fresh.path} className="inline-flex min-h-6 items-center">
            {words.change}
          </Link>
        </p>
      </Section>
      <div className="mt-6">
        {fresh.full ? (
          <ButtonLink to="/account/searches" weight="primary">
            {words.toList}
          </ButtonLink>
        ) : (
          <ReplyForm of={form}>
            <SearchFields fields={form.fields} />
            <Button>{words.submit}</Button>
          </ReplyForm>
        )}
      </div>
    </Page>
  )
}
