import { Form } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import { localPath, useLanguage } from '#i18n'
import { Button, ButtonLink, type Choice } from '#ui'

const box = 'block w-full rounded-plain border border-edge bg-raised px-3 py-2 text-ink min-h-11'

interface FilterBarProps {
  readonly to: string
  readonly label: string
  readonly apply: string
  /** Leads back to everything; absent while nothing is chosen. */
  readonly clear?: string | null
  readonly children: ReactNode
}

/** A row of choices that narrows a list; works by its address. */
export function FilterBar({ to, label, apply, clear, children }: FilterBarProps) {
  const language = useLanguage()
  return (
    <Form method="get" action={localPath(language, to)} aria-label={label} className="mb-6">
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {children}
        <div className="flex gap-3">
          <Button weight="secondary">{apply}</Button>
          {clear ? (
            <ButtonLink to={to} weight="quiet">
              {clear}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </Form>
  )
}

interface FilterProps {
  readonly name: string
  readonly label: string
  readonly value: string
}

export function FilterSelect({
  name,
  label,
  value,
  all,
  choices,
}: FilterProps & { all: string; choices: readonly Choice[] }) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <select id={id} name={name} defaultValue={value} className={box}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  )
}

export function FilterText({ name, label, value, help }: FilterProps & { help?: string }) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="text"
        name={name}
        defaultValue={value}
        maxLength={254}
        className={box}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
      />
      {help ? (
        <p id={`${id}-help`} className="mt-1 text-sm text-muted">
          {help}
        </p>
      ) : null}
    </div>
  )
}
