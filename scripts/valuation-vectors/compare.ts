import { InputRefusal } from '#modules/valuation'
import { isRecord } from './given.ts'
import { type Inputs, type Vector, type VectorMethods } from './vector.ts'

/** Outputs are given to six decimals: equal within 1e-6 of the larger of 1 and the figure. */
const tolerance = 1e-6

export type Verdict =
  | { kind: 'equal' }
  | { kind: 'differs'; at: string; expected: string; got: string }
  | { kind: 'refused'; refusal: string }
  | { kind: 'unknown_method' }

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

/** The first figure that differs, in the order of the expected outputs. */
function difference(path: string, expected: unknown, got: unknown): Verdict | null {
  const differs = { kind: 'differs', at: path, expected: shown(expected), got: shown(got) } as const
  if (expected === null || expected === undefined) return got === null || got === undefined ? null : differs
  if (typeof expected === 'number') {
    if (typeof got !== 'number' || !Number.isFinite(got)) return differs
    return Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected)) ? null : differs
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return differs
    if (got.length !== expected.length)
      return { ...differs, at: `${path}.length`, expected: String(expected.length), got: String(got.length) }
    return firstOf(expected.map((one: unknown, at) => [`${path}[${String(at)}]`, one, got[at]]))
  }
  if (isRecord(expected)) {
    if (!isRecord(got)) return differs
    return firstOf(Object.entries(expected).map(([name, one]) => [`${path}.${name}`, one, got[name]]))
  }
  return expected === got ? null : differs
}

function firstOf(pairs: readonly (readonly [string, unknown, unknown])[]): Verdict | null {
  for (const [path, expected, got] of pairs) {
    const verdict = difference(path, expected, got)
    if (verdict !== null) return verdict
  }
  return null
}

/** Where a vector expects a refusal, its outputs say so: `{"refusal": true}` or `{"refusal": {"input", "reason"}}`. */
function refusalWanted({ outputs }: Vector): unknown {
  return outputs['refusal'] ?? outputs['refused'] ?? outputs['error']
}

export function judge(vector: Vector, methods: VectorMethods, byId: ReadonlyMap<string, Inputs>): Verdict {
  const method = Object.hasOwn(methods, vector.method) ? methods[vector.method] : undefined
  if (method === undefined) return { kind: 'unknown_method' }
  const wanted = refusalWanted(vector)
  try {
    const outputs = method(vector.inputs, byId)
    if (wanted !== undefined && wanted !== false)
      return { kind: 'differs', at: 'outputs', expected: 'a refusal', got: 'a result' }
    return difference('outputs', vector.outputs, outputs) ?? { kind: 'equal' }
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error
    if (wanted === undefined || wanted === false) return { kind: 'refused', refusal: error.message }
    const { input, reason } = error
    return (isRecord(wanted) ? difference('outputs.refusal', wanted, { input, reason }) : null) ?? { kind: 'equal' }
  }
}

/** A line about a vector. */
export function lineOf(vector: Vector, verdict: Verdict): string {
  const name = `${vector.id} (${vector.method})`
  switch (verdict.kind) {
    case 'equal':
      return `${name}: equal`
    case 'differs':
      return `${name}: differs at ${verdict.at}: expected ${verdict.expected}, got ${verdict.got}`
    case 'refused':
      return `${name}: refused, ${verdict.refusal}`
    case 'unknown_method':
      return `${name}: there is no method of this name`
  }
}
