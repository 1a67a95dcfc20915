import type { ReactNode } from 'react'
import type { Messages } from '#i18n'
import { columnPlaces, columnsOf, type InputField } from '#modules/valuation'
import type { Field } from '#ui'
import type { ControlsProps, LineMeta } from './input-controls.tsx'

/** Columns by which comparables are usually adjusted. */
const usualAdjustments = ['time', 'territory', 'exclusivity', 'trl', 'remaining_life', 'field', 'deal_form']

/** Names of fields are made of them: other columns are kept, and edited in a file. */
const nameable = /^\w[\w -]{0,63}$/

/** More columns than stand side by side beside the result: each row is then a block of its own. */
const mostInALine = 6

/** A table of figures. */
export function tableControl(field: InputField, meta: LineMeta, label: string, props: ControlsProps): ReactNode {
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
  const lines = rows.getFieldList().map((row, at) => {
    const fields = row.getFieldset() as Readonly<Record<string, Field>>
    const cells = columns.map((column) => {
      const cell = fields[column]
      const control = (
        <input
          type={column === 'on' ? 'date' : 'text'}
          name={cell?.name}
          defaultValue={typeof cell?.initialValue === 'string' ? cell.initialValue : ''}
          aria-label={`${head(column)}, ${words.inputs.row(at + 1)}`}
          autoComplete="off"
          {...(field.slot.columns?.[column] === 'text' ? {} : { inputMode: 'decimal' as const })}
          className="block min-h-11 w-full min-w-0 rounded-plain border border-edge bg-raised px-2 py-1"
        />
      )
      return { column, name: head(column), control }
    })
    const filled = columns.some((column) => (fields[column]?.initialValue ?? '') !== '')
    return { key: row.key, cells, filled }
  })
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
      {columns.length > mostInALine ? (
        <ol className="space-y-2">
          {lines.map(({ key, cells, filled }, at) => (
            <li key={key}>
              <details open={filled || (at === 0 && !lines.some((one) => one.filled))}>
                <summary className="cursor-pointer py-1 text-sm font-semibold">{words.inputs.row(at + 1)}</summary>
                <div className="mt-1 grid grid-cols-2 gap-x-3 gap-y-2 border-l-2 border-line pl-3 sm:grid-cols-4">
                  {cells.map(({ column, name, control }) => (
                    <label key={column} className="flex flex-col justify-end text-sm">
                      {name}
                      {control}
                    </label>
                  ))}
                </div>
              </details>
            </li>
          ))}
        </ol>
      ) : (
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
              {lines.map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map(({ column, control }) => (
                    <td key={column} className="min-w-28 px-1 py-1">
                      {control}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </fieldset>
  )
}

function tableErrors(field: Field, messages: Messages): ReactNode {
  if (!field.errors || field.errors.length === 0) return null
  return <p className="mb-2 font-semibold text-danger">{messages.workbench.fields.figure}</p>
}
