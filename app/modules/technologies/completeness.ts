import { consentStanding, type ConsentFact, consentTerms } from './consent-terms.ts'
import type { TechnologyProfile } from './profile.ts'
import { rightTypes } from './reference/rights.ts'
import type { Step } from './steps.ts'
import { translationsThatAre } from './translation.ts'

/** One thing missing or worth improving: in which step, at which field of its form, and what (a translation key). */
export interface Gap {
  readonly step: Step
  readonly field: string
  readonly code: string
}

/** What completeness asks beyond the profile itself. */
export interface OfferFacts {
  /** The organisation that offers. */
  readonly organisationId: string
  /** Names that the title may not carry: those of the organisations that offer or own. */
  readonly names: readonly string[]
  readonly consents: readonly ConsentFact[]
}

type Right = TechnologyProfile['rights'][number]

const whole = 10_000
const total = (rows: readonly { readonly share: number }[]): number => rows.reduce((sum, row) => sum + row.share, 0)

/**
 * What must be there before a technology may be submitted for review; empty when it may. The length of the title and
 * the number of keywords follow the Enterprise Europe Network's guidelines; the declaration follows Articles 9 to 11 of
 * the Technology Transfer Law, geographical indications Articles 139(2) and 142(1) of the IP Law.
 */
export function missing(profile: TechnologyProfile, facts: OfferFacts): Gap[] {
  const gaps: Gap[] = []
  const want = (met: boolean, step: Step, field: string, code: string): void => {
    if (!met) gaps.push({ step, field, code: `missing.${code}` })
  }
  const texts = profile.texts[profile.sourceLanguage]
  want(texts.title.length >= 10 && texts.title.length <= 150, 'summary', 'title', 'title_length')
  want(!namesSomebody(texts.title, facts.names), 'summary', 'title', 'title_name')
  want(texts.teaser !== '', 'summary', 'teaser', 'teaser')
  want(profile.fields.length > 0, 'summary', 'field1', 'field')
  want(profile.industries.length > 0, 'summary', 'industries', 'industry')
  const keywords = profile.keywords[profile.sourceLanguage].length
  want(keywords >= 3 && keywords <= 10, 'summary', 'keywords', 'keywords')
  want(profile.province !== null, 'summary', 'province', 'province')
  want(texts.problem !== '', 'content', 'problem', 'problem')
  want(texts.solution !== '', 'content', 'solution', 'solution')
  want(texts.advantages !== '', 'content', 'advantages', 'advantages')
  const { claimed, evidence } = profile.readiness
  want(claimed !== null, 'readiness', 'claimed', 'readiness')
  want(
    claimed === null || evidence.some((proof) => proof.level === claimed && proof.title !== ''),
    'readiness',
    'evidence',
    'evidence',
  )
  want(profile.rights.length > 0, 'rights', 'rights', 'rights')
  profile.rights.forEach((right, index) => {
    want(typeOf(right)?.transferable !== false, 'rights', `rights[${String(index)}].type`, 'not_transferable')
  })
  want(profile.offers.length > 0, 'transfer', 'offers', 'offer')
  want(profile.forms.length > 0, 'transfer', 'forms', 'form')
  want(profile.methods.length > 0, 'transfer', 'methods', 'method')
  want(profile.price.mode !== 'unstated', 'transfer', 'mode', 'price')
  gaps.push(...missingOrigin(profile, facts))
  const { kind, basis } = profile.declaration
  want(kind !== null, 'declaration', 'kind', 'declaration')
  want(kind !== 'prohibited', 'declaration', 'kind', 'prohibited')
  want(basis !== '' || (kind !== 'restricted' && kind !== 'encouraged'), 'declaration', 'basis', 'declaration_basis')
  return gaps
}

function missingOrigin(profile: TechnologyProfile, facts: OfferFacts): Gap[] {
  const gaps: Gap[] = []
  const want = (met: boolean, field: string, code: string): void => {
    if (!met) gaps.push({ step: 'origin', field, code: `missing.${code}` })
  }
  want(profile.funding.length > 0, 'funding', 'funding')
  want(profile.funding.length === 0 || total(profile.funding) === whole, 'funding', 'funding_total')
  profile.funding.forEach((source, index) => {
    if (source.kind !== 'state') return
    want(source.taskCode !== '', `funding[${String(index)}].taskCode`, 'task_code')
    want(source.approvedOn !== null, `funding[${String(index)}].approvedOn`, 'approved_on')
  })
  want(total(profile.owners) === whole, 'owners', 'owners_total')
  const terms = consentTerms(profile)
  profile.owners.forEach((owner, index) => {
    const at = `owners[${String(index)}].consent`
    if (owner.organisationId === null) want(owner.consent !== '', at, 'consent_text')
    else if (owner.organisationId !== facts.organisationId) {
      const standing = consentStanding(facts.consents, owner.organisationId, terms)
      want(standing === 'given', at, `consent_${standing}`)
    }
  })
  const authors = total(profile.authors)
  want(authors === 0 || authors === whole, 'authors', 'authors_total')
  return gaps
}

function namesSomebody(title: string, names: readonly string[]): boolean {
  const plain = title.toLowerCase()
  return /[®™]/.test(title) || names.some((name) => name !== '' && plain.includes(name.toLowerCase()))
}

const typeOf = (right: Right) => rightTypes.find((type) => type.key === right.type)

/** Whether a right's number has one of the forms its office gives; true where no form is known. Only ever a warning. */
export function numberLooksRight(right: Right): boolean {
  const type = typeOf(right)
  if (right.number === '' || right.office !== 'VN' || !type) return true
  const forms = [type.application, type.grant].filter((form) => form !== null)
  return forms.length === 0 || forms.some((form) => form.test(right.number))
}

/**
 * When a Vietnamese right ends if its term runs from the day of filing (IP Law, Articles 93 and 169), as `2041-03-25`;
 * null when the day of filing or the term is not known.
 */
export function suggestedExpiry(right: Pick<Right, 'type' | 'office' | 'filedOn'>): string | null {
  const years = rightTypes.find((type) => type.key === right.type)?.termYears ?? null
  if (right.office !== 'VN' || right.filedOn === null || years === null) return null
  const year = Number(right.filedOn.slice(0, 4)) + years
  const day = right.filedOn.slice(4)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return `${String(year)}${day === '-02-29' && !leap ? '-02-28' : day}`
}

/** What would make an offer better though it may be submitted without. */
export function advice(profile: TechnologyProfile): Gap[] {
  const gaps: Gap[] = []
  const suggest = (when: boolean, step: Step, field: string, code: string): void => {
    if (when) gaps.push({ step, field, code: `advice.${code}` })
  }
  const texts = profile.texts[profile.sourceLanguage]
  suggest(texts.teaser.length > 300, 'summary', 'teaser', 'teaser_long')
  suggest(profile.ipc.length === 0, 'summary', 'ipc', 'ipc')
  suggest(texts.applications === '', 'content', 'applications', 'applications')
  suggest(texts.advantages !== '' && !/\d/.test(texts.advantages), 'content', 'advantages', 'figures')
  suggest(profile.comparison.length === 0, 'content', 'comparison', 'comparison')
  const undated = profile.readiness.evidence.some((proof) => proof.madeOn === null)
  suggest(undated, 'readiness', 'evidence', 'evidence_undated')
  profile.rights.forEach((right, index) => {
    const at = (field: string) => `rights[${String(index)}].${field}`
    suggest(!numberLooksRight(right), 'rights', at('number'), 'number_form')
    suggest(right.expiresOn === null && suggestedExpiry(right) !== null, 'rights', at('expiresOn'), 'expiry')
  })
  profile.funding.forEach((source, index) => {
    const bare = source.kind === 'state' && source.certificate === ''
    suggest(bare, 'origin', `funding[${String(index)}].certificate`, 'certificate')
  })
  suggest(texts.partnersWanted === '', 'origin', 'partnersWanted', 'partners_wanted')
  suggest(profile.attachments.length === 0, 'files', 'file', 'files')
  suggest(translationsThatAre(profile, 'missing').length > 0, 'translation', 'title', 'translation_missing')
  suggest(translationsThatAre(profile, 'stale').length > 0, 'translation', 'title', 'translation_stale')
  suggest(profile.declaration.kind === 'restricted', 'declaration', 'kind', 'licence')
  return gaps
}
