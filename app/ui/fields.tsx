import { type ComponentProps, type ReactNode, useState } from 'react'
import { issueText, useFormats, useMessages } from '#i18n'
import { amountFromText, type Currency, type Issue } from '#kernel'

/** What a field needs to know of itself; Conform's field metadata has it. */
export interface Field {
  readonly id: string
  readonly name: string
  readonly errorId: string
  readonly descriptionId: string
  readonly initialValue?: unknown
  readonly errors?: readonly Issue[] | undefined
}

interface FrameProps {
  readonly field: Field
  readonly label: ReactNode
  readonly help?: ReactNode
  /** Marked where leaving it empty is right; everything else is expected. */
  readonly optional?: boolean
  readonly children: ReactNode
}

const box =
  'block w-full rounded-plain border border-edge bg-raised px-3 py-2 text-ink min-h-11 disabled:border-line disabled:bg-wash aria-invalid:border-danger aria-invalid:border-2'

function firstValue(field: Field): string {
  return typeof field.initialValue === 'string' || typeof field.initialValue === 'number'
    ? String(field.initialValue)
    : ''
}

function described(field: Field, help: ReactNode) {
  const wrong = (field.errors?.length ?? 0) > 0
  const by = [help ? field.descriptionId : '', wrong ? field.errorId : ''].filter(Boolean).join(' ')
  return {
    id: field.id,
    name: field.name,
    ...(by ? { 'aria-describedby': by } : {}),
    ...(wrong ? { 'aria-invalid': true as const } : {}),
  }
}

function FieldErrors({ field }: { readonly field: Field }) {
  const messages = useMessages()
  if (!field.errors || field.errors.length === 0) return null
  return (
    <p id={field.errorId} className="mt-1 font-semibold text-danger">
      {field.errors.map((issue) => issueText(messages, issue)).join(' ')}
    </p>
  )
}

function Frame({ field, label, help, optional = false, children }: FrameProps) {
  const messages = useMessages()
  return (
    <div>
      <label htmlFor={field.id} className="mb-1 block font-semibold">
        {label}
        {optional ? <span className="ml-2 text-sm font-normal text-muted">{`(${messages.site.optional})`}</span> : null}
      </label>
      {children}
      {help ? (
        <p id={field.descriptionId} className="mt-1 max-w-[75ch] text-sm text-muted">
          {help}
        </p>
      ) : null}
      <FieldErrors field={field} />
    </div>
  )
}

type Labelled = Omit<FrameProps, 'children'>
type InputProps = Labelled & Omit<ComponentProps<'input'>, 'id' | 'name' | 'defaultValue'>

export function TextField({ field, label, help, optional, className = '', ...rest }: InputProps) {
  return (
    <Frame field={field} label={label} help={help} {...(optional ? { optional } : {})}>
      <input
        type="text"
        {...rest}
        {...described(field, help)}
        defaultValue={firstValue(field)}
        className={`${box} ${className}`}
      />
    </Frame>
  )
}

/** A password is never filled in again. */
export function PasswordField({ field, label, help, ...rest }: InputProps) {
  return (
    <Frame field={field} label={label} help={help}>
      <input type="password" {...rest} {...described(field, help)} className={box} />
    </Frame>
  )
}

export function TextArea({
  field,
  label,
  help,
  optional,
  rows = 5,
  ...rest
}: Labelled & Omit<ComponentProps<'textarea'>, 'id' | 'name' | 'defaultValue'>) {
  return (
    <Frame field={field} label={label} help={help} {...(optional ? { optional } : {})}>
      <textarea rows={rows} {...rest} {...described(field, help)} defaultValue={firstValue(field)} className={box} />
    </Frame>
  )
}

export interface Choice {
  readonly value: string
  readonly text: string
  readonly help?: string
}

/** A choice of one among many; `groups` are shown as headings. */
export function SelectField({
  field,
  label,
  help,
  optional,
  choices,
  groups,
  empty,
}: Labelled & {
  readonly choices?: readonly Choice[]
  readonly groups?: readonly { readonly label: string; readonly choices: readonly Choice[] }[]
  /** The first line, for no choice; left out when one must be chosen and one is given. */
  readonly empty?: string
}) {
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.text}
    </option>
  )
  return (
    <Frame field={field} label={label} help={help} {...(optional ? { optional } : {})}>
      <select {...described(field, help)} defaultValue={firstValue(field)} className={box}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices?.map(option)}
        {groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map(option)}
          </optgroup>
        ))}
      </select>
    </Frame>
  )
}

/** One thing to agree to or switch on. Absent when it is off. */
export function Checkbox({ field, label, help }: Labelled) {
  return (
    <div>
      <label className="flex min-h-8 items-start gap-3">
        <input
          type="checkbox"
          value="on"
          {...described(field, help)}
          defaultChecked={field.initialValue === 'on' || field.initialValue === true}
          className="mt-1 size-5 shrink-0 accent-action"
        />
        <span>{label}</span>
      </label>
      {help ? (
        <p id={field.descriptionId} className="ml-8 text-sm text-muted">
          {help}
        </p>
      ) : null}
      <FieldErrors field={field} />
    </div>
  )
}

function chosen(field: Field): readonly string[] {
  if (Array.isArray(field.initialValue))
    return field.initialValue.filter((value): value is string => typeof value === 'string')
  return typeof field.initialValue === 'string' ? [field.initialValue] : []
}

interface ChoiceGroupProps extends Labelled {
  readonly choices: readonly Choice[]
  /** How many columns on a wide screen. */
  readonly columns?: 1 | 2 | 3
}

function ChoiceGroup({
  kind,
  field,
  label,
  help,
  optional,
  choices,
  columns = 1,
}: ChoiceGroupProps & { readonly kind: 'radio' | 'checkbox' }) {
  const messages = useMessages()
  const on = chosen(field)
  const wrong = (field.errors?.length ?? 0) > 0
  return (
    <fieldset {...(wrong ? { 'aria-describedby': field.errorId } : {})}>
      <legend className="mb-1 font-semibold">
        {label}
        {optional ? <span className="ml-2 text-sm font-normal text-muted">{`(${messages.site.optional})`}</span> : null}
      </legend>
      {help ? <p className="mb-2 max-w-[75ch] text-sm text-muted">{help}</p> : null}
      <div
        id={field.id}
        className={`grid gap-x-6 gap-y-1 ${columns === 3 ? 'sm:grid-cols-2 lg:grid-cols-3' : columns === 2 ? 'sm:grid-cols-2' : ''}`}
      >
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-8 items-start gap-3">
            <input
              type={kind}
              name={field.name}
              value={choice.value}
              defaultChecked={on.includes(choice.value)}
              className="mt-1 size-5 shrink-0 accent-action"
            />
            <span>
              {choice.text}
              {choice.help ? <span className="block text-sm text-muted">{choice.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors field={field} />
    </fieldset>
  )
}

export function RadioGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup kind="radio" {...props} />
}

/** Several of a list; sends nothing for none, so a command takes a missing list as an empty one. */
export function CheckboxGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup kind="checkbox" {...props} />
}

/** An amount, echoed in words; with script the words follow what is typed. */
export function MoneyField({
  field,
  label,
  help,
  optional,
  currency = 'VND',
}: Labelled & { readonly currency?: Currency }) {
  const format = useFormats()
  const messages = useMessages()
  const [typed, setTyped] = useState(firstValue(field))
  const units = amountFromText(typed)
  const amount = units === null || currency === 'VND' ? units : units * 100
  return (
    <div>
      <TextField
        field={field}
        label={label}
        help={help}
        {...(optional ? { optional } : {})}
        inputMode="numeric"
        autoComplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {amount === null || amount === 0 ? null : (
        <p className="mt-1 text-sm text-muted">{`${messages.site.inWords}: ${format.moneyInWords({ amount, currency })}`}</p>
      )}
    </div>
  )
}

export function FileField({ field, label, help, optional, ...rest }: InputProps) {
  return (
    <Frame field={field} label={label} help={help} {...(optional ? { optional } : {})}>
      <input type="file" {...rest} {...described(field, help)} className={box} />
    </Frame>
  )
}
