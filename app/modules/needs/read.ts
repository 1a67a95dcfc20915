import { type NeedProfile, needSchema } from './profile.ts'

/**
 * A need's document as kept in a listing or one of its versions.
 *
 * @throws ZodError when the document is not a need's
 */
export function readNeed(document: unknown): NeedProfile {
  return needSchema.parse(document)
}
