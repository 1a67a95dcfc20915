import type { Language } from '#kernel'

const days = {
  vi: new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' }),
}

function daysIn(text: string, language: Language): string {
  return text.replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, (day) =>
    days[language].format(Date.parse(day)).replaceAll('-', '/'),
  )
}

/** Figures as a language writes them: methods write points before decimals. */
function figuresIn(text: string, language: Language): string {
  const set = daysIn(text, language).replace(/-(?=\d)/g, '−')
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

/** A part of a formula: on the line, above it as an exponent, or below it as an index. */
export interface FormulaPart {
  readonly text: string
  readonly stand: 'level' | 'raised' | 'lowered'
}

const within = String.raw`(?:[^()]|\([^()]*\))*`
const figure = String.raw`\d+(?:[.,]\d+)?(?!\p{L})`
const name = String.raw`[\p{L}\p{N}*]+(?:_[tijn](?![\p{L}\p{N}]))?`
/** An index or an exponent: in brackets, which its place above or below the line replaces, or a figure or name. */
const shifts = new RegExp(
  String.raw`(?<=[\p{L}\p{N})⁺⁻*])([_^])(?:\((${within})\)|(−?(?:\(${within}\)|${figure}|${name})))`,
  'gu',
)

/** What stands below the line within an exponent. */
const lowered: Readonly<Record<string, string>> = { t: 'ₜ', i: 'ᵢ', j: 'ⱼ', n: 'ₙ' }

/** A formula within words, in parts. */
export function formulaParts(text: string): FormulaPart[] {
  const parts: FormulaPart[] = []
  let from = 0
  for (const { 0: whole, 1: mark, 2: bracketed, 3: bare, index } of text.matchAll(shifts)) {
    if (index > from) parts.push({ text: text.slice(from, index), stand: 'level' })
    const shifted = (bracketed ?? bare ?? '').replace(/_([tijn])/g, (_, letter: string) => lowered[letter] ?? letter)
    parts.push({ text: shifted, stand: mark === '^' ? 'raised' : 'lowered' })
    from = index + whole.length
  }
  return from < text.length ? [...parts, { text: text.slice(from), stand: 'level' }] : parts
}

/** A symbol of a method's working as a language writes it; a name that it carries in brackets stays as it is. */
export function symbolIn(text: string, language: Language): FormulaPart[] {
  const [, symbol = text, name = ''] = /^(\S+)( \(.*\))$/s.exec(text) ?? []
  return [
    ...formulaParts(figuresIn(symbolic(symbol), language)),
    ...(name === '' ? [] : [{ text: name, stand: 'level' } as const]),
  ]
}

/** A formula of a method's working, or its figures, as a language writes them: one mark between what a function takes. */
export function formulaIn(text: string, language: Language): FormulaPart[] {
  const set = figuresIn(symbolic(text), language)
  return formulaParts(language === 'vi' ? set.replaceAll(', ', '; ') : set.replaceAll('; ', ', '))
}
