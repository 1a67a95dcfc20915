import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, languages, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationById } from '#modules/accounts/server'
import { createListing, type Listing, type Mover, moveListing } from '#modules/listings/server'
import { type ProfileInput, profileSchema, textLimits } from '../profile.ts'
import { moverOf } from '../store.server.ts'
import { withTranslationsMarked } from '../translation.ts'

const startSchema = z.object({
  title: z.string().min(1).max(textLimits.title),
  sourceLanguage: z.enum(languages),
})

/**
 * Starts a technology as a draft of the organisation acted as, which stands as its only owner until said otherwise.
 *
 * @param asked.input `title`, `sourceLanguage`
 * @returns the draft's listing; refusals: those of `may('technology.edit')`, 400 `form.invalid`
 */
export async function startTechnology(asked: { actor: Actor; input: unknown }): Promise<Result<Listing>> {
  const allowed = may(asked.actor, 'technology.edit')
  if (!allowed.ok) return allowed
  const input = check(startSchema, asked.input)
  if (!input.ok) return input
  const by = moverOf(allowed.value)
  return transaction(async (tx) => {
    const organisation = by.organisationId === null ? null : await organisationById(tx, by.organisationId)
    if (!organisation) return refuse('auth.organisation', 403)
    const { title, sourceLanguage } = input.value
    const document = profileSchema.parse({
      sourceLanguage,
      texts: { [sourceLanguage]: { title } },
      owners: [{ name: organisation.name.vi, organisationId: organisation.id, basis: 'owner', share: 10_000 }],
      province: organisation.province,
    })
    return done(
      await createListing(tx, {
        kind: 'technology',
        organisationId: organisation.id,
        document,
        title,
        sourceLanguage,
        by,
      }),
    )
  })
}

/** A technology as a seed or an import gives it. */
export interface DirectTechnology {
  readonly profile: ProfileInput
  readonly organisationId: string
  readonly externalId?: string | null
  readonly importId?: string | null
  /** `submitted` keeps the profile as version 1 and puts it into the queue of review. */
  readonly state: 'draft' | 'submitted'
  readonly by: Mover
}

/**
 * Writes a technology without asking for permission or completeness, inside the caller's transaction: for the seed, and
 * for an import that has asked both. Translations that come along are taken to be made from the source that comes along.
 *
 * @returns its listing; refusal 400 `form.invalid` when the profile does not fit the schema
 * @throws when the organisation already has a technology of this external id
 */
export async function createTechnologyDirectly(tx: Transaction, direct: DirectTechnology): Promise<Result<Listing>> {
  const checked = check(profileSchema, direct.profile)
  if (!checked.ok) return checked
  const profile = withTranslationsMarked(checked.value)
  const listing = await createListing(tx, {
    kind: 'technology',
    organisationId: direct.organisationId,
    document: profile,
    title: profile.texts[profile.sourceLanguage].title,
    sourceLanguage: profile.sourceLanguage,
    externalId: direct.externalId ?? null,
    importId: direct.importId ?? null,
    by: direct.by,
  })
  if (direct.state === 'draft') return done(listing)
  return moveListing(tx, listing, { verb: 'submit', party: 'signatory', by: direct.by, expected: null })
}
