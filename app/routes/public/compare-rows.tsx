import type { ReactNode } from 'react'
import { provinces, scienceFields } from '#classifications'
import { type Formats, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import { readinessLevels, type Section, textFor } from '#modules/technologies'
import type { SheetFacts } from '#modules/technologies/server'
import { Foreign, Link } from '#ui'
import { nameIn, offerName, priceLine, rightStatusName, rightTypeName, territoryName } from './technology-names.ts'

/** What one technology says of a criterion: lines of text, by which differences are told, and how they are shown. */
interface Cell {
  readonly lines: readonly string[]
  readonly shown?: ReactNode
  /** Where the lines are in the other language than the page's. */
  readonly language?: 'vi' | 'en'
}

export interface CompareRow {
  readonly key: string
  readonly name: string
  /** One for each technology, in their order. */
  readonly cells: readonly Cell[]
  readonly differs: boolean
}

interface Speech {
  readonly messages: Messages
  readonly language: 'vi' | 'en'
  readonly format: Formats
}

type Reader = (sheet: SheetFacts, speech: Speech) => Cell

/** The part that a technology may keep closed as a whole. */
const closable = (part: Section, read: Reader): Reader => {
  return (sheet, speech) =>
    sheet.shown.closed.includes(part) ? { lines: [speech.messages.catalogue.compare.closed] } : read(sheet, speech)
}

/** Not everything a technology says, but what a choice between several is made by. */
const mostLines = 6

const readers: Readonly<Record<keyof Messages['catalogue']['compare']['rows'], Reader>> = {
  readiness: ({ shown: { profile } }, { messages, language }) => {
    const level = readinessLevels.find((one) => one.level === profile.readiness.claimed)
    return { lines: level ? [messages.technologies.sheet.trlOf(level.level, level[language])] : [] }
  },
  evidence: closable('readiness', ({ shown: { profile } }, { messages }) => ({
    lines: profile.readiness.evidence
      .slice(0, mostLines)
      .map((proof) => messages.catalogue.compare.evidenceOf(proof.level, proof.title)),
    language: profile.sourceLanguage,
  })),
  rights: closable('offer', ({ shown: { profile } }, { messages }) => ({
    lines: unique(profile.offers.map((offer) => offerName(offer, messages))),
  })),
  territory: closable('offer', ({ shown: { profile } }, { messages, language }) => ({
    lines: unique(profile.offers.flatMap((offer) => offer.territory)).map((code) =>
      territoryName(code, messages, language),
    ),
  })),
  price: closable('price', ({ shown: { profile } }, { messages, format }) => ({
    lines: [priceLine(profile.price, messages, format)],
  })),
  property: closable('rights', ({ shown: { profile } }, { messages, language }) => ({
    lines: unique(
      profile.rights.map((right) =>
        messages.catalogue.compare.propertyOf(
          rightTypeName(right.type, language),
          rightStatusName(right.status, language),
        ),
      ),
    ),
  })),
  expiry: closable('rights', ({ shown: { profile } }, { messages, language, format }) => ({
    lines: profile.rights.flatMap((right) =>
      right.expiresOn === null
        ? []
        : messages.catalogue.compare.expiryOf(rightTypeName(right.type, language), format.day(right.expiresOn)),
    ),
  })),
  forms: closable('offer', ({ shown: { profile } }, { messages }) => ({
    lines: profile.forms.map((form) => messages.technologies.transferForms[form]),
  })),
  methods: closable('offer', ({ shown: { profile } }, { messages }) => ({
    lines: profile.methods.map((method) => messages.technologies.transferMethods[method]),
  })),
  figures: closable('advantages', ({ shown: { profile } }, { messages }) => {
    const words = messages.catalogue.compare
    return {
      lines: profile.comparison.slice(0, mostLines).map(({ criterion, offered, unit, present }) => {
        const figure = words.figure(criterion, offered, unit)
        return present === '' ? figure : words.figureFrom(figure, present)
      }),
      language: profile.sourceLanguage,
    }
  }),
  advantages: closable('advantages', ({ shown: { profile } }, { language }) => {
    const { text, language: written } = textFor(profile, 'advantages', language)
    return { lines: text === '' ? [] : [shortened(text)], language: written }
  }),
  owner: ({ organisation }, { language, messages }) => {
    const name = organisation.name[language]
    return {
      lines: [name],
      shown: (
        <>
          <Link to={`/organisations/${organisation.id}`}>{name}</Link>
          {organisation.verified ? ` (${messages.technologies.sheet.verified})` : null}
        </>
      ),
    }
  },
  place: ({ shown: { profile } }, { language }) => ({
    lines: profile.province === null ? [] : [nameIn(provinces, profile.province, language)],
  }),
  field: ({ shown: { profile } }, { language }) => ({
    lines: profile.fields.map((code) => nameIn(scienceFields, code, language)),
  }),
}

/** The criteria in the order of a choice: how ready, which rights, at what price, then what and whose it is. */
const order = Object.keys(readers) as (keyof typeof readers)[]

const unique = (lines: readonly string[]): string[] => [...new Set(lines)]

const longestText = 400

function shortened(text: string): string {
  if (text.length <= longestText) return text
  const cut = text.slice(0, longestText)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestText / 2)).trimEnd()}…`
}

/** All criteria that any of the technologies says something of, and whether they differ in it. */
export function useComparison(sheets: readonly SheetFacts[]): readonly CompareRow[] {
  const messages = useMessages()
  const language = useLanguage()
  const format = useFormats()
  return order.flatMap((key) => {
    const cells = sheets.map((sheet) => readers[key](sheet, { messages, language, format }))
    if (cells.every(({ lines }) => lines.length === 0)) return []
    const said = new Set(cells.map(({ lines }) => [...lines].sort().join('\n')))
    return { key, name: messages.catalogue.compare.rows[key], cells, differs: said.size > 1 }
  })
}

/** What a technology says of a criterion, or that it says nothing. */
export function CompareCell({ cell }: { readonly cell: Cell }) {
  const words = useMessages().catalogue.compare
  const page = useLanguage()
  if (cell.shown !== undefined) return <>{cell.shown}</>
  if (cell.lines.length === 0) return <span className="text-muted">{words.unstated}</span>
  return (
    <Foreign language={cell.language ?? page}>
      {cell.lines.length === 1 ? (
        <span className="whitespace-pre-line">{cell.lines[0]}</span>
      ) : (
        <ul className="list-disc pl-4">
          {cell.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Foreign>
  )
}
