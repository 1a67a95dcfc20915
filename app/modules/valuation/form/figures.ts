import type { Language } from '#kernel'
import { shifted } from '../model/decimals.ts'
import { decimalForm } from '../model/document.ts'

const signs = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const

/** Digits with separators of thousands only, such as `1.234.567`. */
function grouped(text: string, group: string): boolean {
  return text.includes(group) && /^\d{1,3}$/.test(text.split(group)[0] ?? '') && everyThree(text.split(group).slice(1))
}

function everyThree(parts: readonly string[]): boolean {
  return parts.every((part) => /^\d{3}$/.test(part))
}

/** Whole and part of an unsigned figure, or null where its separators can be read in no or in more than one way. */
function divided(text: string, language: Language): readonly [whole: string, part: string] | null {
  const { group, decimal } = signs[language]
  const [whole = '', part = '', ...more] = text.split(decimal)
  if (more.length > 0) return null
  if (grouped(whole, group)) return [whole.replaceAll(group, ''), part]
  // A point before decimals is typed in Vietnamese, too; three digits after it are thousands.
  if (language === 'vi' && part === '' && /^\d+\.\d+$/.test(whole)) {
    const [left = '', right = ''] = whole.split('.')
    return [left, right]
  }
  return [whole, part]
}

/**
 * A figure as people type it in a language (`1.234,5`, `1,234.5`, `22 %`), as a decimal text; null where it is none.
 *
 * @param places what is typed, times ten to this power, is the figure: −2 for per cents
 */
export function decimalFromText(text: string, language: Language, places = 0): string | null {
  const bare = text.replace(/[\s\u00a0\u202f%]/g, '').replace(/^[\u2212\u2013]/, '-')
  const [, sign = '', figure = ''] = /^([-+]?)(.*)$/.exec(bare) ?? []
  const parts = divided(figure, language)
  if (!parts) return null
  const [whole, part] = parts
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(part) || whole.length + part.length > 30) return null
  const value = shifted(`${sign === '-' ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`, places)
  return decimalForm.test(value) ? value : null
}

/** A decimal text as it is typed in a language, thousands apart; `places` as in `decimalFromText`. */
export function decimalInText(decimal: string, language: Language, places = 0): string {
  const { group, decimal: point } = signs[language]
  const [whole = '', part] = shifted(decimal, -places).split('.')
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return part === undefined ? apart : `${apart}${point}${part}`
}

/** Figures of a series as typed or pasted: apart by semicolons, tabs or line ends. */
export function seriesParts(text: string): string[] {
  return text
    .split(/[;\t\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
