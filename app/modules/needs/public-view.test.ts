import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingInNeed } from './completeness.ts'
import { type NeedInput, needSchema, needTextFields } from './profile.ts'
import { mentions, type NeedOwner, publicNeed } from './public-view.ts'

const owner = (vi: string, en: string): NeedOwner => ({
  id: 'org_0000000000abcdefghjkmnpqrs',
  kind: 'enterprise',
  name: { vi, en },
  province: '52',
})

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : []

const names = fc
  .tuple(
    fc.constantFrom('Công ty', 'Viện', 'Hợp tác xã', 'a+', '(x)'),
    fc.string({ minLength: 3, maxLength: 20, unit: fc.constantFrom(...Array.from('abcdđêơ .…*+?[]-/\\^$|')) }),
  )
  .map(([kind, rest]) => `${kind} ${rest}`.normalize('NFC').trim())

/** Texts into which an owner has typed a name anywhere, whole, doubled, or in pieces around another. */
const textsWith = (name: string) =>
  fc
    .array(
      fc.oneof(
        fc.constant(name),
        fc.constant(name.toUpperCase()),
        fc.constant(name.slice(0, 4)),
        fc.constant(name.slice(4)),
        fc.string({ maxLength: 12 }),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''))

const cases = names.chain((vi) =>
  names.chain((en) =>
    fc.record({
      vi: fc.constant(vi),
      en: fc.constant(en),
      texts: fc.array(textsWith(vi), { minLength: 14, maxLength: 14 }),
    }),
  ),
)

function needSaying(texts: readonly string[], nameHidden: boolean): NeedInput {
  const all = (from: number) => Object.fromEntries(needTextFields.map((field, at) => [field, texts[from + at] ?? '']))
  const cut = (text: string | undefined, longest: number) => (text ?? '').slice(0, longest)
  return {
    texts: { vi: all(0), en: all(5) },
    criteria: [{ kind: 'must', vi: cut(texts[10], 300), en: cut(texts[11], 300) }],
    keywords: { vi: [cut(texts[12], 60) || 'a'], en: [] },
    place: cut(texts[13], 200),
    provenance: { source: texts[0] ?? '', licence: '', url: '', owner: texts[1] ?? '' },
    nameHidden,
  }
}

describe('a need whose organisation keeps its name back', () => {
  it('lets neither the name nor the id of the organisation through, wherever they were typed', () => {
    fc.assert(
      fc.property(cases, ({ vi, en, texts }) => {
        const profile = needSchema.parse(needSaying(texts, true))
        const shown = publicNeed(profile, owner(vi, en))
        const said = strings(shown)
        expect(shown.organisation).toBeNull()
        for (const name of [vi, en].filter((form) => form.length >= 3))
          expect(said.filter((text) => text.toLowerCase().includes(name.toLowerCase()))).toEqual([])
        expect(said.some((text) => text.includes('org_'))).toBe(false)
      }),
    )
  })

  it('finds the name over a line end and in other cases', () => {
    const profile = needSchema.parse({
      nameHidden: true,
      texts: { vi: { wanted: 'Do CÔNG TY\n  gỗ Suối Trầu đặt hàng' } },
    })
    const organisation = owner('Công ty Gỗ Suối Trầu', 'Suoi Trau Wood')
    expect(mentions(profile, organisation.name)).toBe(true)
    expect(missingInNeed(profile, organisation.name)).toContain('name_in_text')
    expect(publicNeed(profile, organisation).profile.texts.vi.wanted).toBe('Do … đặt hàng')
  })

  it('says of what kind the organisation is and where', () => {
    const shown = publicNeed(needSchema.parse({ nameHidden: true }), owner('Công ty A B', 'A B'))
    expect([shown.organisationKind, shown.province]).toEqual(['enterprise', '52'])
    const elsewhere = publicNeed(needSchema.parse({ nameHidden: true, province: '48' }), owner('Công ty A B', 'A B'))
    expect(elsewhere.province).toBe('48')
  })

  it('does not tell where an imported need came from', () => {
    const profile = needSchema.parse({
      nameHidden: true,
      provenance: { source: 'Chợ công nghệ', licence: '', url: 'https://a.example/cong-ty', owner: 'Công ty' },
    })
    expect(publicNeed(profile, owner('Tổ chức khác', 'Another')).profile.provenance).toBeNull()
  })
})

describe('an open need', () => {
  it('is shown as it was written, with its organisation', () => {
    const profile = needSchema.parse(needSaying(['Công ty Gỗ cần máy sấy'], false))
    const shown = publicNeed(profile, owner('Công ty Gỗ', 'Wood Company'))
    expect(shown.profile).toEqual(profile)
    expect(shown.organisation?.name.vi).toBe('Công ty Gỗ')
  })
})
