import { type Contributions } from '../engine/risk/contribution.ts'
import { type Distribution } from '../engine/risk/distributions.ts'
import { type Simulation } from '../engine/risk/simulation.ts'
import { type Matrix } from '../engine/risk/symmetric.ts'
import { InputRefusal, type Worked } from '../engine/worked.ts'
import { type LedgerInput, type ValuationModel } from './document.ts'
import { currentEngine, type Engine } from './engines.ts'
import { type ApproachRefusal, refusalOf } from './evaluate.ts'
import { ApproachInputRefusal, approachFunction, pointFunction, reads, type Variable } from './value-function.ts'

export interface SimulatedTarget {
  /** An approach's id, or `reconciliation` for the weighted point. */
  of: string
  simulation: Worked<Simulation> | null
  /** How much of the spread each uncertain input brings; ranked when it is first read. */
  readonly contribution: Worked<Contributions> | null
  refusal: ApproachRefusal | null
}

export interface SimulatedModel {
  engine: { version: string }
  /** Of what was drawn, in the order of the ledger. */
  inputs: string[]
  /** Approaches with an uncertain input, then the point. All are valued at the same draws. */
  targets: SimulatedTarget[]
}

type Spread = NonNullable<LedgerInput['uncertainty']>['distribution']

function distributionOf(spread: Spread): Distribution {
  const { kind } = spread
  if (kind === 'discrete')
    return {
      kind,
      outcomes: spread.outcomes.map(({ value, probability }) => ({
        value: Number(value),
        probability: Number(probability),
      })),
    }
  const figures = Object.entries(spread).flatMap(([name, value]) => (name === 'kind' ? [] : [[name, Number(value)]]))
  return { kind, ...Object.fromEntries(figures) } as Distribution
}

export function correlationOf(model: ValuationModel, inputs: readonly string[]): Matrix | null {
  const matrix = inputs.map((_, row) => inputs.map((_, column): number => (row === column ? 1 : 0)))
  let any = false
  for (const { inputs: pair, rank } of model.correlations) {
    const [row, column] = [inputs.indexOf(pair[0]), inputs.indexOf(pair[1])]
    const [one, other] = [matrix[row], matrix[column]]
    if (!one || !other) continue
    one[column] = rank
    other[row] = rank
    any = true
  }
  return any ? matrix : null
}

/** A refusal of the simulation itself: of an input's distribution, the correlation or the settings. */
function simulationRefusal(error: InputRefusal, inputs: readonly string[], engine: Engine): ApproachRefusal {
  if (error instanceof ApproachInputRefusal) return refusalOf(error, error.approach, engine)
  const at = /^inputs\[(\d+)\]/.exec(error.input)?.[1]
  return {
    input: at === undefined ? null : (inputs[Number(at)] ?? null),
    slot: 'uncertainty',
    path: error.input,
    reason: error.reason,
  }
}

function withContribution(
  of: string,
  simulation: Worked<Simulation>,
  inputs: readonly string[],
  engine: Engine,
): SimulatedTarget {
  let contribution: Worked<Contributions> | null = null
  return {
    of,
    simulation,
    get contribution() {
      const { draws = [], values } = simulation.result
      contribution ??= engine.contributionToVariance({ names: inputs, draws, values })
      return contribution
    },
    refusal: null,
  }
}

/**
 * The spread of each approach that has an uncertain input, and of the weighted point, at the same draws of all uncertain
 * inputs. The same model gives the same figures on every machine.
 */
export function simulateModel(model: ValuationModel, engine: Engine = currentEngine): SimulatedModel {
  const enabled = model.approaches.filter((approach) => approach.enabled)
  const used = new Set(enabled.flatMap((approach) => Object.values(approach.inputs)))
  const drawn = model.inputs.flatMap(({ id, uncertainty }) =>
    uncertainty && used.has(id) ? [{ id, uncertainty }] : [],
  )
  const inputs = drawn.map(({ id }) => id)
  const variables = drawn.map(({ id, uncertainty }): Variable => ({ input: id, of: uncertainty.of }))
  const result = { engine: { version: engine.version }, inputs }
  if (drawn.length === 0) return { ...result, targets: [] }
  const correlation = correlationOf(model, inputs)
  const { trials, seed, sampling, thresholds } = model.simulation

  // The same seed draws the same for every target: what is drawn is kept once, however many there are.
  let draws: Float64Array[] | undefined
  const simulated = (of: string, value: () => ((row: Float64Array) => number) | null): SimulatedTarget[] => {
    try {
      const trial = value()
      if (!trial) return []
      const simulation = engine.simulate({
        inputs: drawn.map(({ id, uncertainty }) => ({
          name: id,
          distribution: distributionOf(uncertainty.distribution),
        })),
        model: trial,
        trials,
        seed,
        sampling,
        thresholds: thresholds.map(Number),
        ...(correlation && { correlation }),
        keepDraws: true,
      })
      draws ??= simulation.result.draws
      if (draws) simulation.result.draws = draws
      return [withContribution(of, simulation, inputs, engine)]
    } catch (error) {
      if (!(error instanceof InputRefusal)) throw error
      return [{ of, simulation: null, contribution: null, refusal: simulationRefusal(error, inputs, engine) }]
    }
  }
  return {
    ...result,
    targets: [
      ...enabled
        .filter((approach) => reads(approach, variables))
        .flatMap((approach) => simulated(approach.id, () => approachFunction(model, approach, variables, engine))),
      ...simulated('reconciliation', () => pointFunction(model, variables, engine)),
    ],
  }
}
