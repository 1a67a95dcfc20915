import { describe, expect, it } from 'vitest'
import { classified, provinces } from '#classifications'
import { missingInNeed, needSchema, needTextFields } from '#modules/needs'
import { profileSchema, rightTypes, textFields } from '#modules/technologies'
import { demonstrationNeeds } from './needs.ts'
import { demonstrationOrganisations } from './organisations.ts'
import { demonstrationPeople } from './people.ts'
import { demonstrationRequests } from './requests.ts'
import { demonstrationTechnologies } from './technologies.ts'

const today = '2026-11-23'
const whole = 10_000
const declineReasons = [
  'price_budget',
  'readiness',
  'rights_scope',
  'capacity',
  'timing',
  'strategic_fit',
  'information_missing',
  'already_committed',
]

const technologies = demonstrationTechnologies.map((entry) => ({ entry, profile: profileSchema.parse(entry.profile) }))
const needs = demonstrationNeeds.map((entry) => ({ entry, profile: needSchema.parse(entry.profile) }))
const organisationKeys = new Set(demonstrationOrganisations.map((organisation) => organisation.key))
const of = (organisation: string) =>
  demonstrationPeople.filter((person) => person.memberships.some((member) => member.organisation === organisation))
const belongs = (person: string, organisation: string) => of(organisation).some(({ key }) => key === person)
const repeated = (list: readonly string[]) => list.filter((entry, index) => list.indexOf(entry) !== index)
const total = (list: readonly { readonly share: number }[]) => list.reduce((sum, { share }) => sum + share, 0)
const laterBy = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
const sentences = (text: string) =>
  text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0)

describe('the organisations and people', () => {
  it('are ten of each kind and one operator, 26 of them verified', () => {
    const count = (kind: string) => demonstrationOrganisations.filter((entry) => entry.kind === kind).length
    expect([count('institute'), count('enterprise'), count('intermediary'), count('operator')]).toEqual([10, 10, 10, 1])
    expect(demonstrationOrganisations.filter((entry) => entry.verified)).toHaveLength(26)
  })

  it('have unique keys, names and invented tax codes, and known provinces', () => {
    expect(repeated(demonstrationOrganisations.map((entry) => entry.key))).toEqual([])
    expect(repeated(demonstrationOrganisations.map((entry) => entry.name.vi))).toEqual([])
    expect(repeated(demonstrationOrganisations.map((entry) => entry.taxCode))).toEqual([])
    for (const entry of demonstrationOrganisations) {
      expect(entry.taxCode).toMatch(/^99\d{8}$/)
      expect(classified(provinces, entry.province)).toBeDefined()
      expect(entry.website).toMatch(/^https:\/\/[a-z-]+\.vi-du\.example$/)
      expect(entry.services.length > 0).toBe(entry.kind === 'intermediary')
    }
  })

  it('give every organisation an owner, and three organisations all four roles', () => {
    const rolesOf = (organisation: string) =>
      new Set(
        demonstrationPeople.flatMap((person) =>
          person.memberships.filter((member) => member.organisation === organisation).map((member) => member.role),
        ),
      )
    for (const key of organisationKeys) expect(rolesOf(key), key).toContain('owner')
    const complete = demonstrationOrganisations.filter((entry) => rolesOf(entry.key).size === 4)
    expect(new Set(complete.map((entry) => entry.kind))).toEqual(new Set(['institute', 'enterprise', 'operator']))
  })

  it('have unique unreachable addresses and resolve to organisations', () => {
    expect(repeated(demonstrationPeople.map((person) => person.email))).toEqual([])
    expect(repeated(demonstrationPeople.map((person) => person.key))).toEqual([])
    for (const person of demonstrationPeople) {
      expect(person.email).toMatch(/^[a-z-]+@vi-du\.example$/)
      for (const member of person.memberships) expect(organisationKeys).toContain(member.organisation)
    }
    expect(demonstrationPeople.some((person) => person.memberships.length === 2)).toBe(true)
    expect(demonstrationPeople.filter((person) => person.language === 'en')).toHaveLength(1)
  })

  it('include a valuer, a broker and a transfer adviser in intermediaries', () => {
    for (const key of ['tham-dinh-vien', 'moi-gioi-vien', 'tu-van-vien']) {
      const home = demonstrationPeople.find((person) => person.key === key)?.memberships[0]?.organisation
      expect(demonstrationOrganisations.find((entry) => entry.key === home)?.kind).toBe('intermediary')
    }
  })
})

describe('the technologies', () => {
  it('are at least 32, mostly published, in every state, a third with complete English', () => {
    const inState = (state: string) => technologies.filter(({ entry }) => entry.state === state).length
    const english = technologies.filter(({ profile }) => profile.texts.en.title !== '')
    expect(technologies.length).toBeGreaterThanOrEqual(32)
    expect(inState('published')).toBeGreaterThanOrEqual(24)
    expect(Math.min(inState('draft'), inState('submitted'), inState('needs_changes'))).toBeGreaterThan(0)
    expect(english.length * 3).toBeGreaterThanOrEqual(technologies.length)
    for (const { entry, profile } of english) {
      for (const field of textFields) {
        expect(profile.texts.en[field] === '', `${entry.key} ${field}`).toBe(profile.texts.vi[field] === '')
      }
      expect(profile.keywords.en.length, entry.key).toBeGreaterThanOrEqual(3)
    }
  })

  it('belong to an organisation and to an author who is its member; published ones to verified organisations', () => {
    expect(repeated(technologies.map(({ entry }) => entry.key))).toEqual([])
    for (const { entry } of technologies) {
      expect(belongs(entry.author, entry.owner), entry.key).toBe(true)
      const home = demonstrationOrganisations.find((organisation) => organisation.key === entry.owner)
      if (entry.state !== 'draft') expect(home?.verified, entry.key).toBe(true)
    }
  })

  it('have unique titles of 40 to 120 characters that name no organisation', () => {
    expect(repeated(technologies.map(({ profile }) => profile.texts.vi.title))).toEqual([])
    for (const { profile } of technologies) {
      const { title } = profile.texts.vi
      expect(title.length, title).toBeGreaterThanOrEqual(40)
      expect(title.length, title).toBeLessThanOrEqual(120)
      for (const { name } of demonstrationOrganisations) expect(title).not.toContain(name.vi)
    }
  })

  it('share ownership, authorship and funding out completely', () => {
    for (const { entry, profile } of technologies) {
      if (entry.state === 'draft') continue
      expect(total(profile.owners), `${entry.key} owners`).toBe(whole)
      expect(total(profile.authors), `${entry.key} authors`).toBe(whole)
      expect(total(profile.funding), `${entry.key} funding`).toBe(whole)
      for (const owner of profile.owners) {
        if (owner.organisationId === null) expect(owner.consent, entry.key).not.toBe('')
        else expect(organisationKeys).toContain(owner.organisationId.replace(/^key:/, ''))
      }
    }
  })

  it('prove the level they claim, and sell nothing below level 9', () => {
    for (const { entry, profile } of technologies) {
      const { claimed, evidence } = profile.readiness
      if (claimed === null) continue
      expect(Math.max(...evidence.map(({ level }) => level)), entry.key).toBe(claimed)
      for (const { madeOn } of evidence) expect((madeOn ?? today) <= today, entry.key).toBe(true)
      const words = evidence.map(({ title }) => title).join(' ')
      if (claimed < 9) expect(words, entry.key).not.toMatch(/hợp đồng (mua )?bán|hợp đồng chuyển giao/i)
    }
  })

  it('number their rights as the office does and end them with their term', () => {
    for (const { entry, profile } of technologies) {
      for (const right of profile.rights) {
        const type = rightTypes.find(({ key }) => key === right.type)
        const label = `${entry.key} ${right.number}`
        if (right.office === 'VN' && right.number !== '') {
          expect(right.number, label).toMatch((right.status === 'granted' ? type?.grant : type?.application) ?? /^$/)
        }
        if (right.filedOn !== null) expect(right.filedOn <= today, label).toBe(true)
        const years = type?.termYears ?? null
        const ends = right.status === 'granted' && years !== null && right.filedOn !== null
        expect(right.expiresOn, label).toBe(ends ? laterBy(right.filedOn ?? '', years) : null)
      }
    }
  })

  it('declare their standing in law with the article', () => {
    for (const { entry, profile } of technologies) {
      const { kind, basis } = profile.declaration
      if (kind === 'encouraged') expect(basis, entry.key).toContain('Điều 9 Luật Chuyển giao công nghệ')
      if (kind === 'restricted') expect(basis, entry.key).toContain('Điều 10 Luật Chuyển giao công nghệ')
    }
    expect(technologies.filter(({ profile }) => profile.declaration.kind === 'restricted')).toHaveLength(1)
  })

  it('use all price modes, with amounts from 150 million to 8 billion đồng', () => {
    const modes = new Set(technologies.map(({ profile }) => profile.price.mode))
    for (const mode of ['asking', 'open', 'valuation']) expect(modes).toContain(mode)
    for (const { entry, profile } of technologies) {
      if (profile.price.mode !== 'asking') continue
      expect(profile.price.amount, entry.key).toBeGreaterThanOrEqual(150_000_000)
      expect(profile.price.amount, entry.key).toBeLessThanOrEqual(8_000_000_000)
    }
  })

  it('are complete unless they are drafts', () => {
    for (const { entry, profile } of technologies) {
      if (entry.state === 'draft') continue
      const { keywords, ...lists } = {
        keywords: profile.keywords.vi.length,
        fields: profile.fields,
        industries: profile.industries,
        rights: profile.rights,
        ipc: profile.ipc,
        offers: profile.offers,
        forms: profile.forms,
        methods: profile.methods,
        comparison: profile.comparison,
      }
      expect(keywords, entry.key).toBeGreaterThanOrEqual(3)
      expect(keywords, entry.key).toBeLessThanOrEqual(10)
      for (const [list, rows] of Object.entries(lists)) expect(rows.length, `${entry.key} ${list}`).toBeGreaterThan(0)
      for (const field of ['teaser', 'problem', 'solution', 'advantages', 'applications', 'partnersWanted'] as const) {
        expect(profile.texts.vi[field], `${entry.key} ${field}`).not.toBe('')
      }
      expect(/\d/.test(profile.texts.vi.advantages), entry.key).toBe(true)
      expect(profile.province, entry.key).not.toBeNull()
      expect(profile.declaration.kind, entry.key).not.toBeNull()
    }
  })

  it('repeat no sentence', () => {
    const all = technologies.flatMap(({ profile }) =>
      [
        ...textFields.flatMap((field) => [profile.texts.vi[field], profile.texts.en[field]]),
        ...profile.readiness.evidence.map(({ detail }) => detail),
        ...profile.owners.map(({ consent }) => consent),
        profile.declaration.basis,
      ].flatMap(sentences),
    )
    expect(repeated(all)).toEqual([])
  })
})

describe('the needs', () => {
  it('are at least 16, a third with complete English, four without the name', () => {
    const english = needs.filter(({ profile }) => profile.texts.en.title !== '')
    expect(needs.length).toBeGreaterThanOrEqual(16)
    expect(english.length * 3).toBeGreaterThanOrEqual(needs.length)
    expect(needs.filter(({ profile }) => profile.nameHidden)).toHaveLength(4)
    for (const { entry, profile } of english) {
      for (const field of needTextFields) expect(profile.texts.en[field], `${entry.key} ${field}`).not.toBe('')
      for (const { vi, en } of profile.criteria) expect(en, vi).not.toBe('')
    }
  })

  it('can be judged: 3 to 6 must, 2 to 4 nice, a budget and a date in 2027', () => {
    expect(repeated(needs.map(({ profile }) => profile.texts.vi.title))).toEqual([])
    for (const { entry, profile } of needs) {
      const count = (kind: string) => profile.criteria.filter((criterion) => criterion.kind === kind).length
      expect(belongs(entry.author, entry.owner), entry.key).toBe(true)
      expect(count('must'), entry.key).toBeGreaterThanOrEqual(3)
      expect(count('must'), entry.key).toBeLessThanOrEqual(6)
      expect(count('nice'), entry.key).toBeGreaterThanOrEqual(2)
      expect(count('nice'), entry.key).toBeLessThanOrEqual(4)
      expect(profile.neededOn, entry.key).toMatch(/^2027-/)
      expect(profile.budget.to, entry.key).not.toBeNull()
      for (const field of needTextFields) expect(profile.texts.vi[field], `${entry.key} ${field}`).not.toBe('')
      const measured = profile.criteria.filter(({ kind, vi }) => kind === 'must' && /\d/.test(vi)).length
      expect(measured, entry.key).toBeGreaterThanOrEqual(2)
    }
  })

  it('lack nothing for review, nor give a hidden name away', () => {
    for (const { entry, profile } of needs) {
      const home = demonstrationOrganisations.find((organisation) => organisation.key === entry.owner)
      expect(missingInNeed(profile, home?.name ?? { vi: '', en: '' }), entry.key).toEqual([])
    }
  })
})

describe('the requests', () => {
  const publishedTechnology = (key: string) =>
    demonstrationTechnologies.find((entry) => entry.key === key && entry.state === 'published')
  const publishedNeed = (key: string) =>
    demonstrationNeeds.find((entry) => entry.key === key && entry.state === 'published')

  it('are twelve, about published records of somebody else, by their own members', () => {
    expect(demonstrationRequests).toHaveLength(12)
    expect(repeated(demonstrationRequests.map((request) => request.key))).toEqual([])
    for (const request of demonstrationRequests) {
      const other =
        'technology' in request.about
          ? publishedTechnology(request.about.technology)?.owner
          : publishedNeed(request.about.need)?.owner
      if ('need' in request.about) {
        expect(publishedTechnology(request.about.offering)?.owner, request.key).toBe(request.from)
      }
      expect(other, request.key).toBeDefined()
      expect(other, request.key).not.toBe(request.from)
      expect(belongs(request.by, request.from), request.key).toBe(true)
      for (const move of request.moves) {
        const side = move.verb === 'answer' || move.verb === 'withdraw' ? request.from : (other ?? '')
        expect(belongs(move.by, side), `${request.key} ${move.verb}`).toBe(true)
        if (move.verb === 'decline') expect(declineReasons).toContain(move.reason)
      }
      for (const message of request.messages) {
        expect(belongs(message.by, request.from) || belongs(message.by, other ?? ''), request.key).toBe(true)
      }
    }
  })

  it('end in every state', () => {
    const last = new Set(demonstrationRequests.map((request) => request.moves.at(-1)?.verb ?? 'new'))
    expect(last).toEqual(new Set(['new', 'ask', 'answer', 'accept', 'decline', 'withdraw']))
  })
})
