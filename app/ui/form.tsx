import { parse } from '@conform-to/dom'
import { type FormMetadata, FormProvider, type SubmissionResult, useForm } from '@conform-to/react'
import { Form as RemixForm, useLocation, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { issueText, refusalText, useMessages } from '#i18n'
import type { Issue } from '#kernel'
import { labelsIn } from './labels.ts'

/** What comes back when a form was not carried out (see `FormReply` of the web edge). */
export interface Reply {
  readonly refusal: {
    readonly code: string
    readonly values?: Readonly<Record<string, string | number>> | undefined
  } | null
  readonly result: SubmissionResult<readonly Issue[]>
  readonly form: string
}

type Values = Record<string, unknown>

interface ReplyFormOptions<T extends Values> {
  /** Names the form on its page; sent along as the field `form`. */
  readonly name: string
  /** What the action answered, whatever it was; only a reply to this form counts. */
  readonly reply: unknown
  /** What the form shows at first. */
  readonly values?: { readonly [K in keyof T]?: unknown }
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'refusal' in value && 'result' in value && 'form' in value
}

/**
 * A form with its reply: fields by name, first values, what was typed and what is wrong with it. A form that was sent
 * after its session had ended shows what had been typed.
 */
export function useReplyForm<T extends Values>({ name, reply, values }: ReplyFormOptions<T>) {
  const root = useRouteLoaderData<{ held?: { form?: unknown } | null }>('root')
  const mine = isReply(reply) && reply.form === name ? reply : null
  const held = root?.held && root.held.form === name ? root.held : null
  const [form, fields] = useForm<T, T, readonly Issue[]>({
    id: name,
    lastResult: mine?.result ?? (held ? ({ initialValue: held } as SubmissionResult<readonly Issue[]>) : null),
    ...(values ? { defaultValue: values as never } : {}),
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onSubmit',
    // With script, rows are added and taken away in place; everything else is checked by the action.
    onValidate: ({ formData }) =>
      parse<T, readonly Issue[]>(formData, { resolve: (payload) => ({ value: payload as T }) }),
  })
  return { form, fields, name, refusal: mine?.refusal ?? null, held: held !== null }
}

interface ReplyFormProps<T extends Values> {
  readonly of: {
    readonly form: FormMetadata<T, readonly Issue[]>
    readonly name: string
    readonly refusal: Reply['refusal']
    readonly held: boolean
  }
  readonly action?: string
  readonly multipart?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A form that posts, with the summary of what is wrong at its top. */
export function ReplyForm<T extends Values>({
  of,
  action,
  multipart = false,
  className = 'space-y-5',
  children,
}: ReplyFormProps<T>) {
  const messages = useMessages()
  const location = useLocation()
  return (
    <FormProvider context={of.form.context}>
      <RemixForm
        method="post"
        action={action ?? withoutNotice(location)}
        {...(multipart ? { encType: 'multipart/form-data' as const } : {})}
        id={of.form.id}
        onSubmit={of.form.onSubmit}
        noValidate
        className={className}
      >
        <input type="hidden" name="form" value={of.name} />
        {of.held && !of.refusal ? (
          <div role="status" className="border-l-4 border-caution bg-caution-wash px-4 py-3">
            {messages.site.held}
          </div>
        ) : null}
        <ErrorSummary of={of} labels={of.refusal ? labelsIn(children) : noLabels} />
        {children}
      </RemixForm>
    </FormProvider>
  )
}

const noLabels: ReadonlyMap<string, string> = new Map()

/** The page's own address, without the notice of what was done before. */
function withoutNotice({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  const query = new URLSearchParams(search)
  query.delete('done')
  const text = query.toString()
  return text === '' ? pathname : `${pathname}?${text}`
}

function ErrorSummary<T extends Values>({
  of,
  labels,
}: Pick<ReplyFormProps<T>, 'of'> & { readonly labels: ReadonlyMap<string, string> }) {
  const messages = useMessages()
  const box = useRef<HTMLDivElement>(null)
  const heading = useId()
  const { refusal, form } = of
  useEffect(() => {
    if (refusal) box.current?.focus()
  }, [refusal])
  if (!refusal) return null
  const order = [...labels.keys()]
  const place = (name: string) => (labels.has(name) ? order.indexOf(name) : order.length)
  const errors = Object.entries(form.allErrors).sort(([one], [other]) => place(one) - place(other))
  return (
    // Without script the summary takes the focus by itself.
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={heading}
      autoFocus
      className="border-l-4 border-danger bg-danger-wash px-4 py-3"
    >
      <p id={heading} className="font-semibold">
        {refusalText(messages, refusal.code, refusal.values)}
      </p>
      {errors.length > 0 ? (
        <ul className="mt-2 list-disc pl-5">
          {errors.map(([name, issues]) => (
            <li key={name}>
              <a href={`#${form.id}-${name}`}>
                {labels.has(name) ? `${(labels.get(name) ?? '').replace(/\.$/, '')}: ` : ''}
                {issues.map((issue) => issueText(messages, issue)).join(' ')}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
