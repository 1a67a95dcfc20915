import type { Bilingual } from '#kernel'
import type { NeedPart } from './parts.ts'
import type { NeedProfile } from './profile.ts'
import { mentions } from './public-view.ts'

/** What a need must have before it may go to review. */
export const needGaps = ['title', 'wanted', 'reason', 'must_criterion', 'field', 'name_in_text'] as const
export type NeedGap = (typeof needGaps)[number]

/** The step of the form in which a gap is filled. */
export const partOfGap: Readonly<Record<NeedGap, NeedPart>> = {
  title: 'what',
  wanted: 'what',
  reason: 'what',
  must_criterion: 'terms',
  field: 'what',
  name_in_text: 'what',
}

/**
 * What is still missing, in the order of the form: title, what is wanted and why in the source language, one criterion
 * that must be met, a field of science; and where the name is hidden, that the text itself does not give it away.
 */
export function missingInNeed(profile: NeedProfile, organisation: Bilingual): NeedGap[] {
  const texts = profile.texts[profile.sourceLanguage]
  const has: Readonly<Record<NeedGap, boolean>> = {
    title: texts.title !== '',
    wanted: texts.wanted !== '',
    reason: texts.reason !== '',
    must_criterion: profile.criteria.some((criterion) => criterion.kind === 'must'),
    field: profile.fields.length > 0,
    name_in_text: !profile.nameHidden || !mentions(profile, organisation),
  }
  return needGaps.filter((gap) => !has[gap])
}
