import type { Reader } from '#db'
import { type Bilingual } from '#kernel'
import { type TechnologyProfile } from '#modules/technologies'
import { publicTechnologyById, technologyById } from '#modules/technologies/server'
import { type DealFacts, withDealFacts } from './model/facts.ts'
import { type ModelHead, type ValuationModel } from './model/document.ts'

/** A technology as somebody who values it may know it. */
export interface Subject {
  readonly id: string
  readonly ownerId: string
  readonly title: Bilingual
  readonly profile: TechnologyProfile
  readonly version: number
}

/** A technology as an organisation may know it: all of it for its owner, for others what is published of it; or null. */
export async function subjectFor(db: Reader, technologyId: string, organisationId: string): Promise<Subject | null> {
  const technology = await technologyById(db, technologyId)
  if (!technology) return null
  const { listing, profile } = technology
  const own = listing.organisationId === organisationId
  const known = own ? profile : (await publicTechnologyById(db, technologyId))?.shown.profile
  if (!known) return null
  return {
    id: listing.id,
    ownerId: listing.organisationId,
    title: titleOf(known),
    profile: known,
    version: listing.version,
  }
}

/** The title in the languages that it has: pages say which one they show. */
function titleOf({ texts }: TechnologyProfile): Bilingual {
  return { vi: texts.vi.title, en: texts.en.title }
}

const inForce = ['granted', 'opposed']

function rightsOf({ rights }: TechnologyProfile): NonNullable<DealFacts['rights']> {
  const kept = rights.filter(({ status }) => inForce.includes(status))
  return kept.map(({ type, number, expiresOn }) => ({ kind: type, number: number || null, expiry: expiresOn }))
}

/** Who brings the facts in, and when. */
export interface Bringing {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: number
}

/** The model with what the exchange knows of the technology. */
export function withSubject(model: ValuationModel, subject: Subject, { by, at }: Bringing): ValuationModel {
  return withDealFacts(model, {
    by: { ...by },
    at: new Date(at).toISOString(),
    reference: `${subject.id}, v${String(subject.version)}`,
    rights: rightsOf(subject.profile),
    readiness: subject.profile.readiness.claimed,
  })
}

/** What a valuation says of its subject. */
export function subjectOfModel({ id, title, profile }: Subject): ModelHead['subject'] {
  const numbers = profile.rights.flatMap(({ type, number }) => (number === '' ? [] : [{ scheme: type, value: number }]))
  return { technologyId: id, title: { ...title }, identifiers: numbers.slice(0, 50) }
}
