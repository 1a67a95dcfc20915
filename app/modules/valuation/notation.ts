import type { Language } from '#kernel'

/** Marks that stand below the line. */
const lowered: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  t: 'ₜ',
  i: 'ᵢ',
  j: 'ⱼ',
  n: 'ₙ',
}

const days = {
  vi: new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' }),
}

function daysIn(text: string, language: Language): string {
  return text.replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, (day) =>
    days[language].format(Date.parse(day)).replaceAll('-', '/'),
  )
}

/** A symbol, a formula or its figures as a language writes them: methods write points before decimals. */
export function inNotation(text: string, language: Language): string {
  const set = daysIn(text, language)
    .replace(/-(?=\d)/g, '−')
    .replace(/_([0-9]+|[tijn](?![\p{L}\p{N}]))/gu, (_, low: string) =>
      low.replace(/./g, (mark) => lowered[mark] ?? mark),
    )
  if (language !== 'vi') return set
  return set.replace(/(?<=\d\)?), (?=[(−-]?\d)/g, '; ').replace(/(?<=\d)\.(?=\d)/g, ',')
}

/** What methods write in words, in symbols: signed reports hold what methods write, so that it stays as it is there. */
const inSymbols: readonly (readonly [words: RegExp, symbols: string])[] = [
  [/^age \/ life$/, 'a / N'],
  [/^⌊months to (?:expiry|end|\(filing \+ term\))⌋/, '⌊h⌋'],
  [/^cycle − elapsed$/, 'T_c − T_e'],
  [/^days left \/ days of the year$/, 'd / D'],
  [/\bmonths·pay\b/, 'm_i·w_i'],
  [/ \+ IP$/, ' + IP + O'],
  [/\bPV\(costs\)/, 'PV(C)'],
  [/\brest of cap\b/, 'K − Σ Pay'],
  [/\bcap\b/, 'K_y'],
  [/^min( \+ b·\()max − min\)$/, 'V_min$1V_max − V_min)'],
  [/^(min|max)$/, 'V_$1'],
  [/\bd([12])\b/g, 'd_$1'],
]

/** A symbol or a formula of a method's working in symbols alone. */
export function symbolic(written: string): string {
  return inSymbols.reduce((text, [words, symbols]) => text.replace(words, symbols), written)
}

/** A symbol of a method's working as a language writes it. */
export function symbolIn(text: string, language: Language): string {
  return inNotation(symbolic(text), language)
}

/** A formula of a method's working, or its figures, as a language writes them: one mark between what a function takes. */
export function formulaIn(text: string, language: Language): string {
  const set = symbolIn(text, language)
  return language === 'vi' ? set.replaceAll(', ', '; ') : set.replaceAll('; ', ', ')
}
