import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { editSearch, ownSearch, removeSearch } from '#modules/saved-searches/server'
import { Button, Link, Page, ReplyForm, Section, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { QuestionFacts, SearchFields } from './search-parts.tsx'

export const meta = pageMeta

const Params = z.object({ id: z.string().max(40) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { actor, language } = arrival
  const search = demand(arrival, await ownSearch({ actor, language, id }))
  const { title } = messagesOf(language).savedSearches.edit
  return { page: pageFacts(arrival, { title, description: title, closed: true }), search }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { actor, form } = arrival
  if (form['form'] === 'remove')
    return answer(arrival, await removeSearch(actor, id), () => goTo(arrival, '/account/searches', 'search_removed'))
  return answer(arrival, await editSearch(actor, id, form), () => goTo(arrival, '/account/searches', 'search_edited'))
}

export default function EditSearch() {
  const { savedSearches, site } = useMessages()
  const words = savedSearches.edit
  const { search } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const form = useReplyForm<Record<'name' | 'frequency' | 'version', string>>({
    name: 'edit',
    reply,
    values: { name: search.name, frequency: search.frequency },
  })
  const removal = useReplyForm({ name: 'remove', reply })
  return (
    <Page
      title={words.title}
      lead={search.name}
      width="reading"
      trail={[{ to: '/account/searches', text: savedSearches.title }]}
    >
      <Section title={savedSearches.question}>
        <QuestionFacts words={search.words} />
        <p className="mt-2 text-muted">{words.questionHelp}</p>
        <p className="mt-1">
          <Link to={search.path} className="inline-flex min-h-6 items-center">
            {savedSearches.open}
          </Link>
        </p>
      </Section>
      <div className="mt-6">
        <ReplyForm of={form}>
          <input type="hidden" name="version" value={String(search.version)} />
          <SearchFields fields={form.fields} />
          <p className="text-sm text-muted">{words.resumed}</p>
          <Button>{site.save}</Button>
        </ReplyForm>
      </div>
      <Section title={savedSearches.removeTitle}>
        <ReplyForm of={removal}>
          <p className="max-w-[75ch]">{savedSearches.removeHelp}</p>
          <Button weight="danger">{savedSearches.removeSubmit}</Button>
        </ReplyForm>
      </Section>
    </Page>
  )
}
