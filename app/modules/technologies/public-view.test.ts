import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProfileInput, profileSchema, type Section, sections } from './profile.ts'
import { publicTechnology } from './public-view.ts'

const marked = (section: string) => `HIDDEN-${section}`

/** A profile in which every text of a section that is confidential carries a mark. */
function profileWith(closed: readonly Section[], hiddenNumbers: readonly boolean[], closedFiles: readonly boolean[]) {
  const text = (section: Section) => (closed.includes(section) ? marked(section) : `open ${section}`)
  const texts = {
    title: 'Tên',
    teaser: 'Giới thiệu',
    problem: text('problem'),
    solution: text('solution'),
    advantages: text('advantages'),
    applications: text('applications'),
    partnersNow: text('partners'),
    partnersWanted: text('partners'),
  }
  const attachments = closedFiles.map((confidential, index) => ({
    file: `${confidential ? marked('file') : text('attachments')}-${String(index)}`,
    name: confidential ? marked('name') : text('attachments'),
    caption: confidential ? marked('caption') : text('attachments'),
    confidential,
  }))
  const input: ProfileInput = {
    texts: { vi: texts, en: texts },
    translatedFrom: Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, value])),
    comparison: [{ criterion: text('advantages'), unit: '', present: text('advantages'), offered: text('advantages') }],
    readiness: {
      claimed: 6,
      evidence: [{ level: 6, title: text('readiness'), detail: text('readiness'), file: attachments[0]?.file ?? null }],
    },
    rights: hiddenNumbers.map((numberHidden) => ({
      type: 'invention_patent',
      number: numberHidden ? marked('number') : text('rights'),
      numberHidden,
      holder: text('rights'),
    })),
    offers: [{ right: 'use', fieldOfUse: text('offer'), quantityLimit: text('offer') }],
    forms: closed.includes('offer') ? ['franchising'] : [],
    price: { mode: 'asking', kind: 'firm', amount: closed.includes('price') ? 987_654_321 : 1 },
    funding: [{ kind: 'state', share: 10_000, taskCode: text('funding'), certificate: text('funding') }],
    owners: [{ name: text('owners'), organisationId: text('owners'), share: 10_000, consent: marked('consent') }],
    authors: [{ name: text('authors'), share: 10_000 }],
    attachments,
    visibility: Object.fromEntries(
      sections.map((section) => [section, closed.includes(section) ? 'confidential' : 'public']),
    ),
  }
  return profileSchema.parse(input)
}

describe('what visitors may see', () => {
  const closedSections = fc.subarray([...sections])
  const flags = fc.array(fc.boolean(), { maxLength: 4 })

  it('never holds anything of what is confidential', () => {
    fc.assert(
      fc.property(closedSections, flags, flags, (closed, hidden, files) => {
        const shown = JSON.stringify(publicTechnology(profileWith(closed, hidden, files)))
        expect(shown).not.toContain('HIDDEN')
        expect(shown).not.toContain('987654321')
        expect(shown).not.toContain('franchising')
      }),
    )
  })

  it('holds all of what is open, and names what is closed', () => {
    fc.assert(
      fc.property(closedSections, (closed) => {
        const view = publicTechnology(profileWith(closed, [false], [false]))
        expect([...view.closed].sort()).toEqual([...closed].sort())
        const shown = JSON.stringify(view.profile)
        for (const section of sections)
          if (section !== 'price') expect(shown.includes(`open ${section}`)).toBe(!closed.includes(section))
      }),
    )
  })

  it('stays as it is when seen twice', () => {
    fc.assert(
      fc.property(closedSections, flags, flags, (closed, hidden, files) => {
        const once = publicTechnology(profileWith(closed, hidden, files))
        expect(publicTechnology(once.profile)).toEqual(once)
      }),
    )
  })
})
