import { useFormats, useLanguage, useMessages } from '#i18n'
import type { RequestPage } from '#modules/deals/server'
import { Button, Notice, Prose, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { inLanguage } from '../../shell/reading.ts'

interface ConversationProps {
  readonly found: RequestPage
  readonly reply: unknown
}

/** The messages of both sides, and a form to write the next. */
export function Conversation({ found, reply }: ConversationProps) {
  const { messaging } = useMessages()
  const words = messaging.conversation
  return (
    <Section
      id="conversation"
      title={words.title}
      aside={found.unread > 0 ? <MarkRead found={found} reply={reply} /> : null}
    >
      {found.messages.length === 0 ? <p className="mb-4 max-w-[75ch] text-muted">{words.empty}</p> : null}
      <Messages found={found} />
      {!found.conversationOpen ? (
        <Notice>{words.closed}</Notice>
      ) : found.mayAct ? (
        <Write found={found} reply={reply} />
      ) : (
        <p className="text-muted">{words.readOnly}</p>
      )}
    </Section>
  )
}

function MarkRead({ found, reply }: ConversationProps) {
  const words = useMessages().messaging.conversation
  const form = useReplyForm({ name: 'read', reply })
  return (
    <ReplyForm of={form} className="flex flex-wrap items-center gap-3">
      <span className="font-semibold">{words.unread(found.unread)}</span>
      <Button weight="secondary">{words.markRead}</Button>
    </ReplyForm>
  )
}

function Messages({ found }: Pick<ConversationProps, 'found'>) {
  const { messaging } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = messaging.conversation
  return (
    <ol className="mb-6 max-w-[75ch] space-y-4">
      {found.messages.map((message) => {
        const ours = message.side === found.side
        const organisation = ours
          ? words.you
          : (inLanguage(found.parties[message.side].name, language) ?? messaging.hiddenOrganisation)
        return (
          <li
            key={message.id}
            className={`border-l-4 px-4 py-2 ${ours ? 'border-action bg-action-wash sm:ml-8' : 'border-edge bg-wash sm:mr-8'}`}
          >
            <p className="text-sm">
              <span className="font-semibold">{organisation}</span>
              <span className="text-muted">
                {[message.personName, format.dateTime(message.at)]
                  .filter((part) => part !== null)
                  .map((part) => ` · ${part}`)
                  .join('')}
              </span>
            </p>
            <Prose text={message.text} />
          </li>
        )
      })}
    </ol>
  )
}

function Write({ found, reply }: ConversationProps) {
  const words = useMessages().messaging.conversation
  const form = useReplyForm<Record<'text' | 'formKey', string>>({
    name: 'message',
    reply,
    values: { text: '', formKey: found.formKey },
  })
  return (
    <ReplyForm of={form} className="max-w-[75ch] space-y-3">
      <input type="hidden" name="formKey" value={form.fields.formKey.initialValue ?? found.formKey} />
      <TextArea field={form.fields.text} label={words.message} help={words.help} rows={5} maxLength={4000} />
      <Button>{words.send}</Button>
    </ReplyForm>
  )
}
