import { z } from 'zod'
import { transaction } from '#db'
import { check, done, refuse, type Result, tidyText } from '#kernel'
import type { Actor } from '#modules/accounts'
import { type Listing, saveDocument } from '#modules/listings/server'
import { storeFile } from '#platform/files'
import { reader } from '#db'
import { ticked } from '../forms/inputs.ts'
import type { TechnologyProfile } from '../profile.ts'
import { moverOf, technologyFor } from '../store.server.ts'
import { versionSchema } from './save-step.server.ts'

const attachmentsAllowed = 20

const uploadSchema = z.object({ caption: z.string().max(300).default(''), confidential: ticked })

interface Asked {
  readonly actor: Actor
  readonly listingId: string
  readonly version: unknown
}

async function saveAttachments(
  asked: Asked,
  change: (profile: TechnologyProfile) => Result<TechnologyProfile>,
): Promise<Result<Listing>> {
  const version = versionSchema.safeParse(asked.version)
  return transaction(async (tx) => {
    const technology = await technologyFor(tx, asked.actor, 'technology.edit', asked.listingId)
    if (!technology.ok) return technology
    const { listing, profile, by } = technology.value
    const next = change(profile)
    if (!next.ok) return next
    return saveDocument(tx, listing, {
      expected: version.data ?? 0,
      document: next.value,
      title: listing.title,
      sourceLanguage: listing.sourceLanguage,
      by: moverOf(by),
      what: 'files',
    })
  })
}

/**
 * Adds a file to a technology. The file is stored before the transaction; one that is not taken in the end belongs to
 * no listing and is shown to nobody.
 *
 * @returns refusals: those of `may('technology.edit')`, 404 `not_found`, 400 `form.invalid`, 409 `files.same`, 422
 *   `files.many`, those of `storeFile`, 409 `version_conflict`, 409 `wrong_state`
 */
export async function uploadAttachment(
  asked: Asked & { readonly file: File | undefined; readonly input: unknown },
): Promise<Result<Listing>> {
  const allowed = await technologyFor(reader(), asked.actor, 'technology.edit', asked.listingId)
  if (!allowed.ok) return allowed
  const input = check(uploadSchema, asked.input)
  if (!input.ok) return input
  if (!asked.file) return refuse('form.invalid', 400, { fields: { file: [{ code: 'required' }] } })
  const content = new Uint8Array(await asked.file.arrayBuffer())
  const stored = await storeFile(content, allowed.value.by.personId)
  if (!stored.ok)
    return refuse(stored.refusal.code, stored.refusal.status, {
      ...(stored.refusal.values ? { values: stored.refusal.values } : {}),
      fields: {
        file: [{ code: stored.refusal.code, ...(stored.refusal.values ? { values: stored.refusal.values } : {}) }],
      },
    })
  const attachment = {
    file: stored.value.id,
    name: (tidyText(asked.file.name.replace(/^.*[\\/]/, '')) ?? '').slice(-200) || stored.value.id.slice(0, 12),
    caption: input.value.caption,
    picture: stored.value.mediaType.startsWith('image/'),
    confidential: input.value.confidential,
  }
  return saveAttachments(asked, (profile) => {
    if (profile.attachments.length >= attachmentsAllowed)
      return refuse('files.many', 422, { values: { maximum: attachmentsAllowed } })
    if (profile.attachments.some((other) => other.file === attachment.file)) return refuse('files.same', 409)
    return done({ ...profile, attachments: [...profile.attachments, attachment] })
  })
}

/**
 * Takes a file from a technology; evidence that pointed to it points to none. Versions that were submitted keep it.
 *
 * @returns refusals: those of `may('technology.edit')`, 404 `not_found`, 409 `version_conflict`, 409 `wrong_state`
 */
export async function removeAttachment(asked: Asked & { readonly file: string }): Promise<Result<Listing>> {
  return saveAttachments(asked, (profile) => {
    const attachments = profile.attachments.filter((attachment) => attachment.file !== asked.file)
    if (attachments.length === profile.attachments.length) return refuse('not_found', 404)
    const evidence = profile.readiness.evidence.map((proof) =>
      proof.file === asked.file ? { ...proof, file: null } : proof,
    )
    return done({ ...profile, attachments, readiness: { ...profile.readiness, evidence } })
  })
}
