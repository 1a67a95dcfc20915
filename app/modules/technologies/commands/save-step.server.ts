import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, type Issue, refuse, type Result } from '#kernel'
import type { Actor } from '#modules/accounts'
import { organisationsByIds } from '#modules/accounts/server'
import { type Listing, saveDocument } from '#modules/listings/server'
import { stepForms } from '../forms/step-forms.ts'
import { profileSchema, type TechnologyProfile } from '../profile.ts'
import type { Step } from '../steps.ts'
import { moverOf, technologyFor } from '../store.server.ts'

export const versionSchema = z.coerce.number().int().min(1)

/** The form of a step applied to a profile, or what is wrong with the form. */
function applied(step: Step, profile: TechnologyProfile, raw: unknown): Result<TechnologyProfile> {
  const apply = <I>(form: {
    schema: z.ZodType<I>
    apply: (profile: TechnologyProfile, input: I) => TechnologyProfile
  }) => {
    const input = check(form.schema, raw)
    return input.ok ? check(profileSchema, form.apply(profile, input.value)) : input
  }
  switch (step) {
    case 'summary':
      return apply(stepForms.summary)
    case 'content':
      return apply(stepForms.content)
    case 'readiness':
      return apply(stepForms.readiness)
    case 'rights':
      return apply(stepForms.rights)
    case 'transfer':
      return apply(stepForms.transfer)
    case 'origin':
      return apply(stepForms.origin)
    case 'files':
      return apply(stepForms.files)
    case 'translation':
      return apply(stepForms.translation)
    case 'openness':
      return apply(stepForms.openness)
    case 'declaration':
      return apply(stepForms.declaration)
  }
}

/** Owners that are organisations of the exchange carry its name, not one that was typed. */
async function withOwnersNamed(tx: Transaction, profile: TechnologyProfile): Promise<Result<TechnologyProfile>> {
  const ids = profile.owners.flatMap((owner) => (owner.organisationId === null ? [] : [owner.organisationId]))
  const known = await organisationsByIds(tx, ids)
  const fields: Record<string, Issue[]> = {}
  const owners = profile.owners.map((owner, index) => {
    if (owner.organisationId === null) return owner
    const organisation = known.get(owner.organisationId)
    if (!organisation) fields[`owners[${String(index)}].name`] = [{ code: 'owner_unknown' }]
    return { ...owner, name: organisation?.name.vi ?? owner.name }
  })
  return Object.keys(fields).length > 0 ? refuse('form.invalid', 400, { fields }) : done({ ...profile, owners })
}

/**
 * Saves one step of the editor. A save that changes nothing leaves the listing as it is.
 *
 * @param asked.version the version of the listing that the form started from
 * @returns refusals: those of `may('technology.edit')`, 404 `not_found`, 400 `form.invalid`, 409 `version_conflict`,
 *   409 `wrong_state`
 */
export async function saveStep(asked: {
  actor: Actor
  listingId: string
  version: unknown
  step: Step
  input: unknown
}): Promise<Result<Listing>> {
  const version = versionSchema.safeParse(asked.version)
  return transaction(async (tx) => {
    const technology = await technologyFor(tx, asked.actor, 'technology.edit', asked.listingId)
    if (!technology.ok) return technology
    const { listing, profile, by } = technology.value
    const next = applied(asked.step, profile, asked.input)
    if (!next.ok) return next
    const named = asked.step === 'origin' ? await withOwnersNamed(tx, next.value) : next
    if (!named.ok) return named
    if (!version.success || version.data !== listing.version) return refuse('version_conflict', 409)
    if (JSON.stringify(named.value) === JSON.stringify(profile)) return done(listing)
    return saveDocument(tx, listing, {
      expected: version.data,
      document: named.value,
      title: named.value.texts[named.value.sourceLanguage].title,
      sourceLanguage: named.value.sourceLanguage,
      by: moverOf(by),
      what: asked.step,
    })
  })
}
