import type { Language } from '#kernel'
import { type NeedProfile, needTextFields } from '#modules/needs'

/** One changed field of a need, with both values as they are read; texts say in which language. */
export interface NeedDifference {
  readonly field: string
  readonly language: Language | null
  readonly before: string
  readonly after: string
}

const plain = (value: string | number | boolean | readonly string[] | null): string =>
  value === null ? '' : typeof value === 'object' ? value.join(', ') : String(value)

/** What changed from one need to another, field by field. */
export function needDifference(before: NeedProfile, after: NeedProfile): NeedDifference[] {
  const found: NeedDifference[] = []
  const compare = (field: string, language: Language | null, was: string, is: string): void => {
    if (was !== is) found.push({ field, language, before: was, after: is })
  }
  const criteria = (need: NeedProfile, language: Language): string =>
    need.criteria.map((criterion) => `${criterion.kind === 'must' ? '●' : '○'} ${criterion[language]}`).join('\n')
  for (const language of ['vi', 'en'] as const) {
    for (const field of needTextFields)
      compare(field, language, before.texts[language][field], after.texts[language][field])
    compare('criteria', language, criteria(before, language), criteria(after, language))
    compare('keywords', language, plain(before.keywords[language]), plain(after.keywords[language]))
  }
  compare('budgetFrom', null, plain(before.budget.from), plain(after.budget.from))
  compare('budgetTo', null, plain(before.budget.to), plain(after.budget.to))
  compare('currency', null, before.budget.currency, after.budget.currency)
  for (const field of ['neededOn', 'fields', 'industries', 'province', 'place', 'nameHidden'] as const)
    compare(field, null, plain(before[field]), plain(after[field]))
  return found
}
