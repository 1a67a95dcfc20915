import type { Bilingual } from '#kernel'
import type { OrganisationKind } from '#modules/accounts'
import { type NeedProfile, needSchema } from './profile.ts'

/** The organisation a need belongs to, as far as a need's page speaks of it. */
export interface NeedOwner {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: Bilingual
  /** Code of its province. */
  readonly province: string | null
}

/** A need as everybody may see it. */
export interface PublicNeed {
  readonly profile: NeedProfile
  /** Who is looking; null when the name is kept back. */
  readonly organisation: { readonly id: string; readonly name: Bilingual } | null
  readonly organisationKind: OrganisationKind
  /** Code of the province of the need, else of the organisation. */
  readonly province: string | null
}

const shortest = 3

/** The names by which a text could give the organisation away, the longest first. */
function namesOf(name: Bilingual): string[] {
  return [...new Set([name.vi, name.en].map((form) => form.normalize('NFC').trim()))]
    .filter((form) => form.length >= shortest)
    .sort((a, b) => b.length - a.length)
}

function patternOf(name: string): RegExp {
  return new RegExp(name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'), 'giu')
}

/** The text with the names struck out. */
function struck(text: string, patterns: readonly RegExp[]): string {
  let left = text.normalize('NFC')
  for (let before = ''; before !== left;) {
    before = left
    for (const pattern of patterns) left = left.replace(pattern, '…')
  }
  return left
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(strings)
  return []
}

/** Whether any text of the need names the organisation in full. */
export function mentions(profile: NeedProfile, organisation: Bilingual): boolean {
  const patterns = namesOf(organisation).map(patternOf)
  return strings(profile).some((text) => struck(text, patterns) !== text.normalize('NFC'))
}

/**
 * The one gate between a need and everybody else: pages, data requests, feeds, search and exports show what this leaves.
 * Where the name is hidden, neither the organisation's name nor its id passes, wherever the owner may have typed it.
 */
export function publicNeed(profile: NeedProfile, organisation: NeedOwner): PublicNeed {
  const hidden = profile.nameHidden
  const patterns = hidden ? namesOf(organisation.name).map(patternOf) : []
  const keep = (text: string) => (hidden ? struck(text, patterns) : text)
  const texts = (language: 'vi' | 'en') => {
    const all = profile.texts[language]
    return {
      title: keep(all.title),
      wanted: keep(all.wanted),
      reason: keep(all.reason),
      present: keep(all.present),
      conditions: keep(all.conditions),
    }
  }
  const words = (language: 'vi' | 'en') => profile.keywords[language].map(keep)
  const shown = needSchema.parse({
    sourceLanguage: profile.sourceLanguage,
    texts: { vi: texts('vi'), en: texts('en') },
    translatedFrom: profile.translatedFrom,
    criteria: profile.criteria.map(({ kind, vi, en }) => ({ kind, vi: keep(vi), en: keep(en) })),
    budget: profile.budget,
    neededOn: profile.neededOn,
    fields: profile.fields,
    industries: profile.industries,
    keywords: { vi: words('vi'), en: words('en') },
    province: profile.province,
    place: keep(profile.place),
    nameHidden: hidden,
    provenance: hidden ? null : profile.provenance,
  })
  return {
    profile: shown,
    organisation: hidden ? null : { id: organisation.id, name: organisation.name },
    organisationKind: organisation.kind,
    province: profile.province ?? organisation.province,
  }
}
