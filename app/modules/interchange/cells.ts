import { amountFromText, type Issue, tidyText } from '#kernel'

/** What a cell of a source file holds once read: JSON lines may give anything. */
export type Cell = unknown

/** What is wrong with a value, for the row's report. */
export type Fault = Issue

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

const fault = (code: string, values?: Issue['values']): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, ...(values ? { values } : {}) },
})
const read = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** The longest value taken from one cell, in characters. */
const longestCell = 200_000

/** A cell as one text; an absent or empty one is `''`. A list of texts is joined by `; `. */
export function textOf(cell: Cell): Read<string> {
  if (cell === null || cell === undefined) return read('')
  if (typeof cell === 'number') return Number.isFinite(cell) ? read(String(cell)) : fault('row.wrong_type')
  if (typeof cell === 'string') {
    if (cell.length > longestCell) return fault('row.cell_too_long', { maximum: longestCell })
    const tidy = tidyText(cell)
    return tidy === null ? fault('row.characters') : read(tidy)
  }
  if (Array.isArray(cell)) {
    const list = listOf(cell)
    return list.ok ? read(list.value.join('; ')) : list
  }
  return fault('row.wrong_type')
}

/** A cell as a list: a JSON list, or text parted by semicolons, bars or line ends, or else by commas. */
export function listOf(cell: Cell): Read<string[]> {
  if (Array.isArray(cell)) {
    const items: string[] = []
    for (const item of cell as unknown[]) {
      if (Array.isArray(item)) return fault('row.wrong_type')
      const text = textOf(item)
      if (!text.ok) return text
      if (text.value !== '') items.push(text.value)
    }
    return read([...new Set(items)])
  }
  const text = textOf(cell)
  if (!text.ok) return text
  const parted = /[;|\n]/.test(text.value) ? text.value.split(/[;|\n]/) : text.value.split(',')
  return read([...new Set(parted.map((item) => item.trim()).filter((item) => item !== ''))])
}

/**
 * An amount in whole units with its digits grouped rightly or not at all (`1.200.000.000 ₫`, `1,200,000`, `1200000`);
 * anything that could be read in two ways (`1.5`, `1,20`) is refused.
 */
export function amountOf(text: string): Read<number> {
  const bare = text.replace(/(VND|VNĐ|USD|US\$|đồng|[₫đ$])/gi, '').trim()
  if (!/^(\d+|\d{1,3}([., \u00a0]\d{3})+)$/.test(bare)) return fault('row.amount')
  const amount = amountFromText(bare)
  return amount === null ? fault('row.amount') : read(amount)
}

/** A level of readiness, 1 to 9: `7`, `TRL 7`, `TRL7`. */
export function levelOf(text: string): Read<number> {
  const level = /^(?:trl|mức|level)?\s*[-:]?\s*([1-9])(?:\.0+)?$/i.exec(text)?.[1]
  return level === undefined ? fault('row.trl') : read(Number(level))
}

/** A day: `2026-11-22` or `22/11/2026` (day first, as in Vietnam), which must exist. */
export function dayOf(text: string): Read<string> {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : []
  if (year === undefined || month === undefined || day === undefined) return fault('row.date')
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== written
    ? fault('row.date')
    : read(written)
}

const languageNames: Readonly<Record<string, 'vi' | 'en'>> = {
  vi: 'vi',
  vie: 'vi',
  'vi-vn': 'vi',
  vn: 'vi',
  'tiếng việt': 'vi',
  vietnamese: 'vi',
  en: 'en',
  eng: 'en',
  'en-us': 'en',
  'en-gb': 'en',
  'tiếng anh': 'en',
  english: 'en',
}

export function languageNamed(text: string): Read<'vi' | 'en'> {
  const language = languageNames[text.toLowerCase()]
  return language ? read(language) : fault('row.language')
}

const sentenceEnd = /[.!?…]["'”’)\]]?(?=\s)/g

/**
 * The beginning of a text that fits: whole sentences where at least one does, else words with `…` after them. The text
 * itself is to be kept whole elsewhere.
 */
export function leadOf(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= longest) return line
  let end = 0
  for (const match of line.matchAll(sentenceEnd)) {
    const after = match.index + match[0].length
    if (after > longest) break
    end = after
  }
  if (end >= 40) return line.slice(0, end)
  const words = line.slice(0, longest - 1)
  const blank = words.lastIndexOf(' ')
  return `${(blank > longest / 2 ? words.slice(0, blank) : words.toWellFormed().replace(/\ufffd$/, '')).trimEnd()}…`
}
