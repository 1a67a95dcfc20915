/** Documents that answer a query, each with its grade from 1; grade 0 is no answer. */
export type Relevant = ReadonlyMap<string, number>

/** What the measures look at. */
export const depth = 10

const gain = (grade: number) => 2 ** grade - 1
const discounted = (grades: readonly number[]) =>
  grades.slice(0, depth).reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0)

/** Normalised discounted cumulative gain of the first ten, with gains of 2^grade - 1: 0 to 1. */
export function ndcg(found: readonly string[], relevant: Relevant): number {
  const ideal = discounted([...relevant.values()].sort((a, b) => b - a))
  return ideal === 0 ? 0 : discounted(found.map((id) => relevant.get(id) ?? 0)) / ideal
}

/** The share of all relevant documents that is among the first ten. */
export function recall(found: readonly string[], relevant: Relevant): number {
  const wanted = [...relevant.values()].filter((grade) => grade > 0).length
  const got = found.slice(0, depth).filter((id) => (relevant.get(id) ?? 0) > 0).length
  return wanted === 0 ? 0 : got / wanted
}

/** 1 if the very first is relevant, else 0. */
export function success(found: readonly string[], relevant: Relevant): number {
  return (relevant.get(found[0] ?? '') ?? 0) > 0 ? 1 : 0
}

/** Where the first relevant one stands, from 1; null if nowhere. */
export function rankOf(found: readonly string[], relevant: Relevant): number | null {
  const at = found.findIndex((id) => (relevant.get(id) ?? 0) > 0)
  return at === -1 ? null : at + 1
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The value that `share` of all values do not exceed, by the nearest rank; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b)
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? 0
}
