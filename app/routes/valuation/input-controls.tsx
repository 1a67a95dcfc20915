import type { FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Messages } from '#i18n'
import type { Issue } from '#kernel'
import {
  columnPlaces,
  columnsOf,
  type InputField,
  isRateBuilt,
  sourceKinds,
  type ValuationModel,
} from '#modules/valuation'
import { type Choice, type Field, Link, SelectField, TextArea, TextField } from '#ui'
import { type Figures, unitOf } from './figures.ts'
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

type LineMeta = FieldMetadata<InputLine, InputsForm, readonly Issue[]>

interface ControlsProps {
  readonly fields: readonly InputField[]
  readonly metas: readonly LineMeta[]
  readonly figures: Figures
  readonly names: ReturnType<typeof useInputNames>
  readonly messages: Messages
  readonly model: ValuationModel
}

/** Columns by which comparables are usually adjusted. */
const usualAdjustments = ['time', 'territory', 'exclusivity', 'trl', 'remaining_life', 'field', 'deal_form']

/** Names of fields are made of them: other columns are kept, and edited in a file. */
const nameable = /^\w[\w -]{0,63}$/

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
    return [{ field, shown, ofRate, typed, control: inputControl(field, meta, props) }]
  })
  const first = lines.filter(({ shown, ofRate }) => shown && !ofRate)
  const rate = lines.filter(({ ofRate }) => ofRate)
  const others = lines.filter(({ shown, ofRate }) => !shown && !ofRate)
  return (
    <>
      <div className="space-y-6">{first.map(({ control }) => control)}</div>
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

function inputControl(field: InputField, meta: LineMeta, props: ControlsProps): ReactNode {
  const { names, messages, model } = props
  const { workbench: words, valuation } = messages
  const line = meta.getFieldset()
  const unit = unitOf(field, props.figures, words.inputs)
  const label = unit === null ? names.slot(field.slotName) : `${names.slot(field.slotName)} (${unit})`
  const methods = field.approaches.flatMap((id) => {
    const method = model.approaches.find((approach) => approach.id === id)?.method
    return method ? [valuation.methods[method]] : []
  })
  const several = model.approaches.filter(({ enabled }) => enabled).length > 1
  const sources: Choice[] = sourceKinds.map((kind) => ({ value: kind, text: valuation.sources[kind] }))
  return (
    <div key={field.id} className="border-t border-line pt-4">
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
      {several ? <p className="mt-1 text-sm text-muted">{`${words.inputs.usedBy}: ${methods.join('; ')}`}</p> : null}
      {field.ownId === null ? (
        <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-[18rem_minmax(0,1fr)]">
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
      ) : (
        <p className="mt-1 text-sm">{words.inputs.fromRegister}</p>
      )}
    </div>
  )
}

/** What tells one “Source” from another where they are read out one by one. */
function hiddenName(name: string): ReactNode {
  return <span className="sr-only">{`: ${name}`}</span>
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

function tableControl(field: InputField, meta: LineMeta, label: string, props: ControlsProps): ReactNode {
  const { names, messages, figures } = props
  const { workbench: words, valuation } = messages
  const columnNames: Readonly<Record<string, string>> = { ...valuation.adjustments, ...valuation.columns }
  const { rows, value } = meta.getFieldset()
  const columns = columnsOf(field, field.slot.more === true ? usualAdjustments : []).filter((one) => nameable.test(one))
  const head = (column: string): string => {
    const kind = field.slot.columns?.[column]
    const unit = kind === 'money' ? figures.unit : columnPlaces(field.slot, column) === 0 ? '' : words.inputs.percent
    const name = columnNames[column] ?? column
    return unit === '' ? name : `${name} (${unit})`
  }
  const wrong = value.errors && value.errors.length > 0
  return (
    <fieldset className="min-w-0" id={value.id} {...(wrong ? { 'aria-invalid': true } : {})}>
      <legend className="mb-1 font-semibold">
        {label}
        {field.needed ? null : (
          <span className="ml-2 text-sm font-normal text-muted">{`(${messages.site.optional})`}</span>
        )}
      </legend>
      <p className="mb-2 text-sm text-muted">{`${names.help(field.slotName)} ${words.inputs.rowsHelp}`}</p>
      {tableErrors(value, messages)}
      <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
        <table className="border-collapse text-left">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-1 py-1 align-bottom text-sm font-semibold">
                  {head(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.getFieldList().map((row, at) => {
              const cells = row.getFieldset() as Readonly<Record<string, Field>>
              return (
                <tr key={row.key}>
                  {columns.map((column) => {
                    const cell = cells[column]
                    return (
                      <td key={column} className="px-1 py-1">
                        <input
                          type={column === 'on' ? 'date' : 'text'}
                          name={cell?.name}
                          defaultValue={typeof cell?.initialValue === 'string' ? cell.initialValue : ''}
                          aria-label={`${head(column)}, ${words.inputs.row(at + 1)}`}
                          autoComplete="off"
                          {...(field.slot.columns?.[column] === 'text' ? {} : { inputMode: 'decimal' as const })}
                          className="block min-h-11 w-full min-w-28 rounded-plain border border-edge bg-raised px-2 py-1"
                        />
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}

function tableErrors(field: Field, messages: Messages): ReactNode {
  if (!field.errors || field.errors.length === 0) return null
  return <p className="mb-2 font-semibold text-danger">{messages.workbench.fields.figure}</p>
}
