import { type Classified, classified, scienceFields } from '#classifications'
import type { Language } from '#kernel'
import { type NeedOwner, type NeedProfile, needTextFields, publicNeed } from '#modules/needs'
import {
  publicTechnology,
  readinessStage,
  type RightStatus,
  type TechnologyProfile,
  territories,
  textFields,
} from '#modules/technologies'
import type { SearchDocument } from '#search'
import type { Card, PriceGuidance, ProtectionGroup, RightsGroup } from './card.ts'

/** What is known of a listing beside its published document. Times are milliseconds since 1970 UTC. */
export interface ListingFacts {
  readonly id: string
  readonly externalId: string | null
  readonly publishedAt: number
  readonly updatedAt: number
}

/** The organisation that lists it. */
export interface Owner extends NeedOwner {
  readonly verified: boolean
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

function fieldNames(codes: readonly string[], language: Language): string[] {
  return codes.flatMap((code) => classified(scienceFields, code)?.[language] ?? [])
}

/** The texts of the languages it is written in: the source, and the other where that has a title. */
function textsIn(
  source: Language,
  part: (language: Language) => { title: string; summary: string; body: readonly string[] },
): SearchDocument['texts'] {
  const texts: SearchDocument['texts'] = {}
  for (const language of ['vi', 'en'] as const) {
    const { title, summary, body } = part(language)
    if (language === source || title !== '')
      texts[language] = { title, summary, body: body.filter((text) => text !== '').join('\n') }
  }
  return texts
}

const applied: readonly RightStatus[] = [
  'filed',
  'formality_exam',
  'accepted',
  'published',
  'substantive_exam',
  'grant_intended',
  'opposed',
]

/** The groups of protection of these rights; rights that have ended or were refused give none. */
export function protectionOf(rights: TechnologyProfile['rights']): ProtectionGroup[] {
  const groups = rights.flatMap((right): ProtectionGroup[] => {
    if (right.type === 'know_how' || right.type === 'trade_secret') return ['know_how']
    if (right.type === 'copyright_work' || right.type === 'software') return ['copyright']
    return right.status === 'granted' ? ['granted'] : applied.includes(right.status) ? ['applied'] : []
  })
  return groups.length > 0 ? unique(groups) : ['none']
}

/** What the offered rights come to, without repetition, in the order of the offers. */
export function rightsOf(offers: TechnologyProfile['offers']): RightsGroup[] {
  return unique(offers.map((offer) => (offer.right === 'ownership' ? 'ownership' : (offer.exclusivity ?? 'use'))))
}

/** The codes with those above them. */
function withParents(codes: readonly string[], classification: readonly Classified[]): string[] {
  return unique(codes.flatMap((code) => [code, classified(classification, code)?.parent ?? code]))
}

/** Section, class and subclass of each symbol: `C`, `C02`, `C02F` of `C02F 3/30`. */
function ipcLevels(symbols: readonly string[]): string[] {
  return unique(symbols.flatMap((symbol) => [symbol.slice(0, 1), symbol.slice(0, 3), symbol.slice(0, 4)]))
}

/** Where the rights are offered; the whole country holds its provinces, the world holds the country. */
function territoriesOf(offers: TechnologyProfile['offers']): string[] {
  const named = unique(offers.flatMap((offer) => offer.territory))
  if (named.includes('WORLD')) return [...territories]
  if (named.includes('VN')) return territories.filter((territory) => territory !== 'WORLD')
  return named
}

function priceOf(price: TechnologyProfile['price']): PriceGuidance {
  return price.mode === 'valuation' ? { mode: 'valuation' } : price
}

/** A published technology as it is found: nothing but what `publicTechnology` leaves of it. */
export function technologyDocument(facts: ListingFacts, profile: TechnologyProfile, owner: Owner): SearchDocument {
  const { profile: open, closed } = publicTechnology(profile)
  const inSource = [
    ...open.comparison.map((line) => line.criterion),
    ...open.readiness.evidence.map((proof) => proof.title),
    ...open.offers.map((offer) => offer.fieldOfUse),
    ...open.owners.map((coOwner) => coOwner.name),
    ...open.authors.map((author) => author.name),
    open.place,
  ]
  const card: Card = {
    trl: open.readiness.claimed,
    rights: rightsOf(open.offers),
    price: priceOf(open.price),
    province: open.province,
    owner: { id: owner.id, name: owner.name, verified: owner.verified },
    publishedAt: facts.publishedAt,
    updatedAt: facts.updatedAt,
    externalId: facts.externalId,
    imported: open.provenance !== null,
  }
  return {
    id: facts.id,
    kind: 'technology',
    externalId: facts.externalId,
    texts: textsIn(open.sourceLanguage, (language) => ({
      title: open.texts[language].title,
      summary: open.texts[language].teaser,
      body: [
        ...textFields
          .filter((field) => field !== 'title' && field !== 'teaser')
          .map((field) => open.texts[language][field]),
        ...fieldNames(open.fields, language),
        ...(language === open.sourceLanguage ? inSource : []),
      ],
    })),
    keywords: [...open.keywords.vi, ...open.keywords.en],
    owner: `${owner.name.vi}\n${owner.name.en}`,
    codes: [
      ...open.ipc,
      ...open.rights.map((right) => right.number).filter((number) => number !== ''),
      ...open.goals.map((goal) => `SDG ${goal}`),
      ...open.funding.map((source) => source.taskCode).filter((code) => code !== ''),
    ],
    facets: {
      field: withParents(open.fields, scienceFields),
      industry: open.industries,
      ipc: ipcLevels(open.ipc),
      territory: territoriesOf(open.offers),
      green: open.green,
      trl: open.readiness.claimed === null ? null : readinessStage(open.readiness.claimed),
      ipStatus: closed.includes('rights') ? [] : protectionOf(open.rights),
      rights: rightsOf(open.offers),
      province: open.province,
    },
    price: open.price.mode === 'asking' && open.price.currency === 'VND' ? open.price.amount : null,
    trlLevel: open.readiness.claimed,
    publishedAt: facts.publishedAt,
    updatedAt: facts.updatedAt,
    audience: 'public',
    card,
  }
}

/** The first sentences of a text, about 200 characters, for where a listing has no teaser of its own. */
function opening(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  if (whole.length <= 200) return whole
  const cut = whole.slice(0, 200)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('; '))
  return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`
}

/**
 * A published need as it is found: nothing but what `publicNeed` leaves of it. Where its organisation keeps its name
 * back, the place and the organisation's own number for the need stay out too.
 */
export function needDocument(facts: ListingFacts, need: NeedProfile, owner: Owner): SearchDocument {
  const { profile: open, organisation, province } = publicNeed(need, owner)
  const { budget } = open
  const card: Card = {
    trl: null,
    rights: [],
    price:
      budget.from === null && budget.to === null
        ? { mode: 'unstated' }
        : { mode: 'budget', from: budget.from, to: budget.to, currency: budget.currency },
    province,
    owner: organisation ? { id: organisation.id, name: organisation.name, verified: owner.verified } : null,
    publishedAt: facts.publishedAt,
    updatedAt: facts.updatedAt,
    externalId: organisation ? facts.externalId : null,
    imported: open.provenance !== null,
  }
  return {
    id: facts.id,
    kind: 'need',
    externalId: card.externalId,
    texts: textsIn(open.sourceLanguage, (language) => ({
      title: open.texts[language].title,
      summary: opening(open.texts[language].wanted),
      body: [
        ...needTextFields.filter((field) => field !== 'title').map((field) => open.texts[language][field]),
        ...open.criteria.map((criterion) => criterion[language]),
        ...fieldNames(open.fields, language),
        ...(organisation && language === open.sourceLanguage ? [open.place] : []),
      ],
    })),
    keywords: [...open.keywords.vi, ...open.keywords.en],
    owner: organisation ? `${organisation.name.vi}\n${organisation.name.en}` : '',
    codes: [],
    facets: {
      field: withParents(open.fields, scienceFields),
      industry: open.industries,
      ipc: [],
      trl: null,
      ipStatus: [],
      rights: [],
      territory: [],
      green: [],
      province,
    },
    price: budget.currency === 'VND' ? (budget.to ?? budget.from) : null,
    trlLevel: null,
    publishedAt: facts.publishedAt,
    updatedAt: facts.updatedAt,
    audience: 'public',
    card,
  }
}
