import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, limit } from '#http'
import type { Language } from '#kernel'
import { type CheckedFile, checkReport } from '#modules/valuation/server'
import { Button, FileField, Notice, Page, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { inLanguage } from '../../shell/reading.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { title, description } = messagesOf(arrival.language).workbench.verify
  return { page: pageFacts(arrival, { title, description }) }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const allowed = await limit('upload', `verify ${arrival.address}`)
  const checked = allowed.ok ? await checkReport(arrival.submission?.files['file']?.[0]) : allowed
  return answer(arrival, checked, (checkedFile) => data({ checked: checkedFile }))
}

export default function Verify() {
  useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { workbench: words } = useMessages()
  const form = useReplyForm<Record<'file', string>>({ name: 'verify', reply })
  const checked =
    typeof reply === 'object' && reply !== null && 'checked' in reply ? (reply.checked as CheckedFile) : null
  return (
    <Page title={words.verify.title} lead={words.verify.lead} width="reading">
      {checked ? <Outcome checked={checked} /> : null}
      <ReplyForm of={form} multipart>
        <FileField
          field={form.fields.file}
          label={words.verify.file}
          help={words.verify.fileHelp}
          accept=".json,application/json"
        />
        <Button>{words.verify.submit}</Button>
      </ReplyForm>
    </Page>
  )
}

/** A figure with all its digits, as the language writes it; anything else as it stands in the file. */
function told(value: unknown, language: Language): string {
  if (typeof value === 'number')
    return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', { maximumSignificantDigits: 17 }).format(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function Outcome({ checked }: { readonly checked: CheckedFile }) {
  const { workbench, valuation } = useMessages()
  const words = workbench.verify
  const language = useLanguage()
  const format = useFormats()
  const refusals: Readonly<Record<string, string>> = valuation.refusals
  const { found, signed } = checked
  switch (found.kind) {
    case 'no_report':
      return (
        <Notice tone="danger" title={words.unreadable}>
          <p className="mb-2">{words.fileHelp}</p>
          <ul className="list-disc pl-5 text-sm">
            {found.faults.slice(0, 5).map(({ path, code }) => (
              <li key={path}>{words.fault(path, refusals[code] ?? code)}</li>
            ))}
          </ul>
        </Notice>
      )
    case 'unknown_engine':
      return (
        <Notice tone="danger" title={words.differs}>
          <p>{words.unknownEngine(found.engine)}</p>
        </Notice>
      )
    case 'model_changed':
    case 'report_changed':
      return (
        <Notice tone="danger" title={words.differs}>
          <p>{words.changed}</p>
        </Notice>
      )
    case 'differs':
      return (
        <Notice tone="danger" title={words.differs}>
          <p className="break-words">
            {words.differsText(found.path, told(found.stated, language), told(found.recomputed, language))}
          </p>
        </Notice>
      )
    case 'equal':
      return (
        <>
          <Notice tone="success" title={words.equal}>
            <p>{words.equalText(found.engine)}</p>
          </Notice>
          {signed ? (
            <Notice tone="success" title={words.signedHere}>
              <p>
                {words.signedText(signed.by, inLanguage(signed.organisation, language), format.dateTime(signed.at))}
              </p>
            </Notice>
          ) : (
            <Notice tone="caution">
              <p>{words.notSigned}</p>
            </Notice>
          )}
        </>
      )
  }
}
