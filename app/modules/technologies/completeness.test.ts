import { describe, expect, it } from 'vitest'
import { advice, missing, numberLooksRight, suggestedExpiry } from './completeness.ts'
import { consentTerms } from './consent-terms.ts'
import { type ProfileInput, profileSchema } from './profile.ts'

const own = 'org_own'
const facts = { organisationId: own, names: ['Viện Thử nghiệm'], consents: [] }

/** A profile to which nothing is missing. */
const complete: ProfileInput = {
  texts: {
    vi: {
      title: 'Quy trình sấy lạnh giữ màu lá dược liệu',
      teaser: 'Giữ 92% hoạt chất, giảm một nửa điện năng.',
      problem: 'Sấy nóng làm mất hoạt chất.',
      solution: 'Bơm nhiệt hai cấp.',
      advantages: 'Giảm 48% điện năng.',
    },
  },
  keywords: { vi: ['sấy lạnh', 'dược liệu', 'bơm nhiệt'] },
  fields: ['205'],
  industries: ['C'],
  province: '52',
  readiness: { claimed: 6, evidence: [{ level: 6, title: 'Biên bản trình diễn' }] },
  rights: [{ type: 'know_how' }],
  offers: [{ right: 'use', exclusivity: 'non_exclusive' }],
  forms: ['independent'],
  methods: ['documents'],
  price: { mode: 'open' },
  funding: [{ kind: 'own', share: 10_000 }],
  owners: [{ name: 'Viện Thử nghiệm', organisationId: own, share: 10_000 }],
  declaration: { kind: 'ordinary' },
}

const codesFor = (change: ProfileInput, more: Partial<typeof facts> = {}): string[] =>
  missing(profileSchema.parse({ ...complete, ...change }), { ...facts, ...more }).map((gap) => gap.code)

const titled = (title: string): ProfileInput => ({ texts: { vi: { ...complete.texts?.vi, title } } })

describe('what is missing before a technology may be submitted', () => {
  it('is nothing for a complete profile', () => {
    expect(codesFor({})).toEqual([])
  })

  it('names every step of an empty profile', () => {
    const gaps = missing(profileSchema.parse({}), facts)
    expect(new Set(gaps.map((gap) => gap.step))).toEqual(
      new Set(['summary', 'content', 'readiness', 'rights', 'transfer', 'origin', 'declaration']),
    )
  })

  it.each<[string, ProfileInput, string[]]>([
    ['a short title', titled('Sấy lạnh'), ['missing.title_length']],
    ['a long title', titled('x'.repeat(151)), ['missing.title_length']],
    ['a title with a brand', titled('Máy sấy DryMax® cho dược liệu'), ['missing.title_name']],
    ['a title with the owner', titled('Máy sấy của viện thử nghiệm cho lá'), ['missing.title_name']],
    ['two keywords', { keywords: { vi: ['a', 'b'] } }, ['missing.keywords']],
    ['keywords in the other language only', { keywords: { en: ['a', 'b', 'c'] } }, ['missing.keywords']],
    ['no province', { province: null }, ['missing.province']],
    [
      'evidence of a lower level',
      { readiness: { claimed: 6, evidence: [{ level: 5, title: 'x' }] } },
      ['missing.evidence'],
    ],
    ['evidence without a title', { readiness: { claimed: 6, evidence: [{ level: 6 }] } }, ['missing.evidence']],
    ['no rights', { rights: [] }, ['missing.rights']],
    ['a geographical indication', { rights: [{ type: 'geographical_indication' }] }, ['missing.not_transferable']],
    ['no price', { price: { mode: 'unstated' } }, ['missing.price']],
    ['funding of 90 %', { funding: [{ kind: 'own', share: 9_000 }] }, ['missing.funding_total']],
    [
      'state funding without its task',
      { funding: [{ kind: 'state', share: 10_000 }] },
      ['missing.task_code', 'missing.approved_on'],
    ],
    ['owners of 99,99 %', { owners: [{ name: 'A', organisationId: own, share: 9_999 }] }, ['missing.owners_total']],
    [
      'an outside owner without consent',
      {
        owners: [
          { name: 'A', organisationId: own, share: 5_000 },
          { name: 'B', share: 5_000 },
        ],
      },
      ['missing.consent_text'],
    ],
    ['authors of 50 %', { authors: [{ name: 'A', share: 5_000 }] }, ['missing.authors_total']],
    ['authors without shares', { authors: [{ name: 'A', share: 0 }] }, []],
    ['no declaration', { declaration: {} }, ['missing.declaration']],
    ['a prohibited technology', { declaration: { kind: 'prohibited' } }, ['missing.prohibited']],
    ['a restricted one without its basis', { declaration: { kind: 'restricted' } }, ['missing.declaration_basis']],
    ['an encouraged one without its basis', { declaration: { kind: 'encouraged' } }, ['missing.declaration_basis']],
  ])('tells of %s', (_name, change, codes) => {
    expect(codesFor(change)).toEqual(codes)
  })

  describe('of a co-owner on the exchange', () => {
    const owners = [
      { name: 'A', organisationId: own, share: 5_000 },
      { name: 'B', organisationId: 'org_other', share: 5_000 },
    ]
    const terms = consentTerms(profileSchema.parse({ ...complete, owners }))
    it.each([
      ['none', []],
      ['asked', [{ organisationId: 'org_other', terms, state: 'asked' as const }]],
      ['refused', [{ organisationId: 'org_other', terms, state: 'refused' as const }]],
      ['outdated', [{ organisationId: 'org_other', terms: 'older', state: 'given' as const }]],
    ])('consent: %s', (standing, consents) => {
      const profile = profileSchema.parse({ ...complete, owners })
      expect(missing(profile, { ...facts, consents })).toEqual([
        { step: 'origin', field: 'owners[1].consent', code: `missing.consent_${standing}` },
      ])
    })

    it('is content with a consent to the present terms', () => {
      const profile = profileSchema.parse({ ...complete, owners })
      const consents = [{ organisationId: 'org_other', terms, state: 'given' as const }]
      expect(missing(profile, { ...facts, consents })).toEqual([])
      const dearer = profileSchema.parse({ ...profile, price: { mode: 'asking', kind: 'firm', amount: 5 } })
      expect(missing(dearer, { ...facts, consents })).toHaveLength(1)
    })
  })
})

describe('numbers and days of rights', () => {
  const right = (change: object) => profileSchema.parse({ rights: [{ type: 'invention_patent', ...change }] }).rights[0]

  it.each([
    ['1-0046527', true],
    ['1-2021-01234', true],
    ['12345', false],
    ['', true],
  ])('a Vietnamese patent number %s: %s', (number, looksRight) => {
    const parsed = right({ number })
    expect(parsed && numberLooksRight(parsed)).toBe(looksRight)
  })

  it('are only ever a matter of advice', () => {
    const odd = { rights: [{ type: 'invention_patent' as const, number: 'abc', filedOn: '2020-01-01' }] }
    expect(codesFor(odd)).toEqual([])
    const codes = advice(profileSchema.parse({ ...complete, ...odd })).map((gap) => gap.code)
    expect(codes).toContain('advice.number_form')
    expect(codes).toContain('advice.expiry')
  })

  it.each([
    ['invention_patent', 'VN', '2021-03-25', '2041-03-25'],
    ['utility_solution', 'VN', '2024-02-29', '2034-02-28'],
    ['invention_patent', 'VN', '2024-02-29', '2044-02-29'],
    ['invention_patent', 'WO', '2021-03-25', null],
    ['know_how', 'VN', '2021-03-25', null],
    ['invention_patent', 'VN', null, null],
  ] as const)('the end of a %s (%s) filed on %s is %s', (type, office, filedOn, end) => {
    expect(suggestedExpiry({ type, office, filedOn })).toBe(end)
  })
})
