import { classified, scienceFields } from '#classifications'
import { csvLine } from '#kernel'
import { type Entry, sidesOf } from './entries.ts'

/** Tables for spreadsheets and for pasting back; TBX (ISO 30042:2019, dialect TBX-Basic) for translators' tools. */
export const exportFormats = ['tsv', 'csv', 'tbx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  tsv: 'text/tab-separated-values; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  tbx: 'application/x-tbx+xml; charset=utf-8',
}

const columns = ['en', 'vi', 'field', 'origin', 'synonym'] as const

function cellsOf(entry: Entry): string[] {
  const { kind, a, b, language, field, origin } = entry
  if (kind === 'translation') return [a, b, field ?? '', origin, '']
  return language === 'en' ? [a, '', field ?? '', origin, b] : ['', a, field ?? '', origin, b]
}

/** Entries of the same English term in the same field are one concept; each synonym is one of its own. */
function* conceptsOf(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let concept: Entry[] = []
  const belongs = (entry: Entry): boolean =>
    concept.some(
      (first) =>
        first.kind === 'translation' &&
        entry.kind === 'translation' &&
        first.a.toLowerCase() === entry.a.toLowerCase() &&
        first.field === entry.field,
    )
  for (const entry of entries) {
    if (concept.length > 0 && !belongs(entry)) {
      yield concept
      concept = []
    }
    concept.push(entry)
  }
  if (concept.length > 0) yield concept
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

function conceptEntry(concept: readonly Entry[], number: number): string {
  const field = concept[0]?.field ?? null
  const named = field === null ? undefined : classified(scienceFields, field)
  const sections = (['en', 'vi'] as const).flatMap((language) => {
    const words = [...new Set(concept.flatMap((entry) => sidesOf(entry)[language]))]
    if (words.length === 0) return []
    const terms = words.map((word) => `<termSec><term>${xml(word)}</term></termSec>`).join('')
    return `<langSec xml:lang="${language}">${terms}</langSec>`
  })
  const subject = named ? `<descrip type="subjectField">${xml(`${named.code} ${named.en}`)}</descrip>` : ''
  return `<conceptEntry id="c${String(number)}">${subject}${sections.join('')}</conceptEntry>\n`
}

function tbxHead(title: string, about: string): string {
  const schemas = 'https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA'
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<?xml-model href="${schemas}/TBXcoreStructV03_TBX-Basic_integrated.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>`,
    '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
    '<tbxHeader><fileDesc>',
    `<titleStmt><title>${xml(title)}</title></titleStmt>`,
    `<sourceDesc><p>${xml(about)}</p></sourceDesc>`,
    '</fileDesc></tbxHeader>',
    '<text><body>',
    '',
  ].join('\n')
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length > 32_768) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}

function* tsvLines(entries: readonly Entry[]): Generator<string> {
  yield `${columns.join('\t')}\n`
  // Neither side can hold a tab or a line end, nor begin with a sign that a spreadsheet would run.
  for (const entry of entries) yield `${cellsOf(entry).join('\t')}\n`
}

function* csvLines(entries: readonly Entry[]): Generator<string> {
  yield `\ufeff${csvLine(columns)}`
  for (const entry of entries) yield csvLine(cellsOf(entry))
}

function* tbxLines(entries: readonly Entry[], title: string, about: string): Generator<string> {
  yield tbxHead(title, about)
  let number = 0
  for (const concept of conceptsOf(entries)) yield conceptEntry(concept, ++number)
  yield '</body></text>\n</tbx>\n'
}

/** The terminology as a file, piece by piece. `title` and `about` stand in the head of a TBX file. */
export function exportTerms(
  format: ExportFormat,
  entries: readonly Entry[],
  { title, about }: { readonly title: string; readonly about: string },
): Generator<string> {
  if (format === 'tsv') return inPieces(tsvLines(entries))
  return inPieces(format === 'csv' ? csvLines(entries) : tbxLines(entries, title, about))
}
