import { reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type OrganisationFacts, organisationById } from '#modules/accounts/server'
import { config } from '#platform/config'

export interface PublicOrganisation {
  readonly organisation: OrganisationFacts
  /** The whole address of its page, the same in every language. */
  readonly address: string
}

/** What everybody may see of an organisation, verified or not. Refuses with 404 when there is none. */
export async function publicOrganisation(id: string): Promise<Result<PublicOrganisation>> {
  const organisation = await organisationById(reader(), id)
  if (!organisation) return refuse('not_found', 404)
  return done({ organisation, address: `${config().origin}/organisations/${id}` })
}
