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

/** A symbol, a formula or its figures as a language writes them: methods write points before decimals. */
export function inNotation(text: string, language: Language): string {
  const set = text
    .replace(/-(?=\d)/g, '−')
    .replace(/_([0-9]+|[tijn](?![\p{L}\p{N}]))/gu, (_, low: string) =>
      low.replace(/./g, (mark) => lowered[mark] ?? mark),
    )
  if (language !== 'vi') return set
  return set.replace(/(?<=\d\)?), (?=[(−-]?\d)/g, '; ').replace(/(?<=\d)\.(?=\d)/g, ',')
}
