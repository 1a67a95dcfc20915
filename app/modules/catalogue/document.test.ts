import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needSchema, needTextFields } from '#modules/needs'
import { type ProfileInput, profileSchema, sections } from '#modules/technologies'
import { cardSchema } from './card.ts'
import { type ListingFacts, needDocument, type Owner, protectionOf, rightsOf, technologyDocument } from './document.ts'

const facts: ListingFacts = { id: 'tech_1', externalId: 'OWN-1', publishedAt: 1000, updatedAt: 2000 }
const owner: Owner = {
  id: 'org_marker7',
  kind: 'institute',
  name: { vi: 'Viện Dấu hiệu', en: 'Marker Institute' },
  province: '52',
  verified: true,
}

/** A profile whose every text names the section it belongs to; `secret-…` is what must never be seen. */
function marked(closed: readonly string[]): ProfileInput {
  const texts = (language: string) => ({
    title: `title-${language}`,
    teaser: `teaser-${language}`,
    problem: `in-problem ${language}`,
    solution: `in-solution ${language}`,
    advantages: `in-advantages ${language}`,
    applications: `in-applications ${language}`,
    partnersNow: `in-partners ${language}`,
    partnersWanted: `in-partners ${language}`,
  })
  const line = (section: string) => ({ criterion: `in-${section}`, unit: '', present: '', offered: '' })
  return {
    texts: { vi: texts('vi'), en: texts('en') },
    comparison: [line('advantages')],
    readiness: { claimed: 6, evidence: [{ level: 6, title: 'in-readiness', detail: 'in-readiness' }] },
    rights: [
      { type: 'invention_patent', number: 'in-rights', status: 'granted', holder: 'in-rights' },
      { type: 'invention_patent', number: 'secret-number', numberHidden: true, status: 'filed' },
    ],
    offers: [{ right: 'use', exclusivity: 'sole', fieldOfUse: 'in-offer' }],
    price: { mode: 'asking', kind: 'floor', amount: 987_654_321 },
    funding: [{ kind: 'state', share: 10_000, taskCode: 'in-funding' }],
    owners: [{ name: 'in-owners', share: 10_000, consent: 'secret-consent' }],
    authors: [{ name: 'in-authors', share: 10_000 }],
    attachments: [{ file: 'in-attachments', name: 'in-attachments', caption: 'in-attachments' }],
    visibility: Object.fromEntries(closed.map((section) => [section, 'confidential'])),
  }
}

describe('a technology as it is found', () => {
  it('holds nothing of a closed section, whichever they are', () => {
    fc.assert(
      fc.property(fc.subarray([...sections]), (closed) => {
        const text = JSON.stringify(technologyDocument(facts, profileSchema.parse(marked(closed)), owner))
        for (const section of closed) expect(text).not.toContain(`in-${section}`)
        if (closed.includes('price')) expect(text).not.toContain('987654321')
        if (closed.includes('offer')) expect(text).not.toContain('sole')
        if (closed.includes('rights')) expect(text).not.toContain('granted')
        expect(text).not.toContain('secret-')
        expect(text).toContain('teaser-vi')
      }),
    )
  })

  it('is found by all that is open', () => {
    const document = technologyDocument(facts, profileSchema.parse(marked([])), owner)
    const text = JSON.stringify(document)
    for (const section of sections.filter((name) => name !== 'price' && name !== 'attachments'))
      expect(text).toContain(`in-${section}`)
    expect(document).toMatchObject({
      facets: { trl: 'development', ipStatus: ['granted', 'applied'], rights: ['sole'] },
      price: 987_654_321,
      trlLevel: 6,
      publishedAt: 1000,
      audience: 'public',
    })
    expect(cardSchema.parse(document.card)).toEqual(document.card)
  })

  it('is in the languages that have a title, and always in its source', () => {
    const languagesOf = (profile: ProfileInput) =>
      Object.keys(technologyDocument(facts, profileSchema.parse(profile), owner).texts)
    expect(languagesOf({ texts: { vi: { title: 'a' } } })).toEqual(['vi'])
    expect(languagesOf({ texts: { vi: { title: 'a' }, en: { title: 'b' } } })).toEqual(['vi', 'en'])
    expect(languagesOf({ sourceLanguage: 'en' })).toEqual(['en'])
  })

  it('has no price in đồng when another currency is asked', () => {
    const profile = profileSchema.parse({ price: { mode: 'asking', kind: 'firm', amount: 100, currency: 'USD' } })
    const document = technologyDocument(facts, profile, owner)
    expect(document.price).toBeNull()
    expect(cardSchema.parse(document.card).price).toEqual({
      mode: 'asking',
      kind: 'firm',
      amount: 100,
      currency: 'USD',
    })
  })

  it.each([
    [[], ['none']],
    [[{ type: 'invention_patent', status: 'expired' }], ['none']],
    [[{ type: 'plant_variety', status: 'granted' }], ['granted']],
    [[{ type: 'utility_solution', status: 'substantive_exam' }], ['applied']],
    [[{ type: 'software', status: 'none' }], ['copyright']],
    [
      [
        { type: 'know_how', status: 'none' },
        { type: 'trade_secret', status: 'none' },
        { type: 'trademark', status: 'granted' },
      ],
      ['know_how', 'granted'],
    ],
  ] as const)('groups the protection of %j as %j', (rights, groups) => {
    expect(protectionOf(profileSchema.parse({ rights }).rights)).toEqual(groups)
  })

  it('groups the rights offered once each', () => {
    const { offers } = profileSchema.parse({
      offers: [
        { right: 'use', exclusivity: 'exclusive' },
        { right: 'ownership' },
        { right: 'use', exclusivity: 'exclusive' },
        { right: 'use' },
      ],
    })
    expect(rightsOf(offers)).toEqual(['exclusive', 'ownership', 'use'])
  })
})

describe('a need as it is found', () => {
  const need = (nameHidden: boolean) =>
    needSchema.parse({
      nameHidden,
      texts: {
        vi: Object.fromEntries(needTextFields.map((field) => [field, `vi ${field}`])),
        en: { title: 'en title', wanted: 'en wanted' },
      },
      criteria: [{ kind: 'must', vi: 'tiêu chí', en: 'criterion' }],
      budget: { from: 1, to: 2 },
      place: 'marker7 place',
      provenance: { source: 'marker7', licence: 'marker7', url: 'marker7', owner: 'marker7' },
    })
  const listed: ListingFacts = { ...facts, id: 'need_1', externalId: 'marker7-3' }

  it('says nothing of an organisation that keeps its name back', () => {
    const text = JSON.stringify(needDocument(listed, need(true), owner))
    expect(text).not.toContain('marker7')
    expect(text).not.toContain('Marker')
    expect(text).not.toContain('Dấu hiệu')
    expect(text).toContain('criterion')
  })

  it('names an organisation that does not', () => {
    const document = needDocument(listed, need(false), owner)
    expect(document.owner).toContain('Viện Dấu hiệu')
    expect(cardSchema.parse(document.card).owner).toEqual({ id: owner.id, name: owner.name, verified: true })
    expect(document).toMatchObject({ externalId: 'marker7-3', price: 2, trlLevel: null })
  })

  it('opens with the first sentences of what is wanted', () => {
    const wanted = `${'Câu thứ nhất. '.repeat(12)}${'x'.repeat(400)}`
    const document = needDocument(listed, needSchema.parse({ texts: { vi: { title: 'a', wanted } } }), owner)
    expect(document.texts.vi?.summary).toBe('Câu thứ nhất. '.repeat(12).trim())
  })
})
