import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { decimalInText, evaluateModel, scenarioFields, typedAxis, typedSpread, typedValue } from '#modules/valuation'
import { simulateApart } from '#modules/valuation/server'
import { ButtonLink, Empty, Notice, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { ByMethod } from './charts.tsx'
import { partPath, WorkbenchFrame } from './frame.tsx'
import { partLoaded, partSaved } from './part.server.ts'
import { RiskForm, type RiskValues } from './risk-form.tsx'
import { ContributionTable, NearestCorrelations, SimulationFigures } from './risk-figures.tsx'
import { SensitivityFigures } from './sensitivity-figures.tsx'

export const meta = pageMeta

const spareLines = 2

export async function loader(args: LoaderFunctionArgs) {
  const { arrival, page, facts } = await partLoaded(args, 'risk')
  const { language } = arrival
  const { model } = facts
  const fields = scenarioFields(model)
  const { simulation, sensitivity } = model
  const axisOf = (axis: { input: string; values: string[] } | undefined) => {
    const field = fields.find(({ id }) => id === axis?.input)
    return axis && field
      ? { input: axis.input, values: typedAxis(field, axis.values, language) }
      : { input: '', values: '' }
  }
  const values: RiskValues = {
    spreads: fields.map((field) => ({ input: field.id, ...typedSpread(field, language) })),
    correlations: [
      ...model.correlations.map(({ inputs: [one, other], rank }) => ({
        one,
        other,
        rank: decimalInText(String(rank), language),
      })),
      ...Array.from({ length: facts.mayEdit ? spareLines : 0 }, () => ({ one: '', other: '', rank: '' })),
    ],
    trials: String(simulation.trials),
    seed: String(simulation.seed),
    sampling: simulation.sampling,
    thresholds: simulation.thresholds.map((one) => decimalInText(one, language)).join('; '),
    variation: decimalInText(String(sensitivity.variation), language, -2),
    moved: sensitivity.inputs.map(({ input }) => input),
    row: axisOf(sensitivity.twoWay?.row),
    column: axisOf(sensitivity.twoWay?.column),
  }
  const worked = model.approaches.some(({ enabled }) => enabled) ? await simulateApart(model) : null
  return {
    page,
    facts,
    values,
    base: fields.map((field) => typedValue(field, language)),
    stated: worked?.ok === true ? worked.value.figures : null,
    refusal: worked?.ok === false ? worked.refusal.code : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  return partSaved(args, 'risk')
}

export default function Risk() {
  const { facts, values, base, stated, refusal } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const messages = useMessages()
  const { workbench: words } = messages
  const { model } = facts
  const form = useReplyForm<RiskValues>({ name: 'risk', reply, values })
  const { scenarios } = evaluateModel(model)
  const targets = stated?.simulation.targets ?? []
  const spreads = new Map(
    targets.flatMap(({ of, simulation }) => {
      const percentiles = simulation?.result.percentiles ?? []
      const [low, high] = [0.05, 0.95].map((p) => percentiles.find(({ probability }) => probability === p)?.value)
      return low === undefined || high === undefined ? [] : [[of, { low, high }] as const]
    }),
  )
  return (
    <WorkbenchFrame facts={facts} part="risk">
      {refusal === null ? null : <Notice tone="caution">{messages.problems.refusals[refusal as 'bug']}</Notice>}
      <NearestCorrelations model={model} />
      {base.length === 0 ? (
        <Empty action={<ButtonLink to={partPath(facts.id, 'inputs')}>{words.scenarios.toInputs}</ButtonLink>}>
          {words.scenarios.noInputs}
        </Empty>
      ) : targets.length === 0 ? (
        <Empty>{words.risk.nothingUncertain}</Empty>
      ) : null}
      {spreads.size > 0 ? <ByMethod model={model} scenarios={scenarios} spreads={spreads} /> : null}
      {targets.map((target) => (
        <SimulationFigures key={target.of} model={model} target={target} base={scenarios[0]} />
      ))}
      <ContributionTable model={model} targets={targets} />
      {stated ? (
        <SensitivityFigures
          model={model}
          sensitivity={stated.sensitivity}
          conclusion={partPath(facts.id, 'conclusion')}
        />
      ) : null}
      <RiskForm form={form} facts={facts} values={values} base={base} />
    </WorkbenchFrame>
  )
}
