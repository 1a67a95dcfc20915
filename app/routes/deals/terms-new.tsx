import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, formChange, goTo, parse } from '#http'
import { offerTerms, type TermsForm, termsForm } from '#modules/deals/server'
import { Button, Link, Notice, Page, ReplyForm, TextArea, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { inLanguage } from '../../shell/reading.ts'
import { otherFields, paymentFields, scopeFields, type TermsFormValues } from './terms-fields.tsx'
import { TermsFacts, VersionOrigin } from './terms-parts.tsx'
import { partsInShort } from './terms-words.ts'
import { withinLimit } from './within-limit.server.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, language } = arrival
  const found = demand(arrival, await termsForm({ actor, id, language }))
  const words = messagesOf(language).negotiation
  const title = words.form.titles[found.verb]
  return { page: pageFacts(arrival, { title, description: words.description, closed: true }), found }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const changed = formChange(arrival)
  if (changed) return changed
  const { actor, form: input, language } = arrival
  const offered = await withinLimit(actor, () => offerTerms({ actor, requestId: id, language, input }))
  return answer(arrival, offered, () => goTo(arrival, `/requests/${id}/terms`, 'terms_offered'))
}

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

export default function TermsNewRoute() {
  const messages = useMessages()
  const { negotiation: words, site, deals } = messages
  const language = useLanguage()
  const format = useFormats()
  const { found } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const of = useReplyForm<TermsFormValues>({
    name: 'terms',
    reply,
    values: { ...found.typed, note: '', read: String(found.read), formKey: found.formKey },
  })
  const { form, fields } = of
  const other = inLanguage(found.parties[found.own === 'transferor' ? 'transferee' : 'transferor'], language)
  const conflict = of.refusal?.code === 'version_conflict'
  const shown = { form, fields, messages, format, language }
  return (
    <Page
      title={words.form.titles[found.verb]}
      lead={words.form.leads[found.verb](other)}
      width="reading"
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/requests', text: deals.list.title },
        { to: `/requests/${found.requestId}`, text: words.toRequest },
        { to: `/requests/${found.requestId}/terms`, text: words.title },
      ]}
    >
      {conflict ? <Overtaken found={found} /> : null}
      <ReplyForm of={of}>
        <input
          type="hidden"
          name="read"
          value={conflict ? String(found.read) : text(fields.read.initialValue, String(found.read))}
        />
        <input type="hidden" name="formKey" value={text(fields.formKey.initialValue, found.formKey)} />
        {scopeFields(shown)}
        {paymentFields(shown)}
        {otherFields(shown)}
        <div className="space-y-5 border-t border-line pt-4">
          <TextArea
            field={fields.note}
            label={found.noteNeeded ? words.reopenNote : words.note}
            help={words.noteHelp}
            rows={3}
            maxLength={2000}
            optional={!found.noteNeeded}
          />
          <p className="text-sm text-muted">{words.form.submitHelp}</p>
          <Button>{words.form.submit}</Button>
        </div>
      </ReplyForm>
    </Page>
  )
}

/** What the other side did meanwhile, beside what was typed and is kept below. */
function Overtaken({ found }: { readonly found: TermsForm }) {
  const words = useMessages().negotiation
  const { base } = found
  return (
    <Notice tone="caution" title={base?.standing === 'open' ? words.form.overtaken(base.number) : words.form.movedOn}>
      <p>{words.form.overtakenText}</p>
      {base === null ? null : (
        <div className="mt-3">
          <Link
            to={`/requests/${found.requestId}/terms/${String(base.number)}`}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-6 items-center"
          >
            {words.form.see(base.number)}
          </Link>
          <VersionOrigin version={base} parties={found.parties} />
          <div className="mt-2">
            <TermsFacts parts={partsInShort} terms={base.content} changed={base.changed ?? []} />
          </div>
        </div>
      )}
    </Notice>
  )
}
