import { classified, scienceFields } from '#classifications'
import type { Language } from '#kernel'
import type { Choice } from '#ui'

/** The name of a science field, or null. */
export function fieldName(language: Language, code: string | null): string | null {
  return code === null ? null : (classified(scienceFields, code)?.[language] ?? null)
}

/** All science fields as choices, those of a group beneath it. */
export function fieldGroups(language: Language): readonly { label: string; choices: readonly Choice[] }[] {
  return scienceFields
    .filter(({ parent }) => parent === undefined)
    .map((group) => ({
      label: group[language],
      choices: scienceFields
        .filter(({ code, parent }) => code === group.code || parent === group.code)
        .map((field) => ({ value: field.code, text: `${field.code} ${field[language]}` })),
    }))
}
