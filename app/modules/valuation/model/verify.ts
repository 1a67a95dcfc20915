import { canonicalJson, type Hash } from './canonical.ts'
import { type Engines, engines } from './engines.ts'
import { reportHash, resultsOf, statedBy, type ValuationReport } from './report.ts'

/** What recomputing a report says. */
export type Verification =
  | { kind: 'equal'; engine: string; figures: number }
  /** The model is not the one that was signed; nothing else is looked at. */
  | { kind: 'model_changed'; stated: string; recomputed: string }
  | { kind: 'unknown_engine'; engine: string; known: string[] }
  | { kind: 'differs'; path: string; stated: unknown; recomputed: unknown }
  /** All figures are right and something else of the report was changed. */
  | { kind: 'report_changed'; stated: string; recomputed: string }

/** Machines may differ in the last places of a power or a logarithm; nothing that is written out shows as much. */
const tolerance = 1e-9

function sameFigure(stated: number, recomputed: number): boolean {
  return Math.abs(stated - recomputed) <= tolerance * Math.max(1e-3, Math.abs(stated), Math.abs(recomputed))
}

const figureInText = /\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi

/** Whether two lines of working say the same but for the last digits of their figures. */
function sameNumbers(stated: string, recomputed: string): boolean {
  if (stated === recomputed) return true
  const [one, other] = [stated.match(figureInText) ?? [], recomputed.match(figureInText) ?? []]
  if (stated.replace(figureInText, '#') !== recomputed.replace(figureInText, '#')) return false
  return one.every((figure, at) => sameFigure(Number(figure), Number(other[at])))
}

interface Difference {
  path: string
  stated: unknown
  recomputed: unknown
}

class Comparison {
  figures = 0

  /** The first difference, in the order of what was recomputed. */
  between(path: string, stated: unknown, recomputed: unknown, key = ''): Difference | null {
    const differs = { path, stated, recomputed }
    if (typeof recomputed === 'number') {
      this.figures += 1
      return typeof stated === 'number' && sameFigure(stated, recomputed) ? null : differs
    }
    if (typeof recomputed === 'string' && typeof stated === 'string' && key === 'numbers')
      return sameNumbers(stated, recomputed) ? null : differs
    if (typeof recomputed !== 'object' || recomputed === null) return stated === recomputed ? null : differs
    if (typeof stated !== 'object' || stated === null || Array.isArray(stated) !== Array.isArray(recomputed))
      return differs
    return Array.isArray(recomputed)
      ? this.lists(path, stated as unknown[], recomputed)
      : this.records(path, stated as Record<string, unknown>, recomputed as Record<string, unknown>)
  }

  private lists(path: string, stated: readonly unknown[], recomputed: readonly unknown[]): Difference | null {
    for (const [at, one] of recomputed.entries()) {
      const found = this.between(`${path}[${at}]`, stated[at], one)
      if (found) return found
    }
    if (stated.length === recomputed.length) return null
    return { path: `${path}.length`, stated: stated.length, recomputed: recomputed.length }
  }

  private records(
    path: string,
    stated: Readonly<Record<string, unknown>>,
    recomputed: Readonly<Record<string, unknown>>,
  ): Difference | null {
    const own = Object.entries(recomputed).filter(([, value]) => value !== undefined)
    for (const [name, one] of own) {
      const found = this.between(`${path}.${name}`, stated[name], one, name)
      if (found) return found
    }
    const names = new Set(own.map(([name]) => name))
    const extra = Object.keys(stated).find((name) => !names.has(name))
    return extra === undefined ? null : { path: `${path}.${extra}`, stated: stated[extra], recomputed: undefined }
  }
}

/**
 * Recomputes a report from its model with the version of the engine that it names: first whether the model is the one
 * that was signed, then each figure, then whether anything else was changed.
 *
 * @param known versions of the engine, all of this exchange's where not given
 */
export async function verifyReport(
  report: ValuationReport,
  hash: Hash,
  known: Engines = engines,
): Promise<Verification> {
  const modelHash = await hash(canonicalJson(report.model))
  if (modelHash !== report.modelHash) return { kind: 'model_changed', stated: report.modelHash, recomputed: modelHash }
  const engine = known.get(report.engine.version)
  if (!engine) return { kind: 'unknown_engine', engine: report.engine.version, known: [...known.keys()] }
  const comparison = new Comparison()
  const recomputed = statedBy(report.model, resultsOf(report.model, engine))
  for (const part of ['head', 'assumptions', 'figures'] as const) {
    const found = comparison.between(part, report[part], recomputed[part])
    if (found) return { kind: 'differs', ...found }
  }
  const whole = await reportHash(report, hash)
  if (whole !== report.hash) return { kind: 'report_changed', stated: report.hash, recomputed: whole }
  return { kind: 'equal', engine: engine.version, figures: comparison.figures }
}
