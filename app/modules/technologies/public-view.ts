import { profileSchema, type Section, sections, type TechnologyProfile, type TextField } from './profile.ts'

/** A profile as a visitor may see it, and which sections are closed. */
export interface PublicTechnology {
  readonly profile: TechnologyProfile
  readonly closed: readonly Section[]
}

const textsOf: Readonly<Partial<Record<Section, readonly TextField[]>>> = {
  problem: ['problem'],
  solution: ['solution'],
  advantages: ['advantages'],
  applications: ['applications'],
  partners: ['partnersNow', 'partnersWanted'],
}

/**
 * The one gate between a profile and everybody else: pages, data requests, feeds, search, exports and previews all show
 * what this leaves. It builds up from nothing, so that a field it does not know of stays closed.
 */
export function publicTechnology(profile: TechnologyProfile): PublicTechnology {
  const closed = sections.filter((section) => profile.visibility[section] === 'confidential')
  const open = (section: Section): boolean => !closed.includes(section)
  const shut = new Set(closed.flatMap((section) => textsOf[section] ?? []))
  const texts = (language: 'vi' | 'en') => {
    const all = profile.texts[language]
    const keep = (field: TextField) => (shut.has(field) ? '' : all[field])
    return {
      title: all.title,
      teaser: all.teaser,
      problem: keep('problem'),
      solution: keep('solution'),
      advantages: keep('advantages'),
      applications: keep('applications'),
      partnersNow: keep('partnersNow'),
      partnersWanted: keep('partnersWanted'),
    }
  }
  const shown = profileSchema.parse({
    sourceLanguage: profile.sourceLanguage,
    texts: { vi: texts('vi'), en: texts('en') },
    translatedFrom: Object.fromEntries(
      Object.entries(profile.translatedFrom).filter(([field]) => !shut.has(field as TextField)),
    ),
    comparison: open('advantages') ? profile.comparison : [],
    readiness: {
      claimed: profile.readiness.claimed,
      evidence: open('readiness')
        ? profile.readiness.evidence.map((proof) => ({ ...proof, file: openFile(profile, proof.file) }))
        : [],
    },
    rights: open('rights')
      ? profile.rights.map((right) => (right.numberHidden ? { ...right, number: '' } : right))
      : [],
    fields: profile.fields,
    industries: profile.industries,
    ipc: profile.ipc,
    goals: profile.goals,
    green: profile.green,
    offers: open('offer') ? profile.offers : [],
    forms: open('offer') ? profile.forms : [],
    methods: open('offer') ? profile.methods : [],
    price: open('price') ? profile.price : { mode: 'unstated' },
    funding: open('funding') ? profile.funding : [],
    owners: open('owners') ? profile.owners.map((owner) => ({ ...owner, consent: '' })) : [],
    authors: open('authors') ? profile.authors : [],
    keywords: profile.keywords,
    province: profile.province,
    place: profile.place,
    attachments: open('attachments') ? profile.attachments.filter((file) => !file.confidential) : [],
    declaration: profile.declaration,
    visibility: profile.visibility,
    provenance: profile.provenance,
  })
  return { profile: shown, closed }
}

/** A file of the evidence is open only when it is also an open attachment. */
function openFile(profile: TechnologyProfile, file: string | null): string | null {
  if (file === null || profile.visibility.attachments === 'confidential') return null
  return profile.attachments.some((attachment) => attachment.file === file && !attachment.confidential) ? file : null
}
