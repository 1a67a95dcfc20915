import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#search'

/** A text that somebody wrote. */
export interface RealText {
  readonly lang: Language
  readonly kind: 'technology' | 'need'
  readonly title: string
  /** Empty where only a title is known. */
  readonly summary: string
  readonly category: string
  readonly owner: string
  readonly keywords: readonly string[]
}

type Row = Partial<Record<string, unknown>>

const textIn = (row: Row, name: string) => (typeof row[name] === 'string' ? row[name].trim() : '')

/** A row as a text: an item of its own, a heading of a classification, or a passage; null for anything else. */
function textOf(row: Row): RealText | null {
  const more = { kind: 'technology', category: '', owner: '', keywords: [], summary: '' } as const
  const title = textIn(row, 'title')
  const lang = row['lang']
  if (title !== '' && (lang === 'vi' || lang === 'en'))
    return {
      lang,
      kind: row['kind'] === 'need' ? 'need' : 'technology',
      title,
      summary: textIn(row, 'summary'),
      category: textIn(row, 'category'),
      owner: textIn(row, 'owner'),
      keywords: Array.isArray(row['keywords'])
        ? row['keywords'].filter((word) => typeof word === 'string' && word !== '').slice(0, 10)
        : [],
    }
  if (textIn(row, 'code') !== '' && textIn(row, 'vi') !== '' && row['type'] === undefined)
    return { ...more, lang: 'vi', title: textIn(row, 'vi') }
  if (textIn(row, 'code') !== '' && textIn(row, 'en') !== '' && row['type'] === undefined)
    return { ...more, lang: 'en', title: textIn(row, 'en') }
  if (textIn(row, 'context') !== '') return { ...more, lang: 'vi', title: '', summary: textIn(row, 'context') }
  return null
}

/** All texts in the JSONL files of a folder. Throws an error that says what to do when there are none. */
export function readTexts(folder: string): RealText[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : []
  const texts = files.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => textOf(JSON.parse(line) as Row))
      .filter((text) => text !== null),
  )
  for (const lang of ['vi', 'en'])
    if (!texts.some((text) => text.lang === lang && text.title !== '' && text.summary !== ''))
      throw new Error(
        `The search bench mixes its documents from real texts, and ${folder} holds none in "${lang}". Name a folder of JSONL files with {lang, title, summary}: npm run bench:search -- --data FOLDER`,
      )
  return texts
}
