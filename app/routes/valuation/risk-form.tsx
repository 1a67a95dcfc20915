import type { ReactNode } from 'react'
import { useMessages } from '#i18n'
import { scenarioFields, spreadKinds } from '#modules/valuation'
import type { ValuationFacts } from '#modules/valuation/server'
import { CheckboxGroup, ReplyForm, SelectField, TextField, type useReplyForm } from '#ui'
import { EnterSaves, SavesPart } from './form-parts.tsx'
import { unitOf, useFigures } from './figures.ts'
import { useInputNames } from './names.ts'

export interface RiskValues extends Record<string, unknown> {
  spreads: { input: string; kind: string; figures: string }[]
  correlations: { one: string; other: string; rank: string }[]
  trials: string
  seed: string
  sampling: string
  thresholds: string
  variation: string
  moved: string[]
  row: { input: string; values: string }
  column: { input: string; values: string }
}

interface RiskFormProps {
  readonly form: ReturnType<typeof useReplyForm<RiskValues>>
  readonly facts: ValuationFacts
  readonly values: RiskValues
  readonly base: readonly string[]
}

const samplings = ['plain', 'latin_hypercube', 'sobol'] as const

/** In which order the figures of the chosen distribution are given. */
const orderOf: Readonly<Record<(typeof spreadKinds)[number], string>> = {
  triangular: 'hidden group-has-[option[value=triangular]:checked]:inline',
  pert: 'hidden group-has-[option[value=pert]:checked]:inline',
  uniform: 'hidden group-has-[option[value=uniform]:checked]:inline',
  normal: 'hidden group-has-[option[value=normal]:checked]:inline',
  lognormal: 'hidden group-has-[option[value=lognormal]:checked]:inline',
  discrete: 'hidden group-has-[option[value=discrete]:checked]:inline',
}

function ofInput(label: string, input: string): ReactNode {
  return (
    <>
      {label}
      <span className="sr-only">{`: ${input}`}</span>
    </>
  )
}

/** What is uncertain and how, what goes together, how it is simulated, and what the value's sensitivity is tried on. */
export function RiskForm({ form, facts, values, base }: RiskFormProps) {
  const { workbench: words, valuation, site } = useMessages()
  const { model } = facts
  const figures = useFigures(model.head)
  const names = useInputNames(model)
  const { fields: metas } = form
  const fields = scenarioFields(model)
  const spreads = metas.spreads.getFieldList()
  const kinds = spreadKinds.map((kind) => ({ value: kind, text: valuation.distributions[kind] }))
  const orders = spreadKinds.map((kind) => (
    <span key={kind} className={orderOf[kind]}>
      {words.risk.order[kind]}
    </span>
  ))
  const choices = fields.map(({ id }) => ({ value: id, text: names.input(id) }))
  const uncertain = choices.filter(({ value }) =>
    model.inputs.some(({ id, uncertainty }) => id === value && uncertainty),
  )
  const pairs = metas.correlations.getFieldList()
  if (fields.length === 0) return null
  return (
    <fieldset disabled={!facts.mayEdit} className="mt-8 min-w-0 border-t border-line pt-5">
      <ReplyForm of={form} className="space-y-8">
        <EnterSaves version={facts.version} />
        <section className="space-y-4">
          <h2 className="text-xl">{words.risk.spreads}</h2>
          <p className="max-w-[75ch] text-sm text-muted">{words.risk.spreadsHelp}</p>
          {fields.map((field, at) => {
            const spread = spreads[at]?.getFieldset()
            if (!spread) return null
            const name = names.input(field.id)
            const unit = unitOf(field, figures, words.inputs)
            return (
              <fieldset key={field.id} className="group min-w-0 border-t border-line pt-3">
                <legend className="sr-only">{name}</legend>
                <p className="mb-2">
                  <span className="font-semibold">{name}</span>
                  <span className="ml-3 text-sm text-muted">
                    {`${words.risk.base}: ${base[at] ?? ''}${unit === null ? '' : `\u00a0${unit}`}`}
                  </span>
                </p>
                <input type="hidden" name={spread.input.name} value={values.spreads[at]?.input ?? field.id} />
                <div className="grid gap-4 sm:grid-cols-2">
                  <SelectField
                    field={spread.kind}
                    label={ofInput(words.risk.spread, name)}
                    choices={kinds}
                    empty={words.risk.certain}
                  />
                  <div className="group-has-[option[value='']:checked]:hidden">
                    <TextField
                      field={spread.figures}
                      label={ofInput(words.risk.figures, name)}
                      help={orders}
                      autoComplete="off"
                    />
                  </div>
                </div>
              </fieldset>
            )
          })}
        </section>
        {uncertain.length > 1 && pairs.length > 0 ? (
          <section className="space-y-4">
            <h2 className="text-xl">{words.risk.correlations}</h2>
            <p className="text-sm text-muted">{words.risk.correlationsHelp}</p>
            {pairs.map((meta) => {
              const pair = meta.getFieldset()
              return (
                <div key={meta.key} className="grid gap-4 sm:grid-cols-[1fr_1fr_8rem]">
                  <SelectField field={pair.one} label={words.risk.one} choices={uncertain} empty={site.choose} />
                  <SelectField field={pair.other} label={words.risk.other} choices={uncertain} empty={site.choose} />
                  <TextField field={pair.rank} label={words.risk.rank} inputMode="decimal" />
                </div>
              )
            })}
          </section>
        ) : null}
        <section className="space-y-4">
          <h2 className="text-xl">{words.risk.settings}</h2>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField field={metas.trials} label={words.risk.trials} inputMode="numeric" />
            <TextField field={metas.seed} label={words.risk.seed} help={words.risk.seedHelp} inputMode="numeric" />
            <SelectField
              field={metas.sampling}
              label={words.risk.sampling}
              choices={samplings.map((one) => ({ value: one, text: valuation.samplings[one] }))}
            />
          </div>
          <TextField
            field={metas.thresholds}
            label={`${words.risk.thresholds} (${figures.unit})`}
            help={words.risk.thresholdsHelp}
            optional
          />
        </section>
        <section className="space-y-4">
          <h2 className="text-xl">{words.risk.sensitivity}</h2>
          <div className="max-w-xs">
            <TextField field={metas.variation} label={words.risk.variation} inputMode="decimal" />
          </div>
          <CheckboxGroup field={metas.moved} label={words.risk.moved} choices={choices} columns={2} />
          <fieldset className="min-w-0 space-y-3">
            <legend className="font-semibold">{words.risk.twoWay}</legend>
            <p className="text-sm text-muted">{words.risk.twoWayHelp}</p>
            {(['row', 'column'] as const).map((axis) => {
              const meta = metas[axis].getFieldset()
              return (
                <div key={axis} className="grid gap-4 sm:grid-cols-2">
                  <SelectField
                    field={meta.input}
                    label={words.risk[axis]}
                    choices={choices}
                    empty={site.choose}
                    optional
                  />
                  <TextField field={meta.values} label={words.risk.values} autoComplete="off" optional />
                </div>
              )
            })}
          </fieldset>
        </section>
        {facts.mayEdit ? <SavesPart stay={words.risk.run} /> : null}
      </ReplyForm>
    </fieldset>
  )
}
