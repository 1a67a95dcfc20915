import { describe, expect, it } from 'vitest'
import { missingInNeed } from './completeness.ts'
import { type NeedPart, partSchemas, partValues, withPart } from './parts.ts'
import { needSchema } from './profile.ts'
import { needText, olderTranslations, withTranslationsMarked } from './translation.ts'

const name = { vi: 'Công ty Gỗ Suối Trầu', en: 'Suoi Trau Wood' }
const empty = needSchema.parse({})

const written = withPart(
  withPart(
    empty,
    'what',
    partSchemas.what.parse({
      title: 'Máy sấy',
      wanted: 'Sấy 2 tấn gỗ một ngày',
      reason: 'Lò hơi tốn củi',
      sourceLanguage: 'vi',
      field1: '203',
      field2: '',
      field3: '203',
      industries: 'C',
      keywords: 'sấy, gỗ , sấy',
    }),
  ),
  'terms',
  partSchemas.terms.parse({
    criteria: [
      { kind: 'must', vi: 'Ít nhất 2 tấn một ngày', en: '' },
      { vi: '', en: '' },
    ],
    budgetFrom: '500.000.000',
    budgetTo: '1,200,000,000',
    neededOn: '2027-03-31',
    province: '52',
  }),
)

describe('the steps of a need', () => {
  it('write what was typed into the document', () => {
    expect(written.fields).toEqual(['203'])
    expect(written.industries).toEqual(['C'])
    expect(written.keywords.vi).toEqual(['sấy', 'gỗ'])
    expect(written.criteria).toEqual([{ kind: 'must', vi: 'Ít nhất 2 tấn một ngày', en: '' }])
    expect(written.budget).toEqual({ from: 500_000_000, to: 1_200_000_000, currency: 'VND' })
    expect(needSchema.parse(written)).toEqual(written)
  })

  it.each<NeedPart>(['what', 'terms', 'openness'])('shows in %s what it had written', (part) => {
    const values = partSchemas[part].parse(partValues(written, part))
    expect(withPart(written, part, values)).toEqual(written)
  })

  it('keeps dollars in cents', () => {
    const terms = partSchemas.terms.parse({ budgetTo: '20000', currency: 'USD' })
    const profile = withPart(empty, 'terms', terms)
    expect(profile.budget.to).toBe(2_000_000)
    expect(partValues(profile, 'terms')['budgetTo']).toBe('20000')
  })

  it.each([
    [{ budgetFrom: '2', budgetTo: '1' }, 'budgetTo'],
    [{ budgetFrom: 'một tỷ' }, 'budgetFrom'],
    [{ neededOn: '31/3/2027' }, 'neededOn'],
    [{ province: '99' }, 'province'],
  ])('refuses %j', (input, field) => {
    const parsed = partSchemas.terms.safeParse(input)
    expect(parsed.error?.issues[0]?.path).toEqual([field])
  })
})

describe('what is missing in a need', () => {
  it('is everything at first and nothing at last', () => {
    expect(missingInNeed(empty, name)).toEqual(['title', 'wanted', 'reason', 'must_criterion', 'field'])
    expect(missingInNeed(written, name)).toEqual([])
  })

  it('is a criterion that must be met when all are wishes', () => {
    const wishes = { ...written, criteria: [{ kind: 'nice' as const, vi: 'Màu xanh', en: '' }] }
    expect(missingInNeed(wishes, name)).toEqual(['must_criterion'])
  })
})

describe('the translation of a need', () => {
  const translated = withPart(
    written,
    'openness',
    partSchemas.openness.parse({ title: 'Dryer', wanted: 'Dry two tonnes of wood a day', nameHidden: 'on' }),
  )

  it('is of the source it was made from until that changes', () => {
    expect(olderTranslations(translated)).toEqual([])
    const what = partSchemas.what.parse({ ...partValues(translated, 'what'), title: 'Máy sấy chân không' })
    const changed = withPart(translated, 'what', what)
    expect(olderTranslations(changed)).toEqual(['title'])
    expect(needText(changed, 'title', 'en')).toEqual({ text: 'Dryer', language: 'en', older: true })
    expect(needText(changed, 'wanted', 'en').older).toBe(false)
  })

  it('stays older when the form is saved without touching it, and is fresh when it is written anew', () => {
    const what = partSchemas.what.parse({ ...partValues(translated, 'what'), title: 'Máy sấy chân không' })
    const changed = withPart(translated, 'what', what)
    const again = withPart(changed, 'openness', partSchemas.openness.parse(partValues(changed, 'openness')))
    expect(olderTranslations(again)).toEqual(['title'])
    const anew = partSchemas.openness.parse({ ...partValues(changed, 'openness'), title: 'Vacuum dryer' })
    expect(olderTranslations(withPart(again, 'openness', anew))).toEqual([])
  })

  it('falls back to the source where there is none', () => {
    expect(needText(translated, 'reason', 'en')).toEqual({ text: 'Lò hơi tốn củi', language: 'vi', older: false })
  })

  it('counts as made from the source it comes along with', () => {
    const imported = needSchema.parse({ texts: { vi: { title: 'Máy sấy' }, en: { title: 'Dryer' } } })
    const { translatedFrom } = withTranslationsMarked(imported)
    expect(Object.keys(translatedFrom)).toEqual(['title'])
    expect(olderTranslations(withTranslationsMarked(imported))).toEqual([])
  })
})
