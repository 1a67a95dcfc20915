import { InputRefusal } from '../engine/worked.ts'
import { type Approach, type ValuationModel } from './document.ts'
import { type Engine } from './engines.ts'
import { givenOf, type Ledger, ledgerOf } from './ledger.ts'
import { type Given, type Varying } from './methods/method.ts'

/** A model's value as a function of some of its inputs, for simulations and sensitivities. */

/** How a row's figure is taken: as the input itself, or as a factor upon what the ledger says. */
export interface Variable {
  input: string
  of: 'value' | 'factor'
}

/** A refusal together with the approach that it came from. */
export class ApproachInputRefusal extends InputRefusal {
  readonly approach: Approach

  constructor({ input, reason }: InputRefusal, approach: Approach) {
    super(input, reason)
    this.approach = approach
  }
}

type RowFunction = (row: Float64Array) => number

/** Names the approach in whatever it refuses. */
function named(approach: Approach, value: RowFunction): RowFunction {
  return (row) => {
    try {
      return value(row)
    } catch (error) {
      if (!(error instanceof InputRefusal)) throw error
      throw new ApproachInputRefusal(error, approach)
    }
  }
}

interface Write {
  at: number
  slot: string
  /** The base figures of a series, which the row's factor multiplies. */
  series: number[] | null
  scale: number
}

function writesOf(approach: Approach, given: Given, ledger: Ledger, variables: readonly Variable[]): Write[] {
  return Object.entries(approach.inputs).flatMap(([slot, input]): Write[] => {
    const at = variables.findIndex((variable) => variable.input === input)
    const base = given[slot]
    const variable = variables[at]
    if (!variable) return []
    if (Array.isArray(base)) return [{ at, slot, series: (base as number[]).slice(), scale: 1 }]
    const scale = variable.of === 'factor' ? Number(base) : (ledger.entries.get(input)?.scale ?? 1)
    return [{ at, slot, series: null, scale }]
  })
}

/** Writes a trial's figures into the slots. Series are written into arrays of their own, used again each time. */
function writer(given: Given, writes: readonly Write[]): (row: Float64Array) => void {
  const buffers = writes.map(({ series }) => series?.slice() ?? null)
  for (const [place, buffer] of buffers.entries()) if (buffer) given[writes[place]?.slot ?? ''] = buffer
  return (row) => {
    for (let place = 0; place < writes.length; place += 1) {
      const { at, slot, series, scale } = writes[place] as Write
      const figure = (row[at] as number) * scale
      const buffer = buffers[place]
      if (!series || !buffer) given[slot] = figure
      else for (let year = 0; year < series.length; year += 1) buffer[year] = (series[year] as number) * figure
    }
  }
}

/** Whether an approach reads any of the variables. */
export function reads(approach: Approach, variables: readonly Variable[]): boolean {
  const used = Object.values(approach.inputs)
  return variables.some(({ input }) => used.includes(input))
}

/**
 * The value of an approach at a row of variables.
 *
 * @param quickly by the method's short way where it has one, whose last bits may differ
 * @throws ApproachInputRefusal where the base itself is refused; the function throws it where a row is
 */
export function approachFunction(
  model: ValuationModel,
  approach: Approach,
  variables: readonly Variable[],
  engine: Engine,
  quickly = true,
): RowFunction {
  const ledger = ledgerOf(model)
  const method = engine.methods[approach.method]
  const prepare = named(approach, () => {
    const given = givenOf(approach, method, ledger)
    return method.run(given, ledger).value
  })
  const baseValue = prepare(new Float64Array(0))
  const given = givenOf(approach, method, ledger)
  const writes = writesOf(approach, given, ledger, variables)
  if (writes.length === 0) return () => baseValue
  const varying = new Map(writes.map(({ slot, at, scale }): [string, Varying] => [slot, { at, scale }]))
  const write = writer(given, writes)
  const whole = named(approach, (row) => {
    write(row)
    return method.run(given, ledger).value
  })
  return (quickly ? method.quick?.(givenOf(approach, method, ledger), varying, whole) : null) ?? whole
}

/** Σ w_i·V_i of the weighted approaches at a row; null where the base has no weighted point. */
export function pointFunction(
  model: ValuationModel,
  variables: readonly Variable[],
  engine: Engine,
  quickly = true,
): RowFunction | null {
  const enabled = model.approaches.filter((approach) => approach.enabled)
  const functions = enabled.map((approach) => {
    try {
      return { approach: approach.id, value: approachFunction(model, approach, variables, engine, quickly) }
    } catch (error) {
      if (error instanceof InputRefusal) return { approach: approach.id, value: null }
      throw error
    }
  })
  const base = Float64Array.from(variables, ({ input, of }) => (of === 'factor' ? 1 : baseFigure(model, input)))
  const values = functions.map(({ approach, value }) => ({ approach, value: value?.(base) ?? null }))
  if (engine.reconcile(model.reconciliation, values).weighted === null) return null
  const parts = functions.flatMap(({ approach, value }) => {
    const weight = model.reconciliation.weights.find((one) => one.approach === approach)?.weight ?? 0
    return value && weight > 0 ? [{ weight, value }] : []
  })
  return (row) => {
    let sum = 0
    for (const { weight, value } of parts) sum += weight * value(row)
    return sum
  }
}

/** What the ledger says of a number. */
export function baseFigure(model: ValuationModel, input: string): number {
  const value = model.inputs.find(({ id }) => id === input)?.value
  return value?.kind === 'number' ? Number(value.value) : 1
}
