import { reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type Actor, actingAs, may } from '#modules/accounts'
import { latestVersionNumber, versionOf } from '#modules/listings/server'
import { fileResponse, storedFile } from '#platform/files'
import { readTechnology, type TechnologyProfile } from '../profile.ts'
import { publicTechnology } from '../public-view.ts'
import { consentOf, technologyById } from '../store.server.ts'
import { publicTechnologyById } from './sheet.server.ts'

const attachmentIn = (profile: TechnologyProfile, file: string) =>
  profile.attachments.find((attachment) => attachment.file === file)

/**
 * A file of a technology as a download: to everybody what the public view shows; to the owner's people and to reviewers
 * of the operator every file of the working document and of the last submitted version; to co-owners whose consent was
 * asked what the public view of the working document shows.
 *
 * @returns refusal 404 `not_found`
 */
export async function openAttachment(asked: {
  actor: Actor
  listingId: string
  fileId: string
}): Promise<Result<Response>> {
  const db = reader()
  const { actor, listingId, fileId } = asked
  const published = await publicTechnologyById(db, listingId)
  const open = published ? attachmentIn(published.shown.profile, fileId) : undefined
  const answer = async (name: string, cache: 'public' | 'private'): Promise<Result<Response>> => {
    const file = await storedFile(fileId)
    return file ? done(fileResponse(file, name, cache)) : refuse('not_found', 404)
  }
  if (open) return answer(open.name, 'public')
  if (actor.kind === 'visitor') return refuse('not_found', 404)
  const technology = await technologyById(db, listingId)
  if (!technology) return refuse('not_found', 404)
  const { listing, profile } = technology
  if (may(actor, 'technology.read', { organisationId: listing.organisationId }).ok || may(actor, 'listing.review').ok) {
    const version = await versionOf(db, listing.id, await latestVersionNumber(db, listing.id))
    const attachment =
      attachmentIn(profile, fileId) ?? (version ? attachmentIn(readTechnology(version.document), fileId) : undefined)
    return attachment ? answer(attachment.name, 'private') : refuse('not_found', 404)
  }
  const organisationId = actingAs(actor)
  if (organisationId !== null && (await consentOf(db, listing.id, organisationId))) {
    const attachment = attachmentIn(publicTechnology(profile).profile, fileId)
    if (attachment) return answer(attachment.name, 'private')
  }
  return refuse('not_found', 404)
}
