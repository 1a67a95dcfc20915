import type { FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Issue } from '#kernel'
import { issueText, useMessages } from '#i18n'
import { Button } from '#ui'

/** A button that changes the rows of a form; works without script, since the form is sent and shown again. */
export function RowButton({
  of,
  weight = 'secondary',
  label,
  children,
}: {
  readonly of: {
    readonly name: string
    readonly value: string
    readonly form?: string
    readonly formNoValidate?: boolean
  }
  readonly weight?: 'secondary' | 'quiet'
  /** Said to screen readers where the text alone does not name the row. */
  readonly label?: string
  readonly children: ReactNode
}) {
  return (
    <Button
      weight={weight}
      name={of.name}
      value={of.value}
      formNoValidate
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  )
}

/** What a button sends to add a row to a list. */
export function adding<T extends Record<string, unknown>>(
  form: FormMetadata<T, readonly Issue[]>,
  list: string,
  row: Readonly<Record<string, unknown>> = {},
) {
  return form.insert.getButtonProps({ name: list, defaultValue: row as never })
}

/** What React knows a row by. Rows of a form that came back without its state have no key of their own. */
export function rowKey(item: {
  readonly key?: string | undefined
  readonly name: string
  readonly initialValue?: unknown
}): string {
  return item.key ?? `${item.name} ${JSON.stringify(item.initialValue)}`
}

interface RowsProps {
  readonly title: string
  readonly help?: string
  /** The list's name in its form, for links to it. */
  readonly id: string
  readonly issues?: readonly Issue[] | undefined
  readonly children: ReactNode
  readonly add: ReactNode
}

/** A list of rows in a form with its buttons to add one. */
export function Rows({ title, help, id, issues, children, add }: RowsProps) {
  const messages = useMessages()
  return (
    <fieldset id={id} tabIndex={-1} className="border-t border-line pt-4">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden="true" className="text-lg font-semibold">
        {title}
      </p>
      {help ? <p className="mb-3 max-w-[75ch] text-sm text-muted">{help}</p> : null}
      {issues && issues.length > 0 ? (
        <p className="mb-2 font-semibold text-danger">{issues.map((issue) => issueText(messages, issue)).join(' ')}</p>
      ) : null}
      <div className="space-y-4">{children}</div>
      <div className="mt-3 flex flex-wrap gap-3">{add}</div>
    </fieldset>
  )
}

interface RowProps<T extends Record<string, unknown>> {
  readonly form: FormMetadata<T, readonly Issue[]>
  /** The list's name in its form. */
  readonly list: string
  readonly index: number
  /** What one row is called. */
  readonly name: string
  readonly children: ReactNode
}

/** One row of a list with its button to take it away. */
export function Row<T extends Record<string, unknown>>({ form, list, index, name, children }: RowProps<T>) {
  const { site, technologies } = useMessages()
  return (
    <div role="group" aria-label={`${name} ${String(index + 1)}`} className="border-l-4 border-line pl-4">
      <div className="mb-2 flex items-center justify-between gap-3">
        <span className="inline-block text-sm text-muted first-letter:uppercase">{`${name} ${String(index + 1)}`}</span>
        <RowButton
          weight="quiet"
          of={form.remove.getButtonProps({ name: list, index })}
          label={technologies.editor.removeRow(name, index + 1)}
        >
          {site.remove}
        </RowButton>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </div>
  )
}

/** A field of a row that takes the whole width. */
export const Wide = ({ children }: { readonly children: ReactNode }) => <div className="sm:col-span-2">{children}</div>
