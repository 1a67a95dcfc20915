import type { FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Messages } from '#i18n'
import type { Issue } from '#kernel'
import { type InputField, isRateBuilt, type ValuationModel } from '#modules/valuation'
import { Link, SelectField, TextArea, TextField } from '#ui'
import { type Figures, unitOf } from './figures.ts'
import { sourceControl } from './input-source.tsx'
import { tableControl } from './input-table.tsx'
import type { useInputNames } from './names.ts'

export interface InputsForm extends Record<string, unknown> {
  inputs: InputLine[]
}

interface InputLine extends Record<string, unknown> {
  id: string
  value: string
  rows: Record<string, string>[]
  source: string
  reference: string
}

export type LineMeta = FieldMetadata<InputLine, InputsForm, readonly Issue[]>

export interface ControlsProps {
  readonly fields: readonly InputField[]
  readonly metas: readonly LineMeta[]
  readonly figures: Figures
  readonly names: ReturnType<typeof useInputNames>
  readonly messages: Messages
  readonly model: ValuationModel
  readonly date: (instant: number) => string
}

const rateParts = ['equity', 'debt', 'readiness'] as const
type RatePart = (typeof rateParts)[number]

/** The parts that a discount rate is built of, as one works through them. */
const rateOrder: Readonly<Record<RatePart, readonly string[]>> = {
  equity: [
    'riskFree',
    'equityRiskPremium',
    'beta',
    'peerBeta',
    'peerDebtToEquity',
    'peerTaxRate',
    'sizePremium',
    'countryPremium',
    'specificPremium',
  ],
  debt: ['debtShare', 'costOfDebt', 'financingTaxRate'],
  readiness: ['readinessPremium', 'readiness'],
}

const partOf = ({ slotName }: InputField): RatePart =>
  rateParts.find((part) => rateOrder[part].includes(slotName)) ?? 'readiness'

const placeIn = (part: RatePart, { slotName }: InputField): number => rateOrder[part].indexOf(slotName)

/**
 * A group of controls for each thing the methods ask for: what is needed or filled in first, the rest folded away. A
 * function and not a component, so that the form's summary of errors finds the labels.
 */
export function inputControls(props: ControlsProps): ReactNode {
  const { fields, metas, messages } = props
  const { workbench: words } = messages
  const lines = fields.flatMap((field, at) => {
    const meta = metas[at]
    if (!meta) return []
    const { value } = meta.getFieldset()
    const wrong = (value.errors?.length ?? 0) > 0
    const typed = wrong || (typeof value.initialValue === 'string' && value.initialValue !== '')
    const shown = field.needed || field.input !== null || typed
    const ofRate = field.slot.partOf === 'discountRate'
    return [{ field, shown, ofRate, typed, control: inputControl(field, meta, props, shown && !ofRate) }]
  })
  const first = lines.filter(({ shown, ofRate }) => shown && !ofRate)
  const rate = lines.filter(({ ofRate }) => ofRate)
  const others = lines.filter(({ shown, ofRate }) => !shown && !ofRate)
  const groups = groupsOf(
    first.map(({ field }) => field),
    props,
  )
  const controlOf = new Map(lines.map(({ field, control }) => [field.id, control]))
  return (
    <>
      {first.length < 5 ? null : (
        <details className="border-y border-line py-3 lg:hidden">
          <summary className="cursor-pointer py-1 font-semibold">{words.inputs.list(first.length)}</summary>
          <ul className="mt-1">
            {groups
              .flatMap((group) => group.fields)
              .map((field) => (
                <li key={field.id}>
                  <a href={`#${anchorOf(field)}`} className="inline-flex min-h-8 items-center">
                    {props.names.slot(field.slotName)}
                  </a>
                </li>
              ))}
          </ul>
        </details>
      )}
      {groups.map(({ name, fields: within }) => (
        <section key={name} {...(name === '' ? {} : { 'aria-label': name })}>
          {name === '' ? null : <h2 className="mb-3 text-xl">{name}</h2>}
          <div className="space-y-5">{within.map(({ id }) => controlOf.get(id))}</div>
        </section>
      ))}
      {rate.length === 0 ? null : (
        <Folded
          title={words.inputs.rate}
          lead={words.inputs.rateLead}
          open={isRateBuilt(fields) || rate.some(({ typed, field }) => typed && field.ownId === null)}
        >
          {rateParts.map((part) => {
            const within = rate
              .filter(({ field }) => partOf(field) === part)
              .sort((one, other) => placeIn(part, one.field) - placeIn(part, other.field))
            return within.length === 0 ? null : (
              <div key={part} className="space-y-6">
                <h3 className="text-lg">{words.inputs.rateParts[part]}</h3>
                {within.map(({ control }) => control)}
              </div>
            )
          })}
        </Folded>
      )}
      {others.length === 0 ? null : (
        <Folded title={`${words.inputs.others} (${String(others.length)})`}>
          {others.map(({ control }) => control)}
        </Folded>
      )}
    </>
  )
}

const anchorOf = ({ id }: InputField) => `input-${id}`

const methodsOf = ({ approaches }: InputField, { model, messages }: ControlsProps): string[] =>
  approaches.flatMap((id) => {
    const method = model.approaches.find((approach) => approach.id === id)?.method
    return method ? [messages.valuation.methods[method]] : []
  })

/** What several methods take first, then what each takes alone; without names where there is one method. */
function groupsOf(fields: readonly InputField[], props: ControlsProps): { name: string; fields: InputField[] }[] {
  if (props.model.approaches.filter(({ enabled }) => enabled).length < 2) return [{ name: '', fields: [...fields] }]
  const groups = new Map<string, InputField[]>([[props.messages.workbench.inputs.shared, []]])
  for (const field of fields) {
    const [method = '', ...more] = methodsOf(field, props)
    const name = more.length > 0 ? props.messages.workbench.inputs.shared : method
    groups.set(name, [...(groups.get(name) ?? []), field])
  }
  return [...groups].flatMap(([name, within]) => (within.length === 0 ? [] : [{ name, fields: within }]))
}

interface FoldedProps {
  readonly title: string
  readonly lead?: string
  readonly open?: boolean
  readonly children: ReactNode
}

function Folded({ title, lead, open = false, children }: FoldedProps) {
  return (
    <details className="border-t border-line pt-4" open={open}>
      <summary className="cursor-pointer py-1 text-xl font-semibold">{title}</summary>
      {lead === undefined ? null : <p className="mt-2 max-w-prose text-muted">{lead}</p>}
      <div className="mt-4 space-y-6">{children}</div>
    </details>
  )
}

function inputControl(field: InputField, meta: LineMeta, props: ControlsProps, grouped: boolean): ReactNode {
  const { names, messages, model } = props
  const { workbench: words } = messages
  const line = meta.getFieldset()
  const unit = unitOf(field, props.figures, words.inputs)
  const label = unit === null ? names.slot(field.slotName) : `${names.slot(field.slotName)} (${unit})`
  const enabled = model.approaches.filter((approach) => approach.enabled).length
  const methods = methodsOf(field, props)
  const alone = enabled < 2 || (grouped && methods.length < 2)
  return (
    <div key={field.id} id={anchorOf(field)} className="scroll-mt-4 border-t border-line pt-4">
      <input type="hidden" name={line.id.name} value={field.id} />
      {valueControl(field, meta, label, props)}
      {field.slotName === 'royaltyRate' ? (
        <p className="mt-1 text-sm">
          <Link to="/royalty-rates" target="_blank" rel="noopener" className="inline-flex min-h-6 items-center">
            {messages.royaltyRates.linkFromInput}
          </Link>
        </p>
      ) : null}
      {field.slotName === 'discountRate' && props.fields.some(({ slot }) => slot.partOf === 'discountRate') ? (
        <p className="mt-1 text-sm text-muted">{words.inputs.rateInstead}</p>
      ) : null}
      {alone ? null : <p className="mt-1 text-sm text-muted">{`${words.inputs.usedBy}: ${methods.join('; ')}`}</p>}
      {field.ownId === null ? (
        sourceControl(field, meta, props)
      ) : (
        <p className="mt-1 text-sm">{words.inputs.fromRegister}</p>
      )}
    </div>
  )
}

function valueControl(field: InputField, meta: LineMeta, label: string, props: ControlsProps): ReactNode {
  const { names, messages } = props
  const { workbench: words, valuation } = messages
  const { kinds, choices = [] } = field.slot
  const choiceNames: Readonly<Record<string, string>> = valuation.choices
  const { value } = meta.getFieldset()
  const help = names.help(field.slotName)
  if (kinds.includes('table')) return tableControl(field, meta, label, props)
  const shared = { field: value, label, ...(field.needed ? {} : { optional: true }) }
  if (kinds.includes('choice')) {
    const [usual = ''] = choices
    return (
      <SelectField
        {...shared}
        help={help}
        empty={`${words.inputs.usual}: ${choiceNames[usual] ?? usual}`}
        choices={choices.map((choice) => ({ value: choice, text: choiceNames[choice] ?? choice }))}
      />
    )
  }
  if (kinds.includes('date')) return <TextField {...shared} help={help} type="date" />
  if (kinds.includes('series'))
    return (
      <TextArea
        {...shared}
        rows={kinds.includes('number') ? 1 : 2}
        help={`${help} ${kinds.includes('number') ? words.inputs.oneOrSeries : words.inputs.series}`}
      />
    )
  return <TextField {...shared} help={help} inputMode="decimal" autoComplete="off" className="max-w-40" />
}
