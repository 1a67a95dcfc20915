import { reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type OrganisationFacts, organisationById } from '#modules/accounts/server'

/** What everybody may see of an organisation, verified or not. Refuses with 404 when there is none. */
export async function publicOrganisation(id: string): Promise<Result<OrganisationFacts>> {
  const organisation = await organisationById(reader(), id)
  return organisation ? done(organisation) : refuse('not_found', 404)
}
