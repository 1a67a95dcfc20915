import { describe, expect, it } from 'vitest'
import { profileSchema, type TextField } from './profile.ts'
import { textFor, translatedNow, translationState, withTranslationsMarked } from './translation.ts'

const profile = withTranslationsMarked(
  profileSchema.parse({
    texts: { vi: { title: 'Máy sấy', problem: 'Mất màu' }, en: { title: 'Dryer' } },
  }),
)
const changed = { ...profile, texts: { ...profile.texts, vi: { ...profile.texts.vi, title: 'Máy sấy lạnh' } } }

describe('translations', () => {
  it('stand by the fingerprint of the source they were made from', () => {
    expect(translationState(profile, 'title')).toBe('current')
    expect(translationState(profile, 'problem')).toBe('missing')
    expect(translationState(profile, 'teaser')).toBe('empty')
    expect(translationState(changed, 'title')).toBe('stale')
  })

  it('are current again once changed or confirmed, and stay stale otherwise', () => {
    const same = changed.texts.en
    const after = (texts: typeof same, confirmed: readonly TextField[]) =>
      translationState(
        {
          ...changed,
          texts: { ...changed.texts, en: texts },
          translatedFrom: translatedNow(changed, texts, confirmed),
        },
        'title',
      )
    expect(after(same, [])).toBe('stale')
    expect(after(same, ['title'])).toBe('current')
    expect(after({ ...same, title: 'Cold dryer' }, [])).toBe('current')
    expect(after({ ...same, title: '' }, ['title'])).toBe('missing')
  })

  it('are read in the reader’s language, else in the other', () => {
    expect(textFor(profile, 'title', 'en')).toEqual({ text: 'Dryer', language: 'en', older: false })
    expect(textFor(changed, 'title', 'en')).toEqual({ text: 'Dryer', language: 'en', older: true })
    expect(textFor(changed, 'title', 'vi')).toEqual({ text: 'Máy sấy lạnh', language: 'vi', older: false })
    expect(textFor(profile, 'problem', 'en')).toEqual({ text: 'Mất màu', language: 'vi', older: false })
  })
})
