import { and, eq, inArray, like, or } from 'drizzle-orm'
import { type Reader, reader } from '#db'
import { type Bilingual, done, otherLanguage, refuse, type Result } from '#kernel'
import { type Actor, type MemberRole } from '#modules/accounts'
import { organisations } from '#modules/accounts/server'
import { editableStates, type ListingState } from '#modules/listings'
import { fold } from '#search'
import { advice, type Gap, missing } from '../completeness.ts'
import { stepForms, stepValues } from '../forms/step-forms.ts'
import { profileSchema, type TechnologyProfile, type TextField, textFields } from '../profile.ts'
import { publicTechnology } from '../public-view.ts'
import type { Step } from '../steps.ts'
import { offerFacts, technologyFor } from '../store.server.ts'
import { translationState, type TranslationState } from '../translation.ts'
import { type SheetFacts, technologySheetData } from './sheet.server.ts'

/** A step of the editor as it is shown. */
export interface EditorFacts {
  readonly id: string
  readonly version: number
  readonly state: ListingState
  readonly organisationId: string
  /** The role of the person who edits, in the organisation that offers. */
  readonly role: MemberRole
  readonly title: string
  readonly step: Step
  readonly values: Readonly<Record<string, unknown>>
  readonly missing: readonly Gap[]
  readonly advice: readonly Gap[]
  readonly sourceLanguage: 'vi' | 'en'
  readonly attachments: TechnologyProfile['attachments']
  readonly rights: TechnologyProfile['rights']
  /** For the step of translation: each source text with how its translation stands. */
  readonly sources: readonly { readonly field: TextField; readonly text: string; readonly state: TranslationState }[]
  readonly sourceKeywords: readonly string[]
}

/**
 * A step of the editor.
 *
 * @returns refusals: those of `may('technology.edit')`, 404 `not_found`, 409 `wrong_state` when it cannot be edited now
 */
export async function technologyEditor(asked: { actor: Actor; id: string; step: Step }): Promise<Result<EditorFacts>> {
  const db = reader()
  const technology = await technologyFor(db, asked.actor, 'technology.edit', asked.id)
  if (!technology.ok) return technology
  const { listing, profile, by } = technology.value
  if (!editableStates.includes(listing.state)) return refuse('wrong_state', 409)
  const { sourceLanguage } = profile
  const texts = profile.texts[sourceLanguage]
  return done({
    id: listing.id,
    version: listing.version,
    state: listing.state,
    organisationId: listing.organisationId,
    role: by.organisation?.role ?? 'viewer',
    title: listing.title,
    step: asked.step,
    values: stepValues(profile, asked.step),
    missing: missing(profile, await offerFacts(db, technology.value)),
    advice: advice(profile),
    sourceLanguage,
    attachments: profile.attachments,
    rights: profile.rights,
    sources:
      asked.step === 'translation'
        ? textFields
            .filter((field) => texts[field] !== '' || profile.texts[otherLanguage(sourceLanguage)][field] !== '')
            .map((field) => ({ field, text: texts[field], state: translationState(profile, field) }))
        : [],
    sourceKeywords: profile.keywords[sourceLanguage],
  })
}

/** What a save by the way tells the editor: the version it made, and what is now missing. */
export async function technologyGaps(asked: { actor: Actor; id: string }): Promise<Result<readonly Gap[]>> {
  const db = reader()
  const technology = await technologyFor(db, asked.actor, 'technology.edit', asked.id)
  if (!technology.ok) return technology
  return done(missing(technology.value.profile, await offerFacts(db, technology.value)))
}

/**
 * What a visitor would see of the working document.
 *
 * @param asked.openness a form of the step `openness` to be tried out without saving; null for the document as it is
 * @returns refusals: those of `may('technology.read')`, 404 `not_found`
 */
export async function technologyPreview(asked: {
  actor: Actor
  id: string
  openness: unknown
}): Promise<Result<SheetFacts>> {
  const db = reader()
  const technology = await technologyFor(db, asked.actor, 'technology.read', asked.id)
  if (!technology.ok) return technology
  const { listing, profile } = technology.value
  const tried = asked.openness === null ? null : stepForms.openness.schema.safeParse(asked.openness)
  const shown = tried?.success ? profileSchema.parse(stepForms.openness.apply(profile, tried.data)) : profile
  return done(await technologySheetData(db, listing, publicTechnology(shown)))
}

/** An organisation that may be named as an owner. */
export interface FoundOrganisation {
  readonly id: string
  readonly name: Bilingual
  readonly taxCode: string | null
}

/** Organisations of the market whose name holds these words (marks and case aside), or that have this tax code. */
export async function searchOrganisations(db: Reader, text: string): Promise<FoundOrganisation[]> {
  const folded = fold(text.trim()).replace(/[%_\\]/g, ' ')
  if (folded.trim().length < 2) return []
  const rows = await db
    .select({
      id: organisations.id,
      vi: organisations.nameVi,
      en: organisations.nameEn,
      taxCode: organisations.taxCode,
    })
    .from(organisations)
    .where(
      and(
        inArray(organisations.kind, ['institute', 'enterprise', 'intermediary']),
        or(like(organisations.nameFolded, `%${folded}%`), eq(organisations.taxCode, text.trim())),
      ),
    )
    .orderBy(organisations.nameFolded, organisations.id)
    .limit(8)
  return rows.map((row) => ({ id: row.id, name: { vi: row.vi, en: row.en || row.vi }, taxCode: row.taxCode }))
}

/** The same for a signed-in person who edits technologies. */
export async function findOwners(asked: { actor: Actor; text: unknown }): Promise<readonly FoundOrganisation[]> {
  if (asked.actor.kind === 'visitor' || typeof asked.text !== 'string') return []
  return searchOrganisations(reader(), asked.text)
}
