/** What a figure is measured in. `money` is in units of the model's one currency, rates are decimals a year. */
export type Unit = 'money' | 'rate' | 'ratio' | 'years' | 'probability' | 'count' | 'quantity'

/** One line of the working. `formula` is written in symbols, `numbers` is the same with figures put in. */
export interface Step {
  /** Key of the name under which a page shows the step. */
  label: string
  symbol: string
  formula: string
  numbers: string
  value: number
  unit: Unit
}

/** Something the reader should know that does not make the figure wrong. */
export interface Warning {
  code: string
  /** Figures the message names. */
  values: Record<string, number>
}

/** A result with how it arose. */
export interface Worked<Result> {
  result: Result
  steps: Step[]
  warnings: Warning[]
}

/** An input that a method cannot be given. */
export class InputRefusal extends Error {
  /** Path of the input, such as `revenues[3]`. */
  readonly input: string
  readonly reason: string

  constructor(input: string, reason: string) {
    super(`${input}: ${reason}`)
    this.name = 'InputRefusal'
    this.input = input
    this.reason = reason
  }
}
