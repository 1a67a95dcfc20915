import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answer, arrive, demand } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { refuse, tidyText } from '#kernel'
import { may } from '#modules/accounts'
import { mostLines } from '#modules/terminology'
import { addManyTerms, type TermsReport } from '#modules/terminology/server'
import { Button, ButtonLink, FileField, Page, ReplyForm, Section, TextArea, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { TermsReported } from './terms-report.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  demand(arrival, may(arrival.actor, 'term.decide'))
  const { title, textHelp } = messagesOf(arrival.language).terminology.many
  return { page: pageFacts(arrival, { title, description: textHelp, closed: true }), maximum: mostLines }
}

/** The text of an uploaded file, or null where it is not text in UTF-8. */
async function textOf(file: File): Promise<string | null> {
  try {
    return tidyText(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const allowed = may(arrival.actor, 'term.decide')
  if (!allowed.ok) return answer(arrival, allowed, () => null)
  const { form, submission } = arrival
  const [file] = submission?.files['file'] ?? []
  const uploaded = file ? await textOf(file) : null
  if (file && uploaded === null)
    return answer(arrival, refuse('form.invalid', 400, { fields: { file: [{ code: 'term.encoding' }] } }), () => null)
  const text = uploaded ?? (typeof form['text'] === 'string' ? form['text'] : '')
  const step = form['form'] === 'carry' ? 'carry' : 'check'
  const result = await addManyTerms({ actor: arrival.actor, input: { text, source: form['source'], step } })
  const source = typeof form['source'] === 'string' ? form['source'] : ''
  return answer(arrival, result, (report) => ({ report, text: report.carriedOut ? '' : text, source }))
}

interface Told {
  readonly report: TermsReport
  readonly text: string
  readonly source: string
}

function toldBy(data: unknown): Told | null {
  return typeof data === 'object' && data !== null && 'report' in data ? (data as Told) : null
}

export default function AddManyTerms() {
  const { maximum } = useLoaderData<typeof loader>()
  const { terminology, site } = useMessages()
  const words = terminology.many
  const format = useFormats()
  const reply = useActionData<typeof action>()
  const told = toldBy(reply)
  const check = useReplyForm<{ text: string; file: string; source: string }>({
    name: 'check',
    reply,
    values: { text: told?.text ?? '', source: told?.report.carriedOut === true ? '' : (told?.source ?? '') },
  })
  const carry = useReplyForm<Record<string, never>>({ name: 'carry', reply })
  return (
    <Page
      title={words.title}
      lead={words.lead(format.number(maximum))}
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/terms', text: terminology.desk.title },
      ]}
    >
      {told ? (
        <Section title={told.report.carriedOut ? words.done : words.checked}>
          <TermsReported report={told.report}>
            {told.report.carriedOut ? (
              <ButtonLink to="/operator/terms?list=added">{terminology.desk.lists.added}</ButtonLink>
            ) : told.report.taken > 0 ? (
              <ReplyForm of={carry} multipart>
                <input type="hidden" name="text" value={told.text} />
                <input type="hidden" name="source" value={told.source} />
                <Button>{words.carry(format.number(told.report.taken))}</Button>
              </ReplyForm>
            ) : (
              <p>{words.nothing}</p>
            )}
          </TermsReported>
        </Section>
      ) : null}
      <Section title={told?.report.carriedOut === true ? words.again : words.paste}>
        <ReplyForm of={check} multipart className="max-w-3xl space-y-5">
          <TextArea
            field={check.fields.text}
            label={words.text}
            help={words.textHelp}
            placeholder={words.example}
            rows={10}
            wrap="off"
            spellCheck={false}
          />
          <FileField
            field={check.fields.file}
            label={words.file}
            help={words.fileHelp}
            accept=".tsv,.csv,.txt,text/plain,text/csv,text/tab-separated-values"
            optional
          />
          <TextField
            field={check.fields.source}
            label={words.source}
            help={words.sourceHelp}
            optional
            maxLength={300}
          />
          <Button weight={told && told.report.taken > 0 && !told.report.carriedOut ? 'secondary' : 'primary'}>
            {words.check}
          </Button>
        </ReplyForm>
      </Section>
    </Page>
  )
}
