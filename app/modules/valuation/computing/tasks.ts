import { done, refuse, type Result } from '#kernel'
import { type Hash } from '../model/canonical.ts'
import { type ValuationModel } from '../model/document.ts'
import { readJson, type TextBounds } from '../model/json-text.ts'
import { type Fault, type Parsed, parseModel } from '../model/parse.ts'
import {
  parseReport,
  reportOf,
  type ReportParticulars,
  resultsOf,
  type StatedFigures,
  statedBy,
  type ValuationReport,
} from '../model/report.ts'
import { type Verification, verifyReport } from '../model/verify.ts'

/** What is worked out in a thread of its own; the same functions give the same results wherever they run. */

/** What looking into a report from anywhere says. */
export type CheckedReport = Verification | { kind: 'no_report'; faults: Fault[] }

/** Figures that a simulation may hold at once: 320 MB of doubles. Threads bound only what is no typed array. */
const mostFigures = 40_000_000

/** Bounds of files from anywhere. */
const textBounds = {
  model: { longest: 4 * 1024 * 1024, deepest: 32 },
  report: { longest: 8 * 1024 * 1024, deepest: 48 },
} as const satisfies Record<string, TextBounds>

/** Faults of a file that are told; and how long what is quoted from it may be. */
const [mostFaults, longestQuote] = [100, 300]

/** Draws and the ranks that contributions rest on, and the values of each approach and the point. */
function figuresHeld({ inputs, approaches, simulation }: ValuationModel): number {
  const drawn = inputs.filter(({ uncertainty }) => uncertainty !== undefined).length
  const targets = approaches.filter(({ enabled }) => enabled).length + 1
  return simulation.trials * (3 * drawn + targets + 8)
}

function tooLarge(model: ValuationModel) {
  return figuresHeld(model) > mostFigures ? refuse('computing.too_large', 422) : null
}

function short(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
}

/** A value of a file as it may be shown: what is long is cut, and lists and records are given as their JSON. */
function quoted(value: unknown): unknown {
  if (typeof value === 'string') return short(value)
  return typeof value === 'object' && value !== null ? short(JSON.stringify(value)) : value
}

function told(faults: readonly Fault[]): Fault[] {
  return faults.slice(0, mostFaults).map(({ path, code }) => ({ path: short(path), code }))
}

/** @returns refusal 422 `computing.too_large` */
export function simulated(model: ValuationModel): Result<StatedFigures> {
  return tooLarge(model) ?? done(statedBy(model, resultsOf(model)))
}

/** @returns refusal 422 `computing.too_large` */
export async function reported(
  model: ValuationModel,
  particulars: ReportParticulars,
  hash: Hash,
): Promise<Result<ValuationReport>> {
  return tooLarge(model) ?? done(await reportOf(model, resultsOf(model), particulars, hash))
}

/** @returns refusals: those of `readJson`, 422 `computing.too_large` */
export async function verified(text: string, hash: Hash): Promise<Result<CheckedReport>> {
  const json = readJson(text, textBounds.report)
  if (!json.ok) return json
  const report = parseReport(json.value)
  if (!report.ok) return done({ kind: 'no_report', faults: told(report.faults) })
  const refusal = tooLarge(report.value.model)
  if (refusal) return refusal
  const verification = await verifyReport(report.value, hash)
  if (verification.kind === 'unknown_engine') return done({ ...verification, engine: short(verification.engine) })
  if (verification.kind !== 'differs') return done(verification)
  const { path, stated, recomputed } = verification
  return done({ kind: 'differs', path: short(path), stated: quoted(stated), recomputed: quoted(recomputed) })
}

/** A model from a file of anywhere. @returns refusals: those of `readJson` */
export function uploadedModel(text: string): Result<Parsed<ValuationModel>> {
  const json = readJson(text, textBounds.model)
  if (!json.ok) return json
  const parsed = parseModel(json.value)
  return done(parsed.ok ? parsed : { ok: false, faults: told(parsed.faults) })
}
