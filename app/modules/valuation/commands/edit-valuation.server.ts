import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, type Issue, type Language, refuse, type Result } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { now } from '#platform/clock'
import { applyApproaches, typedApproaches } from '../form/approaches.ts'
import { applyConclusion, typedConclusion } from '../form/conclusion.ts'
import { applyHead, typedHead } from '../form/head.ts'
import { applyInputs, type Entering, typedInputs } from '../form/inputs.ts'
import { applyRisk, typedRisk } from '../form/risk.ts'
import { applyScenarios, typedScenarios } from '../form/scenarios.ts'
import { type ValuationModel } from '../model/document.ts'
import { parseModel } from '../model/parse.ts'
import { mandateById, saveModel, type Valuation, valuationById } from '../store.server.ts'
import { subjectFor, withSubject } from '../subject.server.ts'

export const valuationParts = ['head', 'methods', 'inputs', 'scenarios', 'risk', 'conclusion'] as const
export type ValuationPart = (typeof valuationParts)[number]

interface Changed {
  readonly model: ValuationModel
  readonly issues: Record<string, Issue[]>
}

/** How the form of each part changes the model. */
const changes: Record<
  ValuationPart,
  (model: ValuationModel, input: unknown, entering: Entering, valuation: Valuation) => Result<Changed>
> = {
  head: (model, input, { language }, { kind }) => {
    const typed = check(typedHead, input)
    return typed.ok ? done(applyHead(model, typed.value, language, kind === 'mandated')) : typed
  },
  methods: (model, input) => {
    const typed = check(typedApproaches, input)
    return typed.ok ? done({ model: applyApproaches(model, typed.value), issues: {} }) : typed
  },
  inputs: (model, input, entering) => {
    const typed = check(typedInputs, input)
    return typed.ok ? done(applyInputs(model, typed.value.inputs, entering)) : typed
  },
  scenarios: (model, input, { language }) => {
    const typed = check(typedScenarios, input)
    return typed.ok ? done(applyScenarios(model, typed.value.scenarios, language)) : typed
  },
  risk: (model, input, { language }) => {
    const typed = check(typedRisk, input)
    return typed.ok ? done(applyRisk(model, typed.value, language)) : typed
  },
  conclusion: (model, input, { language }) => {
    const typed = check(typedConclusion, input)
    return typed.ok ? done(applyConclusion(model, typed.value, language)) : typed
  },
}

/** A valuation that the actor may work on. A mandated one whose report was delivered, or whose mandate ended, is closed. */
export async function valuationToEdit(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<Result<{ valuation: Valuation; by: SignedIn }>> {
  const signedIn = may(actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const valuation = await valuationById(tx, id)
  if (!valuation) return refuse('not_found', 404)
  const allowed = may(actor, 'valuation.edit', valuation)
  if (!allowed.ok) return allowed
  if (valuation.mandateId !== null) {
    const mandate = await mandateById(tx, valuation.mandateId)
    if (mandate?.state !== 'accepted') return refuse('wrong_state', 409)
  }
  return done({ valuation, by: allowed.value })
}

async function saved(tx: Transaction, valuation: Valuation, model: ValuationModel): Promise<Result<Valuation>> {
  const parsed = parseModel(model)
  if (!parsed.ok) {
    const [fault] = parsed.faults
    return refuse('valuation.model_faulty', 422, { values: { path: fault?.path ?? '', fault: fault?.code ?? '' } })
  }
  if (!(await saveModel(tx, valuation, parsed.value))) return refuse('version_conflict', 409)
  return done({ ...valuation, model: parsed.value, version: valuation.version + 1 })
}

const versionSchema = z.object({ version: z.coerce.number().int() })

/**
 * Saves one part of a valuation as its form was typed in a language.
 *
 * @returns refusals: those of `may('valuation.edit')`, 404 `not_found`, 400 `form.invalid`, 409 `version_conflict`, 409
 *   `wrong_state`, 422 `valuation.model_faulty`
 */
export async function editValuation(asked: {
  actor: Actor
  id: string
  part: ValuationPart
  language: Language
  input: unknown
}): Promise<Result<Valuation>> {
  return transaction(async (tx) => {
    const found = await valuationToEdit(tx, asked.actor, asked.id)
    if (!found.ok) return found
    const { valuation, by } = found.value
    const version = check(versionSchema, asked.input)
    if (!version.ok) return version
    if (version.value.version !== valuation.version) return refuse('version_conflict', 409)
    const entering: Entering = {
      language: asked.language,
      by: { id: by.personId, name: by.name },
      at: new Date(now()).toISOString(),
    }
    const changed = changes[asked.part](valuation.model, asked.input, entering, valuation)
    if (!changed.ok) return changed
    const { model, issues } = changed.value
    if (Object.keys(issues).length > 0) return refuse('form.invalid', 400, { fields: issues })
    return saved(tx, valuation, model)
  })
}

/**
 * Takes a whole model in the place of a valuation's own: what was read from a file. Its subject, and under a mandate what
 * the mandate says, stay what they are.
 *
 * @returns refusals: as `editValuation`
 */
export async function replaceModel(asked: {
  actor: Actor
  id: string
  version: unknown
  read: (model: ValuationModel) => Promise<Result<ValuationModel>>
}): Promise<Result<Valuation>> {
  const before = await transaction((tx) => valuationToEdit(tx, asked.actor, asked.id))
  if (!before.ok) return before
  const read = await asked.read(before.value.valuation.model)
  if (!read.ok) return read
  return transaction(async (tx) => {
    const found = await valuationToEdit(tx, asked.actor, asked.id)
    if (!found.ok) return found
    const { valuation } = found.value
    const version = check(versionSchema, { version: asked.version })
    if (!version.ok) return version
    if (version.value.version !== valuation.version) return refuse('version_conflict', 409)
    const { head } = valuation.model
    const kept = valuation.kind === 'mandated' ? { ...read.value.head, ...mandatedHead(head) } : read.value.head
    return saved(tx, valuation, { ...read.value, head: { ...kept, subject: head.subject } })
  })
}

function mandatedHead({ right, basis, purpose, valuationDate }: ValuationModel['head']) {
  return { right, basis, purpose, valuationDate }
}

/**
 * Brings in anew what the exchange knows of the technology: rights and their last days, readiness.
 *
 * @returns refusals: as `editValuation`
 */
export async function refreshFacts(asked: { actor: Actor; id: string; version: unknown }): Promise<Result<Valuation>> {
  return transaction(async (tx) => {
    const found = await valuationToEdit(tx, asked.actor, asked.id)
    if (!found.ok) return found
    const { valuation, by } = found.value
    const version = check(versionSchema, { version: asked.version })
    if (!version.ok) return version
    if (version.value.version !== valuation.version) return refuse('version_conflict', 409)
    const mandate = valuation.mandateId === null ? null : await mandateById(tx, valuation.mandateId)
    const subject = await subjectFor(tx, valuation.technologyId, mandate?.askerId ?? valuation.organisationId)
    if (!subject) return refuse('not_found', 404)
    const bringing = { by: { id: by.personId, name: by.name }, at: now() }
    return saved(tx, valuation, withSubject(valuation.model, subject, bringing))
  })
}
