import { industries, provinces, scienceFields } from '#classifications'
import type { Formats, Messages } from '#i18n'
import type { Language } from '#kernel'
import { type NeedProfile, needTextFields } from '#modules/needs'
import { nameIn } from '../public/technology-names.ts'

/** One thing a need says, as text: for comparing two versions and for looking one over. */
export interface NeedLine {
  readonly key: string
  readonly label: string
  readonly text: string
}

/** What a budget comes to in words; empty when none is stated. */
export function budgetLine(budget: NeedProfile['budget'], messages: Messages, format: Formats): string {
  const { from, to, currency } = budget
  const money = (amount: number) => format.money({ amount, currency })
  if (from !== null && to !== null) return from === to ? money(to) : messages.needs.budgetRange(money(from), money(to))
  if (to !== null) return messages.needs.budgetUpTo(money(to))
  return from === null ? '' : messages.needs.budgetFrom(money(from))
}

/** All a need says, line by line, in the words of a language. */
export function needLines(profile: NeedProfile, messages: Messages, format: Formats, language: Language): NeedLine[] {
  const { needs, site } = messages
  const names = (list: Parameters<typeof nameIn>[0], codes: readonly string[]) =>
    codes.map((code) => nameIn(list, code, language)).join('; ')
  const inLanguage = (label: string, of: Language) => `${label} (${of === 'vi' ? site.inVietnamese : site.inEnglish})`
  const both: readonly Language[] = ['vi', 'en']
  return [
    { key: 'sourceLanguage', label: needs.facts.sourceLanguage, text: site.languageNames[profile.sourceLanguage] },
    ...both.flatMap((of) =>
      needTextFields.map((field) => ({
        key: `texts.${of}.${field}`,
        label: inLanguage(needs.texts[field], of),
        text: profile.texts[of][field],
      })),
    ),
    {
      key: 'criteria',
      label: needs.facts.criteria,
      text: profile.criteria
        .map(({ kind, vi, en }) => `${needs.criterion[kind]}: ${[vi, en].filter((text) => text !== '').join(' / ')}`)
        .join('\n'),
    },
    { key: 'budget', label: needs.facts.budget, text: budgetLine(profile.budget, messages, format) },
    {
      key: 'neededOn',
      label: needs.facts.neededOn,
      text: profile.neededOn === null ? '' : format.day(profile.neededOn),
    },
    { key: 'fields', label: needs.facts.fields, text: names(scienceFields, profile.fields) },
    { key: 'industries', label: needs.facts.industries, text: names(industries, profile.industries) },
    ...both.map((of) => ({
      key: `keywords.${of}`,
      label: inLanguage(needs.facts.keywords, of),
      text: profile.keywords[of].join(', '),
    })),
    {
      key: 'province',
      label: needs.facts.province,
      text: profile.province === null ? '' : nameIn(provinces, profile.province, language),
    },
    { key: 'place', label: needs.facts.place, text: profile.place },
    {
      key: 'openness',
      label: needs.facts.openness,
      text: profile.nameHidden ? needs.nameHidden : needs.nameShown,
    },
    {
      key: 'provenance',
      label: needs.facts.provenance,
      text: profile.provenance
        ? [profile.provenance.source, profile.provenance.licence].filter(Boolean).join(', ')
        : '',
    },
  ]
}
