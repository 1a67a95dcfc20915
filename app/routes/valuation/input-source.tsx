import type { ReactNode } from 'react'
import { type InputField, sourceKinds } from '#modules/valuation'
import { type Choice, SelectField, TextField } from '#ui'
import type { ControlsProps, LineMeta } from './input-controls.tsx'

/** Where a saved figure comes from, in a line; of what is not saved yet, that it has a source to be named. */
function sourceSaid({ input }: InputField, { messages }: ControlsProps): string {
  const { workbench: words, valuation } = messages
  if (!input) return words.inputs.source
  const { kind, reference } = input.source
  return `${words.inputs.source}: ${valuation.sources[kind]} – ${reference === '' ? words.inputs.noReference : reference}`
}

/** What tells one “Source” from another where they are read out one by one. */
function hiddenName(name: string): ReactNode {
  return <span className="sr-only">{`: ${name}`}</span>
}

/** The source of an input, folded away behind what it is now. */
export function sourceControl(field: InputField, meta: LineMeta, props: ControlsProps): ReactNode {
  const { names, messages } = props
  const { workbench: words, valuation } = messages
  const line = meta.getFieldset()
  const sources: Choice[] = sourceKinds.map((kind) => ({ value: kind, text: valuation.sources[kind] }))
  return (
    <details className="mt-1" open={[line.source, line.reference].some(({ errors }) => (errors?.length ?? 0) > 0)}>
      <summary className="cursor-pointer py-1 text-sm text-muted">
        {sourceSaid(field, props)}
        {hiddenName(names.slot(field.slotName))}
      </summary>
      <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-[18rem_minmax(0,1fr)]">
        <SelectField
          field={line.source}
          label={
            <>
              {words.inputs.source}
              {hiddenName(names.slot(field.slotName))}
            </>
          }
          choices={sources}
        />
        <TextField
          field={line.reference}
          label={
            <>
              {words.inputs.reference}
              {hiddenName(names.slot(field.slotName))}
            </>
          }
          maxLength={2000}
          autoComplete="off"
        />
      </div>
      {field.input ? (
        <p className="mt-2 text-sm text-muted">
          {words.inputs.entered(field.input.enteredBy.name, props.date(Date.parse(field.input.enteredAt)))}
        </p>
      ) : null}
    </details>
  )
}
