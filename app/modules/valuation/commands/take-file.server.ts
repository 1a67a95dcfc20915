import { done, refuse, type Result } from '#kernel'
import { type Actor } from '#modules/accounts'
import { now } from '#platform/clock'
import { readUploadedModel, readUploadedWorkbook } from '../computing/computing.server.ts'
import { type ValuationModel } from '../model/document.ts'
import { type Valuation } from '../store.server.ts'
import { replaceModel } from './edit-valuation.server.ts'

/** Where the first fault of a file is. */
const faulty = (path: string, fault: string) => refuse('valuation.file', 422, { values: { path, fault } })

async function modelIn(
  file: File,
  model: ValuationModel,
  by: { id: string; name: string },
): Promise<Result<ValuationModel>> {
  if (file.name.toLowerCase().endsWith('.xlsx')) {
    const read = await readUploadedWorkbook(
      new Uint8Array(await file.arrayBuffer()),
      model,
      by,
      new Date(now()).toISOString(),
    )
    if (!read.ok) return read
    const { value } = read
    return value.ok ? done(value.model) : faulty(value.faults[0]?.cell ?? '', value.faults[0]?.code ?? '')
  }
  const read = await readUploadedModel(await file.text())
  if (!read.ok) return read
  const { value } = read
  return value.ok ? done(value.value) : faulty(value.faults[0]?.path ?? '', value.faults[0]?.code ?? '')
}

/**
 * Takes in a model from a JSON file, or what was changed in the workbook of this one.
 *
 * @returns refusals: as `editValuation`, 400 `valuation.file_missing`, 422 `valuation.file`, and those of reading files
 */
export async function takeFile(asked: {
  actor: Actor
  id: string
  version: unknown
  file: File | undefined
}): Promise<Result<Valuation>> {
  const { actor, file } = asked
  const by = actor.kind === 'person' ? { id: actor.personId, name: actor.name } : { id: '', name: '' }
  return replaceModel({
    ...asked,
    read: async (model) => (file ? modelIn(file, model, by) : refuse('valuation.file_missing', 400)),
  })
}
