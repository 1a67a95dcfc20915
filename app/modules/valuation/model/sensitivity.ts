import { type Contributions } from '../engine/risk/contribution.ts'
import { type Spider, type Tornado, type TwoWayTable } from '../engine/risk/sensitivity.ts'
import { InputRefusal, type Worked } from '../engine/worked.ts'
import { type ValuationModel } from './document.ts'
import { currentEngine, type Engine } from './engines.ts'
import { type ApproachRefusal, refusalOf } from './evaluate.ts'
import { type SimulatedModel } from './simulate.ts'
import { ApproachInputRefusal, approachFunction, baseFigure, pointFunction, type Variable } from './value-function.ts'

export interface Sensitivity {
  engine: { version: string }
  of: string
  tornado: Worked<Tornado> | null
  spider: Worked<Spider> | null
  twoWay: Worked<TwoWayTable> | null
  /** To the variance; of the uncertain inputs. */
  contribution: Worked<Contributions> | null
  /** Why a part is not there, in their order; parts that were not asked for are not refused. */
  refusals: ApproachRefusal[]
}

function variablesOf(model: ValuationModel, inputs: readonly string[]): (Variable & { base: number })[] {
  return inputs.map((input) => {
    const isSeries = model.inputs.find(({ id }) => id === input)?.value.kind === 'series'
    return { input, of: isSeries ? 'factor' : 'value', base: baseFigure(model, input) }
  })
}

/**
 * How the value of an approach, or the weighted point, moves with the inputs that the model names: tornado, spider,
 * two-way table, and what each uncertain input contributes to the variance.
 *
 * @param simulated the model's simulation, from which contributions are taken; null to go without them
 */
export function sensitivityOf(
  model: ValuationModel,
  simulated: SimulatedModel | null,
  engine: Engine = currentEngine,
): Sensitivity {
  const { of, inputs, variation, changes, twoWay } = model.sensitivity
  const approach = model.approaches.find(({ id }) => id === of)
  const refusals: ApproachRefusal[] = []
  const valueOf = (variables: readonly Variable[]) => {
    const value = approach
      ? approachFunction(model, approach, variables, engine, false)
      : pointFunction(model, variables, engine, false)
    if (!value) throw new InputRefusal('reconciliation', 'missing')
    return value
  }
  const tried = <Part>(part: () => Part): Part | null => {
    try {
      return part()
    } catch (error) {
      if (!(error instanceof InputRefusal)) throw error
      const at = error instanceof ApproachInputRefusal ? error.approach : null
      refusals.push(
        at
          ? refusalOf(error, at, engine)
          : { input: null, slot: 'sensitivity', path: error.input, reason: error.reason },
      )
      return null
    }
  }
  const named = variablesOf(
    model,
    inputs.map(({ input }) => input),
  )
  const bars = inputs.map(({ input, low, high }, at) => ({
    name: input,
    base: named[at]?.base ?? 1,
    ...(low !== undefined && { low: Number(low) }),
    ...(high !== undefined && { high: Number(high) }),
  }))
  const moved = inputs.length > 0
  return {
    engine: { version: engine.version },
    of,
    tornado: moved ? tried(() => engine.tornado({ inputs: bars, model: valueOf(named), variation })) : null,
    spider: moved ? tried(() => engine.spider({ inputs: bars, model: valueOf(named), changes })) : null,
    twoWay: twoWay ? tried(() => twoWayOf(model, twoWay, valueOf, engine)) : null,
    contribution: simulated?.targets.find((target) => target.of === of)?.contribution ?? null,
    refusals,
  }
}

function twoWayOf(
  model: ValuationModel,
  { row, column }: NonNullable<ValuationModel['sensitivity']['twoWay']>,
  valueOf: (variables: readonly Variable[]) => (row: Float64Array) => number,
  engine: Engine,
): Worked<TwoWayTable> {
  const variables = variablesOf(model, [row.input, column.input])
  return engine.twoWayTable({
    inputs: variables.map(({ input, base }) => ({ name: input, base })),
    model: valueOf(variables),
    row: { name: row.input, values: row.values.map(Number) },
    column: { name: column.input, values: column.values.map(Number) },
  })
}
