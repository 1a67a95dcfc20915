import { type z } from 'zod'
import {
  type Approach,
  type InputValue,
  type LedgerInput,
  valuationModel,
  type Scenario,
  type ValuationModel,
} from './document.ts'
import { valuationMethods } from './engines.ts'

/** What is wrong with one place of a document. */
export interface Fault {
  /** Such as `inputs[3].value`; empty for the document itself. */
  path: string
  /** Key of a sentence. */
  code: FaultCode
}

export const faultCodes = [
  'not_json',
  'missing',
  'wrong_type',
  'wrong_form',
  'out_of_range',
  'unknown',
  'unknown_field',
  'repeated',
  'row_length_differs',
  'no_such_input',
  'no_such_approach',
  'no_such_slot',
  'kind_differs',
  'unit_differs',
  'cannot_be_uncertain',
  'not_uncertain',
  'not_a_figure',
] as const
export type FaultCode = (typeof faultCodes)[number]

export type Parsed<Document> = { ok: true; value: Document } | { ok: false; faults: Fault[] }

function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>(
    (so, part) => (typeof part === 'number' ? `${so}[${part}]` : so === '' ? String(part) : `${so}.${String(part)}`),
    '',
  )
}

const codes: Partial<Record<z.core.$ZodIssue['code'], FaultCode>> = {
  invalid_type: 'wrong_type',
  too_big: 'out_of_range',
  too_small: 'out_of_range',
  not_multiple_of: 'out_of_range',
  invalid_format: 'wrong_form',
  invalid_key: 'wrong_form',
  invalid_value: 'unknown',
  invalid_union: 'unknown',
  unrecognized_keys: 'unknown_field',
}

/** What a schema found, as faults. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({
    path: pathOf(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path),
    code:
      issue.code === 'invalid_type' && /received undefined/.test(issue.message)
        ? 'missing'
        : (codes[issue.code] ?? 'wrong_type'),
  }))
}

class Checker {
  readonly faults: Fault[] = []
  private readonly model: ValuationModel
  private readonly inputs: ReadonlyMap<string, LedgerInput>

  constructor(model: ValuationModel) {
    this.model = model
    this.inputs = new Map(model.inputs.map((input) => [input.id, input]))
  }

  check(): Fault[] {
    const { inputs, approaches, scenarios, correlations, reconciliation, sensitivity } = this.model
    this.exchangeRates(this.model.head)
    this.distinct('inputs', inputs)
    this.distinct('approaches', approaches)
    this.distinct('scenarios', scenarios)
    // Names that results have for what is no scenario or approach.
    for (const [at, scenario] of scenarios.entries())
      if (scenario.id === 'base') this.add(`scenarios[${at}].id`, 'repeated')
    for (const [at, { id }] of approaches.entries())
      if (id === 'reconciliation') this.add(`approaches[${at}].id`, 'repeated')
    for (const [at, input] of inputs.entries()) this.input(`inputs[${at}]`, input)
    for (const [at, approach] of approaches.entries()) this.approach(`approaches[${at}]`, approach)
    for (const [at, scenario] of scenarios.entries()) this.scenario(`scenarios[${at}]`, scenario)
    this.correlations(correlations)
    for (const [at, { approach }] of reconciliation.weights.entries())
      if (!approaches.some(({ id }) => id === approach))
        this.add(`reconciliation.weights[${at}].approach`, 'no_such_approach')
    this.distinct(
      'reconciliation.weights',
      reconciliation.weights.map(({ approach }) => ({ id: approach })),
      'approach',
    )
    this.sensitivity(sensitivity)
    return this.faults
  }

  private add(path: string, code: FaultCode): void {
    this.faults.push({ path, code })
  }

  private distinct(path: string, items: readonly { id: string }[], name = 'id'): void {
    const seen = new Set<string>()
    for (const [at, { id }] of items.entries()) {
      if (seen.has(id)) this.add(`${path}[${at}].${name}`, 'repeated')
      seen.add(id)
    }
  }

  private exchangeRates({ currency, exchangeRates }: ValuationModel['head']): void {
    const seen = new Set([currency])
    for (const [at, stated] of exchangeRates.entries()) {
      if (seen.has(stated.currency)) this.add(`head.exchangeRates[${at}].currency`, 'repeated')
      if (Number(stated.rate) <= 0) this.add(`head.exchangeRates[${at}].rate`, 'out_of_range')
      seen.add(stated.currency)
    }
  }

  private table(path: string, value: InputValue): void {
    if (value.kind !== 'table') return
    if (new Set(value.columns).size < value.columns.length) this.add(`${path}.columns`, 'repeated')
    for (const [at, row] of value.rows.entries())
      if (row.length !== value.columns.length) this.add(`${path}.rows[${at}]`, 'row_length_differs')
  }

  private input(path: string, input: LedgerInput): void {
    this.table(`${path}.value`, input.value)
    if (input.currency !== undefined && input.unit !== 'money') this.add(`${path}.currency`, 'unit_differs')
    if (!input.uncertainty) return
    const { kind } = input.value
    const fits = kind === 'number' || (kind === 'series' && input.uncertainty.of === 'factor')
    if (!fits) this.add(`${path}.uncertainty.of`, 'cannot_be_uncertain')
  }

  private approach(path: string, { method, inputs }: Approach): void {
    const { slots } = valuationMethods[method]
    for (const [name, id] of Object.entries(inputs)) {
      const at = `${path}.inputs.${name}`
      const slot = Object.hasOwn(slots, name) ? slots[name] : undefined
      const input = this.inputs.get(id)
      if (!slot) this.add(at, 'no_such_slot')
      else if (!input) this.add(at, 'no_such_input')
      else if (!slot.kinds.includes(input.value.kind)) this.add(at, 'kind_differs')
      else if (input.value.kind === 'choice' && !slot.choices?.includes(input.value.value)) this.add(at, 'unknown')
      else if (input.value.kind === 'number' || input.value.kind === 'series') {
        const measure = input.unit === 'money' || input.unit === 'years' ? input.unit : 'plain'
        if (measure !== slot.measure) this.add(at, 'unit_differs')
      }
    }
  }

  private scenario(path: string, { overrides }: Scenario): void {
    this.distinct(
      `${path}.overrides`,
      overrides.map(({ input }) => ({ id: input })),
      'input',
    )
    for (const [at, { input, value }] of overrides.entries()) {
      const entry = this.inputs.get(input)
      if (!entry) this.add(`${path}.overrides[${at}].input`, 'no_such_input')
      else if (entry.value.kind !== value.kind) this.add(`${path}.overrides[${at}].value`, 'kind_differs')
      this.table(`${path}.overrides[${at}].value`, value)
    }
  }

  private correlations(pairs: ValuationModel['correlations']): void {
    const seen = new Set<string>()
    for (const [at, { inputs }] of pairs.entries()) {
      for (const [side, id] of inputs.entries()) {
        const input = this.inputs.get(id)
        if (!input) this.add(`correlations[${at}].inputs[${side}]`, 'no_such_input')
        else if (!input.uncertainty) this.add(`correlations[${at}].inputs[${side}]`, 'not_uncertain')
      }
      const pair = [...inputs].sort().join(' ')
      if (inputs[0] === inputs[1] || seen.has(pair)) this.add(`correlations[${at}].inputs`, 'repeated')
      seen.add(pair)
    }
  }

  private sensitivity({ of, inputs, twoWay }: ValuationModel['sensitivity']): void {
    if (of !== 'reconciliation' && !this.model.approaches.some(({ id }) => id === of))
      this.add('sensitivity.of', 'no_such_approach')
    this.distinct(
      'sensitivity.inputs',
      inputs.map(({ input }) => ({ id: input })),
      'input',
    )
    for (const [at, { input }] of inputs.entries()) this.figure(`sensitivity.inputs[${at}].input`, input)
    if (!twoWay) return
    this.figure('sensitivity.twoWay.row.input', twoWay.row.input)
    this.figure('sensitivity.twoWay.column.input', twoWay.column.input)
    if (twoWay.row.input === twoWay.column.input) this.add('sensitivity.twoWay.column.input', 'repeated')
  }

  private figure(path: string, id: string): void {
    const input = this.inputs.get(id)
    if (!input) this.add(path, 'no_such_input')
    else if (input.value.kind !== 'number' && input.value.kind !== 'series') this.add(path, 'not_a_figure')
  }
}

/** A model from anywhere: each fault with its path, or the model. What is missing to evaluate it is no fault yet. */
export function parseModel(given: unknown): Parsed<ValuationModel> {
  const read = valuationModel.safeParse(given)
  if (!read.success) return { ok: false, faults: faultsOf(read.error) }
  const faults = new Checker(read.data).check()
  return faults.length === 0 ? { ok: true, value: read.data } : { ok: false, faults }
}
