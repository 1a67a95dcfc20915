import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLanguage, useMessages } from '#i18n'
import {
  evaluateModel,
  type EvaluatedScenario,
  scenarioBars,
  scenarioFields,
  typedOverride,
  typedValue,
  type ValuationModel,
} from '#modules/valuation'
import { ButtonLink, Checkbox, Empty, Figure, ReplyForm, Section, Table, TextField, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { unitOf, useFigures } from './figures.ts'
import { EnterSaves, SavesPart } from './form-parts.tsx'
import { partPath, WorkbenchFrame } from './frame.tsx'
import { useInputNames } from './names.ts'
import { partLoaded, partSaved } from './part.server.ts'

export const meta = pageMeta

const mostScenarios = 6

export async function loader(args: LoaderFunctionArgs) {
  const { arrival, page, facts } = await partLoaded(args, 'scenarios')
  const { language } = arrival
  const fields = scenarioFields(facts.model)
  const scenarios = facts.model.scenarios.map((scenario) => ({
    id: scenario.id,
    name: scenario.name[language] || scenario.name.vi,
    remove: '',
    overrides: fields.map((field) => ({ input: field.id, value: typedOverride(field, scenario, language) })),
  }))
  const fresh = { id: '', name: '', remove: '', overrides: fields.map(({ id }) => ({ input: id, value: '' })) }
  const values = { scenarios: facts.mayEdit && scenarios.length < mostScenarios ? [...scenarios, fresh] : scenarios }
  return { page, facts, values, base: fields.map((field) => typedValue(field, language)) }
}

export async function action(args: ActionFunctionArgs) {
  return partSaved(args, 'scenarios')
}

const columns = 'grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3'

export default function Scenarios() {
  const { facts, values, base } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { workbench: words } = useMessages()
  const names = useInputNames(facts.model)
  const figures = useFigures(facts.model.head)
  const form = useReplyForm<typeof values>({ name: 'scenarios', reply, values })
  const metas = form.fields.scenarios.getFieldList()
  const fields = scenarioFields(facts.model)
  const { scenarios } = evaluateModel(facts.model)
  if (fields.length === 0)
    return (
      <WorkbenchFrame facts={facts} part="scenarios">
        <Empty action={<ButtonLink to={partPath(facts.id, 'inputs')}>{words.scenarios.toInputs}</ButtonLink>}>
          {words.scenarios.noInputs}
        </Empty>
      </WorkbenchFrame>
    )
  return (
    <WorkbenchFrame facts={facts} part="scenarios">
      {scenarios.length > 1 ? <SideBySide model={facts.model} scenarios={scenarios} /> : null}
      <fieldset disabled={!facts.mayEdit} className="mt-8 min-w-0">
        <ReplyForm of={form} className="space-y-8">
          <EnterSaves version={facts.version} />
          {metas.map((meta, at) => {
            const scenario = meta.getFieldset()
            const isFresh = values.scenarios[at]?.id === ''
            const overrides = scenario.overrides.getFieldList()
            const controls = fields.flatMap((field, place) => {
              const override = overrides[place]?.getFieldset()
              if (!override) return []
              const unit = unitOf(field, figures, words.inputs)
              const control = (
                <div key={field.id}>
                  <input type="hidden" name={override.input.name} value={field.id} />
                  <TextField
                    field={override.value}
                    label={unit === null ? names.input(field.id) : `${names.input(field.id)} (${unit})`}
                    help={`${words.scenarios.base}: ${base[place] ?? ''}`}
                    autoComplete="off"
                  />
                </div>
              )
              const { initialValue, errors } = override.value
              return [{ control, differs: Boolean(initialValue) || (errors?.length ?? 0) > 0 }]
            })
            const changed = controls.filter(({ differs }) => differs || isFresh)
            const asBase = controls.filter(({ differs }) => !differs && !isFresh)
            return (
              <fieldset key={meta.key} className="min-w-0 border-t border-line pt-4">
                <legend className="sr-only">
                  {isFresh ? words.scenarios.fresh : (values.scenarios[at]?.name ?? '')}
                </legend>
                <input type="hidden" name={scenario.id.name} value={values.scenarios[at]?.id ?? ''} />
                <div className="max-w-xl">
                  <TextField
                    field={scenario.name}
                    label={isFresh ? words.scenarios.fresh : words.scenarios.name}
                    {...(isFresh ? { help: words.scenarios.freshHelp, optional: true } : {})}
                    maxLength={200}
                    autoComplete="off"
                  />
                </div>
                {facts.mayEdit ? <p className="mt-3 mb-2 text-sm text-muted">{words.scenarios.asBase}</p> : null}
                {changed.length > 0 ? <div className={columns}>{changed.map(({ control }) => control)}</div> : null}
                {asBase.length > 0 ? (
                  <details className="mt-3" open={changed.length === 0}>
                    <summary className="w-fit py-1 text-action">{words.scenarios.others(asBase.length)}</summary>
                    <div className={`mt-2 ${columns}`}>{asBase.map(({ control }) => control)}</div>
                  </details>
                ) : null}
                {isFresh || !facts.mayEdit ? null : (
                  <div className="mt-3">
                    <Checkbox field={scenario.remove} label={words.scenarios.remove} />
                  </div>
                )}
              </fieldset>
            )
          })}
          {facts.mayEdit ? <SavesPart stay={words.saveAndRecalculate} /> : null}
        </ReplyForm>
      </fieldset>
    </WorkbenchFrame>
  )
}

/** The line of the table that is no approach. */
const concluded = ''

function SideBySide({
  model,
  scenarios,
}: {
  readonly model: ValuationModel
  readonly scenarios: readonly EvaluatedScenario[]
}) {
  const { workbench: words, valuation } = useMessages()
  const language = useLanguage()
  const figures = useFigures(model.head)
  const nameOf = (id: string) => {
    const name = model.scenarios.find((scenario) => scenario.id === id)?.name
    return name ? name[language] || name.vi : words.scenarios.base
  }
  const valueOf = ({ reconciliation, approaches }: EvaluatedScenario) =>
    reconciliation.point ?? (approaches.length === 1 ? (approaches[0]?.value ?? null) : null)
  const rows = scenarios.map((scenario) => ({
    label: nameOf(scenario.scenario),
    value: valueOf(scenario),
    note: valueOf(scenario) === null ? words.noPoint : undefined,
    base: scenario.scenario === 'base',
  }))
  const labels = { axis: words.result.point, none: words.noPoint }
  const drawn = (width: 'narrow' | 'wide') => scenarioBars({ rows, labels, width, format: figures.short })
  const lines = [
    ...(scenarios[0]?.approaches ?? []).map(({ approach, method }) => ({
      id: approach,
      name: valuation.methods[method],
    })),
    { id: concluded, name: words.result.point },
  ]
  return (
    <Section title={words.scenarios.side}>
      <Figure
        title={words.charts.scenarios}
        description={words.partLeads.scenarios}
        narrow={drawn('narrow')}
        wide={drawn('wide')}
        table={{
          caption: words.charts.scenarios,
          rows,
          rowKey: ({ label }) => label,
          columns: [
            { head: words.scenarios.name, cell: ({ label }) => label },
            {
              head: words.result.point,
              numeric: true,
              cell: ({ value }) => (value === null ? words.noPoint : figures.whole(value)),
            },
          ],
        }}
      />
      <Table
        caption={words.scenarios.side}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { head: words.result.method, cell: ({ id, name }) => (id === concluded ? <strong>{name}</strong> : name) },
          ...scenarios.map(({ scenario, approaches, reconciliation }) => ({
            head: nameOf(scenario),
            numeric: true,
            cell: ({ id }: (typeof lines)[number]) => {
              const value =
                id === concluded ? reconciliation.point : approaches.find(({ approach }) => approach === id)?.value
              if (value === null || value === undefined) return id === concluded ? words.noPoint : words.result.notYet
              return id === concluded ? <strong>{figures.whole(value)}</strong> : figures.whole(value)
            },
          })),
        ]}
      />
    </Section>
  )
}
