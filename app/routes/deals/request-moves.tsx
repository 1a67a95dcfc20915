import { useMessages } from '#i18n'
import { declineReasons, wantsText } from '#modules/deals'
import type { RequestPage } from '#modules/deals/server'
import { Button, ReplyForm, SelectField, TextArea, useReplyForm } from '#ui'

type Verb = RequestPage['verbs'][number]

interface MoveProps {
  readonly found: RequestPage
  readonly reply: unknown
}

function repliedTo(reply: unknown): unknown {
  return typeof reply === 'object' && reply !== null && 'form' in reply ? reply.form : null
}

/** What the reader may do now, each folded under its name; the process table says which. */
export function MoveForms({ found, reply }: MoveProps) {
  const words = useMessages().deals.page
  return (
    <div className="max-w-[75ch] divide-y divide-line border-y border-line">
      {found.verbs.map((verb) => (
        <details key={verb} open={repliedTo(reply) === verb} className="group py-1">
          <summary className="flex min-h-11 items-center gap-2 font-semibold text-action">
            <span aria-hidden="true" className="inline-block transition-none group-open:rotate-90">
              →
            </span>
            {words.verbs[verb]}
          </summary>
          <div className="pb-4 pl-5">
            <MoveForm found={found} verb={verb} reply={reply} />
          </div>
        </details>
      ))}
    </div>
  )
}

function MoveForm({ found, verb, reply }: MoveProps & { readonly verb: Verb }) {
  const { deals, site } = useMessages()
  const words = deals.page
  const form = useReplyForm<Record<'text' | 'declineReason', string>>({ name: verb, reply })
  const final = verb === 'decline' || verb === 'withdraw'
  return (
    <ReplyForm of={form} className="space-y-4">
      <p className="text-muted">{words.verbHelp[verb]}</p>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="version" value={String(found.request.version)} />
      {verb === 'decline' ? (
        <SelectField
          field={form.fields.declineReason}
          label={words.declineReason}
          choices={declineReasons.map((reason) => ({ value: reason, text: site.declineReasons[reason] }))}
          empty={site.choose}
        />
      ) : null}
      <TextArea
        field={form.fields.text}
        label={words.texts[verb]}
        rows={4}
        maxLength={4000}
        optional={!wantsText(verb)}
      />
      <Button weight={final ? 'danger' : 'primary'}>{words.verbs[verb]}</Button>
    </ReplyForm>
  )
}
