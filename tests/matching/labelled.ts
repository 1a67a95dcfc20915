import { type NeedInput, type NeedProfile, needSchema } from '#modules/needs'
import { demonstrationLabels } from './labels-demonstration.ts'
import { foodNeeds } from './needs-food.ts'
import { industryNeeds } from './needs-industry.ts'
import { landNeeds } from './needs-land.ts'
import { seaNeeds } from './needs-sea.ts'
import { waterNeeds } from './needs-water.ts'

/** How well a technology of the demonstration answers a need: 3 answers it, 2 in good part, 1 is worth a look. */
type Grades = Readonly<Record<string, 1 | 2 | 3>>

/** For a technology, a sign for each criterion in order: `+` met, `-` not met, `?` not said. */
type Verdicts = Readonly<Record<string, string>>

export interface LabelledNeed {
  readonly key: string
  readonly profile: NeedProfile
  readonly grades: Grades
  readonly verdicts: Verdicts
}

/** A labelled need as it is written down: in one language or both. */
export interface WrittenNeed {
  readonly key: string
  readonly vi?: { readonly title: string; readonly wanted: string; readonly conditions?: string }
  readonly en?: { readonly title: string; readonly wanted: string; readonly conditions?: string }
  readonly fields: readonly string[]
  readonly industries: readonly string[]
  readonly keywords: readonly string[]
  readonly province: string
  /** Most of the budget, in millions of đồng. */
  readonly budget?: number
  /** Must-haves; those that begin with `~` are nice to have. */
  readonly criteria: readonly string[]
  readonly grades: Grades
  readonly verdicts: Verdicts
}

function profileOf(need: WrittenNeed): NeedProfile {
  const language = need.vi ? 'vi' : 'en'
  const input = {
    sourceLanguage: language,
    texts: { ...(need.vi ? { vi: need.vi } : {}), ...(need.en ? { en: need.en } : {}) },
    criteria: need.criteria.map((said) => {
      const text = said.replace(/^~/, '')
      return { kind: said.startsWith('~') ? 'nice' : 'must', ...(language === 'vi' ? { vi: text } : { en: text }) }
    }),
    budget: need.budget === undefined ? {} : { to: need.budget * 1_000_000 },
    fields: [...need.fields],
    industries: [...need.industries],
    keywords: { [language]: [...need.keywords] },
    province: need.province,
  } as NeedInput
  return needSchema.parse(input)
}

/** The labelled set: the needs of the demonstration and those written beside them. */
export const labelledNeeds: readonly LabelledNeed[] = [
  ...demonstrationLabels,
  ...[...seaNeeds, ...waterNeeds, ...landNeeds, ...foodNeeds, ...industryNeeds].map((need) => ({
    key: need.key,
    profile: profileOf(need),
    grades: need.grades,
    verdicts: need.verdicts,
  })),
]
