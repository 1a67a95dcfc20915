import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, languages, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { createListing, type Listing, type Mover, moveListing } from '#modules/listings/server'
import { type NeedInput, needSchema, needTextLimits } from '../profile.ts'
import { withTranslationsMarked } from '../translation.ts'
import { moverOf } from './mover.ts'

const startSchema = z.object({
  title: z.string().min(1).max(needTextLimits.title),
  wanted: z.string().max(needTextLimits.wanted).default(''),
  sourceLanguage: z.enum(languages).default('vi'),
})

/** Starts a need as a draft of the organisation acted for. */
export async function startNeed(asked: { actor: Actor; input: unknown }): Promise<Result<Listing>> {
  const allowed = may(asked.actor, 'need.edit')
  if (!allowed.ok) return allowed
  const input = check(startSchema, asked.input)
  if (!input.ok) return input
  const { title, wanted, sourceLanguage } = input.value
  const by = moverOf(allowed.value)
  return transaction(async (tx) =>
    done(
      await createListing(tx, {
        kind: 'need',
        organisationId: by.organisationId,
        document: needSchema.parse({ sourceLanguage, texts: { [sourceLanguage]: { title, wanted } } }),
        title,
        sourceLanguage,
        by,
      }),
    ),
  )
}

/**
 * Puts a whole need on the exchange inside a transaction, for the demonstration and for imports: as a draft, or
 * submitted for review in the name of its organisation. Translations that come along are taken to be made from the
 * source that comes along. Asks no permission; the caller has.
 *
 * @returns refusals: 400 `form.invalid` when the document is not a need's, and those of `moveListing`
 */
export async function createNeedDirectly(
  tx: Transaction,
  fresh: {
    readonly organisationId: string
    readonly by: Mover
    readonly document: NeedInput
    readonly state: 'draft' | 'submitted'
    readonly externalId?: string | null
    readonly importId?: string | null
  },
): Promise<Result<Listing>> {
  const checked = check(needSchema, fresh.document)
  if (!checked.ok) return checked
  const document = withTranslationsMarked(checked.value)
  const { sourceLanguage, texts } = document
  const listing = await createListing(tx, {
    kind: 'need',
    organisationId: fresh.organisationId,
    document,
    title: texts[sourceLanguage].title,
    sourceLanguage,
    externalId: fresh.externalId ?? null,
    importId: fresh.importId ?? null,
    by: fresh.by,
  })
  if (fresh.state === 'draft') return done(listing)
  return moveListing(tx, listing, { verb: 'submit', party: 'signatory', by: fresh.by, expected: null })
}
