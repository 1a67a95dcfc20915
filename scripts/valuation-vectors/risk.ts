import {
  binomialOption,
  blackScholesMerton,
  cumulative,
  describeDistribution,
  type Distribution,
  InputRefusal,
  type LatticeInput,
  type Matrix,
  mulberry32,
  normalQuantile,
  type OptionInput,
  quantile,
  type Sampling,
  simulate,
  tornado,
  type UncertainInput,
} from '#modules/valuation'
import { asNumber, isRecord, needed, number, numbers } from './given.ts'
import { answering, distributionOf, given, inputName, modelOf, text } from './risk-inputs.ts'
import { type Inputs } from './vector.ts'

type Outputs = Record<string, unknown>
type ById = ReadonlyMap<string, Inputs>
type Method = (inputs: Inputs, byId: ById) => Outputs

const quantilesBy = (value: (probability: number) => number) =>
  answering((name) => {
    const probability = Number(name)
    return probability > 0 && probability < 1 ? value(probability) : undefined
  })

function describe(distribution: Distribution): Outputs {
  const { result } = describeDistribution({ distribution })
  const { mean, variance, stdev, shape, classicStdev, logarithm, clipped } = result
  return {
    mean,
    variance,
    stdev,
    median: quantile(distribution, 0.5),
    ...(mean !== 0 && { cv: stdev / mean }),
    ...(shape && { alpha: shape.alpha, beta: shape.beta }),
    ...(logarithm && {
      mu: logarithm.mean,
      sigma: logarithm.stdev,
      log_mean: logarithm.mean,
      log_stdev: logarithm.stdev,
    }),
    classic_stdev_approx: classicStdev,
    clipped,
    quantiles: quantilesBy((probability) => quantile(distribution, probability)),
    standard_normal_quantiles: quantilesBy(normalQuantile),
    cdf: answering((name) => {
      const value = Number(name)
      return Number.isFinite(value) ? cumulative(distribution, value) : undefined
    }),
  }
}

const distribution =
  (name: string): Method =>
  (inputs) =>
    describe(distributionOf(inputs, name))

/** The uncertain inputs in their order: objects that name a distribution, or a list of such with names. */
function uncertainOf(inputs: Inputs): UncertainInput[] {
  const listed = given(inputs, 'inputs', 'variables', 'uncertain', 'distributions')
  const entries: [string, unknown][] = Array.isArray(listed)
    ? listed.filter(isRecord).map((one) => [text(one, 'name', 'input', 'variable'), one])
    : Object.entries(isRecord(listed) ? listed : inputs)
  const uncertain: UncertainInput[] = []
  for (const [name, value] of entries) {
    if (!isRecord(value)) continue
    const kind = text(value, 'dist', 'distribution', 'type', 'kind')
    if (kind) uncertain.push({ name: inputName(name), distribution: distributionOf(value, kind) })
  }
  return uncertain
}

function samplingOf(inputs: Inputs): Sampling {
  const name = text(inputs, 'sampling')
  if (/sobol/.test(name)) return 'sobol'
  return /latin|lhs/.test(name) ? 'latin_hypercube' : 'plain'
}

/** Percentile of type 7 of values in rising order. */
function percentile(rising: Float64Array, probability: number): number {
  const place = (rising.length - 1) * probability
  const low = Math.floor(place)
  const value = rising[low] ?? NaN
  return value + (place - low) * ((rising[low + 1] ?? value) - value)
}

const monteCarlo: Method = (inputs, byId) => {
  const uncertain = uncertainOf(inputs)
  const drawn = uncertain.map(({ name }) => name)
  const { names, base, model } = modelOf(inputs, byId, drawn)
  const places = uncertain.map(({ name }) => {
    const at = names.indexOf(name)
    return at < 0 ? refuseName(name) : at
  })
  const full = Float64Array.from(base)
  const correlation = given(inputs, 'correlation', 'rank_correlation', 'correlations') as Matrix | undefined
  const seed = needed(inputs, 'seed')
  const { result } = simulate({
    inputs: uncertain,
    model: (row) => {
      for (let at = 0; at < places.length; at++) full[places[at] ?? 0] = row[at] ?? 0
      return model(full)
    },
    trials: needed(inputs, 'trials', 'n', 'iterations'),
    seed: Number.isInteger(seed) ? seed >>> 0 : seed,
    sampling: samplingOf(inputs),
    ...(correlation && { correlation }),
  })
  const rising = result.values.slice().sort()
  const share = (counts: (value: number) => boolean) => result.values.filter(counts).length / result.trials
  const { mean, stdev, min, max, standardError } = result
  const at = (name: string) => {
    const given = Number(name.replace(/^p/i, ''))
    return given >= 0 && given <= 100
      ? percentile(rising, given < 1 && !/^p/i.test(name) ? given : given / 100)
      : undefined
  }
  const above = (name: string) => share((value) => value > Number(name))
  const plain: Outputs = { trials: result.trials, mean, stdev, variance: stdev * stdev, min, max }
  Object.assign(plain, { percentiles: answering(at), quantiles: answering(at), prob_above: answering(above) })
  Object.assign(plain, { standard_error: standardError, median: percentile(rising, 0.5) })
  if (mean !== 0) plain['cv'] = stdev / mean
  return answering((name) => {
    const figure = Number(name.match(/[-\d.]+$/)?.[0])
    if (name in plain) return plain[name]
    if (/^p[\d.]+$/i.test(name)) return at(name)
    if (/^prob_above_/.test(name)) return share((value) => value > figure)
    if (/^prob_below_/.test(name)) return share((value) => value < figure)
    const first = Number(name.match(/^(?:prng_)?first_(\d+)/)?.[1] ?? 0)
    if (name.startsWith('prng_first_')) return Array.from({ length: first }, mulberry32(seed))
    return name.startsWith('first_') ? [...result.values.slice(0, first)] : undefined
  })
}

function refuseName(name: string): never {
  throw new InputRefusal(name, 'unknown')
}

/** A range given as `[low, high]` or `{low, high}`, or a variation of the one input. */
function rangeOf(base: number, range: unknown): { low?: number; high?: number } {
  if (typeof range === 'number') return { low: base * (1 - range), high: base * (1 + range) }
  if (Array.isArray(range)) return { low: asNumber(range[0]), high: asNumber(range[1]) }
  return isRecord(range) ? { low: needed(range, 'low', 'min', 'a'), high: needed(range, 'high', 'max', 'b') } : {}
}

const tornadoOf: Method = (inputs, byId) => {
  const { names, base, model } = modelOf(inputs, byId)
  const own = given(inputs, 'variation', 'ranges', 'variations')
  const ranges = isRecord(own) ? Object.entries(own) : []
  const byName = new Map(ranges.map(([name, range]) => [inputName(name), range]))
  const listed = given(inputs, 'inputs', 'variables')
  const asked = Array.isArray(listed) ? listed.map((name) => inputName(String(name))) : [...byName.keys()]
  const varied = asked.length > 0 ? asked : names
  const variation = typeof own === 'number' ? own : undefined
  const { result } = tornado({
    inputs: varied.map((name) => {
      const at = names.indexOf(name)
      const figure = at < 0 ? refuseName(name) : asNumber(base[at])
      return { name, base: figure, ...rangeOf(figure, byName.get(name)) }
    }),
    model: (row) => {
      const full = Float64Array.from(base)
      for (const [at, name] of varied.entries()) full[names.indexOf(name)] = row[at] ?? 0
      return model(full)
    },
    ...(variation !== undefined && { variation }),
  })
  return {
    base_value: result.baseValue,
    items: result.bars.map((bar) => ({
      input: bar.name,
      low_case_input: bar.lowCaseInput,
      high_case_input: bar.highCaseInput,
      low_value: bar.lowValue,
      high_value: bar.highValue,
      swing: bar.swing,
    })),
  }
}

function optionOf(inputs: Inputs): OptionInput {
  return {
    value: needed(inputs, 'S', 's', 'S0', 'spot', 'value'),
    strike: needed(inputs, 'K', 'k', 'X', 'strike', 'investment'),
    years: needed(inputs, 'T', 't', 'years', 'maturity'),
    volatility: needed(inputs, 'sigma', 'σ', 'volatility', 'vol'),
    rate: needed(inputs, 'r', 'rate', 'risk_free_rate'),
    leakage: number(inputs, 'q', 'leakage', 'dividend_yield', 'y') ?? 0,
  }
}

const blackScholes: Method = (inputs) => {
  const option = optionOf(inputs)
  const { result } = blackScholesMerton(option)
  return {
    d1: result.d1,
    d2: result.d2,
    n_d1: result.cumulativeD1,
    n_d2: result.cumulativeD2,
    call: result.call,
    put: result.put,
    delta_call: result.deltaCall,
    delta_put: result.deltaPut,
    gamma: result.gamma,
    vega: result.vega,
    theta_call: result.thetaCall,
    theta_put: result.thetaPut,
    rho_call: result.rhoCall,
    rho_put: result.rhoPut,
    static_npv: option.value - option.strike,
  }
}

/** The right to give a project up for its salvage. */
function abandonedBy(inputs: Inputs, steps: number): Partial<LatticeInput> {
  const strike = needed(inputs, 'salvage_K', 'salvage', 'K')
  return { strike, kind: 'put', exercise: 'american', steps: number(inputs, 'steps') ?? steps }
}

const binomial: Method = (inputs) => {
  const option = optionOf(inputs)
  const counts = numbers(inputs, 'steps', 'n') ?? []
  const first = counts[0] ?? NaN
  const said = `${text(inputs, 'type', 'kind', 'option', 'option_type')} ${text(inputs, 'exercise', 'style')}`
  const kind = /put/.test(said) ? 'put' : 'call'
  const exercise = /american/.test(said) ? 'american' : 'european'
  const run = (more: Partial<LatticeInput>) =>
    binomialOption({ ...option, steps: first, kind, exercise, ...more }).result
  const abandonment = given(inputs, 'abandonment')
  // Refuses what is wrong, also where no output is asked for.
  const single = run({})
  for (const steps of counts) run({ steps })
  if (isRecord(abandonment)) run(abandonedBy(abandonment, first))
  const plain: Outputs = { u: single.up, d: single.down, p: single.probability, dt: single.timeStep }
  for (const name of ['value', 'price', 'option_value']) plain[name] = single.value
  return answering((name) => {
    if (name in plain) return plain[name]
    const [, what = '', digits] = name.match(/^(.*?)(?:_(\d+))?$/) ?? []
    const steps = digits === undefined ? first : Number(digits)
    if (/^(u|d|p|dt)$/.test(what)) {
      const { up, down, probability, timeStep } = run({ steps })
      return { u: up, d: down, p: probability, dt: timeStep }[what]
    }
    if (what === 'abandonment_put') {
      const put = abandonedBy(isRecord(abandonment) ? abandonment : {}, first)
      return run(digits === undefined ? put : { ...put, steps }).value
    }
    const [, style, right] = what.match(/^(european|american)_(call|put)$/) ?? []
    if (!style || !right) return undefined
    return run({ steps, exercise: style as LatticeInput['exercise'], kind: right as LatticeInput['kind'] }).value
  })
}

/** The methods of risk by their names in files of vectors; outputs are read by name, as the file asks for them. */
export const riskMethods: Readonly<Record<string, Method>> = {
  triangular: distribution('triangular'),
  pert: distribution('pert'),
  normal: distribution('normal'),
  lognormal: distribution('lognormal'),
  uniform: distribution('uniform'),
  discrete: distribution('discrete'),
  monte_carlo: monteCarlo,
  tornado: tornadoOf,
  black_scholes_merton: blackScholes,
  black_scholes: blackScholes,
  binomial_crr: binomial,
}
